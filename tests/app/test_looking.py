"""Looking: zoom, move, looks, grounds, panels."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QSpinBox, QToolButton

from app.looks import Ground, Look
from app.panels.key_sheet import KeySheet
from app.panels.section import Section
from app.screens import room_for

CTRL = Qt.KeyboardModifier.ControlModifier


def scale_of(window):
    return window.parts.canvas.viewport.scale


def test_the_wheel_zooms_at_the_cursor(opened, hand):
    place = hand.at(30, 40)
    before = hand.canvas.viewport.to_picture(place.x(), place.y())
    hand.turn_wheel(place)
    after = hand.canvas.viewport.to_picture(place.x(), place.y())
    assert scale_of(opened) > 1
    assert after == pytest.approx(before, abs=0.6)


def test_zooming_never_jumps_over_100_percent(opened, hand):
    hand.key("1", CTRL)
    assert scale_of(opened) == 1
    hand.turn_wheel(QPoint(300, 300), notches=1)
    hand.turn_wheel(QPoint(300, 300), notches=-2)
    assert scale_of(opened) == 1


def test_0_fits_the_picture(opened, hand):
    hand.turn_wheel(QPoint(10, 10), notches=6)
    hand.key("0")
    viewport = hand.canvas.viewport
    assert scale_of(opened) == 1  # a small picture is not blown up
    assert viewport.left == round((hand.canvas.width() - 160) / 2)


@pytest.mark.parametrize("held", ["space", "middle"])
def test_space_and_the_middle_button_move_the_picture(opened, hand, held):
    before = hand.canvas.viewport
    button = Qt.MouseButton.LeftButton if held == "space" else Qt.MouseButton.MiddleButton
    if held == "space":
        QTest.keyPress(hand.canvas, Qt.Key.Key_Space)
    hand.drag((30, 40), (60, 50), button=button)
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Space)
    after = hand.canvas.viewport
    assert (after.left - before.left, after.top - before.top) == (30, 10)
    assert opened.parts.history.count() == 0
    assert hand.pixel(20, 60) == (200, 30, 30)
    assert hand.pixel(140, 60) == (30, 160, 30)


def test_the_picture_cannot_be_lost(opened, hand):
    hand.key("V")
    for _ in range(4):
        hand.canvas.hand.picture_dragged.emit(QPoint(5000, 5000))
    viewport = hand.canvas.viewport
    assert viewport.left < hand.canvas.width()
    assert viewport.top < hand.canvas.height()
    assert opened.parts.actions["hand"].isChecked()


def test_what_is_in_the_middle_stays_there_when_the_canvas_gets_wider(hand, qtbot):
    def middle():
        return hand.canvas.viewport.to_picture(hand.canvas.width() / 2, hand.canvas.height() / 2)

    hand.turn_wheel(hand.at(100, 40), notches=6)
    before, width = middle(), hand.canvas.width()
    hand.key("H")
    qtbot.waitUntil(lambda: hand.canvas.width() > width + 100)
    assert middle() == pytest.approx(before, abs=1)


def test_tab_shows_the_original_while_it_is_held(opened, hand):
    hand.drag((30, 60))
    tinted = hand.pixel(30, 75)
    QTest.keyPress(hand.canvas, Qt.Key.Key_Tab)
    assert hand.pixel(30, 75) == (200, 30, 30)
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Tab)
    assert hand.pixel(30, 75) == tinted
    assert hand.canvas.hasFocus()
    assert opened.parts.looks.look is Look.TRIMAP


def test_tab_held_for_long_shows_the_original_and_keeps_the_focus(opened, hand):
    """A key that is held repeats; as a real display has it, up and down again each time."""
    canvas, looks = hand.canvas, opened.parts.looks
    hand.key("A")
    tab, none = Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier
    down, up = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    for kind, repeats in ((down, False), (up, True), (down, True), (up, True), (down, True)):
        QApplication.sendEvent(canvas, QKeyEvent(kind, tab.value, none, "\t", repeats))
        assert looks.shown is Look.ORIGINAL
        assert canvas.hasFocus()
    QApplication.sendEvent(canvas, QKeyEvent(up, tab.value, none, "\t", False))
    assert looks.shown is Look.ALPHA


def test_a_key_that_a_display_repeats_unmarked_is_held_on(opened, hand, qtbot):
    """As X11 does, and Qt does not always notice: up and down again in an instant."""
    looks, hand.canvas.hand.held.patience = opened.parts.looks, 30
    hand.key("A")
    QTest.keyPress(hand.canvas, Qt.Key.Key_Tab)
    seen = []
    looks.changed.connect(lambda: seen.append(looks.shown))
    for _ in range(5):
        QTest.keyRelease(hand.canvas, Qt.Key.Key_Tab)
        QTest.keyPress(hand.canvas, Qt.Key.Key_Tab)
    QTest.qWait(60)
    assert looks.shown is Look.ORIGINAL
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: looks.shown is Look.ALPHA)
    assert seen == [Look.ALPHA]


def test_keys_choose_the_look(opened, hand):
    for key, look in (
        ("O", Look.ORIGINAL),
        ("A", Look.ALPHA),
        ("U", Look.CUTOUT),
        ("T", Look.TRIMAP),
    ):
        hand.key(key)
        assert opened.parts.looks.look is look


def test_a_matte_that_is_not_there_yet_is_asked_for(opened, hand):
    hand.drag((30, 60))
    hand.key("A")
    assert opened.parts.stage.hint.text().startswith("There is no matte yet.")
    assert hand.pixel(30, 60) == (255, 255, 255)
    hand.key("T")
    assert not opened.parts.stage.hint.isVisible()


def test_in_a_narrow_window_the_name_stays_and_the_size_goes(opened):
    opened.parts.looks.set_look(Look.CUTOUT)
    opened.resize(1280, 720)
    QTest.qWait(1)
    assert "160 × 120" in opened.parts.header._title.text()
    opened.resize(860, 720)
    QTest.qWait(1)
    title = opened.parts.header._title.text()
    assert title.startswith("<b>str")
    assert title.endswith("png</b>")


def test_f_cycles_the_grounds(opened, hand):
    hand.key("F")
    assert opened.parts.looks.look is Look.CUTOUT
    seen = []
    for _ in range(5):
        hand.key("F")
        seen.append(opened.parts.looks.ground)
    assert seen == [Ground.BLACK, Ground.WHITE, Ground.COLOUR, Ground.CHECKER, Ground.BLACK]


def test_h_hides_the_panels_and_that_is_remembered(opened, hand):
    hand.key("H")
    assert not opened.parts.side.isVisible()
    assert not opened.parts.settings.panels_shown
    hand.key("H")
    assert opened.parts.side.isVisible()


def test_letters_act_only_on_the_canvas(opened, hand):
    hand.canvas.clearFocus()
    QTest.keyClick(opened.parts.side, "2")
    assert opened.parts.actions["foreground"].isChecked()


def test_a_typed_size_gives_the_keys_back_to_the_canvas(opened, hand):
    box = opened.parts.side.findChild(QSpinBox)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "25")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert opened.parts.brush.diameter == 25
    assert hand.canvas.hasFocus()


def test_the_theme_changes_the_grey_around_the_picture(opened, hand):
    dark = hand.canvas.grab().toImage().pixelColor(2, 2).lightness()
    opened.parts.actions["light"].trigger()
    light = hand.canvas.grab().toImage().pixelColor(2, 2).lightness()
    assert light - dark > 100
    assert opened.parts.settings.theme == "light"


def test_the_panels_need_no_scrolling_in_a_window_of_1280_by_720(opened):
    bar = opened.parts.side.verticalScrollBar()
    assert (opened.width(), opened.height()) == (1280, 720)
    assert bar.maximum() == 0
    opened.parts.matte_panel.expect("About 12 s, 1.1 GB")
    QTest.qWait(1)
    assert bar.maximum() == 0
    opened.parts.matte_panel.note("Made in 3.4 s on the processor")
    QTest.qWait(1)
    assert bar.maximum() == 0
    band = opened.parts.band
    assert not band.isVisible()
    section = band.parentWidget()
    QTest.mouseClick(section.findChild(QToolButton, "sectionTitle"), Qt.MouseButton.LeftButton)
    assert band.isVisible()
    assert opened.parts.settings.is_open("band", default=False)
    QTest.qWait(1)
    assert bar.maximum() > 0


def test_a_section_folds_and_is_remembered(opened, qtbot):
    section = opened.parts.side.findChildren(Section)[2]
    title = section.findChild(QToolButton, "sectionTitle")
    qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    assert section.is_folded
    assert not opened.parts.settings.is_open("matte")


def test_the_key_sheet_opens(opened):
    opened.parts.actions["keys"].trigger()
    sheet = opened.findChild(KeySheet)
    assert sheet.isVisible()
    assert sheet.height() <= room_for(sheet).height()
    page = sheet.findChild(QScrollArea).widget()
    rows = [label for label in page.findChildren(QLabel) if label.text() == "Propose"]
    assert len(rows) == 1
    titles = [label.text() for label in page.findChildren(QLabel, "topic")]
    assert titles.index("Trimap") < titles.index("Program")
    assert sheet.height() < 660  # a screen of 720 has room for all of it
    sheet.close()


def test_the_tint_can_be_changed(opened, hand):
    hand.drag((30, 60))
    opened.parts.looks.set_tint(0)
    assert hand.pixel(30, 75) == (200, 30, 30)
    assert opened.parts.settings.tint == 0


def test_far_in_each_pixel_is_a_square(opened, hand):
    hand.canvas.zoom_to(16)
    picture = hand.canvas.grab().toImage()
    left, top = hand.canvas.viewport.to_screen(80, 60)
    colours = [picture.pixelColor(round(left) + dx, round(top)).red() for dx in (-1, 0)]
    assert colours == [200, 30]
    assert opened.parts.canvas.viewport.step == 1


def test_nothing_in_the_panels_is_cut_off_at_the_right(opened):
    opened.resize(1280, 600)
    side = opened.parts.side
    for section in side.findChildren(Section):
        section.fold(False)
    QTest.qWait(1)
    assert side.verticalScrollBar().isVisible()
    room = side.viewport().width()
    for button in filter(QPushButton.isVisible, side.findChildren(QPushButton)):
        right = button.mapTo(side.widget(), button.rect().topRight()).x()
        assert right < room, button.text()
