"""After kill -9 at any moment the program offers exactly what was there.

GOSSAMER_KILLS says how many moments are tried; processes are forked from one that has imported the
window already.
"""

import multiprocessing
import os
import random
import time

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.keeping.offer_bar import OfferBar
from app.paths import drafts_folder
from app.window import Window
from engine.keeping.drafts import left_behind
from engine.refine.refinement import Refinement
from engine.trimap.codes import UNKNOWN
from tests.app.keeping.painter import Painter, Refiner, hash_of, hash_of_all, paint

KILLS = int(os.environ.get("GOSSAMER_KILLS", "20"))
PATIENCE = 60

processes = multiprocessing.get_context("forkserver")


@pytest.fixture(scope="module", autouse=True)
def _the_window_is_imported_once():
    processes.set_forkserver_preload(["tests.app.keeping.painter", "app.window"])


@pytest.fixture
def started(tmp_path, photo):
    """A function that starts the real program, with a hand over it, in a process of its own."""
    conf = tmp_path / "config" / "Gossamer" / "Gossamer.conf"
    conf.parent.mkdir(parents=True)
    conf.write_text("[matte]\nlive=false\n")
    names = {"XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache"}
    environment = {name: str(tmp_path / folder) for name, folder in names.items()}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    running = []

    def start(seed, hand=Painter):
        log = tmp_path / f"log-{seed}"
        process = processes.Process(target=paint, args=(photo, log, seed, environment, hand))
        process.start()
        running.append(process)
        return process, log

    yield start
    for process in running:
        process.kill()
        process.join()


def lines_of(log):
    return log.read_text().splitlines() if log.exists() else []


def hashes_in(log):
    """Of the trimap before the first deed, and after each that was done."""
    return [
        line.split()[1] for line in lines_of(log) if line.startswith("done") and line[-1] == "."
    ]


def neighbours(window):
    """The trimaps that one undo, and one redo, leads to, as hashes."""
    found = []
    for go, back in (
        (window.parts.undo, window.parts.redo),
        (window.parts.redo, window.parts.undo),
    ):
        if go.isEnabled():
            go.trigger()
            found.append(hash_of(window.parts.document.trimap))
            back.trigger()
    return found


def killed_after(process, log, deeds, later):
    """Kill the program once it has done so many deeds, and a moment later."""
    deadline = time.monotonic() + PATIENCE
    while len(hashes_in(log)) <= deeds:
        assert process.is_alive()
        assert time.monotonic() < deadline
        time.sleep(0.001)
    time.sleep(later)
    process.kill()
    process.join()
    return hashes_in(log)


@pytest.fixture
def restarted(qtbot, settings, theme, answers, session_class):
    """A function that starts the program anew, and gives its window and what it offers."""
    windows = []

    def start():
        made = Window(settings, theme, answers, session_class)
        made.resize(1280, 720)
        made.show()
        windows.append(made)
        bar = made.findChild(OfferBar)
        made._keeping.recovery.look()
        qtbot.waitUntil(bar.isVisible, timeout=5000)
        return made, bar

    yield start
    answers.discards = True
    for window in windows:
        window.close()
        window.deleteLater()


def press(bar, name):
    QTest.mouseClick(getattr(bar, name), Qt.MouseButton.LeftButton)


def undone(window):
    """All trimaps that undoing leads to, as hashes, the present one first."""
    found = [hash_of(window.parts.document.trimap)]
    while window.parts.undo.isEnabled():
        window.parts.undo.trigger()
        found.append(hash_of(window.parts.document.trimap))
    return found


@pytest.mark.parametrize("seed", range(KILLS))
def test_after_a_kill_at_a_random_moment_all_that_was_painted_is_offered(
    started, restarted, qtbot, seed
):
    draw = random.Random(seed)
    process, log = started(seed)
    hashes = killed_after(process, log, draw.randint(1, 25), draw.uniform(0, 0.03))
    found = left_behind(drafts_folder())
    if not found:  # the deeds led back to where they began
        assert hash_of(np.full((120, 160), UNKNOWN, np.uint8)) in hashes[-2:]
        return
    window, bar = restarted()
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=5000):
        press(bar, "_restore")
    assert window.isWindowModified()
    now = hash_of(window.parts.document.trimap)
    if now != hashes[-1]:  # one deed more: the kill came between its record and the log's line
        assert lines_of(log)[-1].startswith("begins")
        assert hashes[-1] in neighbours(window)
    assert set(undone(window)[1:]) <= set(hashes)
    assert (window.parts.document.trimap == UNKNOWN).all()


@pytest.mark.parametrize("seed", range(200, 200 + -(-KILLS // 5)))
def test_after_a_kill_amid_refining_all_that_was_refined_is_offered(
    started, restarted, qtbot, seed
):
    """Levels, edge and cleaned colours, with the strokes among them, as they were; and undone."""
    draw = random.Random(seed)
    process, log = started(seed, Refiner)
    hashes = killed_after(process, log, draw.randint(4, 25), draw.uniform(0, 0.03))
    window, bar = restarted()
    document = window.parts.document
    with qtbot.waitSignal(document.image_changed, timeout=5000):
        press(bar, "_restore")
    qtbot.waitUntil(bar.isHidden, timeout=5000)
    after = [hash_of_all(document)]
    while window.parts.undo.isEnabled():
        window.parts.undo.trigger()
        after.append(hash_of_all(document))
    # the kill may have come between a record and the log's line: then one deed more is there
    assert hashes[-1] in after[:2] or lines_of(log)[-1].startswith("begins")
    assert len(set(after[1:]) - set(hashes)) == 0
    assert document.finish.refinement == Refinement()
    assert not document.finish.is_cleaned
    redone = [after[-1]]
    while window.parts.redo.isEnabled():
        window.parts.redo.trigger()
        redone.append(hash_of_all(document))
    assert redone[: len(after)] == after[::-1]


def test_what_was_restored_is_kept_again_and_offered_no_more(started, restarted, qtbot):
    process, log = started(100)
    killed_after(process, log, 5, 0)
    window, bar = restarted()
    (old,) = left_behind(drafts_folder())
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=5000):
        press(bar, "_restore")
    assert not bar.isVisible()
    assert window.isWindowModified()
    qtbot.waitUntil(lambda: not old.folder.exists(), timeout=5000)
    (new,) = drafts_folder().iterdir()
    trimap = window.parts.document.trimap.copy()
    window.parts.projects.autosave.draft.close()  # as a second kill would
    window.parts.projects.autosave._draft = None
    (again,) = left_behind(drafts_folder())
    assert again.folder == new
    second, bar = restarted()
    with qtbot.waitSignal(second.parts.document.image_changed, timeout=5000):
        press(bar, "_restore")
    assert (second.parts.document.trimap == trimap).all()


def test_work_of_several_pictures_is_offered_one_by_one(started, restarted, answers):
    for seed in (101, 102):
        process, log = started(seed)
        killed_after(process, log, 5, 0)
    window, bar = restarted()
    assert "fox.png" in bar._sentence.text()
    assert "Others left behind: 1." in bar._hint.text()
    press(bar, "_close")
    assert "Others" not in bar._hint.text()
    answers.discards = False
    press(bar, "_delete")
    assert bar.isVisible()
    answers.discards = True
    press(bar, "_delete")
    assert not bar.isVisible()
    assert window.parts.document.is_empty


def test_a_program_that_runs_is_not_robbed_of_its_work(started):
    process, log = started(103)
    deadline = time.monotonic() + PATIENCE
    while len(hashes_in(log)) < 5:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert left_behind(drafts_folder()) == []
    assert process.is_alive()


def test_a_photograph_that_is_gone_is_asked_for(started, restarted, qtbot, answers, photo):
    process, log = started(104)
    hashes = killed_after(process, log, 5, 0)
    answers.file = photo.rename(photo.with_name("moved.png"))
    window, bar = restarted()
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=5000):
        press(bar, "_restore")
    assert hashes[-1] in (hash_of(window.parts.document.trimap), *neighbours(window))
    assert window.parts.document.path == answers.file


def test_work_that_cannot_be_read_is_told_and_stays(window, qtbot):
    folder = drafts_folder() / "1-0a"
    folder.mkdir(parents=True)
    (folder / "draft.json").write_text("{")
    (folder / "lock").touch()
    messages = window.parts.stage.messages
    window._keeping.recovery.look()
    qtbot.waitUntil(lambda: messages.message is not None, timeout=5000)
    assert "cannot be read" in messages.message.sentence
    assert str(folder) in messages.message.hint
    assert (folder / "draft.json").read_text() == "{"


def test_damaged_work_beside_sound_work_is_told_with_the_offer(started, restarted):
    process, log = started(105)
    killed_after(process, log, 5, 0)
    (drafts_folder() / "1-0a").mkdir()
    (drafts_folder() / "1-0a" / "draft.json").write_text("{")
    _, bar = restarted()
    assert "Damaged, and kept where they are: 1." in bar._hint.text()
