"""Comparing two mattes on the canvas, as a hand does it: wipe, side by side, difference."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.compare.comparison import PRESENT, Comparison, Kind, Mode, Source
from app.compare.mirror import Mirror
from app.compare.second import Stage
from app.looks import Look
from engine.imaging.picture import Picture
from engine.trimap.codes import FOREGROUND

TEACHER = Source(Kind.MODEL, "guided-teacher")
STUDENT = Source(Kind.MODEL, "guided-student")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def matted(matted):
    """The same, showing the alpha."""
    matted.key("A")
    return matted


@pytest.fixture
def compared(opened, matted, qtbot):
    """The same, beside the matte of another model."""
    matted.key("C")
    wait_for_second(opened, qtbot)
    return matted


def wait_for_second(window, qtbot, model="guided-teacher"):
    seconds = window.compare.seconds
    qtbot.waitUntil(lambda: seconds.stage(model) is Stage.READY, timeout=5000)
    qtbot.wait(1)


def divide(window, x):
    """Put the divider at a column of the picture."""
    canvas = window.parts.canvas
    window.compare.comparison.divide_at(canvas.viewport.to_screen(x, 0)[0] / canvas.width())


def blurred(window, sigma):
    trimap = window.parts.document.trimap
    return cv2.GaussianBlur(trimap.astype(np.float32) / 255, (0, 0), sigma)


def test_c_shows_the_other_model_right_of_the_divider(opened, compared):
    divide(opened, 80)
    mine, other = (round(255 * blurred(opened, sigma)[45, 5]) for sigma in (3, 8))
    assert abs(mine - other) > 5
    assert compared.pixel(20, 45)[0] == pytest.approx(mine, abs=1)
    assert compared.pixel(140, 45)[0] == pytest.approx(other, abs=1)
    compared.key("C")
    assert compared.pixel(140, 45)[0] == pytest.approx(mine, abs=1)
    assert not opened.compare.strip.isVisible()


def test_labels_say_model_seconds_and_parameters(opened, compared):
    strip = opened.compare.strip
    assert strip._names["left"].text() == "Present alpha"
    assert strip._facts["left"].words.startswith("Guided student · 0.0")
    assert "M parameters" in strip._facts["left"].words
    assert strip._names["right"].toolTip().startswith("Guided teacher")
    assert strip._facts["right"].words.startswith("0.0")
    assert strip._facts["right"].words.endswith(" s · 9.6 M parameters")
    assert compared.canvas.hasFocus()


def test_the_divider_is_dragged_and_a_double_click_centres_it(opened, compared, qtbot):
    divider, comparison = opened.compare.screen.divider, opened.compare.comparison
    middle = divider.rect().center()
    QTest.mousePress(divider, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(divider, middle + QPoint(120, 0))
    moved = comparison.divider
    QTest.mouseRelease(divider, Qt.MouseButton.LeftButton, pos=divider.rect().center())
    assert moved == pytest.approx(0.5 + 120 / compared.canvas.width(), abs=0.01)
    qtbot.mouseDClick(divider, Qt.MouseButton.LeftButton)
    assert comparison.divider == 0.5
    assert divider.geometry().center().x() == pytest.approx(compared.canvas.width() / 2, abs=1)


def test_the_arrow_keys_move_the_divider(opened, compared):
    comparison = opened.compare.comparison
    compared.key(Qt.Key.Key_Right)
    assert comparison.divider == pytest.approx(0.51)
    compared.key(Qt.Key.Key_Left, SHIFT)
    assert comparison.divider == pytest.approx(0.41)
    for _ in range(9):
        compared.key(Qt.Key.Key_Left, SHIFT)
    assert comparison.divider == 0


def colour_beside(window, x, y):
    """The colour at a pixel of the picture in the second view, as (red, green, blue)."""
    mirror, viewport = window.findChild(Mirror), window.parts.canvas.viewport
    left, top = viewport.to_screen(x + 0.5, y + 0.5)
    colour = mirror.grab().toImage().pixelColor(int(left), int(top))
    return colour.red(), colour.green(), colour.blue()


def test_the_map_of_differences_lies_over_both_sides(opened, compared, qtbot):
    opened.parts.actions["side_by_side"].trigger()
    qtbot.waitUntil(lambda: opened.compare.found is not None, timeout=8000)
    far = np.abs(opened.parts.document.alpha - opened.compare.seconds.sheet("guided-teacher").alpha)
    place = 20, int(far[:, 20].argmax())
    grey = colour_beside(opened, *place)
    assert len(set(grey)) == 1
    compared.key("N", SHIFT)
    qtbot.wait(50)
    assert max(colour_beside(opened, *place)) - min(colour_beside(opened, *place)) > 40
    assert max(compared.pixel(*place)) - min(compared.pixel(*place)) > 40
    compared.key("N", SHIFT)
    qtbot.wait(50)
    assert colour_beside(opened, *place) == grey


def test_the_coachs_tints_lie_over_both_sides(opened, compared, qtbot):
    opened.parts.actions["side_by_side"].trigger()
    coach = opened.compare.coach
    compared.key("K")
    qtbot.waitUntil(lambda: coach.advice is not None, timeout=8000)
    row = int(np.flatnonzero(coach.advice.too_narrow[:, 20])[0])
    red, green, _ = colour_beside(opened, 20, row)
    assert red > green + 60
    assert colour_beside(opened, 20, row) == pytest.approx(compared.pixel(20, row), abs=4)
    compared.key(Qt.Key.Key_Escape)
    assert len(set(colour_beside(opened, 20, row))) == 1


def test_side_by_side_zooms_and_moves_together(opened, compared, qtbot):
    opened.parts.actions["side_by_side"].trigger()
    qtbot.wait(1)
    mirror = opened.findChild(Mirror)
    assert abs(mirror.width() - compared.canvas.width()) <= 1
    other = round(255 * blurred(opened, 8)[45, 5])
    for _ in range(2):
        x, y = compared.canvas.viewport.to_screen(20.5, 45.5)
        shown = mirror.grab().toImage().pixelColor(int(x), int(y)).red()
        assert shown == pytest.approx(other, abs=1)
        compared.turn_wheel(compared.at(30, 50), notches=3)
    before = compared.canvas.viewport
    QTest.mousePress(mirror, Qt.MouseButton.MiddleButton, pos=QPoint(60, 60))
    QTest.mouseMove(mirror, QPoint(90, 70))
    QTest.mouseRelease(mirror, Qt.MouseButton.MiddleButton, pos=QPoint(90, 70))
    after = compared.canvas.viewport
    assert (after.left - before.left, after.top - before.top) == (30, 10)


def test_a_stroke_in_the_second_view_is_a_stroke(opened, compared, qtbot):
    opened.parts.actions["side_by_side"].trigger()
    qtbot.wait(1)
    mirror = opened.findChild(Mirror)
    QTest.mouseMove(mirror, compared.at(80, 60))
    QTest.mousePress(mirror, Qt.MouseButton.LeftButton, pos=compared.at(80, 60))
    QTest.mouseRelease(mirror, Qt.MouseButton.LeftButton, pos=compared.at(80, 60))
    assert opened.parts.document.trimap[60, 80] == FOREGROUND
    assert opened.parts.history.count() == 1


def test_the_canvas_is_alone_again_after_side_by_side(opened, compared, qtbot):
    width = compared.canvas.width()
    opened.parts.actions["side_by_side"].trigger()
    qtbot.wait(1)
    assert compared.canvas.width() < 0.6 * width
    opened.parts.actions["wipe"].trigger()
    qtbot.wait(1)
    assert compared.canvas.width() == width
    assert opened.findChild(Mirror) is None


def test_the_difference_is_shown_in_the_band_only_with_its_numbers(opened, compared, qtbot):
    opened.parts.actions["difference"].trigger()
    legend = opened.compare.screen.legend
    qtbot.waitUntil(lambda: opened.compare.found is not None, timeout=5000)
    far = np.abs(blurred(opened, 3) - blurred(opened, 8))[40:80]
    assert legend.isVisible()
    assert legend.words == f"difference: mean {far.mean():.4f}, largest {far.max():.2f}"
    row = 40 + int(far[:, 20].argmax())
    red, green, blue = compared.pixel(20, row)
    assert red > 100
    assert max(red, green, blue) - min(red, green, blue) > 60
    outside = compared.pixel(20, 20)
    assert max(outside) - min(outside) <= 1  # grey
    assert outside[0] < 60


def test_shift_c_goes_round_the_ways_to_compare(opened, compared):
    seen = []
    for _ in range(4):
        compared.key("C", SHIFT)
        seen.append(opened.compare.comparison.mode)
    assert seen == [Mode.SIDE_BY_SIDE, Mode.DIFFERENCE, Mode.WIPE, Mode.SIDE_BY_SIDE]
    assert opened.parts.settings.compare_mode == "side_by_side"


def test_the_second_matte_waits_for_the_first(opened, matted, qtbot, gate):
    seconds, mattes = opened.compare.seconds, opened.parts.mattes
    matted.key("M")
    matted.key("C")
    qtbot.wait(500)
    assert mattes.is_running
    assert not seconds.is_running
    gate.set()
    wait_for_second(opened, qtbot)


def test_a_stroke_ends_the_second_matte_and_it_is_made_anew(opened, matted, qtbot, gate):
    seconds = opened.compare.seconds
    matted.key("C")
    qtbot.waitUntil(lambda: seconds.is_running, timeout=5000)
    matted.drag((80, 60))
    assert not seconds.is_running
    gate.set()
    wait_for_second(opened, qtbot)
    assert seconds.made("guided-teacher").revision == opened.parts.document.revision


def test_escape_gives_the_second_matte_up_until_it_is_asked_for(opened, matted, qtbot, gate):
    seconds, strip = opened.compare.seconds, opened.compare.strip
    matted.key("C")
    qtbot.waitUntil(lambda: seconds.is_running, timeout=5000)
    assert "Esc cancels" in strip._facts["right"].words
    matted.key(Qt.Key.Key_Escape)
    assert not seconds.is_running
    gate.set()
    qtbot.wait(500)
    assert seconds.stage("guided-teacher") is Stage.GIVEN_UP
    assert "choose it again" in strip._facts["right"].words
    entry_of(strip, "right", "Guided teacher").trigger()
    wait_for_second(opened, qtbot)


def test_the_strip_names_the_key_that_cancels_as_it_is_now(opened, matted, qtbot, gate):
    strip = opened.compare.strip
    matted.key("C")
    qtbot.waitUntil(lambda: opened.compare.seconds.is_running, timeout=5000)
    opened.parts.actions.keys.give("cancel", ("Ctrl+.",))
    assert "Ctrl+. cancels" in strip._facts["right"].words
    gate.set()


def test_what_is_painted_is_old_in_the_second_matte_too_until_it_is_made_again(
    opened, compared, qtbot
):
    sheet = opened.compare.seconds.sheet("guided-teacher")
    assert not sheet.any_stale
    compared.drag((80, 60))
    assert sheet.any_stale
    wait_for_second(opened, qtbot)
    assert not sheet.any_stale


def entry_of(strip, side, start):
    """The entry of a side's menu that begins so, after the menu was opened."""
    menu = next(menu for menu in strip.findChildren(QMenu) if menu.objectName() == side)
    menu.aboutToShow.emit()
    return next(entry for entry in menu.actions() if entry.text().startswith(start))


def test_any_model_can_stand_on_either_side(opened, compared, qtbot):
    strip, comparison = opened.compare.strip, opened.compare.comparison
    entry_of(strip, "left", "Guided student").trigger()
    wait_for_second(opened, qtbot, "guided-student")
    assert (comparison.left, comparison.right) == (STUDENT, TEACHER)
    divide(opened, 80)
    mine, other = (round(255 * blurred(opened, sigma)[45, 5]) for sigma in (3, 8))
    assert compared.pixel(20, 45)[0] == pytest.approx(mine, abs=1)
    opened.parts.actions["swap_sides"].trigger()
    assert compared.pixel(20, 45)[0] == pytest.approx(other, abs=1)
    assert compared.pixel(140, 45)[0] == pytest.approx(mine, abs=1)


def test_a_side_that_is_taken_changes_places():
    comparison = Comparison()
    comparison.put(right=TEACHER)
    comparison.put(left=TEACHER)
    assert (comparison.left, comparison.right) == (TEACHER, PRESENT)
    comparison.put(right=TEACHER)
    assert (comparison.left, comparison.right) == (PRESENT, TEACHER)


def test_over_a_ground_the_second_matte_has_colours_of_its_own(opened, compared, qtbot):
    sheet = opened.compare.seconds.sheet("guided-teacher")
    compared.key("U")
    qtbot.waitUntil(lambda: sheet.foreground is not None, timeout=5000)
    assert opened.parts.looks.look is Look.CUTOUT
    divide(opened, 0)
    assert compared.pixel(20, 20) == (200, 30, 30)
    assert compared.pixel(20, 100) in ((0xBC,) * 3, (0x9E,) * 3)


def test_another_picture_ends_comparing(opened, compared, qtbot):
    opened.parts.actions["side_by_side"].trigger()
    opened.parts.document.open_picture(Picture(Path("b.png"), np.zeros((50, 60, 3), np.uint8)))
    qtbot.wait(1)
    assert not opened.compare.comparison.is_on
    assert not opened.parts.actions["compare"].isChecked()
    assert opened.findChild(Mirror) is None
    compared.key("C")
    assert opened.compare.comparison.right == TEACHER


def test_without_another_model_that_is_said(opened, matted, monkeypatch, tmp_path):
    monkeypatch.setattr("engine.matting.library.models_folder", lambda: tmp_path / "nothing")
    matted.key("C")
    assert "nothing to compare with" in opened.parts.stage.hint.text()
    assert not opened.parts.actions["compare"].isChecked()


def test_the_look_comes_back_when_comparing_ends(opened, matted):
    matted.key("T")
    matted.key("C")
    assert opened.parts.looks.look is Look.ALPHA
    matted.key("C")
    assert opened.parts.looks.look is Look.TRIMAP


def test_a_model_that_fails_is_told_and_not_tried_again(opened, matted, session_class, qtbot):
    session_class.error = MemoryError()
    made = session_class.made
    matted.key("C")
    messages = opened.parts.stage.messages
    qtbot.waitUntil(lambda: messages.message is not None, timeout=5000)
    assert "memory" in messages.message.sentence
    qtbot.wait(800)
    assert session_class.made == made + 1
    session_class.error = None


def test_what_is_moved_in_a_wipe_stays_where_it_belongs(opened, compared):
    """After a drag both halves show what a fresh painting of them would."""
    divide(opened, 60)
    compared.canvas.zoom_to(3, QPointF(300, 200))
    compared.drag((80, 60), (70, 52), button=Qt.MouseButton.MiddleButton)
    divide(opened, 60)
    mine, other = (255 * blurred(opened, sigma)[:, 5] for sigma in (3, 8))
    for row in (43, 50, 70, 77):
        assert compared.pixel(40, row)[0] == pytest.approx(mine[row], abs=1)
        assert compared.pixel(100, row)[0] == pytest.approx(other[row], abs=1)
