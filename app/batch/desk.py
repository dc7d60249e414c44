"""Batches: the dialog is opened, filled with what was ordered last, and its batch run."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from app.desk.parts import Parts
from app.language import chosen
from app.messages import Message, Tone
from app.models import installed
from app.paths import batch_file

if TYPE_CHECKING:  # it brings every format of files along: nothing for the window's start
    from app.batch.controller import BatchController
    from app.batch.dialog import BatchDialog
    from engine.batch.orders import Orders


class BatchDesk(QObject):
    """Connects the action with the dialog and the controller, which are built when first asked."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._dialog: BatchDialog | None = None
        self._controller: BatchController | None = None
        self._running: Orders | None = None
        parts.actions["batch"].triggered.connect(self._on_batch)

    @property
    def controller(self) -> "BatchController":
        """What runs the batch."""
        from app.batch.controller import BatchController

        if self._controller is None:
            # with a session of its own: the window's may stay with another model
            sessions = self._parts.second_sessions.twin()
            language = chosen(self._parts.settings.language)
            self._controller = BatchController(sessions.take, language, self)
            self._controller.running_changed.connect(self._on_running_changed)
        return self._controller

    def look(self) -> None:
        """Tell of a batch that the last program did not bring to its end."""
        if not batch_file().exists():
            return
        from app.batch.memory import remembered

        last = remembered(batch_file())
        if last is not None and last.is_unfinished:
            key = self._parts.actions.key("batch")
            self._parts.stage.messages.show_message(
                Message(
                    Tone.WARNING,
                    self.tr("The batch in {0} has not come to its end.").format(last.orders.output),
                    self.tr("Press {0} to go on with it.").format(key),
                )
            )

    def finish(self) -> None:
        """Stop what runs; it can be gone on with at the next start."""
        self._running = None
        if self._controller is not None:
            self._controller.finish()

    @Slot()
    def _on_batch(self) -> None:
        if self._dialog is None:
            self._dialog = self._built()
            self._dialog.start_wanted.connect(self._on_start_wanted)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _built(self) -> "BatchDialog":
        from app.batch.dialog import BatchDialog
        from app.batch.form import BatchForm
        from app.batch.memory import remembered

        form = BatchForm(installed(), self._parts.dialogs)
        last = remembered(batch_file())
        if last is not None:
            form.fill(last.orders)
        else:
            form.choose_model(self._parts.settings.model)
        return BatchDialog(form, self.controller, self._parts.devices, self._window)

    @Slot(object, bool, bool)
    def _on_start_wanted(self, orders: "Orders", resume: bool, anew: bool) -> None:
        from app.batch.memory import remember

        self._running = orders
        remember(batch_file(), orders, unfinished=True)
        self.controller.start(orders, resume=resume, anew=anew)

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        """It has ended, or was stopped; unless the program ends, that is what was wanted."""
        from app.batch.memory import remember

        if not running and self._running is not None:
            remember(batch_file(), self._running, unfinished=False)
            self._running = None
