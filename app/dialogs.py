"""The questions that the window asks: which file, and whether to give something up."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFileDialog, QMessageBox, QWidget

_PICTURES = "*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp *.gif"


class Dialogs(QObject):
    """Asks the person; a test, or a script, answers in its place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent

    def picture_to_open(self, folder: str) -> Path | None:
        """A photograph; None when the person thought better of it."""
        return self._open(self.tr("Open a photograph"), folder)

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
        """Where to write a PNG; its ending is added when it is left out."""
        name, _ = QFileDialog.getSaveFileName(
            self._parent, title, str(suggestion), self.tr("PNG pictures (*.png)")
        )
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(".png")

    def may_discard(self) -> bool:
        """Whether the painted trimap, which nothing keeps, may go."""
        answer = QMessageBox.warning(
            self._parent,
            self.tr("The trimap is not saved"),
            self.tr("What you painted is in no file yet. Give it up?"),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Discard

    def colour(self, current: QColor) -> QColor | None:
        """A colour for the ground of the cut-out."""
        chosen = QColorDialog.getColor(current, self._parent, self.tr("Ground"))
        return chosen if chosen.isValid() else None

    def tint(self, current: QColor, title: str) -> QColor | None:
        """A colour for a class of the trimap."""
        chosen = QColorDialog.getColor(current, self._parent, title)
        return chosen if chosen.isValid() else None

    def about(self, version: str) -> None:
        """What this program is."""
        QMessageBox.about(
            self._parent,
            self.tr("About Gossamer"),
            self.tr(
                "<h3>Gossamer {0}</h3><p>A photograph and a painted trimap become an alpha matte."
                "</p><p>Nothing leaves this machine.</p>"
            ).format(version),
        )

    def _open(self, title: str, folder: str) -> Path | None:
        kinds = self.tr("Pictures ({0})").format(_PICTURES)
        name, _ = QFileDialog.getOpenFileName(self._parent, title, folder, kinds)
        return Path(name) if name else None
