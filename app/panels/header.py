"""The strip over the canvas: which picture, which look, which ground."""

from html import escape

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.actions import Actions
from app.document import Document
from app.icons import SIZE
from app.looks import Ground, Look, Looks
from app.panels.segments import Segments
from app.panels.swatch import ground_icon

_NAME = 96
"""Pixels of the name that are worth more than the size of the picture."""

LOOK_ACTIONS = {
    Look.ORIGINAL: "original",
    Look.TRIMAP: "trimap",
    Look.ALPHA: "alpha",
    Look.CUTOUT: "cutout",
}
"""The action that chooses each look."""


class Header(QFrame):
    """Names the picture, and shows and changes the looks."""

    colour_requested = Signal()
    """Another colour for the ground, please."""
    picture_requested = Signal()
    """Another picture for the ground, please."""

    def __init__(
        self, document: Document, looks: Looks, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._document = document
        self._looks = looks
        self._title = QLabel()
        self._title.setObjectName("title")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._name = self._size = ""
        self._grounds: dict[Ground, QToolButton] = {}
        self._words: dict[Ground, str] = {}
        self._actions = actions
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.setSpacing(6)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._build_grounds())
        layout.addWidget(_build_looks(actions))
        document.image_changed.connect(self._show_document)
        looks.changed.connect(self._show_looks)
        actions.keys.changed.connect(self._show_keys)
        self._show_document()
        self._show_looks()
        self._show_keys()

    def _build_grounds(self) -> QWidget:
        box = QWidget()
        box.setObjectName("grounds")
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        group = QButtonGroup(self)
        for ground, text in (
            (Ground.CHECKER, self.tr("Checkerboard")),
            (Ground.BLACK, self.tr("Black")),
            (Ground.WHITE, self.tr("White")),
            (Ground.COLOUR, self.tr("A colour: click again to choose it")),
            (Ground.PICTURE, self.tr("A picture: click again to choose it")),
        ):
            button = QToolButton()
            button.setCheckable(True)
            button.setIconSize(SIZE)
            button.setFixedSize(QSize(24, 24))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(self.tr("Ground: {0}").format(text))
            group.addButton(button)
            row.addWidget(button)
            self._grounds[ground] = button
            self._words[ground] = text
        group.buttonClicked.connect(self._on_ground_clicked)
        policy = box.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        box.setSizePolicy(policy)
        self._ground_box = box
        return box

    @Slot()
    def _show_keys(self) -> None:
        key = self._actions.key("next_ground")
        for ground, button in self._grounds.items():
            tip = self.tr("{0} ({1}: next ground)").format(self._words[ground], key)
            button.setToolTip(tip)

    @Slot(object)
    def _on_ground_clicked(self, clicked: QToolButton) -> None:
        ground = next(ground for ground, button in self._grounds.items() if button is clicked)
        is_again = ground is self._looks.ground
        self._looks.set_ground(ground)
        if ground is Ground.COLOUR and is_again:
            self.colour_requested.emit()
        if ground is Ground.PICTURE and (is_again or self._looks.picture is None):
            self.picture_requested.emit()
        self._show_looks()  # without a picture the ground is the one it was

    @Slot()
    def _show_document(self) -> None:
        height, width = self._document.image.shape[:2]
        path = self._document.path
        self._name = path.name if path else ""
        self._size = f" · {width} × {height}" if path else ""
        self._title.setToolTip(f"{path}{self._size}" if path else "")
        self._elide()

    @Slot()
    def _show_looks(self) -> None:
        self._ground_box.setVisible(self._looks.look is Look.CUTOUT)
        for ground, button in self._grounds.items():
            with QSignalBlocker(button):
                button.setChecked(ground is self._looks.ground)
            button.setIcon(ground_icon(ground, self._looks.colour))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long name loses its middle, never its end."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        font = self._title.font()
        size_width = QFontMetrics(font).horizontalAdvance(self._size)
        font.setBold(True)
        bold, width = QFontMetrics(font), self._title.width() - 4
        # the size gives way before the name is unreadable
        size = (
            self._size
            if width - size_width >= min(_NAME, bold.horizontalAdvance(self._name))
            else ""
        )
        room = width - (size_width if size else 0)
        name = bold.elidedText(self._name, Qt.TextElideMode.ElideMiddle, room)
        self._title.setText(f"<b>{escape(name)}</b>{size}")


def _build_looks(actions: Actions) -> QWidget:
    box = Segments()
    for name in LOOK_ACTIONS.values():
        button = QToolButton()
        button.setDefaultAction(actions[name])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box.add(button)
    return box
