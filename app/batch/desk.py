"""Batches: the dialog is opened, filled with what was ordered last, and its batch run."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from app.batch.controller import BatchController
from app.batch.dialog import BatchDialog
from app.batch.form import BatchForm
from app.batch.memory import remember, remembered
from app.desk.parts import Parts
from app.models import installed
from app.paths import batch_file
from engine.batch.orders import Orders


class BatchDesk(QObject):
    """Connects the action with the dialog, which is built once, and the controller."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._dialog: BatchDialog | None = None
        # with a session of its own: the window's may stay with another model
        self.controller = BatchController(parts.second_sessions.twin().take, self)
        parts.actions["batch"].triggered.connect(self._on_batch)

    def finish(self) -> None:
        """Stop what runs; it can be gone on with at the next start."""
        self.controller.finish()

    @Slot()
    def _on_batch(self) -> None:
        if self._dialog is None:
            form = BatchForm(installed(), self._parts.dialogs)
            last = remembered(batch_file())
            if last is not None:
                form.fill(last)
            else:
                form.choose_model(self._parts.settings.model)
            device = self._parts.devices.choice
            self._dialog = BatchDialog(form, self.controller, device, self._window)
            self._dialog.start_wanted.connect(self._on_start_wanted)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    @Slot(object, bool, bool)
    def _on_start_wanted(self, orders: Orders, resume: bool, anew: bool) -> None:
        remember(batch_file(), orders)
        self.controller.start(orders, resume=resume, anew=anew)
