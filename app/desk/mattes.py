"""Mattes: what starts them, what is told of them, and which model makes them."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.desk.parts import Parts
from app.looks import Look
from app.matting import Answer
from app.menus import fill_models
from app.messages import Message, Tone
from app.models import can_follow, first_choice, installed, title_of
from app.numbers import number


class MattesDesk(QObject):
    """Connects the actions of the Matte menu with the matting controller."""

    def __init__(self, parts: Parts, menu: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._menu = menu
        self._models = installed()
        self._model = first_choice(self._models, parts.settings.model)
        self._last: Answer | None = None
        self._title = ""
        self._is_cancelling = False
        self._is_outdated = False
        """The model's weights have changed since the alpha was made."""
        parts.matte_panel.offer(self._models, self._model)
        self._fill()
        parts.matte_panel.model_chosen.connect(self._on_model_chosen)
        parts.actions["matte"].triggered.connect(self._on_matte)
        parts.actions["cancel"].triggered.connect(self._on_cancel)
        mattes = parts.mattes
        mattes.started.connect(self._on_started)
        mattes.progressed.connect(self._on_progressed)
        mattes.finished.connect(self._on_finished)
        mattes.dropped.connect(self._on_dropped)
        mattes.cancelled.connect(self._on_cancelled)
        mattes.failed.connect(self._on_failed)
        mattes.renewed.connect(self._on_renewed)
        parts.devices.mixing_changed.connect(self._on_mixing_changed)
        parts.live.settled.connect(self._on_settled)
        parts.document.image_changed.connect(self._on_image_changed)
        parts.document.trimap_changed.connect(self._show_age)
        parts.actions.keys.changed.connect(self._show_age)
        self._choose(self._model)

    def _fill(self) -> None:
        self._entries = fill_models(self._menu, self._models)
        self._entries.triggered.connect(self._on_entry_triggered)

    @Slot(str)
    def _on_renewed(self, name: str) -> None:
        """Read the library again, and matte with what it has now if the matte is live."""
        parts = self._parts
        self._models = installed()
        self._entries.deleteLater()
        self._fill()
        parts.matte_panel.offer(self._models, self._model)
        parts.estimator.forget(name)
        self._choose(self._model)
        if name == self._model:
            self._is_outdated = parts.document.alpha is not None
            parts.live.begin_anew()
            self._show_age()

    @Slot()
    def _on_mixing_changed(self) -> None:
        self._parts.mattes.give_way()
        self._is_outdated = self._parts.document.alpha is not None
        self._parts.live.begin_anew()
        self._show_age()

    @Slot(str)
    def _choose(self, name: str) -> None:
        self._model = name
        self._parts.matte_panel.choose(name)
        for action in self._entries.actions():
            action.setChecked(action.data() == name)
        self._parts.live.choose(name, able=can_follow(self._models, name))

    @Slot(str)
    def _on_model_chosen(self, name: str) -> None:
        self._choose(name)
        self._parts.canvas.setFocus()  # else the next letter would choose another

    @Slot(QAction)
    def _on_entry_triggered(self, action: QAction) -> None:
        self._choose(action.data())

    @Slot()
    def _on_matte(self) -> None:
        self._parts.settings.model = self._model
        self._parts.mattes.start(self._model)

    @Slot()
    def _on_cancel(self) -> None:
        if self._parts.mattes.is_running:
            self._is_cancelling = True
            self._parts.mattes.cancel()
            self._parts.status.show_doing(self.tr("Cancelling…"))
        elif self._parts.live.is_working:
            self._parts.live.stop()
            self._show_age()
        else:
            self._parts.stage.messages.clear()

    @Slot(str)
    def _on_started(self, model: str) -> None:
        parts = self._parts
        self._is_cancelling = False
        parts.stage.messages.clear()
        parts.stage.hint.say("")
        parts.matte_panel.show_running(True)
        self._title = title_of(self._models, model)
        parts.status.show_doing(
            self.tr("{0} is matting; {1} cancels").format(self._title, parts.actions.key("cancel"))
        )

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        self._parts.matte_panel.show_progress(share)
        if not self._is_cancelling:
            text = self.tr("{0} is matting, {1} %; {2} cancels")
            key = self._parts.actions.key("cancel")
            self._parts.status.show_doing(text.format(self._title, round(100 * share), key))

    @Slot(object)
    def _on_finished(self, answer: Answer) -> None:
        self._end()
        self._last = answer
        self._is_outdated = False
        seconds = self.tr("{0} s").format(number(answer.seconds, 2))
        device = answer.device.upper()
        self._parts.status.show_matte(title_of(self._models, answer.model), device, seconds)
        self._show_age()
        looks = self._parts.looks
        if looks.look in (Look.ORIGINAL, Look.TRIMAP):
            looks.set_look(Look.CUTOUT)  # what was asked for is what should be seen

    @Slot()
    def _on_settled(self) -> None:
        self._is_outdated = False

    @Slot()
    def _on_dropped(self) -> None:
        self._end()
        self._parts.stage.messages.show_message(
            Message(
                Tone.WARNING,
                self.tr("The trimap changed while the matte was made, so it was dropped."),
                self.tr("Press {0} to make one for the trimap as it is now.").format(
                    self._parts.actions.key("matte")
                ),
            )
        )

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        self._parts.matte_panel.note(self.tr("Cancelled."))

    @Slot(object)
    def _on_failed(self, message: Message) -> None:
        self._end()
        self._parts.stage.messages.show_message(message)

    @Slot()
    def _on_image_changed(self) -> None:
        self._parts.mattes.abandon()
        self._end()
        self._last = None
        self._is_outdated = False
        self._parts.status.show_matte()
        self._parts.matte_panel.note("")

    @Slot()
    def _show_age(self) -> None:
        panel, document, live = self._parts.matte_panel, self._parts.document, self._parts.live
        if document.alpha is None:
            panel.note("")
        elif live.is_on:
            panel.note("" if live.is_working else self._word_of_age())
        else:
            panel.note(self._word_of_age())

    def _word_of_age(self) -> str:
        if not self._parts.document.is_alpha_current:
            return self.tr("Older than the trimap: press {0}").format(
                self._parts.actions.key("matte")
            )
        if self._is_outdated and not self._parts.live.is_on:
            return self.tr("It would be another now: press {0}").format(
                self._parts.actions.key("matte")
            )
        if self._last is None:
            return ""
        seconds = self.tr("{0} s").format(number(self._last.seconds, 2))
        return f"{seconds} · {self._last.device.upper()}"

    def _end(self) -> None:
        self._parts.matte_panel.show_running(False)
        self._parts.status.show_doing("")
