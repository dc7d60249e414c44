"""Folders of cut-outs that need not be looked for: what comes along, and what was rendered here."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from engine.resources import own_folder, resources_folder

LICENCE = "MIT; HDRIs CC0"
"""Of what is rendered: the scenes are the program's, the light is that which comes with Blender."""


@dataclass(frozen=True)
class Known:
    """A folder that need not exist. origin: how the card of the weights calls what is in it."""

    title: str
    folder: Path
    origin: str
    licence: str = LICENCE


def own_foregrounds() -> Path:
    """The cut-outs that come with a clone of the program; a package has none."""
    return resources_folder() / "foregrounds"


def rendered_folder() -> Path:
    """Where what is rendered here goes."""
    return own_folder() / "rendered"


def known_folders() -> tuple[Known, Known]:
    """What comes along, and what was rendered here."""
    return (
        Known(
            QCoreApplication.translate("Recipe", "Rendered cut-outs of Gossamer"),
            own_foregrounds(),
            "Foregrounds rendered for Gossamer (resources/foregrounds)",
        ),
        Known(
            QCoreApplication.translate("Recipe", "Rendered on this machine"),
            rendered_folder(),
            "Foregrounds rendered by the person who trained",
        ),
    )
