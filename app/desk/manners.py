"""Manners: which keys mean what, what the wheel does, and the preferences that change it."""

from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from app.actions import GESTURES, SPECS
from app.desk.parts import Parts
from app.keys import held_key
from app.lessons import MATTE
from app.models import installed
from app.one_dialog import OneDialog
from app.preferences.advanced_page import AdvancedPage
from app.preferences.appearance_page import AppearancePage
from app.preferences.dialog import Preferences
from app.preferences.keys_page import KeysPage, Topics
from app.preferences.measuring_box import MeasuringBox
from app.preferences.performance_page import PerformancePage

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class MannersDesk(QObject):
    """Connects the key map with those who heed it, and opens the preferences."""

    reveal_chosen = Signal(bool)
    """The page of distillations, please; or away with it."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._one = OneDialog(parts.theme, self)
        parts.actions.keys.changed.connect(self._set_held_keys)
        parts.actions["preferences"].triggered.connect(self.open_preferences)
        parts.mattes.finished.connect(self._on_matte_made)
        parts.live.settled.connect(self._on_matte_made)
        self._set_still(parts.settings.still)
        self._set_held_keys()
        self._set_wheel(parts.settings.wheel)

    @Slot()
    def open_preferences(self) -> None:
        """Show the preferences; they are built anew each time."""
        parts = self._parts
        dialog = Preferences(self._window)
        appearance = AppearancePage(parts.settings, parts.theme, parts.looks)
        appearance.theme_chosen.connect(self._on_theme_chosen)
        appearance.stillness_chosen.connect(self._on_stillness_chosen)
        appearance.hints_wanted.connect(parts.lessons.forget)
        appearance.wheel_chosen.connect(self._on_wheel_chosen)
        keys = KeysPage(parts.actions.keys, self._topics())
        dialog.add(self.tr("Appearance"), "palette-outline", appearance)
        dialog.add(self.tr("Keys"), "keyboard-outline", keys)
        performance = PerformancePage(parts.devices, parts.settings.history)
        self._add_measuring(performance)
        performance.history_chosen.connect(self._on_history_chosen)
        dialog.add(self.tr("Performance"), "speedometer", performance)
        advanced = AdvancedPage(parts.settings.advanced, parts.actions.key("distil"))
        advanced.reveal_chosen.connect(self.reveal_chosen)
        dialog.add(self.tr("Advanced"), "flask-outline", advanced)
        self._one.keep(dialog)
        dialog.open()

    def _add_measuring(self, page: PerformancePage) -> None:
        """Of the model in use, if there is one."""
        parts = self._parts
        model = next((one for one in installed() if one.name == parts.matte_panel.model), None)
        if model is not None:
            page.add_measuring(MeasuringBox(parts.estimator, parts.devices, model))

    @Slot()
    def _set_held_keys(self) -> None:
        keys = self._parts.actions.keys
        held = {held_key(key): spec.name for spec in GESTURES for key in keys.keys(spec.name)}
        self._parts.canvas.hand.set_keys(held, self._parts.actions["undo"].shortcuts())

    @Slot()
    def _on_matte_made(self) -> None:
        self._parts.lessons.learn(MATTE)

    @Slot(int)
    def _on_history_chosen(self, megabytes: int) -> None:
        self._parts.settings.history = megabytes
        self._parts.history.set_budget(megabytes << 20)

    @Slot(bool)
    def _on_stillness_chosen(self, still: bool) -> None:
        self._parts.settings.still = still
        self._set_still(still)

    def _set_still(self, still: bool) -> None:
        self._parts.matte_panel.keep_still(still)
        self._parts.looks.tints.keep_still(still)
        for effect in _EFFECTS:
            QApplication.setEffectEnabled(effect, not still)

    @Slot(str)
    def _on_wheel_chosen(self, wheel: str) -> None:
        self._parts.settings.wheel = "size" if wheel == "size" else "zoom"
        self._set_wheel(wheel)

    def _set_wheel(self, wheel: str) -> None:
        self._parts.canvas.wheel_sizes = wheel == "size"

    @Slot(str)
    def _on_theme_chosen(self, theme: str) -> None:
        self._parts.actions[theme].trigger()

    def _topics(self) -> Topics:
        """The actions in the order of the menus that hold them, then the others, then gestures."""
        names = {id(self._parts.actions[spec.name]): spec.name for spec in SPECS}
        topics: Topics = []
        for entry in self._window.menuBar().actions():
            leaves = map(id, _leaves(cast(QMenu, entry.menu())))
            found = [names.pop(leaf) for leaf in leaves if leaf in names]
            if found:
                topics.append((entry.text().replace("&", ""), found))
        held = [spec.name for spec in GESTURES if spec.keys]
        said = QCoreApplication.translate("MannersDesk", "Held over the canvas")
        rest = [*names.values()]
        if rest:
            topics.append((self.tr("Further"), rest))
        return [*topics, (said, held)]


def _leaves(menu: QMenu) -> list[object]:
    """The actions in a menu and in those below it."""
    found: list[object] = []
    for action in menu.actions():
        below = action.menu()
        found.extend(_leaves(below) if isinstance(below, QMenu) else [action])
    return found
