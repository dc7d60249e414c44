"""Estimates in the window: what a matte will take, what is left, and when it is measured."""

from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar, QPushButton

from app.estimating import words_for, words_for_bytes, words_for_seconds
from app.preferences.dialog import Preferences
from app.preferences.measuring_box import MeasuringBox
from engine.errors import RoomError
from engine.matting.estimates import Estimate, Rates, Setting, load_rates, save_rates
from engine.matting.library import find

NO_MORE = (0.0,) * 5

RATES = Rates((12.0, *NO_MORE), (1.1e9, *NO_MORE))


@pytest.fixture
def measured(opened, qtbot):
    """The window on a machine that was measured."""
    devices = opened.parts.devices
    devices.ask()
    qtbot.waitUntil(lambda: devices.found is not None)
    card = find(opened.parts.matte_panel.model).card
    threads = devices.found.threads if devices.in_use == "cpu" else 0
    save_rates(Setting(card.name, card.sha256, devices.in_use, threads), RATES)
    return opened


def expected(window):
    label = window.parts.matte_panel._expected
    return label.text() if label.isVisible() else ""


def paint_both(hand):
    hand.drag((30, 60))
    hand.drag((130, 60), button=Qt.MouseButton.RightButton)


def test_before_a_matte_its_time_and_memory_are_said(measured, hand, qtbot):
    hand.drag((30, 60))
    qtbot.wait(350)
    assert expected(measured) == ""
    hand.drag((130, 60), button=Qt.MouseButton.RightButton)
    qtbot.waitUntil(lambda: expected(measured) == "About 12 s, 1.1 GB")


def test_during_a_matte_what_is_left_is_said(measured, hand, gate, qtbot):
    paint_both(hand)
    hand.key("M")
    assert expected(measured) == "About 12 s left"
    qtbot.waitUntil(lambda: measured.parts.matte_panel._bar.value() > 0)
    with qtbot.waitSignal(measured.parts.mattes.finished):
        gate.set()
    assert expected(measured) == ""


def test_what_mattes_really_take_is_heeded(measured, hand, qtbot):
    estimator, model = measured.parts.estimator, measured.parts.matte_panel.model
    paint_both(hand)
    before = estimator.expect(model, measured.parts.document.trimap).seconds
    with qtbot.waitSignal(measured.parts.mattes.finished):
        hand.key("M")
    assert estimator.expect(model, measured.parts.document.trimap).seconds < before


def test_a_matte_that_went_on_with_one_before_is_not_heeded(
    measured, hand, session_class, monkeypatch, qtbot
):
    """It took next to nothing, which says nothing of the next one."""
    monkeypatch.setattr(session_class, "went_on", True)
    estimator, model = measured.parts.estimator, measured.parts.matte_panel.model
    paint_both(hand)
    before = estimator.expect(model, measured.parts.document.trimap).seconds
    with qtbot.waitSignal(measured.parts.mattes.finished):
        hand.key("M")
    assert estimator.expect(model, measured.parts.document.trimap).seconds == before


def test_of_a_machine_that_was_not_measured_nothing_is_said(opened, hand, qtbot):
    paint_both(hand)
    qtbot.wait(350)
    assert expected(opened) == ""


def test_a_stroke_ends_the_measuring_at_once(measured, hand, qtbot):
    estimator = measured.parts.estimator
    estimator.measure_again(measured.parts.matte_panel.model)
    assert estimator.is_measuring
    paint_both(hand)
    with qtbot.waitSignal(measured.parts.mattes.finished, timeout=10_000):
        hand.key("M")
    assert not estimator.is_measuring


def test_what_does_not_fit_is_said_with_a_remedy(opened, hand, session_class, qtbot):
    session_class.error = RoomError("It does not fit.", hint="Take a smaller picture.")
    paint_both(hand)
    with qtbot.waitSignal(opened.parts.mattes.failed):
        hand.key("M")
    assert opened.parts.stage.messages.message.hint == "Take a smaller picture."


def test_quiet_is_when_the_machine_is_measured(measured, qtbot, monkeypatch):
    from engine.matting import estimates

    estimates.cache_file().unlink()
    asked = []
    estimator = measured.parts.estimator
    monkeypatch.setattr(estimator, "measure", asked.append)
    measured._estimates._idle.setInterval(20)
    measured._estimates.settle_in()
    qtbot.waitUntil(lambda: asked == [measured.parts.matte_panel.model])
    assert load_rates(Setting("x", "", "cpu", 1)) is None


@pytest.fixture
def measuring(measured):
    """The box on the preferences' page of performance."""
    measured.parts.actions["preferences"].trigger()
    dialog = measured.findChild(Preferences)
    box = dialog.findChild(MeasuringBox)
    dialog.show_page(box.parentWidget())
    yield box
    dialog.close()


def press(box, text):
    button = next(b for b in box.findChildren(QPushButton) if b.text() == text)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_measuring_again_shows_how_far_it_is_and_says_what_it_found(measured, measuring, qtbot):
    assert "about 12 s and 1.1 GB for 12 megapixels" in measuring.words
    estimator, go_on, bar = measured.parts.estimator, Event(), measuring.findChild(QProgressBar)
    setting = estimator._setting(measured.parts.matte_panel.model)
    slower = Rates((30.0, *NO_MORE), (2.3e9, *NO_MORE))

    def calibrate(task, *_asked):
        task.report(0.5)
        go_on.wait(5)
        return setting, slower

    estimator.calibrate = calibrate
    press(measuring, "Measure again")
    assert measuring.words.startswith("Measuring ")
    qtbot.waitUntil(lambda: bar.value() == 50)
    assert bar.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: measuring.words.startswith("Measured just now."))
    assert "about 30 s and 2.3 GB" in measuring.words
    assert not bar.isVisible()


def test_what_is_known_stands_close_under_the_button(measuring):
    button, note = measuring._start, measuring._note
    below = note.mapTo(measuring, QPoint(0, 0)).y() - button.mapTo(measuring, QPoint(0, 0)).y()
    assert button.height() <= below <= button.height() + 12


def test_a_measuring_that_is_given_up_leaves_what_was_known(measuring, qtbot):
    press(measuring, "Measure again")
    press(measuring, "Cancel")
    qtbot.waitUntil(lambda: measuring.words.startswith("Given up"), timeout=20_000)
    assert "about 12 s and 1.1 GB" in measuring.words


def test_a_measuring_that_fails_says_why(measured, measuring, qtbot):
    def calibrate(*_asked):
        raise RoomError("It does not fit.", hint="Take a smaller picture.")

    measured.parts.estimator.calibrate = calibrate
    press(measuring, "Measure again")
    qtbot.waitUntil(lambda: measuring.words.startswith("It does not fit. Take a smaller"))


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.02, "0.1 s"), (0.44, "0.4 s"), (12.4, "12 s"), (140, "2 min")]
)
def test_times_are_as_exact_as_they_are_known(seconds, words):
    assert words_for_seconds(seconds) == words
    assert words_for(Estimate(seconds, 10**9)) == f"About {words}, 1.0 GB"


def test_small_memory_is_not_none():
    assert words_for_bytes(3) == "0.1 GB"
