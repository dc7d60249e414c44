"""How sessions are opened: on which device, with how many threads, for which kind of picture."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.messages import Message, Tone, explain
from app.sessions import KEPT, MattingSession
from app.settings import Settings
from app.tasks import MODEL_LANE, Task
from app.words import engine_words
from engine.mixing import Mixing

if TYPE_CHECKING:  # it imports torch
    from engine.matting.devices import Device

AUTO = "auto"
NAMES = ("cuda", "mps", "cpu")
"""As in engine.matting.devices; a test keeps them equal."""


@dataclass(frozen=True)
class Found:
    """What the engine says of this machine: devices, the one that "auto" takes, threads."""

    devices: "tuple[Device, ...]"
    first: str
    threads: int


class DeviceKeeper(QObject):
    """Keeps the choice, opens sessions on it, and tells when it cannot be had.

    `prepare` and `open` are for the model lane, all else for the GUI thread.
    """

    changed = Signal()
    """What is known, wanted or in use is another."""
    chosen = Signal()
    """Another device, or another number of threads, shall be used from now on."""
    mixing_changed = Signal()
    """Pictures are something else from now on: all mattes are to be made anew."""
    fell_back = Signal(object)
    """The Message that says what is used instead, and why."""

    _opened = Signal(object, str)
    """From the lane: the Found, and the device of a session."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._choice = settings.device
        self._threads = settings.threads
        self._mixing: Mixing = "composite" if settings.composite else "photograph"
        self._applied = 0
        """The number of threads that the engine was told, 0 for none."""
        self._found: Found | None = None
        self._in_use = ""
        self._asking: Task | None = None
        self._complained = ""
        self._opened.connect(self._on_opened)

    @property
    def choice(self) -> str:
        """What the person wants: "auto" or the name of a device."""
        return self._choice

    @property
    def threads(self) -> int:
        """How many threads the person wants; 0 leaves that to the engine."""
        return self._threads

    @property
    def mixing(self) -> Mixing:
        """What pictures are matted as."""
        return self._mixing

    @property
    def found(self) -> Found | None:
        """What is known of this machine; None until the engine was asked."""
        return self._found

    @property
    def in_use(self) -> str:
        """The device that the next matte runs on; empty while that is not known."""
        if self._found is None:
            return self._in_use
        usable = [device.name for device in self._found.devices if not device.reason]
        return self._choice if self._choice in usable else self._found.first

    def ask(self) -> None:
        """Ask the engine what there is, once; `changed` follows."""
        if self._found is None and self._asking is None:
            self._asking = Task(lambda _task: self._find())
            self._asking.succeeded.connect(self._on_found)
            self._asking.failed.connect(self._on_failed)
            self._asking.start(MODEL_LANE)

    def choose(self, name: str) -> None:
        """Run on another device from now on."""
        if name != self._choice:
            self._choice = self._settings.device = name
            self._complained = ""
            self.changed.emit()
            self.chosen.emit()

    def use_threads(self, count: int) -> None:
        """Share the processor's work by so many threads from now on; 0 leaves it to the engine."""
        if count != self._threads:
            self._threads = self._settings.threads = count
            self._found = None  # it tells how many there are
            self.changed.emit()
            self.chosen.emit()
            self.ask()

    def take_for(self, mixing: Mixing) -> None:
        """Matte pictures as what they are from now on."""
        if mixing != self._mixing:
            self._mixing = mixing
            self._settings.composite = mixing == "composite"
            self.mixing_changed.emit()

    def prepare(self) -> str:
        """Heed the number of threads; gives what sessions must be opened anew for."""
        if self._threads != self._applied:
            _use_threads(self._threads)
            self._applied = self._threads
        return f"{self._choice} {self._mixing}"

    def open(self, name: str) -> MattingSession:
        """The engine's session for the weights `name`, on the device that is wanted.

        Where that is not there, on the one that "auto" takes, and `fell_back` says so.
        """
        from engine.matting.session import Session

        found = self._find()
        usable = [device.name for device in found.devices if not device.reason]
        wanted = self._choice
        is_there = wanted in (AUTO, *usable)
        device = wanted if is_there else AUTO
        session: MattingSession = Session(name, device=device, keep=KEPT, mixing=self._mixing)
        self._opened.emit(found, "" if is_there else wanted)
        return session

    def _find(self) -> Found:
        """On the lane."""
        from engine.matting import devices

        self.prepare()
        return Found(devices.known(), devices.available()[0], devices.threads())

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self._asking = None
        self._found = found
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._asking = None
        self.fell_back.emit(explain(error))

    @Slot(object, str)
    def _on_opened(self, found: Found, missing: str) -> None:
        self._on_found(found)
        if missing and missing != self._complained:
            self._complained = missing
            reasons = [device.reason for device in found.devices if device.name == missing]
            words = self.tr("{0} cannot be used, so {1} is. {2}").format(
                self.title(missing), self.title(found.first), *map(engine_words, reasons or [""])
            )
            hint = self.tr("Another device can be chosen under Matte, Device.")
            self.fell_back.emit(Message(Tone.WARNING, words.strip(), hint))

    def title(self, name: str) -> str:
        """How people call a device."""
        titles = {
            AUTO: self.tr("Automatic"),
            "cuda": self.tr("NVIDIA GPU (CUDA)"),
            "mps": self.tr("Apple GPU (Metal)"),
            "cpu": self.tr("Processor (CPU)"),
        }
        return titles.get(name, name)

    def words(self) -> str:
        """The device in use, with its threads, in few words."""
        if self._found is None or not self.in_use:
            return self.title(self._choice)
        if self.in_use == "cpu":
            count = self._found.threads
            return (
                self.tr("CPU, 1 thread")
                if count == 1
                else self.tr("CPU, {0} threads").format(count)
            )
        model = next(d.model for d in self._found.devices if d.name == self.in_use)
        return model or self.title(self.in_use)


def _use_threads(count: int) -> None:
    from engine.matting import devices

    devices.use_threads(count or devices.usual_threads())
