"""Filling by hand: bounded by strokes and by colour, and dragged further."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider

from app.settings import Settings
from app.window import Window
from engine.imaging.picture import Picture
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.filling import ANY_COLOUR

RIGHT, LEFT = Qt.MouseButton.RightButton, Qt.MouseButton.LeftButton
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bucket(opened, hand):
    hand.key("G")
    assert opened.parts.actions["fill"].isChecked()
    return hand


def trimap_of(window):
    return window.parts.document.trimap


def shaded(window):
    """From left to right the picture grows brighter by a level each pixel."""
    image = np.tile(np.arange(160, dtype=np.uint8)[None, :, None], (120, 1, 3))
    window.parts.document.open_picture(Picture(Path("shades.png"), image))


def width_of(window, code=FOREGROUND):
    return int((trimap_of(window) == code).any(axis=0).sum())


def test_a_fill_stops_at_another_colour(opened, bucket):
    bucket.key("2")
    bucket.drag((30, 60))
    assert (trimap_of(opened)[:, :80] == BACKGROUND).all()
    assert (trimap_of(opened)[:, 80:] == UNKNOWN).all()
    assert opened.parts.history.undoText() == "Fill background"
    assert opened.parts.history.count() == 1


def test_a_fill_stops_at_a_stroke(opened, bucket):
    bucket.key("B")
    opened.parts.brush.set_diameter(6)
    bucket.drag((40, 0), (40, 119))
    bucket.key("G")
    bucket.drag((10, 60))
    row = trimap_of(opened)[60]
    assert row[:44].tolist() == [FOREGROUND] * 44
    assert (row[44:] == UNKNOWN).all()


def test_shift_fills_over_every_colour(opened, bucket):
    bucket.drag((30, 60), modifier=SHIFT)
    assert (trimap_of(opened) == FOREGROUND).all()
    assert opened.parts.brush.tolerance == opened.parts.settings.tolerance == 32


@pytest.mark.parametrize(("button", "modifier"), [(RIGHT, None), (LEFT, ALT)])
def test_right_button_and_alt_fill_background(opened, bucket, button, modifier):
    bucket.drag((30, 60), button=button, modifier=modifier)
    assert trimap_of(opened)[60, 30] == BACKGROUND
    assert bucket.pixel(30, 60)[0] > 200  # orange


def test_a_fill_is_seen_at_once_and_made_with_the_release(opened, bucket):
    bucket.drag((30, 60), release=False)
    assert bucket.pixel(70, 110)[2] > 100
    assert (trimap_of(opened) == UNKNOWN).all()
    QTest.mouseRelease(bucket.canvas, LEFT, pos=bucket.at(30, 60))
    assert trimap_of(opened)[110, 70] == FOREGROUND
    assert bucket.pixel(70, 110)[2] > 100


def test_dragging_sideways_lets_a_fill_go_further_or_less_far(opened, bucket):
    shaded(opened)
    opened.parts.brush.set_tolerance(10)
    bucket.drag((50, 60), (82, 60), release=False)
    further = opened.parts.brush.tolerance
    assert further > 20
    assert bucket.pixel(50 + further - 1, 20)[2] > bucket.pixel(50 + further + 2, 20)[2] + 20
    QTest.mouseRelease(bucket.canvas, LEFT, pos=bucket.at(82, 60))
    assert width_of(opened) == 2 * further + 1
    assert opened.parts.history.count() == 1
    opened.parts.undo.trigger()
    assert (trimap_of(opened) == UNKNOWN).all()
    bucket.drag((80, 60), (30, 60))
    assert opened.parts.brush.tolerance < further
    assert width_of(opened) == 2 * opened.parts.brush.tolerance + 1


def test_an_unsteady_hand_does_not_change_the_tolerance(opened, bucket):
    bucket.drag((30, 60), (34, 62))
    assert opened.parts.brush.tolerance == 32


def test_escape_drops_a_fill_and_what_was_dragged(opened, bucket):
    shaded(opened)
    bucket.drag((80, 60), (130, 60), release=False)
    bucket.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(bucket.canvas, LEFT, pos=bucket.at(130, 60))
    assert (trimap_of(opened) == UNKNOWN).all()
    assert opened.parts.brush.tolerance == 32
    assert opened.parts.history.count() == 0
    assert bucket.pixel(80, 60) == (80, 80, 80)


def test_the_number_stands_by_the_pointer_while_it_is_dragged(opened, bucket):
    bucket.drag((30, 60), (90, 60), release=False)
    assert bucket.canvas.hand.note == f"Tolerance {opened.parts.brush.tolerance}"
    place = bucket.at(90, 60)
    shown = bucket.canvas.grab().toImage().copy(place.x() + 16, place.y() + 18, 60, 20)
    QTest.mouseRelease(bucket.canvas, LEFT, pos=place)
    assert bucket.canvas.hand.note == ""
    assert bucket.canvas.grab().toImage().copy(place.x() + 16, place.y() + 18, 60, 20) != shown


def test_filling_what_is_filled_is_no_gesture(opened, bucket):
    bucket.key("3")
    bucket.drag((30, 60))
    assert opened.parts.history.count() == 0


def test_a_fill_beside_the_picture_is_no_gesture(opened, bucket):
    bucket.drag((-2, 60), modifier=SHIFT)
    bucket.drag((30, 125))
    assert opened.parts.history.count() == 0


def test_the_tolerance_is_set_in_the_panel_and_remembered(opened, bucket, theme, answers, qtbot):
    (slider,) = (
        slider
        for slider in opened.parts.side.findChildren(QSlider)
        if slider.accessibleName() == "Tolerance of the fill"
    )
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert opened.parts.brush.tolerance == ANY_COLOUR
    bucket.canvas.setFocus()
    bucket.drag((30, 60))
    assert (trimap_of(opened) == FOREGROUND).all()
    again = Window(Settings(opened.parts.settings._store), theme, answers)
    qtbot.addWidget(again)
    assert again.parts.brush.tolerance == ANY_COLOUR
