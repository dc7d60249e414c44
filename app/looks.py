"""What the canvas shows and on which ground, shared by canvas, header and keys."""

from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from app.images import Bytes
from app.tints import Tints


class Look(Enum):
    """What is made of the document on the screen."""

    ORIGINAL = "original"
    TRIMAP = "trimap"
    ALPHA = "alpha"
    CUTOUT = "cutout"


class Ground(Enum):
    """What lies behind a cut-out."""

    CHECKER = "checker"
    BLACK = "black"
    WHITE = "white"
    COLOUR = "colour"
    PICTURE = "picture"


class Looks(QObject):
    """The state of the view, apart from where it looks; every change is told once."""

    changed = Signal()

    def __init__(self, tint: float = 0.45, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = Look.TRIMAP
        self._ground = Ground.CHECKER
        self._colour = QColor(0x3C, 0x8D, 0x5A)
        self._picture: Bytes | None = None
        self._tint = tint
        self.tints = Tints(self)
        self.tints.changed.connect(self.changed)
        self._peeking = False

    @property
    def look(self) -> Look:
        """The look that was chosen."""
        return self._look

    @property
    def shown(self) -> Look:
        """The look on the screen: the original while a key is held, else the chosen one."""
        return Look.ORIGINAL if self._peeking else self._look

    @property
    def ground(self) -> Ground:
        """The ground of the cut-out."""
        return self._ground

    @property
    def colour(self) -> QColor:
        """The colour of the ground COLOUR."""
        return self._colour

    @property
    def picture(self) -> Bytes | None:
        """The picture of the ground PICTURE, uint8 (h, w, 3); None until one is chosen."""
        return self._picture

    @property
    def tint(self) -> float:
        """Opacity of the trimap's tint in [0, 1]."""
        return self._tint

    def set_look(self, look: Look) -> None:
        """Choose what is shown."""
        if look is not self._look:
            self._look = look
            self.changed.emit()

    def set_ground(self, ground: Ground) -> None:
        """Choose the ground of the cut-out."""
        if ground is Ground.PICTURE and self._picture is None:
            return
        if ground is not self._ground:
            self._ground = ground
            self.changed.emit()

    def set_colour(self, colour: QColor) -> None:
        """Choose the colour, and it as the ground."""
        self._colour = QColor(colour)
        self._ground = Ground.COLOUR
        self.changed.emit()

    def set_picture(self, picture: Bytes) -> None:
        """Choose the picture that the ground PICTURE shows."""
        self._picture = picture
        self.changed.emit()

    def set_tint(self, opacity: float) -> None:
        """Choose how strongly the trimap tints the picture."""
        opacity = min(1.0, max(0.0, opacity))
        if opacity != self._tint:
            self._tint = opacity
            self.changed.emit()

    def peek(self, peeking: bool) -> None:
        """Show the original for as long as a key is held."""
        if peeking != self._peeking:
            self._peeking = peeking
            self.changed.emit()

    def next_ground(self) -> None:
        """The next ground, in a circle; from another look, the cut-out on the ground it had."""
        if self._look is not Look.CUTOUT:
            self.set_look(Look.CUTOUT)
            return
        grounds = [
            ground for ground in Ground if ground is not Ground.PICTURE or self._picture is not None
        ]
        self.set_ground(grounds[(grounds.index(self._ground) + 1) % len(grounds)])
