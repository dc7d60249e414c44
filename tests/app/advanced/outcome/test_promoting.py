"""The sheet of a promotion, and the canvas that mattes with what was promoted."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from app.advanced.outcome.panel import RunsPanel
from app.advanced.outcome.sheet import PromotionSheet
from app.window import Window
from engine.imaging.picture import Picture
from engine.matting import library
from engine.promotion import former
from engine.promotion.trial import Trial
from engine.training import delivery
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from tests.hand import LEFT
from tests.pictures import striped
from tests.runs import NETWORK, deliver, small_set


@pytest.fixture(autouse=True)
def _in_use(_own_places, tmp_path):
    """A small network that answers 0.5 is the person's own."""
    run = deliver(tmp_path / "before" / "former", 0.5)
    place = tmp_path / "delivered"
    place.mkdir()
    entry = delivery.delivered(run, NETWORK, place)
    former.replace(entry.path, entry.card)


@pytest.fixture
def open_sheet(make_run, listed, qtbot):
    """A function: the sheet of a run that answers `alpha`, once it is open."""

    def promote(name, alpha):
        make_run(name, alpha)
        panel = listed(1)
        panel.list.selectAll()
        QTest.mouseClick(panel.promote, LEFT)
        (sheet,) = panel.findChildren(PromotionSheet)
        qtbot.waitUntil(lambda: not sheet.work.is_busy, timeout=10_000)
        return sheet

    return promote


def press(qtbot, sheet, button):
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: not sheet.work.is_busy, timeout=10_000)


def test_a_quick_look_decides_nothing_and_better_weights_are_promoted(open_sheet, qtbot, panel):
    sheet = open_sheet("better", 0.58)
    assert "run “better”" in sheet._about.text()
    assert "run “former”" in sheet._about.text()
    press(qtbot, sheet, sheet.quick)
    assert "A quick look at 1 mattes, which decides nothing" in sheet.verdict.words
    assert not sheet.promote.isEnabled()
    press(qtbot, sheet, sheet.all)
    assert sheet.verdict.words.startswith("The run's weights are the better ones: SAD falls by 8")
    (table,) = sheet.tables.tables
    old, new = table.item(0, 0).text().split(" → ")
    assert float(new) < float(old)
    with qtbot.waitSignal(panel.promoted) as told:
        press(qtbot, sheet, sheet.promote)
    assert told.args == [NETWORK]
    assert library.find(NETWORK).card.run == "better"
    qtbot.waitUntil(lambda: "better" in panel.former.words, timeout=5000)


def test_worse_weights_are_refused_until_they_are_wanted_in_so_many_words(open_sheet, qtbot):
    sheet = open_sheet("worse", 0.4)
    press(qtbot, sheet, sheet.all)
    assert sheet.verdict.words.startswith("The weights in use are the better ones. On the check")
    assert not sheet.promote.isEnabled()
    sentence = sheet.verdict.anyway
    QTest.mouseClick(sentence, LEFT, pos=QPoint(10, sentence.height() // 2))
    press(qtbot, sheet, sheet.promote)
    assert library.find(NETWORK).card.run == "worse"


def test_both_answers_are_seen_under_the_wipe(open_sheet, qtbot):
    sheet = open_sheet("mine", 0.55)
    press(qtbot, sheet, sheet.all)
    wipe = sheet.gallery.wipe
    qtbot.waitUntil(lambda: wipe.titles == ("In use", "New"), timeout=5000)
    wipe.comparison.divide_at(0.5)
    qtbot.wait(1)
    picture, middle = wipe.grab().toImage(), wipe.height() // 2
    half = wipe.width() // 2
    left, right = (picture.pixelColor(half + away, middle).red() for away in (-30, 30))
    assert (left, right) == (pytest.approx(128, abs=3), pytest.approx(140, abs=3))


def test_measuring_is_cancelled_and_closing_the_sheet_gives_it_up(open_sheet, qtbot, panel):
    sheet = open_sheet("mine", 0.55)
    QTest.mouseClick(sheet.all, LEFT)
    QTest.mouseClick(sheet.cancel, LEFT)
    qtbot.waitUntil(lambda: not sheet.work.is_busy, timeout=5000)
    assert sheet.verdict.words.startswith("Cancelled.")
    QTest.mouseClick(sheet.all, LEFT)
    sheet.close()
    panel.finish()
    assert library.find(NETWORK).card.run == "former"


def test_a_run_that_cannot_be_promoted_is_refused_in_words(open_sheet):
    sheet = open_sheet("copy", 0.5)
    assert sheet.verdict.words.startswith("The run's weights are those in use")
    assert not sheet.promote.isEnabled()
    assert not sheet.all.isVisible()


def test_the_canvas_uses_promoted_weights_at_once_and_the_former_to_the_bit(
    settings, theme, answers, tmp_path, qtbot
):
    settings.model = NETWORK
    window = Window(settings, theme, answers)
    qtbot.addWidget(window)
    window.show()
    parts = window.parts
    panel = RunsPanel()
    qtbot.addWidget(panel)
    panel.promoted.connect(parts.mattes.renew)
    parts.document.open_picture(Picture(tmp_path / "stripes.png", striped()))
    trimap = np.full_like(parts.document.trimap, UNKNOWN)
    trimap[:40], trimap[80:] = FOREGROUND, BACKGROUND
    parts.document.replace_trimap(trimap)

    def matte():
        with qtbot.waitSignal(parts.mattes.finished, timeout=20_000):
            parts.actions["matte"].trigger()
        return parts.document.alpha.copy()

    before = matte()
    assert before[60, 80] == pytest.approx(0.5, abs=0.01)
    run = deliver(tmp_path / "runs" / "better", 0.58)
    with Trial(run, sets=[small_set(tmp_path / "pictures")]) as trial:
        trial.promote(trial.look())
    panel.promoted.emit(NETWORK)
    assert "another now" in parts.matte_panel._note.text()
    assert matte()[60, 80] == pytest.approx(0.58, abs=0.01)
    assert "another now" not in parts.matte_panel._note.text()
    panel.show()
    qtbot.waitUntil(lambda: panel.former.back.isVisible(), timeout=5000)
    qtbot.waitUntil(lambda: "better" in panel.former.words, timeout=5000)
    with qtbot.waitSignal(panel.promoted, timeout=5000):
        QTest.mouseClick(panel.former.back, LEFT)
    np.testing.assert_array_equal(matte(), before)
    panel.finish()
    window.close()
    assert former.kept(NETWORK)[0].entry.card.run == "better"
