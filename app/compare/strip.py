"""The strip over the canvas while mattes are compared: who stands where, and how they are laid."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.actions import Actions
from app.compare.comparison import Comparison, Source
from app.compare.facts import FactsLabel
from app.compare.lineup import Lineup
from app.compare.scores import Scored, written
from app.icons import SIZE
from app.panels.segments import Segments

_WIDEST_NAME = 150
"""Pixels of a name: both fit beside the buttons of the smallest window."""
MODE_ACTIONS = ("wipe", "side_by_side", "difference")


class Strip(QFrame):
    """The left side's name at the left, the right side's at the right, their facts beneath."""

    chosen = Signal(str, object)
    """"left" or "right", and the Source that shall stand there."""

    def __init__(
        self,
        comparison: Comparison,
        lineup: Lineup,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._comparison = comparison
        self._lineup = lineup
        self._open_truth = actions["open_truth"]
        self._names: dict[str, QToolButton] = {}
        self._facts: dict[str, FactsLabel] = {}
        self._errors: dict[str, str] = {}
        """What was measured, by the title of what it was measured of."""
        for side, words in (("left", self.tr("Left side")), ("right", self.tr("Right side"))):
            self._names[side] = self._build_name(side, words)
        self._facts["left"] = FactsLabel(Qt.AlignmentFlag.AlignLeft)
        self._facts["right"] = FactsLabel(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._names["left"])
        row.addStretch(1)
        row.addWidget(Segments(*(_button(actions[name]) for name in MODE_ACTIONS)))
        row.addWidget(_button(actions["swap_sides"]))
        row.addStretch(1)
        row.addWidget(self._names["right"])
        row.addWidget(_button(actions["stop_comparing"]))
        facts = QHBoxLayout()
        facts.setContentsMargins(8, 0, 8, 0)
        facts.setSpacing(16)
        for label in self._facts.values():
            label.setObjectName("note")
            facts.addWidget(label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 3, 6, 5)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(facts)
        comparison.changed.connect(self.show_sides)
        lineup.changed.connect(self.show_sides)
        self.hide()

    @Slot()
    def show_sides(self) -> None:
        """Tell again who stands where."""
        for side, source in (("left", self._comparison.left), ("right", self._comparison.right)):
            title = self._lineup.title(source) if source else self.tr("Choose…")
            facts = self._lineup.facts(source) if source else self.tr("nothing to compare with")
            if title in self._errors:
                facts = f"{facts} · {self._errors[title]}"
            button = self._names[side]
            metrics, right = button.fontMetrics(), Qt.TextElideMode.ElideRight
            button.setText(metrics.elidedText(title, right, _WIDEST_NAME))
            self._facts[side].set_text(facts)
            button.setToolTip(f"{title} · {facts}")

    @Slot(object)
    def tell_errors(self, scored: tuple[Scored, ...]) -> None:
        """Tell how far sides are from the ground truth; nothing without one."""
        text = self.tr("SAD {0} · MSE {1}")
        self._errors = {
            one.title: text.format(written("sad", one), written("mse", one)) for one in scored
        }
        self.show_sides()

    def _build_name(self, side: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("side_name")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(words)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        menu = QMenu(button)
        menu.setObjectName(side)
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(self._on_triggered)
        button.setMenu(menu)
        return button

    @Slot()
    def _fill(self) -> None:
        menu = self.sender()
        assert isinstance(menu, QMenu)
        self._lineup.read_library()
        menu.clear()
        current = self._comparison.left if menu.objectName() == "left" else self._comparison.right
        for source in self._lineup.sources():
            entry = menu.addAction(self._lineup.title(source))
            entry.setCheckable(True)
            entry.setChecked(source == current)
            entry.setData(source)
        if self._lineup.truth is None:
            menu.addSeparator()
            menu.addAction(self._open_truth)

    @Slot(QAction)
    def _on_triggered(self, entry: QAction) -> None:
        menu, source = self.sender(), entry.data()
        if isinstance(source, Source) and isinstance(menu, QMenu):
            self.chosen.emit(menu.objectName(), source)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(SIZE)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text())
    return button
