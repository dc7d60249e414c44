"""Tints: their colours, none while a key is held, and a border that marches in their place."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from app.looks import Look
from app.settings import Settings
from app.window import Window
from engine.trimap.codes import BACKGROUND, FOREGROUND

BARE = (200, 30, 30)


def ants_of(window):
    return window.parts.canvas._ants


def column(hand, x, rows):
    picture = hand.canvas.grab().toImage()
    places = [hand.canvas.viewport.to_screen(x + 0.5, y + 0.5) for y in rows]
    return [picture.pixelColor(int(left), int(top)).getRgb()[:3] for left, top in places]


@pytest.fixture
def bordered(opened, hand):
    """A square of foreground from (20, 40) to (60, 80), with a border."""
    trimap = opened.parts.document.trimap.copy()
    trimap[40:80, 20:60] = FOREGROUND
    opened.parts.document.replace_trimap(trimap)
    hand.key("T", Qt.KeyboardModifier.ShiftModifier)
    return hand


def test_a_class_gets_the_colour_that_is_chosen(opened, hand, answers):
    hand.drag((30, 60))
    blue = hand.pixel(30, 75)
    answers.chosen = QColor(0, 255, 0)
    swatch = opened.parts.tint_box.findChildren(QToolButton, "swatch")[0]
    QTest.mouseClick(swatch, Qt.MouseButton.LeftButton)
    assert answers.title == "Foreground"
    red, green, _ = hand.pixel(30, 75)
    assert green > 100 > blue[1]
    assert red < 130
    assert opened.parts.settings.tint_colour("foreground") == "#00ff00"
    opened.parts.actions["reset_tints"].trigger()
    assert hand.pixel(30, 75) == blue
    assert opened.parts.settings.tint_colour("foreground") == ""
    assert not opened.parts.actions["reset_tints"].isEnabled()


def test_colours_and_border_are_remembered(opened, theme, answers, qtbot):
    opened.parts.looks.tints.set_colour(BACKGROUND, QColor("#ff00ff"))
    opened.parts.actions["border"].trigger()
    opened.parts.settings.still = True
    again = Window(Settings(opened.parts.settings._store), theme, answers)
    qtbot.addWidget(again)
    tints = again.parts.looks.tints
    assert tints.colour(BACKGROUND).name() == "#ff00ff"
    assert tints.is_border
    assert tints.is_still
    assert again.parts.actions["border"].isChecked()


def test_the_ring_wears_the_colour_of_its_class(opened, hand):
    hand.hover(80, 60)
    before = hand.canvas.grab().toImage()
    opened.parts.looks.tints.set_colour(FOREGROUND, QColor(255, 0, 0))
    assert hand.canvas.grab().toImage() != before


def test_the_tint_is_off_while_a_key_is_held(opened, hand):
    hand.drag((30, 60))
    tinted = hand.pixel(30, 75)
    QTest.keyPress(hand.canvas, Qt.Key.Key_Q)
    assert hand.pixel(30, 75) == BARE
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Q)
    assert hand.pixel(30, 75) == tinted
    assert opened.parts.looks.look is Look.TRIMAP


def test_the_border_stands_in_place_of_the_tint(bordered):
    assert bordered.pixel(40, 60) == BARE
    assert bordered.pixel(10, 60) == BARE
    line = column(bordered, 20, range(42, 78))
    assert {(0, 0, 0), (255, 255, 255)} == set(line)
    QTest.keyPress(bordered.canvas, Qt.Key.Key_Q)
    assert set(column(bordered, 20, range(42, 78))) == {BARE}
    QTest.keyRelease(bordered.canvas, Qt.Key.Key_Q)


def test_the_pictures_rim_is_no_border(opened, hand):
    hand.key("T", Qt.KeyboardModifier.ShiftModifier)
    hand.key("G")
    hand.drag((30, 60), modifier=Qt.KeyboardModifier.ShiftModifier)
    assert set(column(hand, 0, range(5, 115))) == {BARE}
    assert not ants_of(opened)._edges.any()


def test_the_border_marches_unless_motion_is_reduced(opened, bordered, qtbot):
    first = column(bordered, 20, range(42, 78))
    assert ants_of(opened).are_marching
    with qtbot.waitSignal(ants_of(opened).stepped):
        pass
    assert column(bordered, 20, range(42, 78)) != first
    opened.parts.looks.tints.keep_still(True)
    qtbot.waitUntil(lambda: not ants_of(opened).are_marching)
    still = column(bordered, 20, range(42, 78))
    qtbot.wait(300)
    assert column(bordered, 20, range(42, 78)) == still


def test_nothing_marches_where_nothing_is_shown(opened, bordered):
    bordered.canvas.grab()
    opened.parts.looks.set_look(Look.ALPHA)
    bordered.canvas.grab()
    assert not ants_of(opened).are_marching
    opened.parts.looks.set_look(Look.TRIMAP)
    bordered.key("T", Qt.KeyboardModifier.ShiftModifier)
    bordered.canvas.grab()
    assert not ants_of(opened).are_marching


def test_the_border_follows_a_stroke_as_if_it_were_found_anew(opened, bordered):
    bordered.canvas.grab()
    opened.parts.brush.set_diameter(17)
    bordered.drag((50, 60), (90, 30), (120, 100), release=False)
    bordered.canvas.grab()
    mended = ants_of(opened)._edges.copy()
    ants_of(opened).forget()
    bordered.canvas.update()
    bordered.canvas.grab()
    assert np.array_equal(ants_of(opened)._edges, mended)
    assert mended.sum() > 300
    QTest.mouseRelease(bordered.canvas, Qt.MouseButton.LeftButton, pos=bordered.at(120, 100))
    bordered.key("Z", Qt.KeyboardModifier.ControlModifier)
    bordered.canvas.grab()
    assert ants_of(opened)._edges.sum() < mended.sum()


def test_the_border_follows_the_view(opened, bordered):
    bordered.canvas.zoom_to(4)
    line = column(bordered, 19.4, range(42, 78))
    assert set(line) <= {(0, 0, 0), (255, 255, 255), BARE}
    assert {(0, 0, 0), (255, 255, 255)} & set(line)
    assert bordered.pixel(30, 60) == BARE
    assert opened.parts.canvas.viewport.scale == 4
