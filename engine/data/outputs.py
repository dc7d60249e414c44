"""Folders that data is written to, and why they cannot be."""

from pathlib import Path

from engine.errors import OutputError


def make_folder(folder: Path) -> None:
    """Make the folder and those above it, unless they are there; OutputError if that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error


def unwritable(path: Path, error: OSError) -> OutputError:
    """What to say when `path` could not be written."""
    return OutputError(
        f"“{path}” cannot be written ({error.strerror}).",
        hint="Choose a folder of your own, on a disk with space; what is finished is kept.",
    )
