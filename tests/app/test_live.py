"""The live matte: it follows the brush, with the engine's own session and the weights that ship."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.compare.second import Stage
from app.looks import Look
from app.messages import Tone
from app.models import Model, can_follow
from app.tasks import FILE_LANE, MODEL_LANE, Task
from app.window import Window
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image
from engine.matting.session import Session
from engine.resources import sample_folder
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.paint import Box

RIGHT = Qt.MouseButton.RightButton
PATIENCE = 60_000
WIDTH, HEIGHT = 640, 400


def photograph(width=WIDTH, height=HEIGHT):
    """A part of a sample, which is kind to a network of few strokes."""
    image = read_image(next(sample_folder().glob("astronaut.[jp]*"))).image
    return Picture(Path("astronaut.png"), cv2.resize(image, (width, height)))


@pytest.fixture(scope="module")
def judge():
    """A session of its own, for fresh mattes to compare with."""
    return Session("guided-student", "cpu")


@pytest.fixture
def live_window(qtbot, settings, theme, answers):
    settings.live = True
    window = Window(settings, theme, answers)
    window.resize(1280, 720)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield window
    answers.discards = True
    window.close()
    MODEL_LANE.waitForDone()
    FILE_LANE.waitForDone()
    qtbot.wait(1)
    window.deleteLater()


@pytest.fixture
def painter(live_window, qtbot, hand_over):
    """A hand over a small photograph in the live window."""
    live_window.parts.document.open_picture(photograph())
    qtbot.wait(1)
    live_window.parts.brush.set_diameter(40)
    return hand_over(live_window)


@pytest.fixture
def settled(live_window, painter, qtbot):
    """A hand over a picture that was painted on both sides, and whose matte has settled."""
    with qtbot.waitSignal(live_window.parts.live.settled, timeout=PATIENCE):
        paint_both_sides(painter)
    return painter


@pytest.fixture
def door():
    """The model lane is shut: work that is begun waits behind it."""
    opened = threading.Event()
    Task(lambda _task: opened.wait(60)).start(MODEL_LANE)
    yield opened
    opened.set()


def paint_both_sides(hand):
    hand.drag((320, 150), (320, 380))
    hand.drag((40, 20), (40, 380), button=RIGHT)


def rest(window, qtbot):
    qtbot.waitUntil(lambda: not window.parts.live.is_working, timeout=PATIENCE)


def shown(hand):
    """The canvas as it is on the screen, float (h, w)."""
    picture = hand.canvas.grab().toImage()
    pixels = np.frombuffer(picture.constBits(), np.uint8)
    return pixels.reshape(picture.height(), -1, 4)[..., 1].astype(float)


def close_to_fresh(document, judge):
    fresh = judge.matte(document.image, document.trimap.copy())
    return np.abs(document.alpha - fresh).max() <= 1 / 255


def test_alpha_appears_by_itself_once_both_sides_are_known(live_window, painter, qtbot, judge):
    document, live = live_window.parts.document, live_window.parts.live
    painter.drag((320, 150), (320, 380))
    assert not live.is_working
    with qtbot.waitSignal(live.settled, timeout=PATIENCE):
        painter.drag((40, 20), (40, 380), button=RIGHT)
    assert document.is_alpha_current
    assert live_window.parts.looks.look is Look.TRIMAP
    assert close_to_fresh(document, judge)
    assert live_window.parts.actions["export_alpha"].isEnabled()
    assert "CPU" in live_window.parts.status._facts.text()


def test_a_stroke_changes_what_is_shown_before_all_is_settled(live_window, settled, qtbot):
    document, live = live_window.parts.document, live_window.parts.live
    live_window.parts.looks.set_look(Look.ALPHA)
    settled.drag((320, 60))
    rest(live_window, qtbot)
    before = document.alpha.copy()
    with qtbot.waitSignal(document.piece_laid, timeout=PATIENCE) as laid:
        settled.key("E")
        settled.drag((320, 200))
    box = laid.args[0]
    assert live.is_working
    assert not document.is_alpha_current
    inside = document.trimap[box.slices] == UNKNOWN
    assert inside.any()
    assert (document.alpha[box.slices] != before[box.slices])[inside].any()
    assert box.width <= 54


def test_undo_brings_the_alpha_back(live_window, settled, qtbot, judge):
    document = live_window.parts.document
    before = document.alpha.copy()
    settled.drag((500, 100), (600, 200))
    rest(live_window, qtbot)
    assert np.abs(document.alpha - before).max() > 0.1
    live_window.parts.undo.trigger()
    assert not document.is_alpha_current
    rest(live_window, qtbot)
    assert document.is_alpha_current
    assert close_to_fresh(document, judge)


def test_a_stroke_while_it_settles_comes_first(live_window, settled, qtbot, judge):
    document, live = live_window.parts.document, live_window.parts.live
    ends = []
    live.settled.connect(lambda answer: ends.append(answer.revision))
    settled.drag((500, 100))
    with qtbot.waitSignal(live.progressed, timeout=PATIENCE):
        pass
    settled.drag((500, 300))
    rest(live_window, qtbot)
    assert ends == [document.revision]
    assert close_to_fresh(document, judge)


def test_many_strokes_in_a_row_end_in_a_fresh_matte(live_window, settled, qtbot, judge):
    """Whatever was given up, came late, or was never begun."""
    draw = np.random.default_rng(7)
    live_window.parts.brush.set_diameter(24)
    for turn in range(8):
        start, end = (tuple(int(draw.integers(10, side)) for side in (620, 380)) for _ in "ab")
        settled.drag(start, end, button=RIGHT if turn % 2 else Qt.MouseButton.LeftButton)
        qtbot.wait(int(draw.integers(1, 250)))
    live_window.parts.undo.trigger()
    rest(live_window, qtbot)
    assert close_to_fresh(live_window.parts.document, judge)


def test_a_stroke_is_drawn_and_kept_while_the_model_is_busy(live_window, settled, door):
    settled.drag((500, 100), release=False)
    live_window.parts.looks.set_look(Look.TRIMAP)
    assert live_window.parts.live.is_working is False
    QTest.mouseRelease(settled.canvas, Qt.MouseButton.LeftButton, pos=settled.at(500, 100))
    assert live_window.parts.document.trimap[100, 500] == FOREGROUND
    assert live_window.parts.live.is_working
    assert not door.is_set()


@pytest.mark.parametrize("look", [Look.ALPHA, Look.CUTOUT])
def test_what_is_stale_is_hatched_until_its_alpha_is_there(live_window, settled, qtbot, door, look):
    live_window.parts.looks.set_look(look)
    before = shown(settled)
    settled.key("E")
    settled.drag((320, 200))
    at = settled.canvas.viewport.to_screen(300, 180)
    place = tuple(slice(int(start), int(start) + 40) for start in reversed(at))
    hatched = shown(settled)[place]
    assert live_window.parts.document.any_stale
    edges = np.abs(np.diff(hatched, axis=1)).mean()
    assert edges > np.abs(np.diff(before[place], axis=1)).mean() + 5
    door.set()
    rest(live_window, qtbot)
    assert not live_window.parts.document.any_stale
    assert np.abs(np.diff(shown(settled)[place], axis=1)).mean() < edges - 5


def test_switched_off_it_stops_and_is_remembered(live_window, settled, qtbot, settings):
    document, live = live_window.parts.document, live_window.parts.live
    settled.drag((500, 100))
    live_window.parts.matte_panel._live.click()
    assert not live.is_working
    assert not settings.live
    qtbot.wait(50)
    settled.drag((500, 300))
    assert not live.is_working
    assert document.any_stale
    with qtbot.waitSignal(live.settled, timeout=PATIENCE):
        live_window.parts.matte_panel._live.click()
    assert document.is_alpha_current


def test_escape_stops_a_settle_and_the_next_stroke_goes_on(live_window, settled, qtbot, judge):
    document, live = live_window.parts.document, live_window.parts.live
    settled.drag((500, 100))
    settled.key(Qt.Key.Key_Escape)
    assert not live.is_working
    qtbot.wait(50)
    assert not document.is_alpha_current
    assert live_window.parts.actions["live"].isChecked()
    with qtbot.waitSignal(live.settled, timeout=PATIENCE):
        settled.drag((500, 300))
    assert close_to_fresh(document, judge)


def test_a_model_that_cannot_follow_says_so(opened, hand, qtbot):
    live, switch = opened.parts.live, opened.parts.matte_panel._live
    opened.parts.actions["live"].setChecked(True)
    assert switch.isEnabled()
    with qtbot.waitSignal(live.refused, timeout=10_000):
        hand.drag((20, 60))
        hand.drag((140, 60), button=RIGHT)
    assert not switch.isEnabled()
    assert "cannot follow" in switch.toolTip()
    assert not live.is_working


def test_only_the_guided_networks_can_follow():
    assert can_follow([], "guided-student")
    assert not can_follow([], "gca-student")
    assert can_follow([Model("mine", "Mine", follows=True)], "mine")


def test_another_picture_drops_everything(live_window, settled, qtbot):
    parts = live_window.parts
    settled.drag((500, 100))
    parts.document.open_picture(photograph(320, 200))
    assert parts.document.alpha is None
    assert not parts.live.is_working
    qtbot.wait(300)
    assert parts.document.alpha is None


def test_closing_while_it_settles_ends_cleanly(live_window, settled):
    settled.drag((500, 100))
    live_window.close()
    assert not live_window.isVisible()
    assert MODEL_LANE.activeThreadCount() == 0


def test_a_picture_opened_with_its_trimap_is_matted_at_once(live_window, qtbot):
    folder = sample_folder()
    with qtbot.waitSignal(live_window.parts.live.settled, timeout=PATIENCE):
        live_window.open_files([folder / "curls.jpg", folder / "curls-trimap.png"])
    assert live_window.parts.document.is_alpha_current


@pytest.mark.usefixtures("settled")
def test_making_everything_unknown_ends_the_work(live_window):
    live_window.parts.actions["clear_trimap"].trigger()
    assert not live_window.parts.live.is_working
    assert live_window.parts.stage.messages.message is None
    assert live_window.parts.document.any_stale


def test_the_cutouts_colours_are_estimated_once_the_matte_has_settled(live_window, settled, qtbot):
    document = live_window.parts.document
    assert document.foreground is None
    with qtbot.waitSignal(document.foreground_changed, timeout=PATIENCE):
        live_window.parts.looks.set_look(Look.CUTOUT)
    with qtbot.waitSignal(document.piece_laid, timeout=PATIENCE) as laid:
        settled.drag((500, 100))
    box = laid.args[0].slices
    assert np.array_equal(document.foreground[box], document.image[box])
    with qtbot.waitSignal(document.foreground_changed, timeout=PATIENCE):
        pass
    assert document.is_alpha_current


def test_a_matte_that_was_asked_for_ends_the_live_work(live_window, settled, qtbot, door):
    parts = live_window.parts
    settled.drag((500, 100))
    settled.key("M")
    assert not parts.live.is_working
    with qtbot.waitSignal(parts.mattes.finished, timeout=PATIENCE):
        door.set()
    assert parts.document.is_alpha_current
    assert not parts.document.any_stale


def test_a_stroke_ends_a_matte_that_it_makes_too_old(live_window, settled, qtbot, door):
    parts = live_window.parts
    settled.key("M")
    settled.drag((500, 100))
    assert not parts.mattes.is_running
    door.set()
    rest(live_window, qtbot)
    assert parts.document.is_alpha_current
    assert parts.stage.messages.message is None


def test_an_export_waits_until_the_matte_has_settled(
    live_window, settled, qtbot, answers, tmp_path, door
):
    parts = live_window.parts
    answers.file = tmp_path / "alpha.png"
    settled.drag((500, 100))
    parts.actions["export_alpha"].trigger()
    assert "once the matte has settled" in parts.stage.messages.message.sentence
    with qtbot.waitSignal(parts.pictures.saved, timeout=PATIENCE) as saved:
        door.set()
    assert not saved.args[0].is_stale
    written = cv2.imread(str(answers.file), cv2.IMREAD_UNCHANGED)
    assert np.array_equal(written, np.rint(parts.document.alpha * 255))


def test_escape_exports_what_there_is_and_says_so(
    live_window, settled, qtbot, answers, tmp_path, door
):
    parts = live_window.parts
    answers.file = tmp_path / "alpha.png"
    settled.drag((500, 100))
    parts.actions["export_alpha"].trigger()
    with qtbot.waitSignal(parts.pictures.saved, timeout=PATIENCE):
        settled.key(Qt.Key.Key_Escape)
    assert parts.stage.messages.message.tone is Tone.WARNING
    assert "older than the trimap" in parts.stage.messages.message.sentence
    assert not door.is_set()


@pytest.mark.usefixtures("settled")
def test_pieces_do_not_change_an_alpha_that_is_being_written(live_window):
    document = live_window.parts.document
    lent = document.lend_alpha()
    before = lent.copy()
    piece = np.full((9, 9), 0.5, np.float32)
    document.accept_piece(Box(0, 0, 9, 9), piece, document.revision, settled=False)
    assert np.array_equal(lent, before)
    assert document.alpha[3, 3] == 0.5


def test_without_weights_it_says_so_once(live_window, painter, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr("engine.matting.library.models_folder", lambda: tmp_path / "nothing")
    with qtbot.waitSignal(live_window.parts.live.failed, timeout=PATIENCE):
        paint_both_sides(painter)
    message = live_window.parts.stage.messages.message
    assert message.sentence == "There are no weights called “guided-student”."
    painter.drag((500, 100))
    assert not live_window.parts.live.is_working


_LOADING = """
import sys
from pathlib import Path
import numpy as np
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from app.settings import Settings
from app.theme import ThemeKeeper
from app.window import Window
from engine.imaging.picture import Picture

application = QApplication([])
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
window = Window(settings, ThemeKeeper(application, "light"))
window.show()
document = window.parts.document
document.open_picture(Picture(Path("noise.png"), np.zeros((64, 64, 3), np.uint8)))
print("torch" in sys.modules)
trimap = np.full((64, 64), 128, np.uint8)
trimap[:20], trimap[40:] = 0, 255
document.replace_trimap(trimap)
print(window.parts.status._facts.text().split("·")[-1].strip())
window.parts.live.settled.connect(application.quit)
application.exec()
print("torch" in sys.modules, document.is_alpha_current)
window.close()
"""


def test_the_model_is_loaded_behind_the_window_and_that_is_said(tmp_path):
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _LOADING, str(tmp_path / "settings.ini")],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["False", "loading the model…", "True True"]


def test_what_was_said_of_a_missing_matte_goes_once_it_is_there(live_window, qtbot, door):
    parts = live_window.parts
    trimap = np.full((HEIGHT, WIDTH), UNKNOWN, np.uint8)
    trimap[:, :280], trimap[:, 360:] = FOREGROUND, BACKGROUND
    parts.document.open_picture(photograph(), trimap)
    qtbot.wait(1)
    parts.looks.set_look(Look.ALPHA)
    assert parts.stage.hint.text() == "The first matte is being made…"
    with qtbot.waitSignal(parts.live.settled, timeout=PATIENCE):
        door.set()
    assert not parts.stage.hint.isVisible()


def test_the_hint_how_to_see_the_matte_goes_once_it_is_seen(live_window, settled):
    hint = live_window.parts.stage.hint
    assert hint.isVisible()
    assert "follows what you paint" in hint.text()
    settled.key("A")
    assert not hint.isVisible()


@pytest.mark.parametrize("how", ["a stroke", "live off and on"])
def test_a_second_matte_that_gave_way_is_gone_on_with_once_the_live_one_rests(
    live_window, settled, qtbot, how
):
    seconds, document = live_window.compare.seconds, live_window.parts.document
    settled.key("C")
    qtbot.waitUntil(lambda: seconds.is_running, timeout=PATIENCE)
    if how == "a stroke":
        settled.drag((300, 30), (340, 30))
    else:
        live_window.parts.actions["live"].trigger()
        live_window.parts.actions["live"].trigger()
    assert not seconds.is_running
    assert live_window.compare.comparison.is_on
    rest(live_window, qtbot)
    qtbot.waitUntil(lambda: seconds.stage("guided-teacher") is Stage.READY, timeout=PATIENCE)
    assert seconds.made("guided-teacher").revision == document.revision
    assert not seconds.sheet("guided-teacher").any_stale


def test_the_map_waits_for_the_stroke_and_n_for_the_map(live_window, settled, qtbot, request):
    compare, document = live_window.compare, live_window.parts.document
    hint, founds = live_window.parts.stage.hint, []
    settled.key("C")
    qtbot.waitUntil(lambda: compare.found is not None, timeout=PATIENCE)
    compare.weigher.found.connect(founds.append)
    door = request.getfixturevalue("door")
    settled.drag((300, 30), (340, 30), release=False)
    qtbot.wait(400)
    settled.drag((340, 30))
    before = settled.canvas.seen()
    settled.key("N")
    assert "Looking" in hint.text()
    qtbot.wait(400)
    assert not founds
    assert settled.canvas.seen() == before
    door.set()
    qtbot.waitUntil(lambda: "Place 1 of" in hint.text(), timeout=PATIENCE)
    assert document.is_alpha_current
    spot, box = founds[0].spots[0], settled.canvas.seen()
    assert compare.found is founds[0]
    assert box.left <= spot.x < box.right
    assert box.top <= spot.y < box.bottom
