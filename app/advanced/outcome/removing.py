"""A run's folder goes to the system's trash, or for good where there is none."""

import shutil
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFile

from engine.errors import RunError
from engine.runs.folders import leave_out
from engine.runs.story import told


def require_idle(folder: Path) -> None:
    """Raise RunError for a run that is under way, be it paused."""
    if told(folder).is_alive:
        translate = QCoreApplication.translate
        raise RunError(
            translate("Removing", "The run “{0}” is still under way.").format(folder.name),
            hint=translate("Removing", "Stop it, then delete it."),
        )


def to_trash(folder: Path) -> bool:
    """Whether the run's folder could be moved to the trash; RunError while it runs."""
    require_idle(folder)
    done = bool(QFile.moveToTrash(str(folder)))
    if done:
        leave_out(folder)
    return done


def for_good(folder: Path) -> None:
    """Delete the run's folder; RunError while it runs, or if something of it cannot be deleted."""
    require_idle(folder)
    try:
        shutil.rmtree(folder)
    except OSError as error:
        translate = QCoreApplication.translate
        raise RunError(
            translate("Removing", "The run “{0}” cannot be deleted ({1}).").format(
                folder.name, error.strerror
            ),
            hint=translate(
                "Removing", "Its folder must be writable, and nothing in it may be open."
            ),
        ) from error
    leave_out(folder)
