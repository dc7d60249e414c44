"""Grounds: what lies behind the cut-out, and what of it is remembered."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.canvas.ground import Backdrop
from app.canvas.viewport import Viewport
from app.images import rgb_of_picture
from app.looks import Ground, Look, Looks
from app.window import Window
from engine.imaging.picture import Picture
from engine.trimap.codes import BACKGROUND

WIDE = (300, 100)
"""Of the picture that is laid behind."""


@pytest.fixture
def beach(tmp_path):
    """A picture file: blue, with a red stripe at either end that covering cuts off."""
    rgb = np.zeros((WIDE[1], WIDE[0], 3), np.uint8)
    rgb[:] = (40, 90, 220)
    rgb[:, :90] = rgb[:, -90:] = (220, 40, 40)
    path = tmp_path / "beach.png"
    cv2.imwrite(str(path), rgb[..., ::-1])
    return path


@pytest.fixture
def laid(opened, hand, answers, beach, qtbot):
    """The hand over a window whose ground is the picture."""
    document = opened.parts.document
    document.replace_trimap(np.full_like(document.trimap, BACKGROUND))  # nothing covers the ground
    answers.file = beach
    with qtbot.waitSignal(opened.parts.looks.changed, timeout=5000):
        opened.parts.actions["ground_picture"].trigger()
    qtbot.waitUntil(lambda: opened.parts.looks.ground is Ground.PICTURE)
    return hand


def test_a_chosen_picture_lies_behind_the_cutout(opened, laid):
    assert opened.parts.looks.look is Look.CUTOUT
    assert laid.pixel(110, 25) == (40, 90, 220)


def test_it_covers_the_photograph_and_its_sides_are_cut_off(opened, laid):
    # 300 x 100 over 160 x 120: one pixel is 1.2 here, so of 90 red ones 83.3 are lost
    assert laid.pixel(2, 60) == (220, 40, 40)
    assert laid.pixel(10, 60) == (40, 90, 220)
    assert laid.pixel(150, 60) == (40, 90, 220)
    outside = opened.parts.canvas.grab().toImage().pixelColor(3, 3)
    assert outside.red() == outside.blue()


def test_it_moves_and_zooms_with_the_photograph(laid):
    laid.canvas.zoom_to(4)
    assert laid.pixel(110, 25) == (40, 90, 220)
    laid.drag((110, 25), (100, 20), button=Qt.MouseButton.MiddleButton)
    assert laid.pixel(60, 80) == (40, 90, 220)


def test_f_comes_to_the_picture_once_there_is_one(opened, laid):
    seen = []
    for _ in range(5):
        laid.key("F")
        seen.append(opened.parts.looks.ground)
    assert seen == [Ground.CHECKER, Ground.BLACK, Ground.WHITE, Ground.COLOUR, Ground.PICTURE]


def test_its_button_asks_for_a_picture_and_asks_again_when_clicked_again(
    opened, hand, answers, beach, qtbot
):
    opened.parts.looks.set_look(Look.CUTOUT)
    button = opened.parts.header._grounds[Ground.PICTURE]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.parts.looks.ground is Ground.CHECKER  # nothing was chosen
    assert opened.parts.header._grounds[Ground.CHECKER].isChecked()
    document = opened.parts.document
    document.replace_trimap(np.full_like(document.trimap, BACKGROUND))
    answers.file = beach
    for _ in range(2):
        with qtbot.waitSignal(opened.parts.looks.changed, timeout=5000):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: opened.parts.looks.ground is Ground.PICTURE)
    assert hand.pixel(110, 25) == (40, 90, 220)


@pytest.mark.usefixtures("laid")
def test_picture_colour_and_ground_are_found_again(
    opened, settings, theme, answers, session_class, qtbot
):
    opened.parts.looks.set_colour(QColor("#123456"))
    opened.parts.looks.set_ground(Ground.PICTURE)
    again = Window(settings, theme, answers, session_class)
    looks = again.parts.looks
    assert looks.colour.name() == "#123456"
    again.parts.document.open_picture(opened.parts.document._picture)
    qtbot.waitUntil(lambda: looks.ground is Ground.PICTURE, timeout=5000)
    assert looks.look is Look.TRIMAP
    again.close()
    again.deleteLater()


def test_a_picture_that_is_gone_is_not_missed(settings, theme, answers, session_class):
    settings.ground_picture, settings.ground = "no/such/picture.png", "picture"
    window = Window(settings, theme, answers, session_class)
    window.parts.document.open_picture(Picture(Path("grey.png"), np.full((9, 9, 3), 90, np.uint8)))
    assert window.parts.looks.ground is Ground.CHECKER
    assert window.parts.stage.messages.message is None
    window.close()
    window.deleteLater()


def test_what_is_no_picture_is_refused_in_words(opened, answers, tmp_path, qtbot):
    answers.file = tmp_path / "notes.png"
    answers.file.write_text("nothing")
    messages = opened.parts.stage.messages
    opened.parts.actions["ground_picture"].trigger()
    qtbot.waitUntil(lambda: messages.message is not None, timeout=5000)
    assert opened.parts.looks.picture is None


@pytest.mark.parametrize("scale", [0.11, 0.5, 1.0, 3.0])
@pytest.mark.usefixtures("qapp")
def test_the_picture_is_where_scaling_the_whole_would_put_it(scale):
    """Against one resize of the whole, at every size and across the seams of tiles."""
    draw = np.random.default_rng(3)
    coarse = draw.integers(0, 255, (9, 12, 3)).astype(np.uint8)
    ground = cv2.resize(coarse, (800, 600), interpolation=cv2.INTER_CUBIC)
    looks = Looks()
    looks.set_picture(ground)
    looks.set_ground(Ground.PICTURE)
    viewport = Viewport(1200, 900, scale)
    width, height = round(1200 * scale), round(900 * scale)
    shown = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(shown)
    Backdrop(looks).lay(painter, viewport, QRect(0, 0, width, height))
    painter.end()
    wanted = cv2.resize(ground, (width, height), interpolation=cv2.INTER_AREA)
    off = np.abs(rgb_of_picture(shown).astype(int) - wanted)
    assert off.mean() < 2
    assert np.percentile(off, 99.5) < 14
