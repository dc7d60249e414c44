"""Painting by hand: what is drawn, what is shown, what can be undone."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.looks import Look
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

RIGHT = Qt.MouseButton.RightButton
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def trimap_of(window):
    return window.parts.document.trimap


def test_the_trimap_begins_unknown_and_untinted(opened, hand):
    assert (trimap_of(opened) == UNKNOWN).all()
    assert hand.pixel(20, 60) == (200, 30, 30)


def test_a_stroke_paints_foreground_and_tints_it_blue(opened, hand):
    hand.drag((30, 60), (50, 60))
    assert trimap_of(opened)[60, 30:51].tolist() == [FOREGROUND] * 21
    red, _, blue = hand.pixel(30, 75)
    assert red < 150
    assert blue > 100


def test_a_stroke_is_shown_before_it_ends(opened, hand):
    hand.drag((30, 60), (50, 60), release=False)
    assert hand.pixel(50, 75)[2] > 100
    assert (trimap_of(opened) == UNKNOWN).all()


@pytest.mark.parametrize(("button", "modifier"), [(RIGHT, None), (Qt.MouseButton.LeftButton, ALT)])
def test_right_button_and_alt_paint_background_in_orange(opened, hand, button, modifier):
    hand.drag((120, 60), (130, 60), button=button, modifier=modifier)
    assert trimap_of(opened)[60, 125] == BACKGROUND
    red, _, blue = hand.pixel(125, 70)
    assert red > 100 > blue


@pytest.mark.parametrize(
    ("key", "code"), [("2", BACKGROUND), ("1", FOREGROUND), ("X", BACKGROUND), ("E", UNKNOWN)]
)
def test_keys_choose_the_class(opened, hand, key, code):
    hand.key(key)
    assert opened.parts.brush.code == code


def test_the_eraser_gives_back_to_the_unknown(opened, hand):
    hand.drag((30, 60))
    hand.key("E")
    hand.drag((30, 60))
    assert (trimap_of(opened) == UNKNOWN).all()
    assert opened.parts.actions["eraser"].isChecked()
    hand.key("B")
    assert opened.parts.brush.code == FOREGROUND


def test_a_click_with_shift_draws_a_straight_line(opened, hand):
    opened.parts.brush.set_diameter(4)
    hand.drag((20, 20))
    hand.drag((140, 100), modifier=SHIFT)
    assert trimap_of(opened)[60, 80] == FOREGROUND


def test_a_gesture_is_one_command_with_a_name(opened, hand):
    hand.drag((30, 60), (60, 60), (60, 90))
    history = opened.parts.history
    assert history.count() == 1
    assert history.undoText() == "Paint foreground"


def test_undo_and_redo_go_there_and_back(opened, hand):
    before = trimap_of(opened).copy()
    hand.drag((30, 60), (60, 60))
    painted = trimap_of(opened).copy()
    hand.key("Z", Qt.KeyboardModifier.ControlModifier)
    assert np.array_equal(trimap_of(opened), before)
    assert hand.pixel(30, 60) == (200, 30, 30)
    hand.key("Y", Qt.KeyboardModifier.ControlModifier)
    assert np.array_equal(trimap_of(opened), painted)
    assert hand.pixel(30, 75)[2] > 100


def test_escape_drops_the_stroke(opened, hand):
    hand.drag((30, 60), (60, 60), release=False)
    hand.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.LeftButton, pos=hand.at(60, 60))
    assert (trimap_of(opened) == UNKNOWN).all()
    assert opened.parts.history.count() == 0
    assert hand.pixel(30, 75) == (200, 30, 30)


def test_nothing_is_undone_under_a_stroke(opened, hand):
    hand.drag((100, 60))
    hand.drag((30, 60), (60, 60), release=False)
    hand.key("Z", Qt.KeyboardModifier.ControlModifier)
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.LeftButton, pos=hand.at(60, 60))
    assert trimap_of(opened)[60, [30, 60, 100]].tolist() == [FOREGROUND] * 3
    assert opened.parts.history.count() == 2


def test_a_new_trimap_drops_the_stroke_under_way(opened, hand):
    hand.drag((120, 60))
    hand.drag((30, 60), (60, 60), release=False)
    opened.parts.actions["clear_trimap"].trigger()
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.LeftButton, pos=hand.at(60, 60))
    assert (trimap_of(opened) == UNKNOWN).all()
    assert opened.parts.history.count() == 2
    assert hand.pixel(30, 60) == (200, 30, 30)


def test_a_stroke_that_changes_nothing_is_no_gesture(opened, hand):
    hand.key("3")
    hand.drag((30, 60), (60, 60))
    assert opened.parts.history.count() == 0


def test_brackets_and_ctrl_wheel_change_the_size(opened, hand):
    brush = opened.parts.brush
    hand.key("]")
    assert brush.diameter > 40
    hand.key("[")
    hand.key("[")
    assert brush.diameter < 40
    before = brush.diameter
    hand.turn_wheel(QPoint(300, 300), Qt.KeyboardModifier.ControlModifier)
    assert brush.diameter > before


def test_the_eraser_keeps_a_size_of_its_own_once_it_was_sized(opened, hand):
    brush = opened.parts.brush
    hand.key("E")
    assert brush.diameter == 40
    hand.key("]")
    hand.drag((30, 60))
    sized = brush.diameter
    assert sized > 40
    hand.key("B")
    assert brush.diameter == 40
    assert opened.parts.settings.diameter == 40
    hand.key("[")
    hand.key("E")
    assert brush.diameter == sized


def test_a_touchpad_changes_small_brushes_too(opened, hand):
    opened.parts.brush.set_diameter(3)
    for _ in range(8):
        hand.turn_wheel(QPoint(300, 300), Qt.KeyboardModifier.ControlModifier, notches=0.25)
    assert opened.parts.brush.diameter == 5


def test_painting_over_the_original_shows_the_trimap(opened, hand):
    opened.parts.looks.set_look(Look.ORIGINAL)
    hand.drag((30, 60))
    assert opened.parts.looks.look is Look.TRIMAP


def test_the_hint_goes_with_the_first_stroke(opened, hand):
    assert opened.parts.stage.hint.isVisible()
    hand.drag((30, 60))
    assert not opened.parts.stage.hint.isVisible()
    hand.drag((120, 60), button=RIGHT)
    assert opened.parts.stage.hint.text() == "Press M to make the matte."
    assert opened.parts.stage.hint.isVisible()


def test_the_unknown_share_is_counted(opened, hand):
    hand.key("G")
    hand.drag((30, 60), modifier=SHIFT)
    assert opened.parts.document.unknown_share == 0
    hand.key("Z", Qt.KeyboardModifier.ControlModifier)
    assert opened.parts.document.unknown_share == 1


def test_clearing_what_is_clear_drops_the_stroke_and_is_no_step(opened, hand):
    hand.drag((30, 60), (60, 60), release=False)
    opened.parts.actions["clear_trimap"].trigger()
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.LeftButton, pos=hand.at(60, 60))
    assert (trimap_of(opened) == UNKNOWN).all()
    assert opened.parts.history.count() == 0


def test_clearing_can_be_undone(opened, hand):
    hand.drag((30, 60))
    painted = trimap_of(opened).copy()
    opened.parts.actions["clear_trimap"].trigger()
    assert (trimap_of(opened) == UNKNOWN).all()
    opened.parts.undo.trigger()
    assert np.array_equal(trimap_of(opened), painted)
    hand.drag((90, 60))
    opened.parts.undo.trigger()
    assert np.array_equal(trimap_of(opened), painted)
