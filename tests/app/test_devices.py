"""The device: chosen from what this machine has, always shown, and never changed in silence."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMenu, QSpinBox, QToolButton

from app.devices import NAMES, DeviceKeeper
from app.messages import Tone
from app.preferences.dialog import Preferences
from app.preferences.performance_page import PerformancePage
from app.window import Window
from engine.matting import devices

HERE = devices.available()
MISSING = next((device for device in devices.known() if device.reason), None)


@pytest.fixture
def asked(opened, qtbot):
    opened.parts.devices.ask()
    qtbot.waitUntil(lambda: opened.parts.devices.found is not None)
    return opened


def button_of(window):
    return window.parts.status.findChild(QToolButton, "device")


def entry(window, name):
    menu = button_of(window).menu()
    return next(action for action in menu.actions() if action.data() == name)


def test_names_are_those_of_the_engine():
    assert NAMES == devices.NAMES == tuple(device.name for device in devices.known())


def test_the_device_is_shown_before_there_is_any_matte(opened):
    assert button_of(opened).isVisible()
    assert button_of(opened).text() == "Automatic"


def test_the_device_in_use_and_its_threads_are_shown(asked):
    words = button_of(asked).text()
    if HERE[0] == "cpu":
        assert words.startswith("CPU, ")
        assert str(devices.threads()) in words


def test_the_menu_has_every_device_and_greys_with_the_reason(asked):
    assert isinstance(button_of(asked).menu(), QMenu)
    for device in devices.known():
        action = entry(asked, device.name)
        assert action.isEnabled() == (not device.reason)
        assert device.reason[1:-1] in action.text()
    assert entry(asked, "auto").isChecked()


def test_a_chosen_device_is_remembered_and_a_new_session_is_opened(asked, hand, qtbot):
    made = []
    asked.parts.mattes._sessions._open = lambda name, old=asked.parts.mattes._sessions._open: (
        made.append(name) or old(name)
    )
    hand.drag((30, 60))
    hand.drag((130, 60), button=Qt.MouseButton.RightButton)
    for _ in range(2):
        with qtbot.waitSignal(asked.parts.mattes.finished):
            hand.key("M")
    assert len(made) == 1
    entry(asked, "cpu").trigger()
    assert asked.parts.settings.device == "cpu"
    with qtbot.waitSignal(asked.parts.mattes.finished):
        hand.key("M")
    assert len(made) == 2


@pytest.mark.skipif(MISSING is None, reason="this machine has every device")
def test_a_device_that_is_gone_is_replaced_and_that_is_said(qtbot, settings, theme, answers):
    settings.device = MISSING.name
    window = Window(settings, theme, answers)
    window.show()
    window.parts.mattes._sessions.take("guided-student")
    qtbot.waitUntil(lambda: window.parts.stage.messages.message is not None)
    message = window.parts.stage.messages.message
    assert message.tone is Tone.WARNING
    assert "cannot be used" in message.sentence
    assert MISSING.reason in message.sentence
    assert window.parts.devices.in_use == HERE[0]
    window.close()


def test_the_number_of_threads_is_heeded(qtbot, settings):
    before = devices.threads()
    keeper = DeviceKeeper(settings)
    try:
        keeper.use_threads(1)
        qtbot.waitUntil(lambda: keeper.found is not None)
        assert (keeper.found.threads, settings.threads) == (1, 1)
        if HERE[0] == "cpu":
            assert keeper.words() == "CPU, 1 thread"
        keeper.use_threads(0)
        qtbot.waitUntil(lambda: keeper.found is not None)
        assert keeper.found.threads == devices.usual_threads()
    finally:
        devices.use_threads(before)


def test_the_preferences_choose_device_and_threads(asked, qtbot):
    asked.parts.actions["preferences"].trigger()
    dialog = asked.findChild(Preferences)
    page = dialog.findChild(PerformancePage)
    dialog.show_page(page)
    box = page.findChild(QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    assert asked.parts.devices.choice == "cpu"
    threads = page.findChild(QSpinBox)
    assert threads.text() == "Automatic"
    try:
        QTest.keyClick(threads, Qt.Key.Key_Up)
        qtbot.waitUntil(lambda: asked.parts.devices.found is not None)
        assert asked.parts.devices.found.threads == 1
    finally:
        devices.use_threads(devices.usual_threads())
    dialog.close()
