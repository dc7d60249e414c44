"""The table of runs: what it says of each, and what can be done with them."""

import json
from dataclasses import replace

import cv2
import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.advanced.outcome.row import metric_words, spec_words
from app.advanced.outcome.versus import VersusSheet
from app.theme import DARK
from engine.runs.folders import folders, runs_folder
from engine.training import lock
from engine.training.spec import RunSpec
from tests.hand import LEFT, NO_KEYS, drag
from tests.pictures import striped
from tests.runs import deliver


def click(panel, name, keys=NO_KEYS):
    names = [row.name for row in panel.list.rows]
    place = panel.list.visualRect(panel.list.model().index(names.index(name))).center()
    QTest.mouseClick(panel.list.viewport(), LEFT, keys, place)


def take(panel, words):
    """Trigger an entry of the menu, as a hand would if it can be."""
    (action,) = [one for one in panel.menu.actions() if one.text() == words]
    assert action.isEnabled()
    action.trigger()


def test_a_run_is_listed_with_its_spec_its_curve_and_what_it_came_to(make_run, listed):
    folder = make_run("mine", curve=(3.0, 2.0, 1.5), minutes=10.0)
    (row,) = listed(1).list.rows
    assert spec_words(row.story.spec) == "dim-student × 0.05 · no teacher · 10 min"
    narrow = replace(row.story.spec, width=0.125)
    assert spec_words(narrow) == "dim-student × 0.125 · no teacher · 10 min"
    assert row.curve == (3.0, 2.0, 1.5)
    size = sum(path.stat().st_size for path in folder.iterdir())
    assert row.size == size
    assert metric_words(row) == f"SAD 1.500 · MSE 0.0250 · {size / 1e6:.1f} MB"


def test_rows_are_drawn_with_a_curve_that_falls(make_run, listed):
    make_run("mine", curve=(3.0, 2.0, 1.5))
    panel = listed(1)
    picture = panel.list.viewport().grab().toImage()
    rect = panel.list.visualRect(panel.list.model().index(0))
    accent = [
        (x, y)
        for x in range(rect.right() - 110, rect.right())
        for y in range(rect.top(), rect.bottom())
        if picture.pixelColor(x, y).name() == DARK.accent
    ]
    assert max(accent)[1] > min(accent)[1] + 10


def test_what_is_chosen_stays_chosen_when_another_run_begins(make_run, listed, qtbot):
    make_run("old")
    panel = listed(1)
    click(panel, "old")
    assert panel.promote.isEnabled()
    make_run("new")
    panel.list.look()
    qtbot.waitUntil(lambda: len(panel.list.rows) == 2, timeout=5000)
    assert [row.name for row in panel.list.chosen] == ["old"]


def test_a_run_without_weights_cannot_be_promoted(make_run, listed):
    (make_run("young") / "average.safetensors").unlink()
    panel = listed(1)
    click(panel, "young")
    assert not panel.promote.isEnabled()


def test_a_spec_is_exported_for_the_command_line_and_taken_as_a_recipe(
    make_run, listed, asking, tmp_path, qtbot
):
    spec = RunSpec.read(make_run("mine", rate=2e-3) / "spec.json")
    panel = listed(1)
    click(panel, "mine")
    asking.path = tmp_path / "mine.json"
    take(panel, "Export the spec…")
    assert RunSpec.read(asking.path) == spec
    assert panel.notice == f'Start it with: gossamer-cli distill "{asking.path}"'
    with qtbot.waitSignal(panel.spec_wanted) as wanted:
        take(panel, "Take as the recipe")
    assert wanted.args == [spec]
    with qtbot.waitSignal(panel.watch_wanted) as wanted:
        take(panel, "Show this run")
    assert wanted.args == [panel.list.rows[0].folder]
    take(panel, "Open the folder")
    assert asking.opened == [str(panel.list.rows[0].folder)]


def test_a_run_of_the_command_line_is_added_and_taken_off_the_list(listed, asking, tmp_path, qtbot):
    elsewhere = deliver(tmp_path / "elsewhere" / "theirs")
    panel = listed(0)
    asking.path = tmp_path
    take(panel, "Add a run from elsewhere…")
    qtbot.waitUntil(lambda: "holds no run" in panel.notice, timeout=5000)
    asking.path = elsewhere
    take(panel, "Add a run from elsewhere…")
    qtbot.waitUntil(lambda: len(panel.list.rows) == 1, timeout=5000)
    click(panel, "theirs")
    take(panel, "Take off the list")
    qtbot.waitUntil(lambda: not panel.list.rows, timeout=5000)
    assert elsewhere.is_dir()


def test_a_run_is_deleted_once_that_was_asked_and_never_while_it_runs(
    make_run, listed, asking, qtbot
):
    folder = make_run("mine")
    kept = make_run("kept")
    panel = listed(2)
    click(panel, "mine")
    with lock.held(folder):
        take(panel, "Delete…")
        assert "“mine” is still under way" in panel.notice
    assert asking.asked == []
    asking.may = False
    take(panel, "Delete…")
    assert folder.is_dir()
    asking.may = True
    take(panel, "Delete…")
    qtbot.waitUntil(lambda: not folder.exists() and len(panel.list.rows) == 1, timeout=5000)
    assert asking.asked[:2] == [["mine"], ["mine"]]
    assert folders() == [kept]


def test_two_runs_are_compared_by_specs_curves_and_previews(make_run, listed, qtbot):
    for name, grey in (("one", 50), ("two", 200)):
        place = runs_folder() / name / "previews"
        place.mkdir(parents=True)
        cv2.imwrite(str(place / "image-0.png"), striped())
        cv2.imwrite(str(place / "40-0.png"), np.full((120, 160), grey, np.uint8))
    one = make_run("one", curve=(3.0, 2.0), rate=1e-3)
    make_run("two", curve=(3.0, 2.5), rate=2e-3)
    panel = listed(2)
    click(panel, "one")
    assert not panel.compare.isEnabled()
    click(panel, "two", Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(panel.compare, LEFT)
    (sheet,) = panel.findChildren(VersusSheet)
    table = sheet.specs.table
    cells = [[table.item(y, x).text() for x in range(3)] for y in range(table.rowCount())]
    rates = {"one": "0.001", "two": "0.002"}
    heads = [table.horizontalHeaderItem(x).text() for x in (1, 2)]
    assert cells == [["rate", *(rates[name] for name in heads)]]
    QTest.mouseClick(sheet.specs.every, LEFT)
    assert table.rowCount() == len(json.loads((one / "spec.json").read_text()))
    assert {name: line[1][-1] for name, line in sheet.curves.plot.lines.items()} == {
        "one": 2.0,
        "two": 2.5,
    }
    wipe = sheet.gallery.wipe
    qtbot.waitUntil(lambda: len(wipe.titles) == 2, timeout=5000)
    picture, middle = wipe.grab().toImage(), wipe.height() // 2
    shown = [picture.pixelColor(wipe.width() // 2 + away, middle).red() for away in (-30, 30)]
    assert dict(zip(wipe.titles, shown, strict=True)) == {"one": 50, "two": 200}
    centre = wipe.rect().center()
    for _ in range(3):  # as far as the hand goes, and again
        drag(wipe, QPoint(9, 9), wipe.rect().bottomRight())
    picture, corner = wipe.grab().toImage(), wipe.rect().bottomRight() - QPoint(20, 20)
    assert picture.pixelColor(corner).red() == shown[1]
    QTest.mouseDClick(wipe, LEFT, pos=centre + QPoint(40, 0))
    assert wipe.grab().toImage().pixelColor(centre + QPoint(30, 0)).red() == shown[1]
    sheet.close()
