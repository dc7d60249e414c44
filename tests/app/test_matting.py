"""Matting from the window: started, shown, cancelled, dropped when late, refused in words."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from app.looks import Ground, Look
from app.messages import Tone
from app.tasks import FILE_LANE, MODEL_LANE
from engine.errors import DeviceError
from engine.imaging.picture import Picture
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN


@pytest.fixture
def painted(opened, hand):
    """Foreground at the left, background at the right."""
    opened.parts.brush.set_diameter(40)
    hand.drag((20, 20), (20, 100))
    hand.drag((140, 20), (140, 100), button=Qt.MouseButton.RightButton)
    return opened


def matte(window, qtbot):
    with qtbot.waitSignal(window.parts.document.foreground_changed, timeout=10_000):
        window.parts.actions["matte"].trigger()


def message_of(window):
    return window.parts.stage.messages.message


def test_a_matte_is_made_and_shown(painted, hand, qtbot):
    matte(painted, qtbot)
    parts = painted.parts
    assert parts.document.is_alpha_current
    assert parts.looks.look is Look.CUTOUT
    hand.key("A")
    assert hand.pixel(20, 60) == (255, 255, 255)
    assert hand.pixel(140, 60) == (0, 0, 0)
    assert "CPU" in parts.status._facts.text()


@pytest.mark.parametrize("key", ["M", Qt.Key.Key_Return])
def test_keys_start_a_matte(painted, hand, qtbot, key):
    with qtbot.waitSignal(painted.parts.document.alpha_changed, timeout=10_000):
        hand.key(key)


def test_the_cutout_lies_on_each_ground(painted, hand, qtbot):
    matte(painted, qtbot)
    looks = painted.parts.looks
    for ground, colour in ((Ground.BLACK, (0, 0, 0)), (Ground.WHITE, (255, 255, 255))):
        looks.set_ground(ground)
        assert hand.pixel(140, 60) == colour
        assert hand.pixel(20, 60) == (200, 30, 30)
    looks.set_colour(looks.colour.fromRgb(10, 20, 30))
    assert hand.pixel(140, 60) == (10, 20, 30)
    looks.set_ground(Ground.CHECKER)
    shown = {hand.pixel(x, 60) for x in range(125, 155)}
    assert len(shown) == 2


def test_a_second_click_on_the_colour_asks_for_another(painted, hand, qtbot, answers):
    matte(painted, qtbot)
    swatch = painted.parts.header._grounds[Ground.COLOUR]
    swatch.click()
    assert hand.pixel(140, 60) == painted.parts.looks.colour.getRgb()[:3]
    answers.chosen = QColor(1, 2, 200)
    swatch.click()
    assert hand.pixel(140, 60) == (1, 2, 200)
    answers.chosen = None  # thought better of it
    swatch.click()
    assert hand.pixel(140, 60) == (1, 2, 200)


def test_new_strokes_show_in_the_alpha_at_once(painted, hand, qtbot):
    matte(painted, qtbot)
    hand.key("A")
    hand.drag((80, 60), release=False)
    assert hand.pixel(80, 60) == (255, 255, 255)
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.LeftButton, pos=hand.at(80, 60))
    assert hand.pixel(80, 60) == (255, 255, 255)
    assert not painted.parts.document.is_alpha_current


def test_erasing_shows_a_veil_in_the_alpha_while_it_lasts(painted, hand, qtbot):
    matte(painted, qtbot)
    hand.key("A")
    hand.key("E")
    hand.drag((20, 60), release=False)
    assert hand.pixel(20, 100) != (255, 255, 255)  # tinted: still foreground
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.LeftButton, pos=hand.at(20, 60))
    assert hand.pixel(20, 100) == (255, 255, 255)


def test_a_late_answer_is_dropped(painted, hand, qtbot, gate):
    painted.parts.actions["matte"].trigger()
    hand.drag((80, 60))
    with qtbot.waitSignal(painted.parts.mattes.dropped, timeout=10_000):
        gate.set()
    assert painted.parts.document.alpha is None
    assert message_of(painted).tone is Tone.WARNING
    assert not painted.parts.mattes.is_running


def test_undo_does_not_make_a_late_answer_timely(painted, hand, qtbot, gate):
    painted.parts.actions["matte"].trigger()
    hand.drag((80, 60))
    painted.parts.undo.trigger()
    with qtbot.waitSignal(painted.parts.mattes.dropped, timeout=10_000):
        gate.set()


@pytest.mark.usefixtures("gate")
def test_another_picture_ends_the_matte_without_a_word(painted, gate):
    painted.parts.actions["matte"].trigger()
    painted.parts.document.open_picture(Picture(Path("other.png"), np.zeros((9, 9, 3), np.uint8)))
    assert not painted.parts.mattes.is_running
    gate.set()
    QTest.qWait(50)
    assert painted.parts.document.alpha is None
    assert message_of(painted) is None
    assert painted.parts.matte_panel._start.isVisible()


@pytest.mark.usefixtures("gate")
def test_progress_is_shown_in_the_panel_and_the_status_bar(painted, qtbot):
    with qtbot.waitSignal(painted.parts.mattes.progressed, timeout=10_000):
        painted.parts.actions["matte"].trigger()
    assert painted.parts.matte_panel._bar.isVisible()
    assert painted.parts.matte_panel._bar.value() == 500
    assert "matting, 50 %; Esc cancels" in painted.parts.status._facts.text()


@pytest.mark.usefixtures("gate")
def test_the_window_stays_alive_while_a_matte_is_made(painted, hand, qtbot):
    with qtbot.waitSignal(painted.parts.mattes.progressed, timeout=10_000):
        painted.parts.actions["matte"].trigger()
    hand.drag((80, 60))
    hand.turn_wheel(hand.at(80, 60))
    assert hand.pixel(80, 60)[2] > 100
    assert hand.canvas.viewport.scale > 1


@pytest.mark.usefixtures("gate")
def test_escape_cancels(painted, hand, qtbot):
    painted.parts.actions["matte"].trigger()
    assert painted.parts.mattes.is_running
    with qtbot.waitSignal(painted.parts.mattes.cancelled, timeout=10_000):
        hand.key(Qt.Key.Key_Escape)
    assert painted.parts.document.alpha is None
    assert message_of(painted) is None


def test_a_second_start_replaces_the_first(painted, hand, qtbot, gate, session_class):
    painted.parts.actions["matte"].trigger()
    hand.drag((80, 60))
    painted.parts.actions["matte"].trigger()
    with qtbot.waitSignal(painted.parts.document.alpha_changed, timeout=10_000):
        gate.set()
    assert painted.parts.document.is_alpha_current
    assert message_of(painted) is None
    assert session_class.made <= 2


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (UNKNOWN, "The trimap has no foreground and no background."),
        (FOREGROUND, "The trimap has no background."),
        (BACKGROUND, "The trimap has no foreground."),
    ],
)
def test_a_trimap_that_says_too_little_is_refused(opened, session_class, code, sentence):
    trimap = np.full_like(opened.parts.document.trimap, code)
    opened.parts.document.replace_trimap(trimap)
    opened.parts.actions["matte"].trigger()
    message = message_of(opened)
    assert message.sentence == sentence
    assert message.hint.startswith("Paint a few strokes of ")
    assert opened.parts.stage.messages.isVisible()
    assert session_class.made == 0


def test_an_error_of_the_engine_is_told_with_its_hint(painted, qtbot, session_class):
    session_class.error = DeviceError("There is no such device.", hint="Choose the CPU.")
    with qtbot.waitSignal(painted.parts.mattes.failed, timeout=10_000):
        painted.parts.actions["matte"].trigger()
    assert message_of(painted).sentence == "There is no such device."
    assert message_of(painted).hint == "Choose the CPU."


def test_a_bug_is_logged_and_told(painted, qtbot, session_class, caplog):
    session_class.error = ZeroDivisionError("by nought")
    with qtbot.waitSignal(painted.parts.mattes.failed, timeout=10_000):
        painted.parts.actions["matte"].trigger()
    assert "by nought" in message_of(painted).sentence
    assert "Traceback" in caplog.text


@pytest.mark.usefixtures("gate")
def test_closing_cancels_and_waits(painted):
    painted.parts.actions["matte"].trigger()
    painted.close()
    QTest.qWait(20)
    assert not painted.isVisible()
    assert not painted.parts.mattes.is_running


def test_an_answer_that_comes_while_the_window_closes_begins_nothing_more(painted, gate):
    painted.parts.actions["matte"].trigger()
    gate.set()
    MODEL_LANE.waitForDone()  # the answer lies there, and nobody has heard it
    painted.close()
    QTest.qWait(20)
    assert painted.parts.document.alpha is None
    assert FILE_LANE.activeThreadCount() == 0


def test_one_session_serves_many_mattes(painted, qtbot, session_class):
    opened_sessions = []
    session_class.__init__ = lambda _self, name: opened_sessions.append(name)
    matte(painted, qtbot)
    matte(painted, qtbot)
    assert len(opened_sessions) == 1
    assert session_class.made == 2
