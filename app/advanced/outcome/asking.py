"""The questions of the runs' panel; a test answers in the person's place."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from engine.promotion.comparison import EvaluationSet, all_sets


class Asking(QObject):
    """Asks the person, and the system."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent

    def sets(self) -> tuple[EvaluationSet, ...]:
        """What a promotion is decided on; asked in another thread."""
        return all_sets()

    def open_folder(self, place: QUrl) -> None:
        """Show a folder in the system's file manager."""
        QDesktopServices.openUrl(place)

    def spec_to_write(self, suggestion: Path) -> Path | None:
        """Where a spec is to be written."""
        title, kinds = self.tr("Export the spec"), self.tr("Specs (*.json)")
        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), kinds)
        path = Path(name)
        return (path if path.suffix else path.with_suffix(".json")) if name else None

    def run_to_add(self, folder: Path) -> Path | None:
        """The folder of a run that was made elsewhere."""
        title = self.tr("The folder of a run")
        name = QFileDialog.getExistingDirectory(self._parent, title, str(folder))
        return Path(name) if name else None

    def may_delete(self, names: Sequence[str]) -> bool:
        """Whether runs may go to the trash."""
        return self._may(
            self.tr("Delete runs"),
            self.tr("{0} goes to the trash, with its checkpoints and previews.").format(
                ", ".join(f"“{name}”" for name in names)
            ),
        )

    def may_delete_for_good(self, names: Sequence[str]) -> bool:
        """Whether runs may be deleted for good, where there is no trash."""
        return self._may(
            self.tr("Delete runs for good"),
            self.tr("There is no trash here: {0} cannot be brought back then.").format(
                ", ".join(f"“{name}”" for name in names)
            ),
        )

    def _may(self, title: str, words: str) -> bool:
        button = QMessageBox.StandardButton
        answer = QMessageBox.warning(
            self._parent, title, words, button.Discard | button.Cancel, button.Cancel
        )
        return answer == button.Discard
