"""The next worst spot: where two mattes disagree most, and a map of all such places."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from app.compare.comparison import Comparison
from app.desk.parts import Parts
from app.weighing import Weigher
from engine.metrics.disagreement import Disagreement
from engine.trimap.paint import Box

_AROUND = 1.5
"""Windows at either side of a spot that are shown with it."""


class WorstDesk(QObject):
    """Jumps from spot to spot; when nothing is known yet, as soon as something is."""

    def __init__(
        self,
        parts: Parts,
        comparison: Comparison,
        find_rival: Callable[[], bool],
        weigher: Weigher,
        parent: QObject,
    ) -> None:
        """find_rival: makes sure that there is something to compare with, or says why not."""
        super().__init__(parent)
        self._parts = parts
        self._comparison = comparison
        self._find_rival = find_rival
        self._weigher = weigher
        self._found: Disagreement | None = None
        self._next = 0
        self._is_waited_for = False
        parts.actions["next_worst"].triggered.connect(self._on_next)
        parts.actions["disagreement"].triggered.connect(self._on_map)
        comparison.changed.connect(self._on_comparison_changed)
        weigher.found.connect(self._on_found)
        weigher.unchanged.connect(self._on_unchanged)

    @Slot()
    def _on_next(self) -> None:
        if not self._find_rival():
            return
        if not self._comparison.is_needed:
            self._comparison.watch(True)
        if self._found is None or self._weigher.is_at_work:
            self._is_waited_for = True
            self._parts.stage.hint.say(self.tr("Looking for where the two mattes disagree…"))
        else:
            self._go(self._found)

    @Slot(bool)
    def _on_map(self, shown: bool) -> None:
        self._comparison.show_map(shown and self._find_rival())
        self._on_comparison_changed()

    @Slot()
    def _on_comparison_changed(self) -> None:
        self._parts.actions["disagreement"].setChecked(self._comparison.shows_map)

    @Slot(object)
    def _on_found(self, found: Disagreement | None) -> None:
        self._found, self._next = found, 0
        if found is not None and self._is_waited_for and not self._weigher.is_behind:
            self._go(found)

    @Slot()
    def _on_unchanged(self) -> None:
        if self._found is not None and self._is_waited_for:
            self._go(self._found)

    def _go(self, found: Disagreement) -> None:
        self._is_waited_for = False
        hint = self._parts.stage.hint
        if not found.spots:
            hint.say(self.tr("The two mattes agree everywhere."))
            return
        index = self._next % len(found.spots)
        self._next = index + 1
        spot, reach = found.spots[index], round(_AROUND * found.window)
        x, y = round(spot.x), round(spot.y)
        self._parts.canvas.show_part(Box(x - reach, y - reach, x + reach, y + reach))
        self._parts.brush.set_diameter(float(max(4, round(min(spot.diameter, found.window)))))
        words = self.tr("Place {0} of {1} where the two mattes differ most. {2}: the next.")
        key = self._parts.actions.key("next_worst")
        hint.say(words.format(index + 1, len(found.spots), key))
