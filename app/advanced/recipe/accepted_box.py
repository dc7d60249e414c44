"""The mattes that the person accepted: whether they are learnt from, and whether more are kept."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.advanced.recipe.accepted_sheet import AcceptedSheet
from app.advanced.recipe.fields import link
from app.numbers import number
from app.settings import Settings
from engine.data.accepted import accepted

ORIGIN = "Mattes that the person who trained accepted"


class AcceptedBox(QWidget):
    """Off until the person wants it, and nothing is kept until then."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._learnt = 0
        self._box = QCheckBox(self.tr("Mattes of my own"))
        self._box.setToolTip(
            self.tr("Learn from mattes that you exported while keeping them was switched on")
        )
        self._box.toggled.connect(self._on_toggled)
        self._list = link(self.tr("Show…"))
        self._list.clicked.connect(self._on_list)
        self._keep = QCheckBox(self.tr("Keep what I export from now on"))
        self._keep.setToolTip(
            self.tr(
                "The cut-out, its alpha, the photograph and the trimap are kept on this machine"
                " only, and can be removed at any time. One picture in five is held out."
            )
        )
        self._keep.setChecked(settings.keeps_mattes)
        self._keep.toggled.connect(self._on_keep)
        self._note = QLabel()
        self._note.setObjectName("note")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._box)
        head.addWidget(self._note)
        head.addStretch(1)
        head.addWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        inner = QHBoxLayout()
        inner.setContentsMargins(22, 0, 0, 0)
        inner.addWidget(self._keep)
        layout.addLayout(inner)
        self.refresh()

    @property
    def is_used(self) -> bool:
        """Whether they are learnt from."""
        return self._box.isChecked() and self._box.isEnabled()

    @property
    def used_count(self) -> int:
        """How many are learnt from."""
        return self._learnt if self.is_used else 0

    @property
    def card(self) -> tuple[str, str]:
        """What the card of the weights says of them: source and licence."""
        return ORIGIN, "their own"

    def use(self, used: bool) -> None:
        """Learn from them, or do not."""
        self._box.setChecked(used)

    def refresh(self) -> None:
        """Count again: there may be more."""
        kept = accepted()
        self._learnt = sum(not one.held_out for one in kept)
        self._box.setEnabled(self._learnt > 0)
        self._list.setVisible(bool(kept))
        self._note.setText(
            self.tr("{0}, {1} held out").format(number(len(kept)), number(len(kept) - self._learnt))
            if kept
            else self.tr("none yet")
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Perhaps something was exported meanwhile."""
        super().showEvent(event)
        self.refresh()

    @Slot(bool)
    def _on_toggled(self, _used: bool) -> None:
        self.changed.emit()

    @Slot(bool)
    def _on_keep(self, keeps: bool) -> None:
        self._settings.keeps_mattes = keeps

    @Slot()
    def _on_list(self) -> None:
        sheet = AcceptedSheet(self.window())
        sheet.changed.connect(self._on_list_changed)
        sheet.open()

    @Slot()
    def _on_list_changed(self) -> None:
        self.refresh()
        self.changed.emit()
