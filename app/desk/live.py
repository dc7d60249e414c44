"""The live matte: its switch, what is told of it, and the colours that follow it."""

from PySide6.QtCore import QObject, QTimer, Slot

from app.desk.parts import Parts
from app.following import Settled
from app.looks import Look
from app.messages import Message
from app.models import installed, title_of
from app.numbers import number

_PAUSE = 400
"""Milliseconds without work before colours are estimated: the next stroke may be on its way."""


class LiveDesk(QObject):
    """Connects the live controller with the document, the hand, and those who show it."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._models = installed()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._estimate)
        live, document, action = parts.live, parts.document, parts.actions["live"]
        action.setChecked(parts.settings.live)
        live.switch(parts.settings.live)
        action.toggled.connect(self._on_toggled)
        document.image_changed.connect(live.begin_anew)
        document.trimap_changed.connect(live.follow)
        parts.canvas.hand.drawing_changed.connect(live.hold)
        live.began.connect(self._on_began)
        live.progressed.connect(self._on_progressed)
        live.settled.connect(self._on_settled)
        live.rested.connect(self._on_rested)
        live.failed.connect(self._on_failed)
        live.changed.connect(self._show_ability)
        parts.actions.keys.changed.connect(self._show_ability)
        parts.mattes.started.connect(live.stop)
        parts.looks.changed.connect(self._pause.start)
        parts.mattes.finished.connect(self._estimate)
        parts.colours.failed.connect(parts.stage.messages.show_message)
        self._show_ability()

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self._parts.settings.live = on
        self._parts.live.switch(on)

    @Slot(bool)
    def _on_began(self, is_loading: bool) -> None:
        self._parts.mattes.give_way()
        self._pause.stop()
        self._parts.matte_panel.note("")
        if is_loading:
            self._parts.status.show_doing(self.tr("loading the model…"))

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        text = self.tr("settling {0} %; {1} stops")
        key = self._parts.actions.key("cancel")
        self._parts.status.show_doing(text.format(round(100 * share), key))

    @Slot(object)
    def _on_settled(self, settled: Settled) -> None:
        seconds = self.tr("{0} s").format(number(settled.seconds, 2))
        device = settled.device.upper()
        self._parts.status.show_matte(title_of(self._models, settled.model), device, seconds)
        self._parts.matte_panel.note(f"{seconds} · {device}")
        self._pause.start()

    @Slot()
    def _on_rested(self) -> None:
        self._parts.status.show_doing("")

    @Slot(object)
    def _on_failed(self, message: Message) -> None:
        self._parts.stage.messages.show_message(message)

    @Slot()
    def _show_ability(self) -> None:
        action, is_able = self._parts.actions["live"], self._parts.live.is_able
        action.setToolTip(
            self.tr("The matte follows while you paint.")
            if is_able
            else self.tr(
                "This model cannot follow while you paint. Press {0}, or choose another."
            ).format(self._parts.actions.key("matte"))
        )
        self._parts.actions.permit("live", is_able)

    @Slot()
    def _estimate(self) -> None:
        parts = self._parts
        is_young = parts.document.is_alpha_current
        if is_young and parts.looks.look is Look.CUTOUT and not parts.live.is_working:
            parts.colours.estimate()
