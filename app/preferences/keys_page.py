"""The page of the keys: every action and gesture, its keys, and how to change them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.actions import GESTURES, SPECS
from app.icons import icon
from app.keys import KeyMap, native
from app.preferences.key_field import KeyField
from app.preferences.notice import Notice
from app.preferences.refusals import refusal
from app.theme import Colours

Topics = list[tuple[str, list[str]]]
"""Titles, and the names of the actions and gestures under each."""


@dataclass(eq=False)
class _Row:
    name: str
    words: str
    held: bool
    on_canvas: bool
    fields: list[KeyField] = field(default_factory=list)
    reset: QToolButton = field(default_factory=QToolButton)
    widgets: list[QWidget] = field(default_factory=list)


class KeysPage(QWidget):
    """Shows the key map and changes it; whom a key is taken from is asked before."""

    changed = Signal()

    def __init__(self, keys: KeyMap, topics: Topics, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._rows: dict[str, _Row] = {}
        self._headings: list[tuple[QLabel, list[str]]] = []
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Find an action or a key"))
        self._search.setAccessibleName(self.tr("Find an action or a key"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._notice = Notice()
        self._notice.setMinimumHeight(44)
        self._all = QPushButton(self.tr("Reset all…"))
        self._all.setAutoDefault(False)
        self._all.clicked.connect(self._on_reset_all)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._search, 1)
        head.addWidget(self._all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self._build_list(topics), 1)
        layout.addWidget(self._notice)
        keys.changed.connect(self._show_keys)
        self._show_keys()
        self._explain()

    def colour(self, colours: Colours) -> None:
        """Draw the icons in the colours of a theme."""
        for row in self._rows.values():
            row.reset.setIcon(icon("restore", colours))

    def _build_list(self, topics: Topics) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("keyList")
        grid = QGridLayout(inner)
        grid.setContentsMargins(12, 4, 12, 12)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        line = 0
        for title, names in topics:
            heading = QLabel(title)
            heading.setObjectName("topic")
            heading.setContentsMargins(0, 10, 0, 2)
            grid.addWidget(heading, line, 0, 1, 4)
            self._headings.append((heading, names))
            for name in names:
                line += 1
                self._build_row(grid, line, name)
            line += 1
        grid.setRowStretch(line, 1)
        area = QScrollArea()
        area.setObjectName("keyArea")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _build_row(self, grid: QGridLayout, line: int, name: str) -> None:
        row = _row_of(name)
        label = QLabel(row.words)
        for index in range(1 if row.held else 2):
            words = self.tr("Key of {0}") if index == 0 else self.tr("Second key of {0}")
            box = KeyField(words.format(row.words), held=row.held)
            box.key_pressed.connect(lambda key, r=row, i=index: self._on_pressed(r, i, key))
            box.cleared.connect(lambda r=row, i=index: self._put(r, i, ""))
            box.waiting_changed.connect(lambda waiting, r=row: self._on_waiting(r, waiting))
            row.fields.append(box)
            grid.addWidget(box, line, 1 + index)
        row.reset.setAutoRaise(True)
        row.reset.setIconSize(QSize(16, 16))
        row.reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.reset.setToolTip(self.tr("Back to the first keys of {0}").format(row.words))
        row.reset.setAccessibleName(row.reset.toolTip())
        row.reset.clicked.connect(lambda _=False, r=row: self._on_reset(r))
        policy = row.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        row.reset.setSizePolicy(policy)
        grid.addWidget(label, line, 0)
        grid.addWidget(row.reset, line, 3)
        row.widgets = [label, *row.fields]
        self._rows[name] = row

    @Slot()
    def _show_keys(self) -> None:
        for row in self._rows.values():
            keys = self._keys.keys(row.name)
            for index, box in enumerate(row.fields):
                box.show_key(keys[index] if index < len(keys) else "")
        self._filter()

    @Slot()
    def _filter(self) -> None:
        wanted = self._search.text().strip().casefold()
        for row in self._rows.values():
            keys = [native(key).casefold() for key in self._keys.keys(row.name)]
            found = not wanted or wanted in row.words.casefold() or wanted in keys
            for widget in row.widgets:
                widget.setVisible(found)
            row.reset.setVisible(found and not self._keys.is_first(row.name))
        for heading, names in self._headings:
            heading.setVisible(any(not self._rows[name].widgets[0].isHidden() for name in names))

    def _on_pressed(self, row: _Row, index: int, key: str) -> None:
        reason = refusal(key, held=row.held, on_canvas=row.on_canvas)
        holder = self._keys.holder(key, row.name)
        if reason:
            self._notice.say(reason)
        elif holder is None:
            self._put(row, index, key)
        else:
            other = self._rows[holder].words
            self._notice.ask(
                self.tr("{0} is the key of “{1}”.").format(native(key), other),
                self.tr("Give it to “{0}”").format(row.words),
                lambda: self._put(row, index, key, loser=other),
                self._explain,
            )

    def _put(self, row: _Row, index: int, key: str, loser: str = "") -> None:
        keys = list(self._keys.keys(row.name))
        keys[index : index + 1] = [key]
        self._keys.give(row.name, tuple(keys))
        self._told(loser)

    def _told(self, loser: str) -> None:
        if loser:
            self._notice.say(self.tr("“{0}” has lost its key.").format(loser))
        else:
            self._explain()

    def _on_reset(self, row: _Row) -> None:
        losers = [self._rows[name].words for name in self._keys.takes_back(row.name)]
        if not losers:
            self._reset(row, "")
            return
        others = ", ".join(f"“{words}”" for words in losers)
        self._notice.ask(
            self.tr("The first keys of “{0}” are now those of {1}.").format(row.words, others),
            self.tr("Take them back"),
            lambda: self._reset(row, losers[0]),
            self._explain,
        )

    def _reset(self, row: _Row, loser: str) -> None:
        self._keys.reset(row.name)
        row.fields[0].setFocus()
        self._told(loser)

    @Slot()
    def _on_reset_all(self) -> None:
        self._notice.ask(
            self.tr("All keys go back to those that the program came with."),
            self.tr("Reset all"),
            self._reset_all,
            self._explain,
        )

    def _reset_all(self) -> None:
        self._keys.reset_all()
        self._explain()

    def _on_waiting(self, row: _Row, waiting: bool) -> None:
        if waiting:
            words = self.tr("Press the key for “{0}”; Esc leaves it as it is.")
            self._notice.say(words.format(row.words))
        elif not self._notice.is_asking:
            self._explain()

    @Slot()
    def _explain(self) -> None:
        self._notice.say(self.tr("Click a key and press another. Backspace takes a key away."))


def _row_of(name: str) -> _Row:
    said: Callable[[str, str], str] = QCoreApplication.translate
    for spec in SPECS:
        if spec.name == name:
            words = said("Actions", spec.text).rstrip("…")
            return _Row(name, words, held=False, on_canvas=spec.on_canvas)
    text = next(spec.text for spec in GESTURES if spec.name == name)
    return _Row(name, said("Actions", text), held=True, on_canvas=True)
