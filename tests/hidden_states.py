"""Every state of the hidden page, by name, each with runs of its own that were written, not run."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import cv2
import numpy as np

from app.window import Window
from engine.resources import sample_folder
from engine.runs import queue
from engine.training import control, lock, presence
from engine.training.events import Event, Failed, Finished, Previewed, Slept, Started
from engine.training.files import PREVIEWS
from tests.hand import live, wait_for
from tests.written_run import WrittenRun

Arrange = Callable[[Window], None]
_HELD = ExitStack()
"""Locks of the runs that are shown alive."""


def hidden_states() -> Iterator[tuple[str, Arrange]]:
    """Each with its name."""
    yield "distil-empty", _open
    yield "distil-learning", lambda window: _watch(window, "Learning", alive=True)
    yield "distil-log", _unfold_log
    yield "distil-paused", lambda window: _watch(window, "Paused", alive=True, word="pause")
    yield "distil-ending", lambda window: _watch(window, "Saving", alive=True, word="stop")
    yield "distil-queue", _queue
    yield "distil-died", lambda window: _watch(window, "Ended")
    failed = Failed(
        1800,
        15.0,
        "The checkpoint could not be written to “Fur-2026-11-24” (the disk is full).",
        "Free some space there, then resume the run: the checkpoint before is kept.",
    )
    yield "distil-failed", lambda window: _watch(window, "Cannot", failed)
    yield (
        "distil-slept",
        lambda window: _watch(window, "Learning", Slept(1800, 15.0, 26_000), alive=True),
    )
    yield "distil-stopped", lambda window: _watch(window, "Stopped", Finished(1800, 15.0, True))
    yield "distil-finished", lambda window: _watch(window, "Finished", Finished(3000, 25.0, False))
    yield "distil-logarithmic", _log_scale
    yield "distil-small", lambda window: (window.resize(860, 560), _watch(window, "Ended"))
    yield "distil-small-recipe", _small_recipe
    yield "distil-large", lambda window: (window.resize(2560, 1440), _watch(window, "Ended"))


def _open(window: Window) -> None:
    """The page, with no runs from before."""
    os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp()
    _HELD.close()
    window.hidden.may_close = lambda: True  # nobody answers here
    window.resize(max(window.width(), 1280), max(window.height(), 800))
    window.parts.actions["distil"].trigger()
    live(300)


def _watch(
    window: Window, state: str, *events: Event, alive: bool = False, word: str = ""
) -> WrittenRun:
    size = window.size()
    _open(window)
    if size.width() != 1120:  # somebody wants it small, or large
        window.resize(size)
    run = WrittenRun("Fur", steps=3000, teacher="dim-teacher", width=0.25)
    run.tell(Started(0, 0.0, "cpu", "float32", 1, at=4e9))
    run.learn(10, 1800)
    _preview(run)
    run.tell(*events)
    if alive:
        _HELD.enter_context(lock.held(run.folder))
        presence.announce(run.folder)
    if word:
        control.say(run.folder, word)
    watch = window.hidden.inside.page.watch
    watch.watch(run.folder)
    wait_for(lambda: watch.state.startswith(state))
    live(1500)  # the list of runs looks now and then
    return run


def _preview(run: WrittenRun) -> None:
    """A photograph, and an alpha that is not there yet."""
    folder = sample_folder()
    image = cv2.imread(str(next(folder.glob("astronaut.[jp]*"))))
    trimap = cv2.imread(str(folder / "astronaut-trimap.png"), cv2.IMREAD_GRAYSCALE)
    name = f"{PREVIEWS}/1800-0.png"
    soft = cv2.GaussianBlur(trimap, (0, 0), 9)
    alpha = np.where(np.isin(trimap, (0, 255)), trimap, soft)
    cv2.imwrite(str(run.folder / PREVIEWS / "image-0.png"), image)
    cv2.imwrite(str(run.folder / name), alpha)
    run.tell(Previewed(1800, 15.0, [name]))


def _unfold_log(window: Window) -> None:
    run = _watch(window, "Ended")
    log = "Traceback (most recent call last):\n  …\nMemoryError: out of memory\n"
    (run.folder / "log.txt").write_text(f"\n--- begins 2026-11-24 14:03:00 ---\n{log}")
    watch = window.hidden.inside.page.watch
    wait_for(lambda: "Memory ran out" in watch.notice)
    watch._log_title.click()
    live(50)


def _queue(window: Window) -> None:
    _watch(window, "Learning", alive=True)
    for name in ("Hair", "Lace and glass"):
        waiting = WrittenRun(name).folder
        (waiting / presence.NOTE).unlink()  # nobody has tried yet
        queue.enqueue(waiting)
    box = window.hidden.inside.page.watch.queue
    wait_for(box.isVisible)
    live(50)


def _log_scale(window: Window) -> None:
    _watch(window, "Ended")
    curves = window.hidden.inside.page.watch.curves
    curves.log.setChecked(True)
    live(100)


def _small_recipe(window: Window) -> None:
    window.resize(860, 560)
    _watch(window, "Ended")
    window.hidden.inside.page.recipe_tab.setChecked(True)
    live(200)
