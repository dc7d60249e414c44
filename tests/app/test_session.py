"""From a photograph to an exported alpha with the engine's own session, as a person would go."""

import json

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.looks import Look
from app.paths import samples
from app.tasks import FILE_LANE, MODEL_LANE
from app.window import Window
from engine.catalog import CATALOG, DEFAULT
from engine.cli import main
from engine.imaging.picture import Picture
from engine.imaging.reading import read_alpha
from engine.matting.cards import Card, Source
from engine.matting.library import add
from engine.metrics import sad
from engine.refine.refinement import Refinement
from engine.resources import sample_folder
from engine.trimap.codes import BACKGROUND, FOREGROUND


@pytest.fixture
def untrained(tmp_path):
    """The default network with weights by chance, in the person's own library."""
    from engine.matting.weights import save_weights
    from engine.networks import create

    save_weights(tmp_path / "untrained.safetensors", create(DEFAULT))
    card = Card(
        name=DEFAULT,
        title=CATALOG[DEFAULT].title,
        parameters=1,
        method="none",
        data=(Source("chance", "CC0"),),
        intended_use="tests",
        limits="knows nothing",
        licence="MIT",
    )
    add(tmp_path / "untrained.safetensors", card)


@pytest.fixture
def whole(qtbot, settings, theme, answers):
    """A window as the program makes it, save for its questions."""
    window = Window(settings, theme, answers)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    MODEL_LANE.waitForDone()
    FILE_LANE.waitForDone()
    qtbot.wait(1)
    window.deleteLater()


def open_sample(window, qtbot, name):
    sample = next(sample for sample in samples() if sample.picture.stem == name)
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=10_000):
        window.open_files([sample.picture, sample.trimap])


@pytest.mark.usefixtures("untrained")
def test_a_picture_and_its_trimap_can_be_matted_at_once(whole, qtbot):
    sample = next(sample for sample in samples() if sample.trimap)
    with qtbot.waitSignal(whole.parts.document.foreground_changed, timeout=120_000):
        whole.open_files([sample.picture, sample.trimap], matte=True)
    assert whole.parts.looks.look is Look.CUTOUT


def matte(window, qtbot):
    with qtbot.waitSignal(window.parts.document.foreground_changed, timeout=120_000):
        QTest.keyClick(window.parts.canvas, Qt.Key.Key_M)


@pytest.mark.usefixtures("untrained")
def test_a_sample_goes_all_the_way(whole, qtbot, answers, tmp_path):
    open_sample(whole, qtbot, "cat")
    matte(whole, qtbot)
    parts = whole.parts
    assert parts.looks.look is Look.CUTOUT
    assert "Guided student  ·  CPU  ·  " in parts.status._facts.text()
    answers.file = tmp_path / "alpha.png"
    with qtbot.waitSignal(parts.pictures.saved, timeout=10_000):
        parts.actions["export_alpha"].trigger()
    alpha = cv2.imread(str(answers.file), cv2.IMREAD_UNCHANGED)
    trimap = parts.document.trimap
    assert alpha.shape == trimap.shape
    assert (alpha[trimap == FOREGROUND] == 255).all()
    assert (alpha[trimap == BACKGROUND] == 0).all()


def test_the_shipped_weights_matte_a_sample_well(whole, qtbot):
    open_sample(whole, qtbot, "curls")
    matte(whole, qtbot)
    document = whole.parts.document
    truth = read_alpha(sample_folder() / "curls-alpha.png")
    unsure = np.full_like(document.alpha, 0.5)
    assert sad(document.alpha, truth, document.trimap) < 0.6 * sad(unsure, truth, document.trimap)


@pytest.mark.usefixtures("untrained")
def test_escape_stops_a_large_matte_soon(whole, qtbot):
    image = np.random.default_rng(0).integers(0, 255, (2400, 3200, 3)).astype(np.uint8)
    parts = whole.parts
    parts.document.open_picture(Picture(samples()[0].picture, image))
    trimap = parts.document.trimap.copy()
    trimap[:, :100], trimap[:, -100:] = FOREGROUND, BACKGROUND
    parts.document.replace_trimap(trimap)
    with qtbot.waitSignal(parts.mattes.progressed, timeout=60_000):
        QTest.keyClick(parts.canvas, Qt.Key.Key_M)
    with qtbot.waitSignal(parts.mattes.cancelled, timeout=10_000):
        QTest.keyClick(parts.canvas, Qt.Key.Key_Escape)
    assert parts.document.alpha is None
    assert parts.matte_panel._start.isVisible()


def test_without_weights_it_says_what_is_missing(whole, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr("engine.matting.library.models_folder", lambda: tmp_path / "nothing")
    open_sample(whole, qtbot, "cat")
    with qtbot.waitSignal(whole.parts.mattes.failed, timeout=60_000):
        QTest.keyClick(whole.parts.canvas, Qt.Key.Key_M)
    message = whole.parts.stage.messages.message
    assert message.sentence == "There are no weights called “guided-student”."
    assert message.hint


@pytest.mark.usefixtures("untrained")
@pytest.mark.parametrize(("live", "composite"), [(False, False), (True, False), (False, True)])
def test_an_export_is_made_again_from_its_record_to_the_bit(
    whole, qtbot, answers, tmp_path, capsys, live, composite
):
    """Also when the matte grew stroke by stroke: it is made at once for the record."""
    parts = whole.parts
    noise = np.random.default_rng(0).integers(0, 256, (90, 120, 3), dtype=np.uint8)
    cv2.imwrite(str(tmp_path / "photo.png"), noise)
    trimap = np.full((90, 120), 128, np.uint8)
    trimap[:30], trimap[60:] = FOREGROUND, BACKGROUND
    cv2.imwrite(str(tmp_path / "photo-trimap.png"), trimap)
    parts.live.switch(live)
    parts.actions["composite"].setChecked(composite)
    done = parts.live.settled if live else parts.pictures.picture_read
    with qtbot.waitSignal(done, timeout=120_000):
        whole.open_files([tmp_path / "photo.png", tmp_path / "photo-trimap.png"])
    if not live:
        matte(whole, qtbot)
    parts.refine_panel.decided.emit(Refinement(shift=-0.5, gamma=1.2))
    answers.file = tmp_path / "alpha.tif"
    with qtbot.waitSignal(parts.pictures.saved, timeout=120_000):
        parts.actions["export_alpha"].trigger()
    record = tmp_path / "alpha.tif.json"
    assert json.loads(record.read_text())["mixing"] == ("composite" if composite else "photograph")
    assert main(["redo", str(record), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"identical": True, "made": "whole", "output": None}


@pytest.mark.usefixtures("untrained")
def test_what_a_picture_is_can_be_said_and_is_remembered(whole, qtbot, tmp_path):
    """Every matte is made anew then, and comes out otherwise; the same again when it is unsaid."""
    parts, composite = whole.parts, whole.parts.actions["composite"]
    noise = np.random.default_rng(0).integers(0, 256, (90, 120, 3), dtype=np.uint8)
    cv2.imwrite(str(tmp_path / "photo.png"), noise)
    trimap = np.full((90, 120), 128, np.uint8)
    trimap[:30], trimap[60:] = FOREGROUND, BACKGROUND
    cv2.imwrite(str(tmp_path / "photo-trimap.png"), trimap)
    parts.live.switch(True)
    with qtbot.waitSignal(parts.live.settled, timeout=120_000):
        whole.open_files([tmp_path / "photo.png", tmp_path / "photo-trimap.png"])
    photograph = parts.document.alpha.copy()
    with qtbot.waitSignal(parts.live.settled, timeout=120_000):
        composite.trigger()
    assert np.abs(parts.document.alpha - photograph).max() > 0.01
    assert parts.settings.composite
    with qtbot.waitSignal(parts.live.settled, timeout=120_000):
        composite.trigger()
    np.testing.assert_allclose(parts.document.alpha, photograph, atol=1e-5)
    assert not parts.settings.composite
