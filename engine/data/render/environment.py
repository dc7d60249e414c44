"""The other Python: one that has `bpy`, which is far too large to be a dependency.

`bpy` comes as a wheel for one version of Python each (5.0 for Python 3.11). Either the person names
a Python that has it, or `set_up` makes an environment for it in the person's cache folder.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from engine.errors import DataError

REQUIREMENTS = ("bpy==5.0.1",)
PYTHON = (3, 11)
MEGABYTES = 374


def own_python() -> Path:
    """Where the environment's Python is once it has been set up."""
    folder = Path(platformdirs.user_cache_dir("gossamer", appauthor=False)) / "render"
    inside = Path("Scripts/python.exe") if sys.platform == "win32" else Path("bin/python")
    return folder / inside


def usable_python(named: Path | None) -> Path:
    """The Python that was named, or our own; DataError if it has no bpy."""
    if getattr(sys, "frozen", False):
        raise DataError(
            "The packaged program has no scripts for Blender.",
            hint="Render with gossamer-cli from a clone, or from pip.",
        )
    python = named or own_python()
    if named is None and not python.exists():
        raise DataError(
            "Rendering needs Blender's Python module, bpy, which is not set up yet.",
            hint=f"Say --setup to fetch it ({MEGABYTES} MB), or name a Python with it: --python.",
        )
    if not _works([str(python), "-c", "import bpy, numpy"]):
        raise DataError(
            f"The Python “{python}” cannot import bpy.",
            hint=f"Install {REQUIREMENTS[0]} there (Python {_version()}), or say --setup.",
        )
    return python


def set_up() -> Path:
    """Make the environment, unless it is there and works; its Python. DataError if pip fails."""
    python = own_python()
    if python.exists() and _works([str(python), "-c", "import bpy, numpy"]):
        return python
    base = _base_python()
    folder = python.parents[1]
    shutil.rmtree(folder, ignore_errors=True)
    for command in (
        [base, "-m", "venv", str(folder)],
        [str(python), "-m", "pip", "install", *REQUIREMENTS],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            shutil.rmtree(folder, ignore_errors=True)
            last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no reason given"]
            raise DataError(
                f"Blender's Python module could not be set up: {last[0]}",
                hint="See that the network is there, or install bpy yourself and say --python.",
            )
    return python


def _base_python() -> str:
    """A Python of the version that bpy is made for."""
    if sys.version_info[:2] == PYTHON and not getattr(sys, "frozen", False):
        return sys.executable
    found = shutil.which(f"python{_version()}")
    if found is None:
        raise DataError(
            f"bpy needs Python {_version()}, and there is none on this machine.",
            hint=f"Install Python {_version()}, or say --python with one that has bpy.",
        )
    return found


def _version() -> str:
    return ".".join(map(str, PYTHON))


def _works(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
