"""The band coach in the window: check, tint, one click, one undo."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

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
    opened.parts.actions["check_band"].trigger()
    qtbot.waitUntil(lambda: opened.compare.coach.advice is not None, timeout=8000)
    return banded


def test_what_is_too_narrow_is_tinted_and_counted(opened, checked):
    advice = opened.compare.coach.advice
    assert advice.too_narrow[47:50].all()  # the blur that stands for a network reaches so far
    labels = opened.compare.coach.panel._numbers
    assert labels[0].text() == f"too narrow: {advice.too_narrow.sum()} pixels"
    red, green, _ = checked.pixel(20, 48)
    assert red > green + 60
    assert checked.pixel(20, 110) == checked.pixel(20, 100)


def test_one_click_takes_it_and_one_undo_brings_it_back(opened, checked):
    document, before = opened.parts.document, opened.parts.document.trimap.copy()
    advice = opened.compare.coach.advice
    opened.parts.actions["take_advice"].trigger()
    assert (document.trimap[advice.too_narrow] == UNKNOWN).all()
    assert opened.parts.history.count() == 1
    assert opened.parts.history.undoText() == "Take the advice on the band"
    assert opened.compare.coach.advice is None
    assert not opened.parts.actions["take_advice"].isEnabled()
    opened.parts.undo.trigger()
    assert np.array_equal(document.trimap, before)
    assert checked.canvas.isVisible()


def test_escape_gives_it_up(opened, banded, qtbot, gate):
    coach = opened.compare.coach
    opened.parts.actions["check_band"].trigger()
    qtbot.waitUntil(lambda: "%" in coach.panel.note, timeout=5000)
    banded.key(Qt.Key.Key_Escape)
    assert not coach.is_running
    assert coach.panel.note == "Given up."
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
    assert not opened.compare.coach.is_running
