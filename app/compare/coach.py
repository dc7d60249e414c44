"""The band coach: asks the network about other bands, tints what it finds, and applies it."""

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QPainter

from app.canvas.mosaic import Mosaic
from app.compare.advice_bar import AdviceBar
from app.compare.advice_layer import AdviceLayer
from app.compare.coach_panel import CoachPanel
from app.desk.parts import Parts
from app.messages import explain
from app.models import first_choice, installed
from app.tasks import MODEL_LANE, Task
from engine.arrays import Alpha, Image, Trimap
from engine.matting.coach import Advice, advise, advised
from engine.matting.watch import Watch


class CoachDesk(QObject):
    """One check at a time, on the model lane; it gives way to everything else there.

    What it advises lies over the picture until it is taken, put away, or the trimap changes.
    """

    trimap_made = Signal(object, str)
    """A trimap to put in place, and the name of that deed."""
    tinted = Signal()
    """Other tints lie over the picture, or none."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._task: Task | None = None
        self.advice: Advice | None = None
        self._tint: Mosaic | None = None
        self.panel = CoachPanel(parts.actions)
        opened = parts.settings.is_open("coach", default=False)
        parts.side.add("coach", self.tr("Band coach"), self.panel, opened=opened)
        self.bar = AdviceBar(parts.canvas, parts.actions)
        self.bar.put_away.connect(self._on_put_away)
        parts.theme.changed.connect(self._colour)
        actions, document = parts.actions, parts.document
        actions["check_band"].triggered.connect(self._on_check)
        actions["take_advice"].triggered.connect(self._on_take)
        actions["cancel"].triggered.connect(self._on_cancel)
        parts.live.began.connect(self.cancel)
        parts.mattes.started.connect(self.cancel)
        document.trimap_changed.connect(self._on_trimap_changed)
        document.image_changed.connect(self._on_image_changed)
        parts.canvas.covers.append(self.paint)
        self._colour()
        self._show(None)

    @property
    def is_running(self) -> bool:
        """True from the question to its answer."""
        return self._task is not None

    @Slot()
    def cancel(self) -> None:
        """Give the check up, if one runs."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._say_share(None)
            self.panel.say(self.tr("Given up."))

    @Slot()
    def _on_cancel(self) -> None:
        if self._task is not None:
            self.cancel()
        else:
            self._on_put_away()

    @Slot()
    def _on_put_away(self) -> None:
        if self.advice is not None:
            self._show(None)
            self.panel.begin_anew()

    @Slot()
    def _on_check(self) -> None:
        parts, document = self._parts, self._parts.document
        self.cancel()
        self._show(None)
        if not document.knows_both_sides:
            words = self.tr("Paint foreground and background first.")
            self.panel.say(words)
            parts.stage.hint.say(words)
            return
        model = first_choice(installed(), parts.settings.model)
        image, trimap = document.in_srgb, document.trimap.copy()
        task = Task(lambda task: self._advise(task, model, image, trimap))
        task.succeeded.connect(self._on_advised)
        task.failed.connect(self._on_failed)
        task.progressed.connect(self._on_progressed)
        self._task = task
        parts.stage.hint.say("")
        self._say_share(0.0)
        task.start(MODEL_LANE)

    def _advise(self, task: Task, model: str, image: Image, trimap: Trimap) -> Advice:
        """On the lane."""
        session = self._parts.second_sessions.take(model)

        def matte(run: Trimap, watch: Watch) -> Alpha:
            return session.matte(image, run, watch.reached, watch.cancelled)

        return advise(matte, trimap, Watch(task.report, task.cancel_requested))

    @Slot()
    def _on_take(self) -> None:
        if self.advice is not None:
            trimap = advised(self._parts.document.trimap, self.advice)
            self.trimap_made.emit(trimap, self.tr("Take the advice on the band"))
            self.panel.begin_anew()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        if self.sender() is self._task:
            self._say_share(share)

    def _say_share(self, share: float | None) -> None:
        """How far the check is; None once it has ended."""
        words = ""
        if share is not None:
            words = self.tr("checking the band {0} %; {1} cancels").format(
                round(100 * share), self._parts.actions.key("cancel")
            )
            self.panel.say(words)
        self._parts.status.show_doing(words)

    @Slot(object)
    def _on_advised(self, advice: Advice) -> None:
        if self.sender() is self._task:
            self._task = None
            self._say_share(None)
            self.panel.tell(advice)
            if advice.is_empty:
                self._parts.stage.hint.say(self.panel.note)
            else:
                self._show(advice)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        message = explain(error)
        if self.sender() is self._task:
            self._task = None
            self._say_share(None)
            self.panel.begin_anew()
            self._parts.stage.messages.show_message(message)

    @Slot()
    def _on_trimap_changed(self) -> None:
        if self._task is not None or self.advice is not None:
            self.cancel()
            self._show(None)
            self.panel.say(self.tr("The trimap has changed since: check again."))

    @Slot()
    def _on_image_changed(self) -> None:
        self.cancel()
        self._show(None)
        self.panel.begin_anew()

    def _show(self, advice: Advice | None) -> None:
        self.advice = advice
        height, width = self._parts.document.image.shape[:2]
        self._tint = Mosaic(AdviceLayer(advice), width, height) if advice is not None else None
        self._parts.actions.permit("take_advice", advice is not None)
        self.bar.tell(advice)
        self._parts.canvas.update()
        self.tinted.emit()

    @Slot()
    def _colour(self) -> None:
        self.bar.colour(self._parts.theme.colours)

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Over the canvas and what stands beside it, beneath the pointer."""
        if self._tint is not None:
            painter.setClipRect(rect)
            self._tint.paint(painter, self._parts.canvas.viewport, rect)
