"""The lasso by hand: freehand, from corner to corner, closed, taken back and dropped."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.canvas.tools import ToolName
from app.looks import Look
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

RIGHT = Qt.MouseButton.RightButton
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LOOP = [(30, 20), (130, 20), (130, 100), (30, 100), (30, 30)]
CORNERS = [(30, 20), (130, 20), (130, 100)]


@pytest.fixture
def lasso(opened, hand):
    hand.key("L")
    assert opened.parts.actions["lasso"].isChecked()
    return hand


def trimap_of(window):
    return window.parts.document.trimap


def click(hand, *corners, button=Qt.MouseButton.LeftButton, modifier=None):
    for corner in corners:
        hand.drag(corner, button=button, modifier=modifier)


def double_click(hand, corner):
    """As a mouse gives it: press, release, the double click in place of a press, release."""
    place, left = hand.at(*corner), Qt.MouseButton.LeftButton
    QTest.mouseClick(hand.canvas, left, pos=place)
    QTest.mouseDClick(hand.canvas, left, pos=place)
    QTest.mouseRelease(hand.canvas, left, pos=place)


def is_filled(window, code=FOREGROUND):
    trimap = trimap_of(window)
    return trimap[40, 110] == code and trimap[90, 40] == UNKNOWN


def test_a_freehand_loop_is_filled_when_it_is_let_go(opened, lasso):
    lasso.drag(*LOOP)
    trimap = trimap_of(opened)
    assert (trimap[22:98, 33:128] == FOREGROUND).all()
    assert (trimap[:18] == UNKNOWN).all()
    assert (trimap[:, :28] == UNKNOWN).all()
    assert opened.parts.history.count() == 1
    assert opened.parts.history.undoText() == "Encircle foreground"
    assert lasso.pixel(80, 60)[2] > 100  # blue


@pytest.mark.parametrize("how", ["enter", "double click", "first corner"])
def test_corners_are_clicked_and_the_line_is_closed(opened, lasso, how):
    click(lasso, *(CORNERS[:2] if how == "double click" else CORNERS))
    assert (trimap_of(opened) == UNKNOWN).all()
    if how == "enter":
        lasso.key(Qt.Key.Key_Return)
    elif how == "double click":
        double_click(lasso, CORNERS[-1])
    else:
        click(lasso, (31, 21))
    assert is_filled(opened)
    assert opened.parts.history.count() == 1
    assert not lasso.canvas.hand.is_drawing


@pytest.mark.parametrize("corner", [0, 1, -1])
def test_a_double_click_on_a_corner_closes_the_line_and_leaves_nothing_behind(
    opened, lasso, corner
):
    drawn = []
    lasso.canvas.hand.gesture_finished.connect(drawn.append)
    click(lasso, *CORNERS)
    double_click(lasso, CORNERS[corner])
    assert is_filled(opened)
    assert len(drawn[0].trace.corners) == len(CORNERS)
    assert opened.parts.history.count() == 1
    assert not lasso.canvas.hand.is_drawing
    assert lasso.canvas.hand.outline is None
    click(lasso, (10, 10))
    assert len(lasso.canvas.hand.outline.points) == 1


def test_a_double_click_that_asks_for_a_proposal_paints_nothing(opened, hand):
    taken = []
    hand.canvas.hand.ask_region(taken.append)
    click(hand, *CORNERS)
    double_click(hand, CORNERS[0])
    assert len(taken) == 1
    assert (trimap_of(opened) == UNKNOWN).all()
    assert opened.parts.history.count() == 0


@pytest.mark.parametrize(("button", "modifier"), [(RIGHT, None), (Qt.MouseButton.LeftButton, ALT)])
def test_right_button_and_alt_fill_background(opened, lasso, button, modifier):
    click(lasso, *CORNERS, button=button, modifier=modifier)
    lasso.key(Qt.Key.Key_Enter)
    assert is_filled(opened, BACKGROUND)
    opened.parts.undo.trigger()
    lasso.drag(*LOOP, button=button, modifier=modifier)
    assert trimap_of(opened)[60, 80] == BACKGROUND
    assert opened.parts.history.undoText() == "Encircle background"


def test_the_class_may_still_be_chosen_before_it_closes(opened, lasso):
    click(lasso, *CORNERS)
    lasso.key("2")
    lasso.key(Qt.Key.Key_Return)
    assert is_filled(opened, BACKGROUND)


def test_a_lasso_gives_back_to_the_unknown(opened, lasso):
    lasso.drag(*LOOP)
    lasso.key("3")
    lasso.drag(*LOOP)
    assert (trimap_of(opened) == UNKNOWN).all()


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_Backspace, None), ("Z", CTRL)])
def test_backspace_takes_the_last_corner_back(opened, lasso, key, modifier):
    lasso.drag((80, 60), (90, 60), (85, 66))  # something that Ctrl+Z must not undo
    click(lasso, *CORNERS, (5, 5))
    lasso.key(key, modifier or Qt.KeyboardModifier.NoModifier)
    lasso.key(Qt.Key.Key_Return)
    assert is_filled(opened)
    assert trimap_of(opened)[12, 12] == UNKNOWN
    assert opened.parts.history.count() == 2


def test_backspace_past_the_first_corner_ends_the_lasso(lasso):
    click(lasso, CORNERS[0])
    lasso.key(Qt.Key.Key_Backspace)
    assert not lasso.canvas.hand.is_drawing
    assert lasso.canvas.hand.outline is None


def test_escape_drops_the_lasso_and_its_line(opened, lasso):
    opened.parts.stage.hint.say("")
    bare = lasso.canvas.grab().toImage()
    click(lasso, *CORNERS)
    assert lasso.canvas.grab().toImage() != bare
    lasso.key(Qt.Key.Key_Escape)
    assert lasso.canvas.grab().toImage() == bare
    lasso.key(Qt.Key.Key_Return)
    assert (trimap_of(opened) == UNKNOWN).all()
    lasso.drag(*LOOP, release=False)
    lasso.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(lasso.canvas, Qt.MouseButton.LeftButton, pos=lasso.at(30, 30))
    assert opened.parts.history.count() == 0


def test_enter_with_two_corners_waits_for_a_third(opened, lasso):
    click(lasso, *CORNERS[:2])
    lasso.key(Qt.Key.Key_Return)
    assert lasso.canvas.hand.is_drawing
    click(lasso, CORNERS[2])
    lasso.key(Qt.Key.Key_Return)
    assert is_filled(opened)


def test_between_corners_a_piece_may_be_drawn_freehand(opened, lasso):
    click(lasso, (30, 20))
    lasso.drag((130, 20), (150, 60), (130, 100))
    click(lasso, (30, 100))
    lasso.key(Qt.Key.Key_Return)
    assert (trimap_of(opened)[22:98, 33:130] == FOREGROUND).all()
    assert trimap_of(opened)[60, 146] == FOREGROUND
    opened.parts.undo.trigger()
    click(lasso, (30, 20), (130, 20), (130, 100))
    lasso.drag((30, 100), (10, 60), (15, 40))
    lasso.key(Qt.Key.Key_Backspace)
    lasso.key(Qt.Key.Key_Return)
    assert is_filled(opened)


def test_the_line_is_seen_on_every_ground_while_it_is_drawn(opened, lasso):
    for level in (0, 128, 255):
        opened.parts.document.image[...] = level
        opened.parts.canvas._scene.open_document()
        opened.parts.canvas.fit()
        click(lasso, (20, 60))
        lasso.hover(140, 60)
        picture = lasso.canvas.grab().toImage()
        place = lasso.at(80, 60)
        column = [picture.pixelColor(place.x(), place.y() + dy).lightness() for dy in range(-4, 5)]
        assert max(abs(value - level) for value in column) > 60
        lasso.key(Qt.Key.Key_Escape)


def test_the_picture_may_be_moved_and_zoomed_under_an_open_lasso(opened, lasso):
    click(lasso, *CORNERS[:2])
    lasso.turn_wheel(lasso.at(80, 60))
    QTest.keyPress(lasso.canvas, Qt.Key.Key_Space)
    before = lasso.canvas.viewport.left
    lasso.drag((60, 60), (70, 60))
    QTest.keyRelease(lasso.canvas, Qt.Key.Key_Space)
    assert lasso.canvas.viewport.left > before
    click(lasso, CORNERS[2])
    lasso.key(Qt.Key.Key_Return)
    assert is_filled(opened)


def test_another_tool_drops_an_open_lasso(opened, lasso):
    click(lasso, *CORNERS)
    lasso.key("B")
    assert lasso.canvas.hand.tool is ToolName.BRUSH
    assert lasso.canvas.hand.outline is None
    lasso.drag((80, 60))
    assert trimap_of(opened)[60, 80] == FOREGROUND


def test_an_open_lasso_outlives_what_is_undone_in_the_menu(opened, lasso):
    lasso.drag(*LOOP)
    click(lasso, *CORNERS)
    opened.parts.undo.trigger()
    assert (trimap_of(opened) == UNKNOWN).all()
    lasso.key(Qt.Key.Key_Return)
    assert is_filled(opened)


def test_another_picture_drops_an_open_lasso(opened, lasso):
    click(lasso, *CORNERS)
    opened.parts.document.image_changed.emit()
    assert not lasso.canvas.hand.is_drawing


def test_the_hint_says_how_to_go_on(opened, lasso):
    hint = opened.parts.stage.hint
    click(lasso, CORNERS[0])
    assert hint.text().startswith("Enter or a double click fills")
    lasso.key(Qt.Key.Key_Escape)
    assert not hint.isVisible()


def test_drawing_over_the_original_shows_the_trimap(opened, lasso):
    opened.parts.looks.set_look(Look.ORIGINAL)
    lasso.drag(*LOOP)
    assert opened.parts.looks.look is Look.TRIMAP


def test_a_region_that_was_asked_for_is_handed_over_and_not_filled(opened, hand):
    taken = []
    hand.canvas.hand.ask_region(taken.append)
    hand.drag(*LOOP)
    (region,) = taken
    assert region.mask.shape == (region.box.height, region.box.width)
    assert 70 * 90 < region.mask.sum() < 82 * 102
    assert (trimap_of(opened) == UNKNOWN).all()
    assert hand.canvas.hand.tool is ToolName.BRUSH
    hand.key("L")
    hand.drag(*LOOP)
    assert len(taken) == 1
    assert trimap_of(opened)[60, 80] == FOREGROUND


def test_escape_calls_a_region_that_was_asked_for_off(opened, hand):
    taken = []
    hand.canvas.hand.ask_region(taken.append)
    hand.key(Qt.Key.Key_Escape)
    assert hand.canvas.hand.tool is ToolName.BRUSH
    hand.key("L")
    hand.drag(*LOOP)
    assert taken == []
    assert trimap_of(opened)[60, 80] == FOREGROUND


def test_a_double_click_that_encircles_nothing_begins_nothing_new(opened, lasso):
    click(lasso, (30, 20), (60, 20), (90, 20))
    double_click(lasso, (90, 20))
    assert lasso.canvas.hand.outline is None
    assert np.all(trimap_of(opened) == UNKNOWN)


def test_a_line_that_encircles_nothing_is_no_gesture(opened, lasso):
    lasso.drag((30, 20), (60, 20), (90, 20))
    assert opened.parts.history.count() == 0
    assert np.all(trimap_of(opened) == UNKNOWN)
