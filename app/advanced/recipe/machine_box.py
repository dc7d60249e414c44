"""How long, in which portions, and on what the run computes."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, QThread, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.advanced.recipe.fields import choice, choose, decimal, form, whole
from app.devices import AUTO, NAMES, DeviceKeeper
from app.numbers import number
from app.panels.line import line
from engine.training.spec import RunSpec


class MachineBox(QWidget):
    """Fields of the run's length and of the machine; processes are told apart from the spec."""

    changed = Signal()

    def __init__(self, devices: DeviceKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        cores = max(1, QThread.idealThreadCount())
        units = [(self.tr("minutes"), "minutes"), (self.tr("steps"), "steps")]
        self._unit = choice(units, self.tr("Unit of the length"))
        self._unit.setMinimumWidth(96)
        self._length = decimal(0.1, 10_000_000, 10, self.tr("Length"), step=10, digits=0)
        self._crop = whole(64, 1024, 256, self.tr("Crop"), step=32, suffix=self.tr(" px"))
        self._batch = whole(1, 4096, 16, self.tr("Batch"))
        self._pieces = whole(1, 4096, 1, self.tr("Pieces"))
        self._pieces.setToolTip(
            self.tr("A batch is taken in so many pieces, one after the other, for less memory")
        )
        self._rate = decimal(1e-6, 1.0, 1e-3, self.tr("Rate"), step=1e-3, digits=6)
        self._rate.setToolTip(self.tr("The highest learning rate; it falls to nothing at the end"))
        names = [(devices.title(name), name) for name in (AUTO, *NAMES)]
        self._device = choice(names, self.tr("Device"))
        self._threads = whole(1, max(cores, 64), cores, self.tr("Threads"))
        self._threads.setToolTip(self.tr("Of the processor, for learning, in each process"))
        self._workers = whole(0, 64, 1, self.tr("Loaders"))
        self._workers.setToolTip(
            self.tr("Processes that compose pictures ahead; without any, learning waits for them")
        )
        self._processes = whole(1, 64, 1, self.tr("Processes"))
        self._processes.setToolTip(
            self.tr("Share each batch: one for each graphics card, or for groups of threads")
        )
        self._lay_out()
        for box in self._boxes:
            if hasattr(box, "valueChanged"):
                box.valueChanged.connect(self._on_changed)
            else:
                box.currentIndexChanged.connect(self._on_changed)

    @property
    def _boxes(self) -> tuple[Any, ...]:
        return (
            *(self._unit, self._length, self._crop, self._batch, self._pieces, self._rate),
            *(self._device, self._threads, self._workers, self._processes),
        )

    def _lay_out(self) -> None:
        fields = form(self)
        fields.addRow(self.tr("Length"), line(self._length, self._unit))
        fields.addRow(self.tr("Crop"), self._crop)
        fields.addRow(self.tr("Batch"), self._batch)
        fields.addRow(self.tr("Pieces"), self._pieces)
        fields.addRow(self.tr("Rate"), self._rate)
        fields.addRow(self.tr("Device"), self._device)
        fields.addRow(self.tr("Threads"), self._threads)
        fields.addRow(self.tr("Loaders"), self._workers)
        fields.addRow(self.tr("Processes"), self._processes)

    @property
    def processes(self) -> int:
        """How many share each batch."""
        return self._processes.value()

    @property
    def summary(self) -> str:
        """Length and portions."""
        length = number(self._length.value())
        unit = self.tr("{0} min") if self._in_minutes else self.tr("{0} steps")
        batch = self.tr("{0} crops of {1} px").format(self._batch.value(), self._crop.value())
        parts = [unit.format(length), batch, self._device.currentText()]
        if self.processes > 1:
            parts.append(self.tr("{0} processes").format(self.processes))
        return " · ".join(parts)

    @property
    def _in_minutes(self) -> bool:
        return bool(self._unit.currentData() == "minutes")

    def values(self) -> dict[str, Any]:
        """The fields of a RunSpec that are told here."""
        length = self._length.value()
        return {
            **(
                {"minutes": length, "steps": None} if self._in_minutes else {"steps": round(length)}
            ),
            "crop": self._crop.value(),
            "batch": self._batch.value(),
            "accumulate": self._pieces.value(),
            "rate": self._rate.value(),
            "device": self._device.currentData(),
            "threads": self._threads.value(),
            "workers": self._workers.value(),
        }

    def show_spec(self, spec: RunSpec) -> None:
        """Put in what the spec says."""
        blockers = [QSignalBlocker(box) for box in self._boxes]
        choose(self._unit, "minutes" if spec.steps is None else "steps")
        self._length.setDecimals(0 if float(spec.minutes).is_integer() else 2)
        self._length.setValue(spec.minutes if spec.steps is None else spec.steps)
        self._crop.setValue(spec.crop)
        self._batch.setValue(spec.batch)
        self._pieces.setValue(spec.accumulate)
        self._rate.setValue(spec.rate)
        choose(self._device, spec.device)
        self._threads.setValue(spec.threads)
        self._workers.setValue(spec.workers)
        del blockers
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
