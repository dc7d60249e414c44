"""What a pair makes of the open photograph, worked out on the model lane."""

from PySide6.QtCore import QObject, Signal, Slot

from app.images import Bytes
from app.messages import explain
from app.tasks import MODEL_LANE, Task
from engine.arrays import Image, Trimap
from engine.matting.watch import Watch
from engine.runs.stages import Plan
from engine.training.spec import RunSpec


class PairingController(QObject):
    """Asks for the plan first, which is there at once, and then for the likeness."""

    planned = Signal(object)
    """The Plan."""
    found = Signal(object)
    """The Pairing of the photograph."""
    mapped = Signal(str, object)
    """A stage, and its maps: spatial, then channel similarity; of the teacher, then the student."""
    progressed = Signal(float)
    failed = Signal(object)
    """The Message that says why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []
        self._mapping: Task | None = None
        self._pairing: object = None

    def ask(self, spec: RunSpec, picture: tuple[Image, Trimap] | None) -> None:
        """Plan the pair, and with a photograph look at it."""
        self.rest()
        self._pairing = None
        self._start(Task(lambda _task: _plan(spec)), self._on_planned)
        if picture is not None:
            image, trimap = picture
            call = Task(lambda task: _pairing(spec, image, trimap, task))
            call.progressed.connect(self.progressed)
            self._start(call, self._on_found)

    def map(self, stage: str, share: tuple[float, float]) -> None:
        """Draw the maps of a stage, seen from a place (row, column) in shares of the picture."""
        if self._pairing is None:
            return
        if self._mapping is not None:
            self._mapping.cancel()  # the hand has moved on
        pairing = self._pairing
        self._mapping = Task(lambda _task: (stage, _maps(pairing, stage, share)))
        self._start(self._mapping, self._on_mapped)

    def rest(self) -> None:
        """Leave what is under way."""
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()

    def _start(self, task: Task, answer: object) -> None:
        task.succeeded.connect(answer)
        task.failed.connect(self._on_failed)
        self._tasks.append(task)
        task.start(MODEL_LANE)

    @Slot(object)
    def _on_planned(self, plan: Plan) -> None:
        if self.sender() in self._tasks:
            self.planned.emit(plan)

    @Slot(object)
    def _on_found(self, pairing: object) -> None:
        if self.sender() in self._tasks:
            self._pairing = pairing
            self.found.emit(pairing)

    @Slot(object)
    def _on_mapped(self, answer: tuple[str, tuple[Bytes, ...]]) -> None:
        if self.sender() in self._tasks:
            self.mapped.emit(*answer)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if self.sender() in self._tasks:
            self.rest()
            self.failed.emit(explain(error))


def _plan(spec: RunSpec) -> Plan:
    """On the lane."""
    from engine.runs.pairing import plan

    return plan(spec)


def _pairing(spec: RunSpec, image: Image, trimap: Trimap, task: Task) -> object:
    from engine.runs.pairing import pairing

    return pairing(spec, image, trimap, Watch(task.report, task.cancel_requested))


def _maps(pairing: object, stage: str, share: tuple[float, float]) -> tuple[Bytes, ...]:
    from engine.runs.pairing import Pairing, channels, spatial

    assert isinstance(pairing, Pairing)
    return (*spatial(pairing, stage, share), *channels(pairing, stage))
