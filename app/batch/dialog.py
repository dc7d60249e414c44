"""The batch's window: a form, its progress, and the buttons that begin, pause and end it."""

from PySide6.QtCore import QSize, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.batch.controller import BatchController
from app.batch.form import BatchForm
from app.batch.progress import BatchProgress
from app.devices import DeviceKeeper
from app.messages import Message, explain
from app.panels.sheet_foot import sheet_button
from engine.batch.orders import Orders
from engine.batch.run import Ended, Event
from engine.batch.state import begun
from engine.errors import EngineError

_SIZE = QSize(640, 560)


class BatchDialog(QDialog):
    """Stays open beside the window, and may be closed while the batch runs."""

    start_wanted = Signal(object, bool, bool)
    """Orders, whether to go on, whether to begin anew."""

    def __init__(
        self, form: BatchForm, controller: BatchController, devices: DeviceKeeper, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Batch"))
        self.resize(_SIZE)
        self._form = form
        self._controller = controller
        self._devices = devices
        self._report: QUrl | None = None
        self.progress = BatchProgress()
        self._notice = QLabel()
        self._notice.setObjectName("noticeText")
        self._notice.setWordWrap(True)
        self._start = sheet_button(self.tr("Start"), self._on_start, "primary")
        self._anew = sheet_button(self.tr("Begin anew"), self._on_anew)
        self._pause = sheet_button(self.tr("Pause"), self._on_pause)
        self._stop = sheet_button(self.tr("Stop"), self._on_stop)
        self._show_report = sheet_button(self.tr("Show the report"), self._on_report)
        self._close = sheet_button(self.tr("Close"), self.close)
        self._pause.setCheckable(True)
        self._lay_out()
        form.changed.connect(self._on_form_changed)
        controller.told.connect(self._on_told)
        controller.ended.connect(self._on_ended)
        controller.failed.connect(self._on_failed)
        controller.running_changed.connect(self._on_running_changed)
        self._on_form_changed()

    def _lay_out(self) -> None:
        box = QFrame()
        box.setObjectName("notice")
        inner = QHBoxLayout(box)
        inner.setContentsMargins(10, 8, 10, 8)
        inner.addWidget(self._notice)
        self._box = box
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._show_report)
        buttons.addStretch(1)
        for button in (self._pause, self._stop, self._anew, self._start, self._close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(14)
        column.addWidget(self._form)
        column.addWidget(self.progress, 1)
        column.addStretch(0)
        column.addWidget(box)
        column.addLayout(buttons)

    @property
    def notice(self) -> str:
        """What is said of the orders, or of what went wrong."""
        return self._notice.text()

    def _orders(self) -> Orders | None:
        try:
            return self._form.orders(self._devices.choice, self._devices.mixing)
        except EngineError as error:
            self._say(explain(error).words)
            return None

    @Slot()
    def _on_start(self) -> None:
        self._begin(resume=True, anew=False)

    @Slot()
    def _on_anew(self) -> None:
        self._begin(resume=False, anew=True)

    def _begin(self, *, resume: bool, anew: bool) -> None:
        orders = self._orders()
        if orders is not None:
            self._say("")
            self.start_wanted.emit(orders, resume, anew)

    @Slot(bool)
    def _on_pause(self, paused: bool) -> None:
        self._controller.pause(paused)
        self._pause.setText(self.tr("Go on") if paused else self.tr("Pause"))

    @Slot()
    def _on_stop(self) -> None:
        self._controller.stop()

    @Slot()
    def _on_report(self) -> None:
        if self._report is not None:
            QDesktopServices.openUrl(self._report)

    @Slot()
    def _on_form_changed(self) -> None:
        """Tell what is in the folder of the results already."""
        self._say("")
        is_begun = False
        output = self._form.output
        if output is not None and not self._controller.is_running:
            try:
                before = begun(output)
            except (EngineError, OSError):
                before = None
            is_begun = before is not None
            if before is not None:
                done = sum(result.status == "done" for result in before.results.values())
                said = self.tr("A batch was begun there: {0} pictures are done.").format(done)
                self._say(said)
        self._start.setText(self.tr("Go on") if is_begun else self.tr("Start"))
        self._show_buttons(is_begun=is_begun)

    @Slot(object)
    def _on_told(self, event: Event) -> None:
        self.progress.show_event(event)

    @Slot(object)
    def _on_ended(self, ended: Ended) -> None:
        self._report = QUrl.fromLocalFile(str(ended.report))

    @Slot(object)
    def _on_failed(self, message: Message) -> None:
        self._say(message.words)

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        said = self._notice.text()
        self._form.setEnabled(not running)
        self._pause.setChecked(False)
        self._pause.setText(self.tr("Pause"))
        if running:
            self._report = None
            self._show_buttons(is_begun=False)
        else:
            self._on_form_changed()
            if said:  # it could not begin, perhaps because of results that are there
                self._say(said)
                self._anew.show()

    def _show_buttons(self, *, is_begun: bool) -> None:
        running = self._controller.is_running
        for button in (self._pause, self._stop):
            button.setVisible(running)
        self._start.setVisible(not running)
        self._anew.setVisible(is_begun and not running)
        self._show_report.setVisible(self._report is not None and not running)

    def _say(self, said: str) -> None:
        self._notice.setText(said)
        self._box.setVisible(bool(said))
