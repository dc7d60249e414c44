"""The list of runs; what is chosen stays chosen while runs come, go and change."""

from PySide6.QtCore import QItemSelection, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.advanced.outcome.delegate import RunDelegate
from app.advanced.outcome.model import RunsModel
from app.advanced.outcome.reader import RunsReader
from app.advanced.outcome.row import RunRow
from app.theme import Colours


class RunsList(QListView):
    """Reads the runs for as long as it can be seen."""

    changed = Signal()
    """Other runs are listed or chosen, or what they tell is another."""
    chosen_changed = Signal()
    """The person has chosen others."""
    failed = Signal(object)
    """The Message that says why runs cannot be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RunsModel(self)
        self._reader = RunsReader(self)
        self._delegate = RunDelegate(self)
        self._is_filling = False
        self.setObjectName("failures")
        self.setAccessibleName(self.tr("Runs"))
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self._reader.told.connect(self._on_told)
        self._reader.failed.connect(self.failed)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    @property
    def rows(self) -> tuple[RunRow, ...]:
        """All that are listed."""
        return self._rows.rows

    @property
    def chosen(self) -> tuple[RunRow, ...]:
        """The rows that are chosen, from the top."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._rows.rows[place] for place in places)

    @Slot()
    def look(self) -> None:
        """Look again which runs there are."""
        self._reader.look()

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self._delegate.colour(colours)
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for as long as somebody can see it."""
        super().showEvent(event)
        self._reader.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody can."""
        super().hideEvent(event)
        self._reader.watch(False)

    @Slot(object)
    def _on_told(self, rows: tuple[RunRow, ...]) -> None:
        chosen = [row.folder for row in self.chosen]
        self._is_filling = True
        self._rows.show_rows(rows)
        selection = QItemSelection()
        for folder in chosen:
            place = self._rows.place_of(folder)
            if place.isValid():
                selection.select(place, place)
        model = self.selectionModel()
        model.select(selection, model.SelectionFlag.ClearAndSelect)
        self._is_filling = False
        self.changed.emit()

    @Slot()
    def _on_selected(self) -> None:
        if not self._is_filling:
            self.chosen_changed.emit()
            self.changed.emit()
