"""One folder to learn from: whether it is used, what is in it, and what is wrong with it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.advanced.recipe.fields import link
from app.advanced.recipe.looking import FolderLooker, Glance, Kind
from app.advanced.recipe.thumbnails import Thumbnails
from app.compare.elided import ElidedLabel
from app.messages import explain
from app.numbers import number
from engine.data.checking import Report


class SourceRow(QWidget):
    """A folder that stays, or one that the person added and may remove."""

    changed = Signal()
    """It is used, or not any more; or what is known of it has changed."""
    removed = Signal()
    details_wanted = Signal()

    def __init__(
        self,
        title: str,
        folder: Path,
        kind: Kind,
        *,
        licence: str = "",
        origin: str = "",
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """licence: that is known beforehand; origin: how a card calls the data."""
        super().__init__(parent)
        self.folder, self.kind = folder, kind
        self.origin = origin or folder.name
        self.licence = licence
        self.glance: Glance | None = None
        self.report: Report | None = None
        self.trouble = ""
        """Why it cannot be used; empty if nothing is known against it."""
        self._share = 0.0
        self._looker = FolderLooker(kind, self)
        self._looker.glanced.connect(self._on_glanced)
        self._looker.progressed.connect(self._on_progressed)
        self._looker.checked.connect(self._on_checked)
        self._looker.failed.connect(self._on_failed)
        self._box = QCheckBox(title)
        self._box.setToolTip(str(folder))
        self._box.toggled.connect(self._on_toggled)
        self._note = ElidedLabel()
        self._note.setObjectName("note")
        self._details = link(self.tr("Details…"))
        self._details.setAccessibleDescription(title)
        self._details.clicked.connect(self.details_wanted)
        self._remove = link(self.tr("Remove"))
        self._remove.setAccessibleDescription(title)
        self._remove.clicked.connect(self.removed)
        self._remove.setVisible(removable)
        self._thumbnails = Thumbnails()
        self._trouble = ElidedLabel()
        self._trouble.setObjectName("trouble")
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._box)
        head.addStretch(1)
        head.addWidget(self._remove)
        head.addWidget(self._details)
        self._inner = QWidget()
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(22, 0, 0, 4)
        inner.setSpacing(4)
        inner.addWidget(self._note)
        inner.addWidget(self._thumbnails)
        inner.addWidget(self._trouble)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addLayout(head)
        layout.addWidget(self._inner)

    @property
    def is_used(self) -> bool:
        """Whether it is learnt from."""
        return self._box.isChecked()

    @property
    def title(self) -> str:
        """How people call it."""
        return self._box.text()

    @property
    def note(self) -> str:
        """What is said of what is in it."""
        return self._note.words

    @property
    def count(self) -> int | None:
        """Files that can be used, as far as that is known."""
        if self.report is not None:
            return self.report.usable
        return self.glance.files if self.glance is not None else None

    def use(self, used: bool) -> None:
        """Learn from it, or do not."""
        self._box.setChecked(used)

    def look(self) -> None:
        """Look into the folder again."""
        self.glance = self.report = None
        self.trouble, self._share = "", 0.0
        self._thumbnails.show_pictures([])
        self._looker.look(self.folder)
        self._show()

    def rest(self) -> None:
        """Leave the folder alone: the row goes."""
        self._looker.rest()

    def set_licence(self, licence: str) -> None:
        """The person knows better."""
        self.licence = licence
        self._show()
        self.changed.emit()

    @Slot(bool)
    def _on_toggled(self, used: bool) -> None:
        if used and self.glance is None:
            self.look()
        if not used and self.report is None:
            self._looker.rest()
            self.glance = None
        self._show()
        self.changed.emit()

    @Slot(object)
    def _on_glanced(self, glance: Glance) -> None:
        self.glance = glance
        self.licence = self.licence or glance.licence
        self._thumbnails.show_pictures(glance.thumbnails)
        self._show()
        self.changed.emit()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        self._share = share
        self._show()

    @Slot(object)
    def _on_checked(self, report: Report) -> None:
        self.report = report
        if not report.usable:
            self.trouble = self.tr("Nothing in it can be learnt from: see the details.")
        self._show()
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.trouble = explain(error).words
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        used = self.is_used
        self._inner.setVisible(used)
        self._details.setVisible(used)
        self._trouble.set_text(self.trouble)
        self._trouble.setVisible(bool(self.trouble))
        self._note.set_text(self._words())
        self._note.setVisible(not self.trouble)

    def _words(self) -> str:
        parts = []
        if self.report is not None:
            parts.append(_of(self.report.usable, self.report.files, self.tr("{0} of {1} usable")))
            amiss = len(self.report.complaints)
            if amiss:
                parts.append(self.tr("{0} remarks").format(number(amiss)))
        elif self.glance is not None:
            checking = self.tr("{0} files, checking: {1} %")
            parts.append(checking.format(number(self.glance.files), round(100 * self._share)))
        else:
            parts.append(self.tr("Looking into it…"))
        parts.append(self.licence or self.tr("licence not known"))
        return " · ".join(parts)


def _of(usable: int, files: int, words: str) -> str:
    return number(files) if usable == files else words.format(number(usable), number(files))
