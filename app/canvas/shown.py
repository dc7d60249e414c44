"""What a scene needs of whatever it shows: a photograph and a matte of it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from engine.arrays import Alpha, Image, Mask, Trimap
from engine.trimap.paint import Box

Cover = Callable[[QPainter, QRect], None]
"""Paints over the picture, within a rectangle of device pixels."""


class Shown(Protocol):
    """The document, or something that lends its photograph and has a matte of its own."""

    @property
    def image(self) -> Image:
        """The photograph."""

    @property
    def icc(self) -> bytes | None:
        """The profile that its colours are meant in; None for sRGB."""

    @property
    def alpha(self) -> Alpha | None:
        """Its matte; None before the first."""

    @property
    def foreground(self) -> Image | None:
        """The foreground's own colours, None before they were estimated."""

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to show."""

    @property
    def any_stale(self) -> bool:
        """True when alpha is older than its trimap somewhere."""

    def stale(self, box: Box) -> Mask:
        """Where it is; bool (box.height, box.width)."""


class Seen(Protocol):
    """The trimap as the person sees it."""

    @property
    def is_erasing(self) -> bool:
        """True while a stroke gives pixels back to the unknown."""

    def read(self, box: Box) -> Trimap:
        """The trimap within `box`; not to be written."""
