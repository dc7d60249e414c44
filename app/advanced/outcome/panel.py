"""All runs: looked at, compared, promoted, exported, deleted; and the weights that are in use."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.advanced.lanes import OUTCOME_LANE
from app.advanced.outcome.asking import Asking
from app.advanced.outcome.chores import Chores
from app.advanced.outcome.former_bar import FormerBar
from app.advanced.outcome.runs_list import RunsList
from app.advanced.outcome.sheet import PromotionSheet
from app.advanced.outcome.versus import VersusSheet
from app.messages import Message
from app.theme import DARK, Colours
from engine.runs.folders import runs_folder


class RunsPanel(QWidget):
    """The list of runs, what can be done with those that are chosen, and the way back."""

    watch_wanted = Signal(Path)
    """Show this run."""
    spec_wanted = Signal(object)
    """Take this RunSpec as a recipe."""
    promoted = Signal(str)
    """The name of a model that has other weights now: a run's, or its former ones."""

    def __init__(
        self,
        device: Callable[[], str] = lambda: "auto",
        asking: Asking | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """device: as `Session` has it; asking: what puts questions to the person."""
        super().__init__(parent)
        self._device = device
        self._asking = asking or Asking(self)
        self._chores = Chores(self._asking, self)
        self._colours = DARK
        self._sheets: list[PromotionSheet | VersusSheet] = []
        self.list, self.former = RunsList(), FormerBar()
        self._title = QLabel(self.tr("Runs"))
        self._title.setObjectName("topic")
        self._notice = QLabel()
        self._notice.setObjectName("noticeText")
        self._notice.setWordWrap(True)
        self._notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notice.hide()
        self._empty = QLabel(self.tr("No runs yet: what you start is listed here, and stays."))
        self._empty.setObjectName("note")
        self._empty.setWordWrap(True)
        self.promote = self._button(self.tr("Promote…"), self._on_promote)
        self.compare = self._button(self.tr("Compare two"), self._on_compare)
        self.compare.setToolTip(self.tr("Choose two runs, the second with Ctrl held"))
        self.menu = QMenu(self)
        self._fill_menu()
        self._lay_out()
        self._connect()
        self._show_buttons()

    def _button(self, text: str, call: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(call)
        return button

    def _fill_menu(self) -> None:
        add = self.menu.addAction
        self._watch = add(self.tr("Show this run"), self._on_watch)
        self._again = add(self.tr("Take as the recipe"), self._on_again)
        self._open = add(self.tr("Open the folder"), self._on_open)
        self._export = add(self.tr("Export the spec…"), self._on_export)
        self.menu.addSeparator()
        add(self.tr("Add a run from elsewhere…"), self._chores.add)
        self._leave = add(self.tr("Take off the list"), self._on_leave)
        self._delete = add(self.tr("Delete…"), self._on_delete)

    def _lay_out(self) -> None:
        more = QPushButton(self.tr("More"))
        more.setMenu(self.menu)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.promote, 1)
        buttons.addWidget(self.compare, 1)
        buttons.addWidget(more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addWidget(self._notice)
        column.addLayout(buttons)
        column.addWidget(self.former)

    def _connect(self) -> None:
        self.list.changed.connect(self._show_buttons)
        self.list.chosen_changed.connect(self._on_chosen)
        self.list.failed.connect(self._on_failed)
        self.list.doubleClicked.connect(self._on_watch)
        self.list.customContextMenuRequested.connect(self._on_menu_wanted)
        self._chores.said.connect(self._say)
        self._chores.done.connect(self.list.look)
        self.former.went_back.connect(self.promoted)
        self.former.failed.connect(self._on_failed)

    @property
    def notice(self) -> str:
        """What is said of the last thing that was asked for."""
        return self._notice.text()

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self._colours = colours
        self.list.colour(colours)
        for sheet in self._sheets:
            sheet.colour(colours)

    def finish(self) -> None:
        """The window is about to go: give up what is measured, and wait for that."""
        for sheet in self._sheets:
            sheet.close()
        OUTCOME_LANE.waitForDone()

    def showEvent(self, event: QShowEvent) -> None:
        """Others may have become those in use meanwhile."""
        super().showEvent(event)
        self.former.look()

    @Slot()
    def _on_promote(self) -> None:
        (row,) = self.list.chosen
        sheet = PromotionSheet(row.folder, self._device(), self.window(), self._asking.sets)
        sheet.promoted.connect(self._on_promoted)
        self._open_sheet(sheet)

    @Slot()
    def _on_compare(self) -> None:
        one, two = self.list.chosen
        self._open_sheet(VersusSheet(one, two, self.window()))

    def _open_sheet(self, sheet: PromotionSheet | VersusSheet) -> None:
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.colour(self._colours)
        self._sheets.append(sheet)
        sheet.finished.connect(self._on_sheet_closed)
        sheet.show()

    @Slot()
    def _on_sheet_closed(self) -> None:
        self._sheets = [sheet for sheet in self._sheets if sheet is not self.sender()]

    @Slot(str)
    def _on_promoted(self, name: str) -> None:
        self.former.look(name)
        self.promoted.emit(name)

    @Slot()
    def _on_watch(self) -> None:
        if len(self.list.chosen) == 1:
            self.watch_wanted.emit(self.list.chosen[0].folder)

    @Slot()
    def _on_again(self) -> None:
        self.spec_wanted.emit(self.list.chosen[0].story.spec)

    @Slot()
    def _on_open(self) -> None:
        self._chores.open(self.list.chosen)

    @Slot()
    def _on_export(self) -> None:
        self._chores.export(self.list.chosen[0])

    @Slot()
    def _on_leave(self) -> None:
        self._chores.leave_out(self.list.chosen)

    @Slot()
    def _on_delete(self) -> None:
        self._chores.delete(self.list.chosen)

    @Slot()
    def _on_chosen(self) -> None:
        self._say("")

    @Slot(QPoint)
    def _on_menu_wanted(self, place: QPoint) -> None:
        self.menu.popup(self.list.viewport().mapToGlobal(place))

    @Slot()
    def _show_buttons(self) -> None:
        chosen = self.list.chosen
        one = len(chosen) == 1
        self._empty.setVisible(not self.list.rows)
        self.promote.setEnabled(one and chosen[0].has_weights)
        self.compare.setEnabled(len(chosen) == 2)
        self._watch.setEnabled(one)
        for action in (self._again, self._export):
            action.setEnabled(one and chosen[0].story.spec is not None)
        for action in (self._open, self._delete):
            action.setEnabled(bool(chosen))
        own = runs_folder()
        elsewhere = all(row.folder.parent != own for row in chosen)
        self._leave.setEnabled(bool(chosen) and elsewhere)

    @Slot(object)
    def _on_failed(self, message: Message) -> None:
        self._say(message.words)

    @Slot(str)
    def _say(self, words: str) -> None:
        self._notice.setText(words)
        self._notice.setVisible(bool(words))
