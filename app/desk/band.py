"""The unknown band: made wider, narrower, or out of a mask or an alpha."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from app.bands import BandController
from app.desk.parts import Parts
from app.messages import Message, Tone
from engine.arrays import Trimap
from engine.trimap.widening import narrowed, widened


class BandDesk(QObject):
    """Connects the actions of the band with the trimap that they make."""

    trimap_made = Signal(object, str)
    """A trimap to put in place, and the name of that deed."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._bands = BandController(parts.document, self)
        actions = parts.actions
        actions["widen"].triggered.connect(self._on_widen)
        actions["narrow"].triggered.connect(self._on_narrow)
        actions["band_from_file"].triggered.connect(self._on_from_file)
        actions["band_from_alpha"].triggered.connect(self._on_from_alpha)
        parts.band.width_changed.connect(self._on_width_changed)
        self._bands.made.connect(self.trimap_made)
        self._bands.failed.connect(parts.stage.messages.show_message)
        self._bands.busy_changed.connect(parts.status.show_doing)

    @Slot()
    def _on_widen(self) -> None:
        self._change(
            widened,
            self.tr("Widen the band by {0} px"),
            self.tr("There is nothing to widen: the trimap is of one class."),
        )

    @Slot()
    def _on_narrow(self) -> None:
        self._change(
            narrowed,
            self.tr("Narrow the band by {0} px"),
            self.tr("The band is as narrow as it can be."),
        )

    def _change(self, make: Callable[[Trimap, float], Trimap], deed: str, nothing: str) -> None:
        parts, pixels = self._parts, self._parts.band.pixels_wide
        trimap = make(parts.document.trimap, pixels)
        if np.array_equal(trimap, parts.document.trimap):
            parts.stage.messages.show_message(Message(Tone.INFO, nothing))
        else:
            parts.stage.messages.clear()
            self.trimap_made.emit(trimap, deed.format(pixels))

    @Slot()
    def _on_from_file(self) -> None:
        parts = self._parts
        path = parts.dialogs.mask_to_open(parts.settings.folder)
        if path is not None:
            self._bands.from_file(path, parts.band.pixels_wide)

    @Slot()
    def _on_from_alpha(self) -> None:
        self._bands.from_alpha(self._parts.band.pixels_wide)

    @Slot(int)
    def _on_width_changed(self, pixels: int) -> None:
        self._parts.settings.band = pixels
