"""All runs: looked at, compared, promoted, exported, deleted; and the weights that are in use."""

from pathlib import Path

from PySide6.QtCore import QItemSelection, QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.advanced.outcome.asking import Asking
from app.advanced.outcome.delegate import RunDelegate
from app.advanced.outcome.former_bar import FormerBar
from app.advanced.outcome.lane import OUTCOME_LANE
from app.advanced.outcome.model import RunsModel
from app.advanced.outcome.reader import RunsReader
from app.advanced.outcome.removing import for_good, require_idle, to_trash
from app.advanced.outcome.row import RunRow
from app.advanced.outcome.sheet import PromotionSheet
from app.advanced.outcome.versus import VersusSheet
from app.messages import Message, explain
from app.tasks import Task
from app.theme import DARK, Colours
from engine.errors import EngineError
from engine.imaging.placing import write_whole
from engine.runs.folders import add, leave_out, runs_folder


class RunsPanel(QWidget):
    """The list of runs, what can be done with those that are chosen, and the way back."""

    watch_wanted = Signal(Path)
    """Show this run."""
    spec_wanted = Signal(object)
    """Take this RunSpec as a recipe."""
    promoted = Signal(str)
    """The name of a model that has other weights now: a run's, or its former ones."""

    def __init__(self, parent: QWidget | None = None, asking: Asking | None = None) -> None:
        """asking: what puts questions to the person."""
        super().__init__(parent)
        self._asking = asking or Asking(self)
        self._colours = DARK
        self.device = "auto"
        self._sheets: list[PromotionSheet | VersusSheet] = []
        self._model = RunsModel(self)
        self._reader = RunsReader(self)
        self._delegate = RunDelegate(self)
        self.list = self._list()
        self.former = FormerBar()
        self._notice = QLabel()
        self._notice.setObjectName("noticeText")
        self._notice.setWordWrap(True)
        self._notice.hide()
        self._empty = QLabel(self.tr("No runs yet: what you start is listed here, and stays."))
        self._empty.setObjectName("note")
        self._empty.setWordWrap(True)
        self.promote = self._button(self.tr("Promote…"), self._on_promote)
        self.compare = self._button(self.tr("Compare two"), self._on_compare)
        self.more = self._menu_button()
        self._lay_out()
        self._connect()
        self._show_buttons()

    def _list(self) -> QListView:
        view = QListView()
        view.setObjectName("failures")
        view.setAccessibleName(self.tr("Runs"))
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setMouseTracking(True)
        return view

    def _button(self, text: str, call: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(call)
        return button

    def _menu_button(self) -> QToolButton:
        button, self._menu = QToolButton(), QMenu(self)
        button.setText(self.tr("More"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self._menu)
        add_action = self._menu.addAction
        self._watch = add_action(self.tr("Show this run"), self._on_watch)
        self._again = add_action(self.tr("Take as the recipe"), self._on_again)
        self._open = add_action(self.tr("Open the folder"), self._on_open)
        self._export = add_action(self.tr("Export the spec…"), self._on_export)
        self._menu.addSeparator()
        self._add = add_action(self.tr("Add a run from elsewhere…"), self._on_add)
        self._leave = add_action(self.tr("Take off the list"), self._on_leave)
        self._delete = add_action(self.tr("Delete…"), self._on_delete)
        return button

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Runs"))
        title.setObjectName("topic")
        buttons = QGridLayout()
        buttons.setSpacing(6)
        for place, widget in enumerate((self.promote, self.compare, self.more)):
            buttons.addWidget(widget, 0, place)
            buttons.setColumnStretch(place, 2 if place < 2 else 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (title, self._empty):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self._notice)
        column.addLayout(buttons)
        column.addWidget(self.former)

    def _connect(self) -> None:
        self._reader.told.connect(self._on_told)
        self._reader.failed.connect(self._on_failed)
        selection = self.list.selectionModel()
        selection.selectionChanged.connect(self._on_selected)
        self.list.doubleClicked.connect(self._on_watch)
        self.list.customContextMenuRequested.connect(self._on_menu_wanted)
        self.former.went_back.connect(self.promoted)
        self.former.failed.connect(self._on_failed)

    @property
    def chosen(self) -> tuple[RunRow, ...]:
        """The rows that are chosen, from the top."""
        places = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(self._model.rows[place] for place in places)

    @property
    def notice(self) -> str:
        """What is said of the last thing that was asked for."""
        return self._notice.text()

    @Slot()
    def look(self) -> None:
        """Look again which runs there are."""
        self._reader.look()

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self._colours = colours
        self._delegate.colour(colours)
        self.list.viewport().update()
        for sheet in self._sheets:
            sheet.colour(colours)

    def finish(self) -> None:
        """The window is about to go: give up what is measured, and wait for that."""
        self._reader.watch(False)
        for sheet in self._sheets:
            sheet.close()
        OUTCOME_LANE.waitForDone()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for as long as somebody can see it."""
        super().showEvent(event)
        self._reader.watch(True)
        self.former.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody can."""
        super().hideEvent(event)
        self._reader.watch(False)

    # -- what is asked for

    @Slot()
    def _on_promote(self) -> None:
        (row,) = self.chosen
        sheet = PromotionSheet(row.folder, self.device, self.window(), self._asking.sets)
        sheet.promoted.connect(self._on_promoted)
        self._open_sheet(sheet)

    @Slot()
    def _on_compare(self) -> None:
        one, two = self.chosen
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
        if len(self.chosen) == 1:
            self.watch_wanted.emit(self.chosen[0].folder)

    @Slot()
    def _on_again(self) -> None:
        self.spec_wanted.emit(self.chosen[0].story.spec)

    @Slot()
    def _on_open(self) -> None:
        for row in self.chosen:
            self._asking.open_folder(QUrl.fromLocalFile(str(row.folder)))

    @Slot()
    def _on_export(self) -> None:
        (row,) = self.chosen
        path = self._asking.spec_to_write(Path.home() / f"{row.name}.json")
        if path is not None and row.story.spec is not None:
            try:
                write_whole(path, row.story.spec.to_json().encode())
            except EngineError as error:
                self._on_failed(explain(error))
                return
            self._say(self.tr("Start it with: gossamer-cli distill {0}").format(f'"{path}"'))

    @Slot()
    def _on_add(self) -> None:
        folder = self._asking.run_to_add(runs_folder())
        if folder is not None:
            self._try(lambda: add(folder))

    @Slot()
    def _on_leave(self) -> None:
        for row in self.chosen:
            leave_out(row.folder)
        self.look()

    @Slot()
    def _on_delete(self) -> None:
        folders = [row.folder for row in self.chosen]
        for folder in folders:
            try:
                require_idle(folder)
            except EngineError as error:
                self._on_failed(explain(error))
                return
        if folders and self._asking.may_delete([folder.name for folder in folders]):
            self._try(lambda: _trash(folders), self._on_trashed)

    def _try(self, call: object, then: object = None) -> None:
        work = call
        task = Task(lambda _task: work())  # type: ignore[operator]
        task.succeeded.connect(then or self._on_done)
        task.failed.connect(self._on_error)
        task.start(OUTCOME_LANE)

    @Slot(object)
    def _on_done(self, _result: object) -> None:
        self._say("")
        self.look()

    @Slot(object)
    def _on_trashed(self, left: list[Path]) -> None:
        """What there is no trash for is deleted for good only if that is wanted too."""
        self.look()
        if left and self._asking.may_delete_for_good([folder.name for folder in left]):
            self._try(lambda: [for_good(folder) for folder in left])

    @Slot(object)
    def _on_error(self, error: BaseException) -> None:
        self._on_failed(explain(error))
        self.look()

    # -- what follows

    @Slot(object)
    def _on_told(self, rows: tuple[RunRow, ...]) -> None:
        chosen = [row.folder for row in self.chosen]
        self._model.show_rows(rows)
        if [row.folder for row in self.chosen] != chosen:
            selection = QItemSelection()
            for folder in chosen:
                place = self._model.place_of(folder)
                if place.isValid():
                    selection.select(place, place)
            model = self.list.selectionModel()
            model.select(selection, model.SelectionFlag.ClearAndSelect)
        self._empty.setVisible(not rows)
        self._show_buttons()

    @Slot()
    def _on_selected(self) -> None:
        self._say("")
        self._show_buttons()

    @Slot(QPoint)
    def _on_menu_wanted(self, place: QPoint) -> None:
        self._menu.popup(self.list.viewport().mapToGlobal(place))

    def _show_buttons(self) -> None:
        chosen = self.chosen
        one = len(chosen) == 1
        has_spec = one and chosen[0].story.spec is not None
        own = runs_folder()
        self.promote.setEnabled(one and chosen[0].has_weights)
        self.compare.setEnabled(len(chosen) == 2)
        self.compare.setToolTip(self.tr("Choose two runs, the second with Ctrl held"))
        for action in (self._again, self._export):
            action.setEnabled(has_spec)
        self._watch.setEnabled(one)
        self._open.setEnabled(bool(chosen))
        self._delete.setEnabled(bool(chosen))
        elsewhere = bool(chosen) and all(row.folder.parent != own for row in chosen)
        self._leave.setEnabled(elsewhere)

    @Slot(object)
    def _on_failed(self, message: Message) -> None:
        self._say(message.words)

    def _say(self, words: str) -> None:
        self._notice.setText(words)
        self._notice.setVisible(bool(words))


def _trash(folders: list[Path]) -> list[Path]:
    """Move what can be moved; gives the folders for which there is no trash."""
    return [folder for folder in folders if not to_trash(folder)]
