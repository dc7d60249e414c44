"""The fringe card: the present cut-out over black, white, green and the chosen ground at once."""

from PySide6.QtCore import QObject, Slot

from app.compare.comparison import Comparison, Mode
from app.desk.parts import Parts
from app.looks import Ground, Look


class FringeDesk(QObject):
    """Connects the key of the card; look and ground are afterwards what they were before."""

    def __init__(self, parts: Parts, comparison: Comparison, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._comparison = comparison
        self._before: tuple[Look, Ground] | None = None
        parts.actions["fringe_card"].triggered.connect(self._on_card)
        comparison.changed.connect(self._on_comparison_changed)

    @Slot(bool)
    def _on_card(self, on: bool) -> None:
        self._comparison.set_mode(Mode.FRINGE if on else Mode.OFF)

    @Slot()
    def _on_comparison_changed(self) -> None:
        looks, mode = self._parts.looks, self._comparison.mode
        self._parts.actions["fringe_card"].setChecked(mode is Mode.FRINGE)
        if mode is Mode.FRINGE and self._before is None:
            self._before = looks.look, looks.ground
            looks.set_look(Look.CUTOUT)
            if looks.ground in (Ground.BLACK, Ground.WHITE):  # these are there already
                has_picture = looks.picture is not None
                looks.set_ground(Ground.PICTURE if has_picture else Ground.COLOUR)
        elif mode is not Mode.FRINGE and self._before is not None:
            (look, ground), self._before = self._before, None
            looks.set_ground(ground)
            if mode is Mode.OFF:
                looks.set_look(look)
