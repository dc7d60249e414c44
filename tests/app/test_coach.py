"""The band coach in the window: check, tint, one click, one undo."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN


@pytest.fixture
def banded(opened, hand):
    """A hand over a picture with an unknown band."""
    document = opened.parts.document
    trimap = np.full_like(document.trimap, UNKNOWN)
    trimap[:50], trimap[70:] = FOREGROUND, BACKGROUND
    document.replace_trimap(trimap)
    return hand


@pytest.fixture
def checked(opened, banded, qtbot):
    """The same, with the coach's advice on the screen."""
    banded.key("K")
    qtbot.waitUntil(lambda: opened.compare.coach.advice is not None, timeout=8000)
    return banded


def test_what_is_too_narrow_is_tinted_and_counted(opened, checked):
    advice = opened.compare.coach.advice
    assert advice.too_narrow[47:50].all()  # the blur that stands for a network reaches so far
    bar = opened.compare.coach.bar
    assert bar.isVisible()
    assert bar.lines[0] == f"too narrow: {advice.too_narrow.sum()} px"
    red, green, _ = checked.pixel(20, 48)
    assert red > green + 60
    assert checked.pixel(20, 110) == checked.pixel(20, 100)


def test_one_click_takes_it_and_one_undo_brings_it_back(opened, checked):
    document, before = opened.parts.document, opened.parts.document.trimap.copy()
    advice = opened.compare.coach.advice
    button = opened.compare.coach.bar.findChild(QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (document.trimap[advice.too_narrow] == UNKNOWN).all()
    assert opened.parts.history.count() == 1
    assert opened.parts.history.undoText() == "Take the advice on the band"
    assert opened.compare.coach.advice is None
    assert not opened.parts.actions["take_advice"].isEnabled()
    assert not opened.compare.coach.bar.isVisible()
    checked.key("Z", Qt.KeyboardModifier.ControlModifier)
    assert np.array_equal(document.trimap, before)


def test_two_keys_check_and_take(opened, checked):
    advice = opened.compare.coach.advice
    checked.key("K", Qt.KeyboardModifier.ShiftModifier)
    assert (opened.parts.document.trimap[advice.too_narrow] == UNKNOWN).all()


def test_escape_puts_the_advice_away_and_leaves_the_trimap(opened, checked):
    document, before = opened.parts.document, opened.parts.document.trimap.copy()
    tinted = checked.pixel(20, 48)
    checked.key(Qt.Key.Key_Escape)
    assert opened.compare.coach.advice is None
    assert not opened.compare.coach.bar.isVisible()
    assert checked.pixel(20, 48) != tinted
    assert np.array_equal(document.trimap, before)


def test_the_trimaps_menu_has_both_with_their_keys(opened):
    trimap = next(a.menu() for a in opened.menuBar().actions() if a.text() == "&Trimap")
    found = {entry.text(): entry.shortcut().toString() for entry in trimap.actions()}
    assert found["Check the band"] == "K"
    assert found["Take the advice"] == "Shift+K"


def test_the_bar_stays_in_the_middle_of_the_canvas(opened, checked, qtbot):
    bar, canvas = opened.compare.coach.bar, checked.canvas
    opened.resize(1000, 600)
    qtbot.waitUntil(lambda: abs(bar.geometry().center().x() - canvas.rect().center().x()) < 2)
    assert canvas.rect().contains(bar.geometry())


def test_escape_gives_it_up(opened, banded, qtbot, gate):
    coach = opened.compare.coach
    opened.parts.actions["check_band"].trigger()
    qtbot.waitUntil(lambda: "%" in coach.panel.note, timeout=5000)
    assert "Esc cancels" in opened.parts.status._facts.text()
    banded.key(Qt.Key.Key_Escape)
    assert not coach.is_running
    assert coach.panel.note == "Given up."
    assert "cancels" not in opened.parts.status._facts.text()
    gate.set()
    qtbot.wait(100)
    assert coach.advice is None


def test_a_stroke_makes_the_advice_too_old(opened, checked):
    checked.drag((80, 60))
    assert opened.compare.coach.advice is None
    assert "changed since" in opened.compare.coach.panel.note


def test_it_asks_for_both_sides_first(opened):
    opened.parts.actions["check_band"].trigger()
    assert opened.compare.coach.panel.note == "Paint foreground and background first."
    assert opened.parts.stage.hint.text() == opened.compare.coach.panel.note
    assert not opened.compare.coach.is_running
