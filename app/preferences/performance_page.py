"""The page of performance: the device that networks run on, and the threads they share."""

from PySide6.QtCore import QSignalBlocker, Qt, QThread, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSpinBox, QWidget

from app.devices import AUTO, NAMES, DeviceKeeper
from app.preferences.measuring_box import MeasuringBox
from app.words import engine_words


class PerformancePage(QWidget):
    """Shows the choices, and makes them at once."""

    history_chosen = Signal(int)
    """Megabytes that what can be undone may take."""

    def __init__(self, devices: DeviceKeeper, history: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = devices
        self._devices = QComboBox()
        self._model = QStandardItemModel(self)
        for name in (AUTO, *NAMES):
            item = QStandardItem(devices.title(name))
            item.setData(name, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        self._devices.setModel(self._model)
        self._devices.setAccessibleName(self.tr("Device"))
        self._threads = QSpinBox()
        self._threads.setRange(0, max(1, QThread.idealThreadCount()))
        self._threads.setSpecialValueText(self.tr("Automatic"))
        self._threads.setAccessibleName(self.tr("Threads"))
        self._note = QLabel()
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.addRow(self.tr("Device"), self._devices)
        self.form.addRow("", self._note)
        self.form.addRow(self.tr("Threads"), self._threads)
        self._history = QSpinBox()
        self._history.setRange(1, 4096)
        self._history.setValue(history)
        self._history.setSuffix(self.tr(" MB"))
        self._history.setAccessibleName(self.tr("Memory of undo"))
        self._history.valueChanged.connect(self.history_chosen)
        self.form.addRow(self.tr("Memory of undo"), self._history)
        for box in (self._threads, self._history):
            box.lineEdit().setTextMargins(5, 0, 5, 0)
        self._devices.activated.connect(self._on_device)
        self._threads.valueChanged.connect(devices.use_threads)
        devices.changed.connect(self._show)
        devices.ask()
        self._show()

    def add_measuring(self, box: MeasuringBox) -> None:
        """Put what mattes take, and the button that measures it, under the rest."""
        label = QLabel(self.tr("Estimates"))
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 6, 0, 0)  # on the button's line
        self.form.addRow(label, box)

    @Slot(int)
    def _on_device(self, row: int) -> None:
        self._keeper.choose(self._model.item(row).data(Qt.ItemDataRole.UserRole))

    @Slot()
    def _show(self) -> None:
        found = (
            {device.name: device for device in self._keeper.found.devices}
            if (self._keeper.found)
            else {}
        )
        reasons = []
        for row, name in enumerate((AUTO, *NAMES)):
            reason = found[name].reason if name in found else ""
            self._model.item(row).setEnabled(not reason)
            self._model.item(row).setToolTip(engine_words(reason))
            if reason:
                reasons.append(f"{self._keeper.title(name)}: {engine_words(reason)}")
            if name == self._keeper.choice:
                self._devices.setCurrentIndex(row)
        words = self.tr("In use: {0}").format(self._keeper.words())
        self._note.setText("\n".join([words, *reasons]))
        with QSignalBlocker(self._threads):
            self._threads.setValue(self._keeper.threads)
