"""Where the program's files are: those that come with it, and those that a person makes with it.

The first in a clone, a wheel or a frozen program alike.
"""

from importlib import resources
from pathlib import Path

import platformdirs


def resources_folder() -> Path:
    """The folder of the package `resources`, a real one on disk in every way of installing."""
    return Path(str(resources.files("resources")))


def sample_folder() -> Path:
    """Pictures `<name>.jpg|png` with `<name>-trimap.png`, some with `<name>-alpha.png`."""
    return resources_folder() / "samples"


def models_folder() -> Path:
    """Weights `<name>.safetensors`, each with its card."""
    return resources_folder() / "models"


def own_folder() -> Path:
    """Of the person: their weights, runs, mattes. It need not exist yet."""
    return Path(platformdirs.user_data_dir("gossamer", appauthor=False))
