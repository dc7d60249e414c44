"""The key sheet: every key and gesture on one page, read from the table of actions."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.actions import GESTURES, SPECS
from app.keys import KeyMap, native
from app.screens import room_for

_PAINT = (
    *(
        "brush",
        "eraser",
        "lasso",
        "fill",
        "clean",
        "hand",
        "foreground",
        "background",
        "unknown",
        "swap",
    ),
    *("smaller", "larger", "undo", "redo"),
)
_TRIMAP = (
    *("propose", "propose_within", "narrow", "widen", "check_band", "take_advice"),
    *("band_from_file", "band_from_alpha", "border"),
)
_PAINT_GESTURES = (
    *("other", "line", "corner", "close", "take_back", "further", "any_colour", "turned"),
)
_LOOK = (
    *("original", "trimap", "alpha", "cutout", "next_ground", "fit", "full_size"),
    *("zoom_in", "zoom_out", "panels", "full_screen"),
)
_MATTE = ("matte", "cancel")
_COMPARE = (*("compare", "next_comparison", "next_worst", "disagreement", "loupe", "fringe_card"),)
_FILES = (
    "open",
    "save",
    "save_as",
    "paste",
    "import_trimap",
    "export_trimap",
    "export_alpha",
    "export_cutout",
    "copy_cutout",
)

_FRAME = 60
"""About what a desktop puts above and below a dialog."""

_Row = tuple[list[str], str]


class KeySheet(QDialog):
    """A page of keys; closes with Escape."""

    def __init__(
        self, keys: KeyMap, *, wheel_sizes: bool = False, parent: QWidget | None = None
    ) -> None:
        """wheel_sizes: whether the wheel alone changes the size of the brush."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and gestures"))
        self._keys = keys
        self._wheel_sizes = wheel_sizes
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(24, 20, 24, 0)
        columns.setSpacing(36)
        for topics in self._topics():
            column = QVBoxLayout()
            column.setSpacing(6)
            for title, rows in topics:
                heading = QLabel(title)
                heading.setObjectName("topic")
                column.addWidget(heading)
                column.addLayout(_grid(rows))
                column.addSpacing(8)
            column.addStretch(1)
            columns.addLayout(column)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())  # of another family
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_scrolled(page))
        buttons.setContentsMargins(24, 0, 24, 16)
        layout.addWidget(buttons)
        rest = buttons.sizeHint().height() + layout.spacing()
        room = room_for(self)
        wanted = QSize(page.sizeHint().width(), page.sizeHint().height() + rest)
        self.resize(wanted.boundedTo(QSize(room.width(), room.height() - _FRAME)))

    def _topics(self) -> list[list[tuple[str, list[_Row]]]]:
        """Titles and their rows, column by column; what no topic names comes last."""
        painting = [*self._of(*_PAINT), *self._gestures(*_PAINT_GESTURES)]
        looking = [*self._of(*_LOOK), *self._gestures("peek", "bare", "pan")]
        named = {*_PAINT, *_TRIMAP, *_LOOK, *_MATTE, *_COMPARE, *_FILES}
        rest = self._of(*(spec.name for spec in SPECS if spec.keys and spec.name not in named))
        return [
            [
                (self.tr("Paint"), [*painting, self._wheel(sizes=True)]),
                (self.tr("Matte"), self._of(*_MATTE)),
            ],
            [
                (self.tr("Look"), [*looking, self._wheel(sizes=False), self._leave()]),
                (self.tr("Compare"), self._of(*_COMPARE)),
            ],
            [
                (self.tr("Trimap"), self._of(*_TRIMAP)),
                (self.tr("Files"), self._of(*_FILES)),
                (self.tr("Program"), rest),
            ],
        ]

    def _of(self, *names: str) -> list[_Row]:
        words = {spec.name: spec.text for spec in SPECS}
        return [(self._caps(name), _said(words[name]).rstrip("…")) for name in names]

    def _gestures(self, *names: str) -> list[_Row]:
        return [
            ([*self._caps(spec.name), *filter(None, [_said(spec.pointer)])], _said(spec.text))
            for spec in GESTURES
            if spec.name in names
        ]

    def _caps(self, name: str) -> list[str]:
        return [native(key) for key in self._keys.keys(name)[:2]]

    def _wheel(self, *, sizes: bool) -> _Row:
        how = self.tr("Wheel") if sizes == self._wheel_sizes else self.tr("Ctrl+wheel")
        return [how], self.tr("Brush size") if sizes else self.tr("Zoom at the cursor")

    def _leave(self) -> _Row:
        return [native("Shift+Tab")], self.tr("Leave the canvas")


def _said(text: str) -> str:
    return QCoreApplication.translate("Actions", text) if text else ""


def _scrolled(page: QWidget) -> QScrollArea:
    """On a small screen the page is longer than there is room."""
    area = QScrollArea()
    area.setObjectName("keyPage")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    area.setMinimumWidth(page.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
    return area


def _grid(rows: list[_Row]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    for row, (keys, text) in enumerate(rows):
        caps = QHBoxLayout()
        caps.setSpacing(4)
        caps.addStretch(1)
        for key in keys:
            cap = QLabel(key)
            cap.setObjectName("keycap")
            caps.addWidget(cap)
        grid.addLayout(caps, row, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(QLabel(text), row, 1)
    return grid
