"""The questions that the window asks: which file, and whether to give something up."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFileDialog, QMessageBox, QWidget

from engine.imaging.suffixes import PICTURES
from engine.keeping.project import SUFFIX

_PICTURES = " ".join(f"*{suffix}" for suffix in PICTURES)


class Unsaved(Enum):
    """What is to become of work that is not saved: it is saved, given up, or gone on with."""

    SAVE = "save"
    DISCARD = "discard"
    KEEP = "keep"


class Going(Enum):
    """What is to become of a run when the window goes: it goes on, ends, or the window stays."""

    LEAVE = "leave"
    STOP = "stop"
    STAY = "stay"


class Dialogs(QObject):
    """Asks the person; a test, or a script, answers in its place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent

    def picture_to_open(self, folder: str) -> Path | None:
        """A photograph, or a project; None when the person thought better of it."""
        kinds = self.tr("Photographs and projects ({0})").format(f"{_PICTURES} *{SUFFIX}")
        return self._open(self.tr("Open a photograph or a project"), folder, kinds)

    def trimap_to_open(self, folder: str) -> Path | None:
        """A trimap for the picture that is open."""
        return self._open(self.tr("Import a trimap"), folder)

    def mask_to_open(self, folder: str) -> Path | None:
        """A mask or an alpha, of which a trimap is made."""
        return self._open(self.tr("Trimap from a mask or alpha"), folder)

    def ground_to_open(self, folder: str) -> Path | None:
        """A picture to lay behind the cut-out."""
        return self._open(self.tr("A picture behind the cut-out"), folder)

    def truth_to_open(self, folder: str) -> Path | None:
        """The true alpha of the picture that is open."""
        return self._open(self.tr("Open the ground truth"), folder)

    def file_to_write(self, title: str, suggestion: Path) -> Path | None:
        """Where to write a picture; the suggestion's ending is added when it is left out."""
        ending = suggestion.suffix
        kinds = self.tr("{0} pictures (*{1})").format(ending[1:].upper(), ending)
        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), kinds)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(ending)

    def unsaved(self, path: Path | None) -> Unsaved:
        """What is to become of what was painted on a picture, and is in no file yet."""
        button = QMessageBox.StandardButton
        answer = QMessageBox.warning(
            self._parent,
            self.tr("The work is not saved"),
            self.tr("What you painted on {0} is in no file yet.").format(path.name if path else ""),
            button.Save | button.Discard | button.Cancel,
            button.Save,
        )
        chosen = {button.Save: Unsaved.SAVE, button.Discard: Unsaved.DISCARD}
        return chosen.get(answer, Unsaved.KEEP)

    def going(self, name: str) -> Going:
        """What is to become of a run that is under way when the window closes."""
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("A student is learning"))
        box.setText(self.tr("“{0}” has not come to its end.").format(name))
        box.setInformativeText(
            self.tr("It can go on without the window; when you come back you find it here.")
        )
        role = QMessageBox.ButtonRole
        leave = box.addButton(self.tr("Leave it running"), role.AcceptRole)
        stop = box.addButton(self.tr("Save and stop it"), role.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(leave)
        box.exec()
        pressed = box.clickedButton()
        return Going.LEAVE if pressed is leave else Going.STOP if pressed is stop else Going.STAY

    def may_delete(self, name: str) -> bool:
        """Whether what was left behind of a picture's work may be deleted."""
        button = QMessageBox.StandardButton
        answer = QMessageBox.warning(
            self._parent,
            self.tr("Delete unsaved work"),
            self.tr("What you painted on {0} cannot be brought back then.").format(name),
            button.Discard | button.Cancel,
            button.Cancel,
        )
        return answer == button.Discard

    def folder(self, title: str, folder: str) -> Path | None:
        """A folder; it may be made on the way."""
        name = QFileDialog.getExistingDirectory(self._parent, title, folder)
        return Path(name) if name else None

    def version_to_open(self, folder: str) -> Path | None:
        """Another version of the photograph that is open."""
        return self._open(self.tr("Another version of this photograph"), folder)

    def photograph_to_find(self, why: str, folder: str) -> Path | None:
        """The photograph of a project, which was not found."""
        return self._open(why, folder)

    def project_to_write(self, suggestion: Path, *, inside: bool) -> tuple[Path, bool] | None:
        """Where to write a project, and whether with the photograph inside."""
        kinds = {
            self.tr("Project with its photograph inside (*.gossamer)"): True,
            self.tr("Project beside its photograph (*.gossamer)"): False,
        }
        first = next(kind for kind, holds in kinds.items() if holds == inside)
        name, kind = QFileDialog.getSaveFileName(
            self._parent, self.tr("Save the project"), str(suggestion), ";;".join(kinds), first
        )
        if not name:
            return None
        path = Path(name)
        whole = path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
        return whole, kinds.get(kind, inside)

    def colour(self, current: QColor) -> QColor | None:
        """A colour for the ground of the cut-out."""
        chosen = QColorDialog.getColor(current, self._parent, self.tr("Ground"))
        return chosen if chosen.isValid() else None

    def tint(self, current: QColor, title: str) -> QColor | None:
        """A colour for a class of the trimap."""
        chosen = QColorDialog.getColor(current, self._parent, title)
        return chosen if chosen.isValid() else None

    def _open(self, title: str, folder: str, kinds: str = "") -> Path | None:
        kinds = kinds or self.tr("Pictures ({0})").format(_PICTURES)
        name, _ = QFileDialog.getOpenFileName(self._parent, title, folder, kinds)
        return Path(name) if name else None
