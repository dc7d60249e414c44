"""Devices: the menu that chooses one, the one in use in the status bar, and what is said of it."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from app.desk.parts import Parts
from app.devices import AUTO, NAMES
from app.words import engine_words


class DevicesDesk(QObject):
    """Connects the device keeper with its menu, the status bar, and the live matte."""

    def __init__(self, parts: Parts, menu: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._group = QActionGroup(self)
        self._entries: dict[str, QAction] = {}
        menu.setToolTipsVisible(True)
        for name in (AUTO, *NAMES):
            action = menu.addAction(parts.devices.title(name))
            action.setCheckable(True)
            action.setData(name)
            self._group.addAction(action)
            self._entries[name] = action
        menu.aboutToShow.connect(parts.devices.ask)
        self._group.triggered.connect(self._on_triggered)
        parts.status.lend_devices(menu)
        parts.devices.changed.connect(self._show)
        parts.devices.chosen.connect(parts.live.begin_anew)
        composite = parts.actions["composite"]
        composite.setChecked(parts.settings.composite)
        composite.toggled.connect(self._on_composite)
        parts.devices.fell_back.connect(parts.stage.messages.show_message)
        self._show()

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self._parts.devices.choose(action.data())

    @Slot(bool)
    def _on_composite(self, composite: bool) -> None:
        self._parts.devices.take_for("composite" if composite else "photograph")

    @Slot()
    def _show(self) -> None:
        keeper = self._parts.devices
        found = {device.name: device for device in keeper.found.devices} if keeper.found else {}
        for name, action in self._entries.items():
            device = found.get(name)
            reason = engine_words(device.reason) if device else ""
            action.setEnabled(not reason)
            action.setText(self._words(name, device.model if device else "", reason))
            action.setToolTip(reason or keeper.title(name))
            action.setChecked(name == keeper.choice)
        self._parts.status.show_device(keeper.words())

    def _words(self, name: str, model: str, reason: str) -> str:
        title = self._parts.devices.title(name)
        if reason:
            return f"{title}: {reason[:1].lower()}{reason[1:].rstrip('.')}"
        return f"{title}: {model}" if model else title
