"""Loupe, histogram and fringe card, as a hand uses them."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from app.compare.comparison import Mode
from app.compare.mirror import Mirror
from app.compare.second import Stage
from app.looks import Ground, Look
from app.panels.section import Section
from engine.imaging.picture import Picture
from engine.metrics.histogram import alpha_histogram
from tests.hand import move

SHIFT = Qt.KeyboardModifier.ShiftModifier


def point(hand, x, y):
    left, top = hand.canvas.viewport.to_screen(x + 0.5, y + 0.5)
    place = QPoint(int(left), int(top))  # never on the edge to the next pixel
    move(hand.canvas, place)


def test_the_loupe_tells_the_values_under_the_pointer(opened, matted):
    loupe = opened.compare.loupe
    point(matted, 20, 45)
    assert not loupe.isVisible()
    matted.key("I")
    point(matted, 20, 45)
    alpha = opened.parts.document.alpha[45, 20]
    assert loupe.isVisible()
    assert loupe.lines() == ["x 20, y 45", "RGB 200 30 30", "unknown", f"α {alpha:.3f}"]
    point(matted, 140, 20)
    assert loupe.lines() == ["x 140, y 20", "RGB 30 160 30", "foreground", "α 1.000"]
    matted.key("I")
    assert not loupe.isVisible()


def test_the_loupe_enlarges_the_pixels_around_the_pointer(opened, matted):
    matted.key("I")
    point(matted, 80, 100)
    picture = opened.compare.loupe.grab().toImage()
    # the first column of the right, green half is under the pointer
    at_pointer, left_of_it = picture.pixelColor(8 + 52, 20), picture.pixelColor(8 + 44, 20)
    assert (at_pointer.red(), at_pointer.green()) == (30, 160)
    assert (left_of_it.red(), left_of_it.green()) == (200, 30)


def test_the_loupe_tells_the_second_alpha_while_comparing(opened, matted, qtbot):
    matted.key("C")
    seconds = opened.compare.seconds
    qtbot.waitUntil(lambda: seconds.stage("guided-teacher") is Stage.READY, timeout=8000)
    matted.key("I")
    point(matted, 20, 45)
    other = seconds.sheet("guided-teacher").alpha[45, 20]
    assert opened.compare.loupe.lines()[-1].startswith("Guided teacher")
    assert opened.compare.loupe.lines()[-1].endswith(f": α {other:.3f}")


def test_the_loupe_stays_on_the_canvas_and_out_of_the_way(opened, matted):
    matted.key("I")
    canvas, loupe = matted.canvas, opened.compare.loupe
    matted.canvas.zoom_to(16)
    for place in ((5, 5), (canvas.width() - 5, canvas.height() - 5)):
        x, y = canvas.viewport.to_picture(*place)
        point(matted, x - 0.5, y - 0.5)
        assert canvas.rect().contains(loupe.geometry())
        assert not loupe.geometry().contains(*place)


def test_another_picture_under_the_loupe_is_no_trouble(opened, matted):
    matted.key("I")
    point(matted, 150, 110)
    opened.parts.document.open_picture(Picture(Path("b.png"), np.zeros((9, 9, 3), np.uint8)))
    opened.grab()
    point(matted, 4, 4)
    assert opened.compare.loupe.lines()[0] == "x 4, y 4"


def unfold(window, qtbot, title):
    section = next(
        each
        for each in window.parts.side.findChildren(Section)
        if each.findChild(QToolButton, "sectionTitle").text() == title
    )
    qtbot.mouseClick(section.findChild(QToolButton, "sectionTitle"), Qt.MouseButton.LeftButton)


def test_the_histogram_counts_once_it_is_unfolded_and_follows(opened, matted, qtbot):
    bars, document = opened.compare.histogram.bars, opened.parts.document
    sections = opened.parts.side.findChildren(Section)
    assert not any(each._title.icon().isNull() for each in sections)
    qtbot.wait(400)
    assert bars.counts is None
    unfold(opened, qtbot, "Alpha histogram")
    qtbot.waitUntil(lambda: bars.counts is not None, timeout=5000)
    assert np.array_equal(bars.counts, alpha_histogram(document.alpha, document.trimap))
    before = bars.counts.sum()
    matted.key("1")
    matted.drag((20, 45), (60, 45))
    qtbot.waitUntil(lambda: int(bars.counts.sum()) < before, timeout=10_000)
    assert "unknown pixels" in bars.toolTip()
    shades = bars.grab().toImage()
    accent = opened.palette().highlight().color()
    assert any(shades.pixelColor(x, 60) == accent for x in range(shades.width()))


def test_the_fringe_card_shows_four_grounds_at_once(opened, matted, qtbot):
    opened.parts.looks.set_colour(QColor(10, 20, 200))
    opened.parts.looks.set_ground(Ground.BLACK)
    matted.key("F", SHIFT)
    qtbot.wait(1)
    mirrors = opened.findChildren(Mirror)
    assert len(mirrors) == 3
    seen = []
    x, y = matted.canvas.viewport.to_screen(20.5, 110.5)
    for mirror in mirrors:
        colour = mirror.grab().toImage().pixelColor(int(x), int(y))
        seen.append((colour.red(), colour.green(), colour.blue()))
    assert sorted(seen) == [(0, 0, 0), (0, 200, 60), (255, 255, 255)]
    assert matted.pixel(20, 110) == (10, 20, 200)
    sizes = {(view.width(), view.height()) for view in (*mirrors, matted.canvas)}
    assert max(w for w, _ in sizes) - min(w for w, _ in sizes) <= 1
    assert max(h for _, h in sizes) - min(h for _, h in sizes) <= 1


def test_the_fringe_card_is_linked_and_leaves_no_trace(opened, matted, qtbot):
    looks = opened.parts.looks
    before, size = (looks.look, looks.ground), matted.canvas.size()
    matted.key("F", SHIFT)
    qtbot.wait(1)
    mirror = opened.findChild(Mirror)
    scale = matted.canvas.viewport.scale
    where = matted.at(20, 20)
    matted.turn_wheel(where, notches=4)
    x, y = matted.canvas.viewport.to_screen(20.5, 20.5)
    colour = mirror.grab().toImage().pixelColor(int(x), int(y))
    assert matted.canvas.viewport.scale > scale
    assert (colour.red(), colour.green(), colour.blue()) == (200, 30, 30)
    matted.key("F", SHIFT)
    qtbot.wait(1)
    assert (looks.look, looks.ground) == before
    assert matted.canvas.size() == size
    assert opened.findChild(Mirror) is None


def test_from_the_card_one_can_go_on_to_compare(opened, matted, qtbot):
    matted.key("F", SHIFT)
    matted.key("C")
    qtbot.wait(1)
    assert opened.compare.comparison.mode is Mode.WIPE
    assert not opened.parts.actions["fringe_card"].isChecked()
    assert opened.parts.looks.look is Look.CUTOUT
    assert QTest.qWaitForWindowExposed(opened)


def test_the_patches_of_the_loupe_are_framed_on_any_ground(opened, matted):
    matted.key("I")
    point(matted, 140, 20)
    picture = opened.compare.loupe.grab().toImage()
    edge = 8 + 13 * 8 + 6 - 1  # left of the second patch, which is white alpha
    assert picture.pixelColor(edge + 1, 20).getRgb()[:3] == (255, 255, 255)
    assert picture.pixelColor(edge, 20).getRgb()[:3] == (128, 128, 128)
