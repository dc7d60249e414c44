"""The room of comparing: connects its own parts with the window's."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor

from app.compare.coach import CoachDesk
from app.compare.comparison import COMPARING, PRESENT, Comparison, Kind, Mode, Source
from app.compare.fringe import FringeDesk
from app.compare.heat import Side
from app.compare.histogram import HistogramDesk
from app.compare.lineup import Lineup
from app.compare.loupe import Loupe
from app.compare.measuring import MeasuringDesk
from app.compare.screen import Screen
from app.compare.second import SecondController
from app.compare.sheet import Sheet
from app.compare.strip import MODE_ACTIONS, Strip
from app.compare.worst import WorstDesk
from app.desk.parts import Parts
from app.looks import Look
from app.weighing import Question, Weigher
from engine.metrics.disagreement import Disagreement, disagreement


class CompareDesk(QObject):
    """Actions of comparing to what they do; second mattes are made as long as they are needed."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._look_before = parts.looks.look
        self.comparison = Comparison(_mode_called(parts.settings.compare_mode), self)
        self.seconds = SecondController(
            parts.document, parts.second_sessions, self._is_first_busy, self
        )
        self.lineup = Lineup(
            parts.document, self.seconds, lambda: parts.actions.key("cancel"), parent=self
        )
        parts.actions.keys.changed.connect(self.lineup.changed)
        self.strip = Strip(self.comparison, self.lineup, parts.actions)
        parts.stage.add_strip(self.strip)
        self.screen = Screen(
            parts.stage,
            parts.canvas,
            parts.document,
            parts.looks,
            self.comparison,
            self.lineup,
        )
        self.weigher = Weigher(self._prepare_weighing, self, self._is_calm)
        self.found: Disagreement | None = None
        self.measuring = MeasuringDesk(parts, self.comparison, self.lineup, self)
        self.worst = WorstDesk(parts, self.comparison, self.find_rival, self.weigher, self)
        self._connect_actions()
        self._connect_mattes()
        self.comparison.changed.connect(self._on_comparison_changed)
        self.strip.chosen.connect(self._on_chosen)
        self.measuring.measured.connect(self.strip.tell_errors)
        self.lineup.changed.connect(self._on_lineup_changed)
        self.weigher.found.connect(self._on_found)
        self.weigher.failed.connect(parts.stage.messages.show_message)
        parts.theme.changed.connect(self._colour)
        parts.looks.changed.connect(self._estimate)
        self.fringe = FringeDesk(parts, self.comparison, self)
        self.loupe = Loupe(parts.canvas, parts.document, self._second)
        parts.actions["loupe"].toggled.connect(self.loupe.switch)
        self.histogram = HistogramDesk(parts, self)
        self.coach = CoachDesk(parts, self)
        self.screen.overlays.append(self.coach.paint)
        self.coach.tinted.connect(self.screen.update_mirrors)
        self._colour()

    def _connect_actions(self) -> None:
        actions = self._parts.actions
        actions["compare"].triggered.connect(self._on_compare)
        actions["stop_comparing"].triggered.connect(self._on_stop)
        actions["next_comparison"].triggered.connect(self._on_next)
        actions["swap_sides"].triggered.connect(self.comparison.swap)
        for name in MODE_ACTIONS:
            actions[name].triggered.connect(self._on_mode_chosen)
        actions["cancel"].triggered.connect(self._on_cancel)

    def _connect_mattes(self) -> None:
        parts, seconds, hand = self._parts, self.seconds, self._parts.canvas.hand
        parts.live.began.connect(seconds.give_way)
        parts.mattes.started.connect(seconds.give_way)
        hand.drawing_changed.connect(seconds.give_way)
        ends = (parts.mattes.dropped, parts.mattes.cancelled, parts.mattes.failed)
        for ended in (parts.live.rested, parts.mattes.finished, *ends):
            ended.connect(seconds.consider)
        seconds.failed.connect(parts.stage.messages.show_message)
        parts.mattes.finished.connect(self.lineup.hear)
        parts.mattes.renewed.connect(seconds.forget)
        parts.devices.mixing_changed.connect(seconds.forget_all)
        parts.mattes.renewed.connect(self.lineup.read_library)
        parts.live.settled.connect(self.lineup.hear)
        parts.document.image_changed.connect(self._on_image_changed)
        for changed in (parts.document.piece_laid, parts.live.rested, hand.drawing_changed):
            changed.connect(self.weigher.ask)

    def _second(self) -> tuple[str, Side] | None:
        """What the present alpha is compared with now, by its name."""
        comparison = self.comparison
        right = comparison.right if comparison.right != PRESENT else comparison.left
        shown = self.lineup.shown(right) if right is not None and comparison.is_needed else None
        if right is None or shown is None:
            return None
        return self.lineup.title(right), Side(shown, self.lineup.finish(right))

    def _is_first_busy(self) -> bool:
        parts = self._parts
        is_at_work = parts.live.is_working or parts.mattes.is_running
        return is_at_work or parts.canvas.hand.is_drawing

    def _is_calm(self) -> bool:
        """The processor belongs to the stroke: until its alpha has settled, the last map stands."""
        return not (self._parts.live.is_working or self._parts.canvas.hand.is_drawing)

    # -- what the person asks for

    @Slot(bool)
    def _on_compare(self, on: bool) -> None:
        if on and not self.find_rival():
            self._parts.actions["compare"].setChecked(False)
            return
        self.comparison.switch(on)

    @Slot()
    def _on_stop(self) -> None:
        self.comparison.switch(False)

    @Slot()
    def _on_next(self) -> None:
        if self.find_rival():
            self.comparison.next_mode()

    @Slot()
    def _on_mode_chosen(self) -> None:
        actions = self._parts.actions
        # not the one that is checked: that is told by the layout, never the other way round
        chosen = next(name for name in MODE_ACTIONS if actions[name] is self.sender())
        if self.find_rival():
            self.comparison.set_mode(Mode(chosen))
        else:
            self._show_actions()

    @Slot(str, object)
    def _on_chosen(self, side: str, source: Source) -> None:
        if source.kind is Kind.MODEL:
            self._parts.settings.compare_with = source.model
            self.seconds.ask(source.model)
        self.comparison.put(**{side: source})
        self._parts.canvas.setFocus()

    @Slot()
    def _on_cancel(self) -> None:
        self.seconds.cancel()

    def find_rival(self) -> bool:
        """Whether there is something to compare with; if not, that is said."""
        if self.comparison.right is not None:
            return True
        self.lineup.read_library()
        settings = self._parts.settings
        rival = self.lineup.rival(settings.compare_with, mine=settings.model)
        if rival is None:
            self._parts.stage.hint.say(
                self.tr(
                    "There is nothing to compare with: import another model,"
                    " or open a ground truth."
                )
            )
            return False
        self.comparison.put(right=rival)
        return True

    def finish(self) -> None:
        """Begin nothing more: the window is about to go."""
        self.seconds.finish()
        self.weigher.finish()
        self.measuring.finish()
        self.histogram.finish()
        self.coach.cancel()

    # -- what follows

    @Slot()
    def _on_comparison_changed(self) -> None:
        comparison, looks = self.comparison, self._parts.looks
        is_on = comparison.is_on
        if is_on and self.strip.isHidden():
            self._look_before = looks.look
            if looks.look in (Look.ORIGINAL, Look.TRIMAP):
                looks.set_look(Look.ALPHA)
        elif not is_on and not self.strip.isHidden():
            looks.set_look(self._look_before)
        self.strip.setVisible(is_on)
        if is_on:
            self._parts.settings.compare_mode = comparison.mode.value
        self._show_actions()
        self._need()
        self.screen.arrange()
        self.weigher.ask()

    def _show_actions(self) -> None:
        actions, mode = self._parts.actions, self.comparison.mode
        actions["compare"].setChecked(self.comparison.is_on)
        group = actions[MODE_ACTIONS[0]].actionGroup()
        group.setExclusive(False)  # so that none can be checked
        for name in MODE_ACTIONS:
            actions[name].setChecked(name == mode.value)
        group.setExclusive(True)

    def _need(self) -> None:
        comparison = self.comparison
        sources = (comparison.left, comparison.right) if comparison.is_needed else ()
        models = [each.model for each in sources if each and each.kind is Kind.MODEL]
        self.seconds.need(tuple(models))

    @Slot()
    def _on_lineup_changed(self) -> None:
        self.screen.arrange()
        self.weigher.ask()
        self._estimate()

    @Slot()
    def _estimate(self) -> None:
        """The colours of what is compared over a ground, as those of the present alpha are."""
        if not self.comparison.is_on or self._parts.looks.look is not Look.CUTOUT:
            return
        for source in (self.comparison.left, self.comparison.right):
            shown = self.lineup.shown(source) if source else None
            if isinstance(shown, Sheet):
                shown.estimate_colours()

    def _prepare_weighing(self) -> Question | None:
        comparison, document = self.comparison, self._parts.document
        if comparison.right is None or not comparison.is_needed:
            return None
        sides = [self.lineup.lent(source) for source in (comparison.left, comparison.right)]
        (first, one), (second, other) = sides
        if first is None or second is None:
            return None
        trimap, how = document.trimap.copy(), document.finish.refinement
        key = (comparison.left, one, comparison.right, other, document.revision, how)
        mine, theirs = (
            self.lineup.finished(source, alpha, trimap)
            for source, alpha in ((comparison.left, first), (comparison.right, second))
        )
        return Question(key, lambda: disagreement(mine(), theirs(), trimap))

    @Slot(object)
    def _on_found(self, found: Disagreement | None) -> None:
        self.found = found
        self.screen.tell(found)

    @Slot()
    def _on_image_changed(self) -> None:
        self.comparison.set_mode(Mode.OFF)
        self.comparison.show_map(False)
        self.comparison.watch(False)
        self.comparison.clear_right()

    @Slot()
    def _colour(self) -> None:
        colours = self._parts.theme.colours
        self.screen.set_surround(QColor(colours.surround))
        self._parts.side.colour(colours)  # this room's sections came later than the others


def _mode_called(value: str) -> Mode:
    return next((mode for mode in COMPARING if mode.value == value), Mode.WIPE)
