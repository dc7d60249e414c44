"""What mattes were measured to take on this machine, and a button that measures them again."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.devices import DeviceKeeper
from app.estimating import Estimator, words_for_bytes, words_for_seconds
from app.messages import Message
from app.models import Model
from app.panels.work_stack import WorkStack

_SIZE, _SHARE = (4000, 3000), 0.15
"""The photograph that is spoken of, and how much of it is unknown."""


class MeasuringBox(QWidget):
    """Says what one model takes; measures it when asked, which can be given up."""

    def __init__(
        self,
        estimator: Estimator,
        devices: DeviceKeeper,
        model: Model,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._estimator = estimator
        self._devices = devices
        self._model = model
        self._is_asked = False
        """The person has asked, and was not answered yet."""
        self._last = ""
        """How the last measuring ended, in words."""
        self._before: object = None
        self._start = QPushButton(self.tr("Measure again"))
        self._start.setAutoDefault(False)
        self._start.setToolTip(
            self.tr("Makes a few small mattes; the window can be used meanwhile")
        )
        self._start.clicked.connect(self._on_start)
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the measuring"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(estimator.give_way)
        self._note = QLabel()
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        self._build(cancel)
        estimator.changed.connect(self._show)
        estimator.progressed.connect(self._on_progressed)
        estimator.failed.connect(self._on_failed)
        devices.changed.connect(self._show)
        self._show()

    def _build(self, cancel: QPushButton) -> None:
        resting = QWidget()
        row = QHBoxLayout(resting)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._start)
        row.addStretch(1)
        self._stack = WorkStack(resting, self._bar, cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._stack)
        layout.addWidget(self._note)
        layout.addStretch(1)

    @property
    def words(self) -> str:
        """What is said."""
        return self._note.text()

    @Slot()
    def _on_start(self) -> None:
        self._is_asked, self._last = True, ""
        self._before = self._estimator.rates(self._model.name)
        self._bar.setValue(0)
        self._estimator.measure_again(self._model.name)

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        self._bar.setValue(round(100 * share))

    @Slot(object)
    def _on_failed(self, message: Message) -> None:
        if self._is_asked:
            self._last = message.words

    @Slot()
    def _show(self) -> None:
        is_measuring = self._estimator.is_measuring
        self._stack.show_running(is_measuring)
        self._start.setEnabled(self._devices.found is not None)
        if self._is_asked and not is_measuring:
            self._is_asked = False
            is_new = self._estimator.rates(self._model.name) is not self._before
            self._last = self._last or (
                self.tr("Measured just now.")
                if is_new
                else self.tr("Given up: what was known before still holds.")
            )
        doing = self.tr("Measuring {0}…").format(self._model.title) if is_measuring else self._last
        self._note.setText("\n".join(text for text in (doing, self._known()) if text))

    def _known(self) -> str:
        """What is known of the model on the device in use."""
        name, (width, height) = self._model.name, _SIZE
        expected = self._estimator.expect_photograph(name, _SIZE, _SHARE)
        if expected is None:
            return self.tr("{0} was not measured yet on this device.").format(self._model.title)
        return self.tr(
            "{0}: about {1} and {2} for {3} megapixels of which {4} % are unknown."
        ).format(
            self._model.title,
            words_for_seconds(expected.seconds),
            words_for_bytes(expected.bytes),
            round(width * height / 1e6),
            round(100 * _SHARE),
        )
