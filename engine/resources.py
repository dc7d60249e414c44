"""Where the files that come with the program are, in a clone, a wheel or a frozen program."""

from importlib import resources
from pathlib import Path


def resources_folder() -> Path:
    """The folder of the package `resources`, a real one on disk in every way of installing."""
    return Path(str(resources.files("resources")))


def sample_folder() -> Path:
    """Pictures `<name>.jpg|png` with `<name>-trimap.png`, some with `<name>-alpha.png`."""
    return resources_folder() / "samples"


def models_folder() -> Path:
    """Weights `<name>.safetensors`, each with its card."""
    return resources_folder() / "models"
