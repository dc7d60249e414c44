"""Pictures to choose from, and two mattes of the chosen one under the wipe."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.advanced.outcome.plate import Plate, Shot, plates
from app.advanced.outcome.wipe import Wipe
from app.looks import Look
from app.messages import explain
from app.panels.segments import Segments, segment
from app.tasks import FILE_LANE, Task
from app.theme import Colours

_LIST = 210


class Gallery(QWidget):
    """Shows Shots; the first two of a shot's mattes are opposed until others are chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shots: dict[str, Shot] = {}
        self._plates: dict[str, Plate] = {}
        self._task: Task | None = None
        self.wipe = Wipe()
        self.names = QListWidget()
        self.names.setObjectName("failures")
        self.names.setAccessibleName(self.tr("Pictures"))
        self.names.setFixedWidth(_LIST)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setWordWrap(True)  # a name that is too long goes on below
        self.names.currentItemChanged.connect(self._on_chosen)
        self.left, self.right = QComboBox(), QComboBox()
        self.left.setAccessibleName(self.tr("At the left"))
        self.right.setAccessibleName(self.tr("At the right"))
        for box in (self.left, self.right):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(self._show)
        self._looks = QButtonGroup(self)
        self._looks.idClicked.connect(self._on_look)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.left)
        head.addStretch(1)
        segments = Segments()
        looks = (
            (Look.ALPHA, self.tr("Alpha")),
            (Look.CUTOUT, self.tr("Cut-out")),
            (Look.ORIGINAL, self.tr("Original")),
        )
        for number, (look, words) in enumerate(looks):
            button = segment(words)
            button.setChecked(look is Look.ALPHA)
            button.setProperty("look", look.value)
            self._looks.addButton(button, number)
            segments.add(button)
        head.addWidget(segments)
        head.addStretch(1)
        head.addWidget(self.right)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.wipe, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.names)
        row.addLayout(column, 1)

    def show_shots(self, shots: list[tuple[Shot, str]]) -> None:
        """List these with a remark each; the one that was chosen stays if it is among them."""
        item = self.names.currentItem()
        before = item.data(Qt.ItemDataRole.UserRole) if item is not None else ""
        self._shots = {shot.title: shot for shot, _ in shots}
        self.names.blockSignals(True)
        self.names.clear()
        for shot, remark in shots:
            made = QListWidgetItem(f"{shot.title}\n{remark}" if remark else shot.title)
            made.setData(Qt.ItemDataRole.UserRole, shot.title)
            made.setToolTip(made.text())
            self.names.addItem(made)
        self.names.blockSignals(False)
        titles = list(self._shots)
        self.names.setCurrentRow(titles.index(before) if before in titles else 0)
        if not shots:
            self.wipe.show_sides()

    def colour(self, colours: Colours) -> None:
        """Take the colours of a theme."""
        self.wipe.colour(colours)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is None:
            return
        shot = self._shots[item.data(Qt.ItemDataRole.UserRole)]
        if self._task is not None:
            self._task.cancel()
        self._task = Task(lambda _task: dict(plates(shot)))
        self._task.succeeded.connect(self._on_read)
        self._task.failed.connect(self._on_failed)
        self._task.start(FILE_LANE)

    @Slot(object)
    def _on_read(self, found: dict[str, Plate]) -> None:
        if self.sender() is not self._task:
            return
        self._plates = found
        titles = list(found)
        for box, place in ((self.left, 0), (self.right, 1)):
            if [box.itemText(number) for number in range(box.count())] != titles:
                box.clear()
                box.addItems(titles)
                box.setCurrentIndex(min(place, len(titles) - 1))
            box.setVisible(len(titles) > 2)
        self._show()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        explain(error)  # for the log: the list says what there is
        if self.sender() is self._task:
            self.wipe.show_sides()

    @Slot()
    def _show(self) -> None:
        titles = [self.left.currentText(), self.right.currentText()]
        sides = [(title, self._plates[title]) for title in titles if title in self._plates]
        self.wipe.show_sides(*(sides[:1] if len(self._plates) == 1 else sides))

    @Slot(int)
    def _on_look(self, number: int) -> None:
        self.wipe.looks.set_look(Look(self._looks.button(number).property("look")))
