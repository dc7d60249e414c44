"""The recipe of a run, as a hand sets it up: data, preset, start, and all that lies beneath."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QListWidget, QPushButton, QToolButton, QTreeWidget

from app.advanced.recipe import known_folders, memory
from app.advanced.recipe.accepted_sheet import AcceptedSheet
from app.advanced.recipe.details_sheet import DetailsSheet
from app.advanced.recipe.layer_sheet import LayerSheet
from app.advanced.recipe.panel import RecipePanel
from engine.catalog import DEFAULT
from engine.data.accepted import accept, accepted, files_of, learnt_folder
from engine.imaging.reading import read_image, read_trimap
from engine.matting import library
from engine.runs import trial
from engine.training.spec import RunSpec
from tests.hand import wait_for
from tests.weights import put_narrow_teacher


@pytest.fixture
def discs(tmp_path):
    """A folder of three cut-outs."""
    place = tmp_path / "discs"
    place.mkdir()
    for number in range(3):
        pixels = np.zeros((80, 100, 4), np.uint8)
        cv2.circle(pixels, (50, 40), 20 + number, (0, 0, 255, 255), -1, cv2.LINE_AA)
        cv2.imwrite(str(place / f"disc-{number}.png"), pixels)
    (place / "LICENSE").write_text("CC0")
    return place


@pytest.fixture
def panel(opened, discs, monkeypatch, qtbot):
    monkeypatch.setattr(known_folders, "own_foregrounds", lambda: discs)
    monkeypatch.setattr("app.advanced.recipe.panel.own_foregrounds", lambda: discs)
    made = RecipePanel(opened.parts, opened)
    made.resize(400, 700)
    made.show()
    yield made
    made.finish()
    qtbot.wait(1)


def press(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def button(parent, text, kind=QPushButton):
    return next(one for one in parent.findChildren(kind) if one.text() == text)


def box(parent, text):
    return button(parent, text, QCheckBox)


def checked(row):
    wait_for(lambda: row.report is not None or row.trouble)
    return row


def marked(window):
    """What is foreground and background is said."""
    trimap = window.parts.document.trimap
    fresh = np.full_like(trimap, 128)
    fresh[:, : trimap.shape[1] // 3], fresh[:, -trimap.shape[1] // 3 :] = 0, 255
    window.parts.document.replace_trimap(fresh)


def test_a_recipe_finds_the_cut_outs_that_come_along_wherever_they_lie_the_next_time(
    discs, tmp_path, monkeypatch
):
    own, moved = tmp_path / "a/resources/foregrounds", tmp_path / "b/resources/foregrounds"
    for place in (own, moved):
        place.mkdir(parents=True)
    monkeypatch.setattr(memory, "own_foregrounds", lambda: own)
    spec = RunSpec(network=DEFAULT, foregrounds=str(discs), more_foregrounds=(str(own),))
    memory.remember(spec)
    assert memory.remembered() == spec
    before = memory.recipe_file().read_text()
    assert str(own) not in before
    monkeypatch.setattr(memory, "own_foregrounds", lambda: moved)
    assert memory.remembered().more_foregrounds == (str(moved),)
    own.rmdir()  # and as it was remembered once, by its path
    memory.recipe_file().write_text(before.replace(memory.BUILT_IN, str(own)))
    assert memory.remembered().more_foregrounds == (str(moved),)
    moved.rmdir()  # a package has none
    assert memory.remembered().more_foregrounds == ()
    memory.recipe_file().unlink()


def test_the_recipe_is_built_without_torch():
    code = "import sys, app.advanced.recipe.panel; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_data_preset_start_is_all_that_is_needed(panel, discs, qtbot):
    assert panel.presets.cards["ten-minutes"].isChecked()
    (row,) = [row for row in panel.sources.rows if row.folder == discs]
    assert checked(row).report.usable == 3
    assert row._thumbnails.count == 3
    assert row.note == "3 · MIT; HDRIs CC0"
    with qtbot.waitSignal(panel.start_wanted, timeout=10_000) as started:
        press(button(panel.foot, "Start"))
    spec, name = started.args
    assert (spec.network, spec.width, spec.minutes) == ("guided-student", 0.25, 10)
    assert (spec.teacher, spec.terms) == ("guided-teacher", ("spatial", "channel"))
    assert (spec.foregrounds, spec.procedural) == (str(discs), 0.25)
    assert name == "guided-student-0.25-spatial+channel"
    assert not panel.chapters["data"].is_folded
    assert all(panel.chapters[name].is_folded for name in ("pair", "method", "layers", "machine"))


def test_overnight_begins_with_the_weights_there_are_and_is_taught_by_who_is_larger(panel):
    press(panel.presets.cards["overnight"])
    spec = panel.spec()
    assert (spec.width, spec.minutes, spec.teacher) == (1, 480, "guided-teacher")
    assert spec.start == str(library.find("guided-student").path)
    assert "larger than itself: Guided teacher." in panel.pair.words
    alone = panel.pair._words_for(())  # as in a package, which goes without the teacher
    assert alone.endswith("“Guided teacher” has no weights here yet: train it as a student first.")


def test_where_nobody_is_larger_it_is_said_who_could_teach(panel):
    press(panel.presets.cards["paper"])
    spec = panel.spec()
    assert (spec.network, spec.crop, spec.rate, spec.steps) == ("dim-student", 320, 0.01, 80_812)
    assert spec.teacher is None
    assert panel.chapters["method"].summary == "plain"
    assert "No weights in the library are of a larger network" in panel.pair.words
    assert "“Deep Image Matting teacher” has no weights here yet" in panel.pair.words
    assert "--as dim-teacher" in panel.pair.words


def test_what_no_run_can_be_is_said_beside_the_field_and_keeps_it_from_starting(panel):
    method, start = panel.chapters["method"], button(panel.foot, "Start")
    press(method._title)
    panel.machine._batch.setValue(1)
    box(panel.method, "batch").click()
    wait_for(lambda: method.trouble)
    assert method.trouble.startswith("The term “batch” compares the pictures of a piece")
    assert not start.isEnabled()
    box(panel.method, "batch").click()
    wait_for(lambda: not method.trouble)
    assert start.isEnabled()
    box(panel.method, "ofd").click()
    wait_for(lambda: method.trouble)
    assert "before their ReLU" in method.trouble
    box(panel.method, "ofd").click()
    panel.machine._crop.setValue(100)
    wait_for(lambda: panel.chapters["machine"].trouble)
    assert "A crop of 100 pixels" in panel.chapters["machine"].trouble
    panel.machine._crop.setValue(128)
    panel.machine._processes.setValue(3)
    wait_for(lambda: "shared by 3 processes" in panel.chapters["machine"].trouble)


def test_a_folder_says_what_is_wrong_with_it_and_how_to_mend_it(panel, answers, tmp_path, discs):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(b"")
    cv2.imwrite(str(folder / "empty.png"), np.zeros((80, 80, 4), np.uint8))
    row = checked(panel.sources.add(folder))
    wait_for(lambda: panel.chapters["data"].trouble)
    assert "Nothing in it can be learnt from" in panel.chapters["data"].trouble
    assert not button(panel.foot, "Start").isEnabled()
    press(button(row, "Details…", QToolButton))
    sheet = panel.window().findChild(DetailsSheet)
    tree = sheet.findChild(QTreeWidget)
    said = {tree.topLevelItem(i).text(0): tree.topLevelItem(i) for i in range(2)}
    assert said["empty.png"].text(1) == "Its alpha is 0 everywhere."
    assert said["a.jpg"].text(2) == "Save it as PNG, WebP or TIFF."
    sheet.accept()
    press(button(row, "Remove", QToolButton))
    wait_for(lambda: not panel.chapters["data"].trouble)
    assert panel.spec().foregrounds == str(discs)
    answers.file = discs
    press(button(panel.sources, "Photographs…"))
    checked(panel.sources.behind)
    spec = panel.spec()
    assert spec.backgrounds == str(discs)
    assert spec.data[-1] == {"source": "Backgrounds: discs", "licence": "CC0"}


def test_every_field_of_a_spec_comes_back_as_it_was(panel, discs, tmp_path):
    spec = RunSpec(
        network="gca-student",
        width=0.125,
        foregrounds=str(discs),
        more_foregrounds=(str(tmp_path),),
        data=(
            {"source": "Foregrounds rendered for Gossamer (resources/foregrounds)", "licence": "X"},
            {"source": tmp_path.name, "licence": "my own"},
        ),
        steps=123,
        minutes=7.5,
        batch=6,
        accumulate=3,
        crop=96,
        rate=0.00125,
        procedural=0.33,
        seed=9,
        threads=2,
        workers=0,
        device="cpu",
        precision="float32",
        teacher="elsewhere",
        w1=0.333,
        w2=2.5,
        terms=("spatial", "at"),
        stages=("conv3", "dconv3"),
        validate_every=11,
    )
    panel.show_spec(spec)
    shown = replace(
        panel._base, **{k: v for b in panel._boxes.values() for k, v in b.values().items()}
    )
    assert replace(shown, data=spec.data) == spec
    assert shown.data[1] == spec.data[1]
    assert "There are no weights called “elsewhere”" in panel.chapters["pair"].trouble


def test_mattes_are_kept_from_then_on_when_that_is_wanted_and_can_be_removed(panel):
    settings = panel._parts.settings
    assert not settings.keeps_mattes
    box(panel.sources, "Keep what I export from now on").click()
    assert settings.keeps_mattes
    image = np.random.default_rng(1).integers(0, 255, (40, 60, 3), np.uint8)
    alpha = np.tile(np.linspace(0, 1, 60, dtype=np.float32), (40, 1))
    trimap = np.where(alpha == 0, 0, np.where(alpha == 1, 255, 128)).astype(np.uint8)
    for number in range(3):
        image[0, 0] = number
        accept(image, trimap, alpha, Path(f"fox {number}.png"))
    panel.hide()
    panel.show()
    box(panel.sources, "Mattes of my own").click()
    assert str(learnt_folder()) in panel.spec().more_foregrounds
    press(button(panel.sources.accepted, "Show…", QToolButton))
    sheet = panel.window().findChild(AcceptedSheet)
    kept = sheet.findChild(QListWidget)
    assert kept.count() == 3
    kept.selectAll()
    press(button(sheet, "Remove 3"))
    assert accepted() == ()
    sheet.accept()
    assert panel.spec().more_foregrounds == ()


@pytest.mark.usefixtures("german")
def test_why_a_matte_cannot_be_removed_is_said_in_the_language_of_the_window(panel):
    image, trimap = np.zeros((8, 12, 3), np.uint8), np.full((8, 12), 128, np.uint8)
    trimap[:, 0], trimap[:, -1] = 0, 255
    one = accept(image, trimap, (trimap / 255).astype(np.float32), Path("fox.png"))
    files_of(one)["fg"].unlink()
    files_of(one)["fg"].mkdir()
    sheet = AcceptedSheet(panel)
    sheet.findChild(QListWidget).selectAll()
    press(button(sheet, "Entfernen"))
    assert "lässt sich nicht schreiben" in sheet._words.text()
    assert accepted() == (one,)


def test_the_measurement_is_said_in_words_and_holds_for_that_very_run(panel, monkeypatch):
    found = {"steps": 20, "seconds": 10.0, "validating": 1.0, "saving": 0.5, "saved": 4_000_000}
    found |= {"previewed": 9, "device": "cpu", "precision": "float32"}
    told = f"print({json.dumps(json.dumps(found))})"
    monkeypatch.setattr(trial, "command", lambda *_: [sys.executable, "-c", told])
    press(button(panel.foot, "Measure"))
    wait_for(lambda: not panel.trial.is_running)
    assert "1200 steps. Memory" in panel.foot.words
    assert panel.foot.words.startswith("About 11 min for")
    panel.machine._batch.setValue(4)
    wait_for(lambda: "not measured" in panel.foot.words)
    refusal = json.dumps({"message": "There is no folder “x”.", "hint": "Check."})
    monkeypatch.setattr(
        trial, "command", lambda *_: [sys.executable, "-c", f"print({json.dumps(refusal)})"]
    )
    press(button(panel.foot, "Measure"))
    wait_for(lambda: panel.chapters["data"].trouble)
    assert panel.chapters["data"].trouble.startswith("There is no folder “x”.")


def test_the_open_photograph_goes_along_as_a_copy(panel, opened, qtbot):
    assert not panel.preview.isEnabled()  # nothing is marked in it
    marked(opened)
    panel.hide()
    panel.show()
    assert panel.preview.isEnabled()
    with qtbot.waitSignal(panel.start_wanted, timeout=10_000) as started:
        press(button(panel.foot, "Start"))
    (preview,) = started.args[0].previews
    image = read_image(preview["image"]).image
    assert (image == opened.parts.document.image).all()
    assert (read_trimap(preview["trimap"], image.shape[:2]) == opened.parts.document.trimap).all()


@pytest.fixture
def pair(tmp_path):
    """Narrow weights that a narrower student can learn from."""
    put_narrow_teacher(tmp_path)
    return RunSpec(network="dim-student", width=0.05, teacher="mine")


def test_layers_are_picked_on_the_networks_and_seen_on_the_photograph(pair, panel, opened):
    panel.show_spec(pair)
    marked(opened)
    press(panel.chapters["layers"]._title)
    press(button(panel.layers, "Pick them on the networks…"))
    sheet = opened.findChild(LayerSheet)
    wait_for(lambda: not sheet.maps["channel", 1].is_empty)
    assert sheet.drawing.chosen == ("conv2", "conv3", "conv4", "conv5")
    for stage in ("conv2", "dconv3"):
        place = sheet.drawing.place_of(stage).toPoint()
        QTest.mouseClick(sheet.drawing, Qt.MouseButton.LeftButton, pos=place)
    assert panel.spec().stages == ("conv3", "conv4", "conv5", "dconv3")
    assert panel.layers.summary == "conv3, conv4, conv5, dconv3"
    before = sheet.maps["spatial", 0]._picture.copy()
    view = sheet.maps["spatial", 0]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    wait_for(lambda: view._picture != before)
    assert sheet.matrix._values.shape == (9, 9)
    press(button(sheet, "The published ones"))
    assert panel.spec().stages is None
    sheet.accept()
