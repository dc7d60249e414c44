"""A run's story: read while it is written, as it stands, and with the words for what went wrong."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import RunError
from engine.runs import folders, launching
from engine.runs.processes import memory_of
from engine.runs.story import BEGINNING, LOG, Follower, told
from engine.training import control, lock, presence
from engine.training.events import (
    Failed,
    Finished,
    Saved,
    Slept,
    Started,
    StepDone,
    Validated,
    encode,
)
from engine.training.files import EVENTS, SPEC
from engine.training.spec import RunSpec
from engine.training.waking import Waking
from engine.training.worker import run
from tests.runs import wait_for

SPEC_OF_ALL = RunSpec(
    network="dim-student", width=0.1, procedural=1, batch=2, crop=64, workers=0, steps=6,
    precision="float32", device="cpu", preview_composites=0, save_every=2, validate_every=100,
    report_every=1,
)  # fmt: skip
BEGUN = Started(0, 0.0, "cpu", "float32", 1)


def step(number):
    return StepDone(number, number / 60, 1e-3, {"alpha": 1 / number})


def write(folder, *events, end="\n"):
    with (folder / EVENTS).open("a", encoding="utf-8") as file:
        file.write("\n".join(map(encode, events)) + end)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / SPEC).write_text(SPEC_OF_ALL.to_json(), encoding="utf-8")
    return tmp_path


@pytest.fixture
def nobody(folder):
    """The note of a process that has ended."""
    presence.announce(folder, where=folder)
    presence.leave(folder)
    return folder


def test_a_run_that_was_only_written_down_waits(folder):
    story = told(folder)
    assert (story.state, story.trouble, story.step, story.share) == ("waiting", "", 0, 0.0)
    assert story.spec == SPEC_OF_ALL


def test_a_follower_reads_on_and_leaves_half_a_line_for_later(folder):
    follower = Follower(folder)
    write(folder, BEGUN, step(1))
    whole = encode(step(2))
    with (folder / EVENTS).open("a") as file:
        file.write(whole[:20])
    assert follower.look().steps == (step(1),)
    with (folder / EVENTS).open("a") as file:
        file.write(whole[20:] + "\n")
    assert follower.look().steps == (step(1), step(2))
    assert follower.look() == told(folder)


def test_what_a_resumed_run_took_back_is_left_out(nobody):
    taken_back = (step(3), Validated(3, 0.05, {"sad": 9.0}))
    write(nobody, BEGUN, step(1), step(2), Saved(2, 0.1), *taken_back)
    again = replace(BEGUN, step=2, minutes=0.04)
    write(nobody, again, Slept(3, 0.05, 3600), step(4))
    story = told(nobody)
    assert story.steps == (step(1), step(2), step(4))
    assert story.validated == ()
    assert (story.started, story.slept) == (again, (Slept(3, 0.05, 3600),))
    assert story.step == 4
    assert story.share == pytest.approx(4 / 6)


@pytest.mark.parametrize(
    ("last", "state"),
    [
        (Finished(6, 0.1, stopped=False), "finished"),
        (Finished(3, 0.1, stopped=True), "stopped"),
        (Failed(3, 0.1, "The disk is full.", "Make room."), "failed"),
        (Saved(3, 0.1), "died"),
    ],
)
def test_the_last_event_tells_how_a_run_without_a_process_stands(nobody, last, state):
    write(nobody, BEGUN, step(1), last)
    story = told(nobody)
    assert story.state == state
    assert (story.finished == last) == isinstance(last, Finished)
    if state == "failed":
        assert (story.trouble, story.remedy) == ("The disk is full.", "Make room.")
    if state == "died":
        assert story.trouble == "The run's process was ended, or memory ran out."
        assert "up to step 3 is kept" in story.remedy


def test_the_log_of_this_time_tells_why_a_process_died(nobody):
    write(nobody, BEGUN)
    log = "ValueError: of the time before\n" + BEGINNING + "now ---\nTraceback\nKeyError: 'x'\n\n"
    (nobody / LOG).write_text(log)
    assert told(nobody).trouble == "The run's process ended with an error: KeyError: 'x'"
    assert told(nobody).remedy == "It had saved nothing yet: let it begin again."
    (nobody / LOG).write_text(log + BEGINNING + "later ---\n")
    assert told(nobody).trouble == "The run's process was ended, or memory ran out."
    (nobody / LOG).write_text(log + "RuntimeError: can't allocate memory\n")
    assert told(nobody).trouble.startswith("Memory ran out while the run learnt")
    (nobody / LOG).write_text(log + "so it went on\n" * 10_000 + "KeyError: 'y'\n")
    assert told(nobody).trouble == "The run's process ended with an error: KeyError: 'y'"


def test_a_run_that_lives_is_known_by_its_lock_alone_and_a_look_turns_nobody_away(folder):
    write(folder, BEGUN, step(1))
    with lock.held(folder):
        assert told(folder).state == "running"
        control.say(folder, "pause")
        assert told(folder).state == "paused"
        with pytest.raises(RunError, match="Another process"), lock.held(folder):
            pass
    assert not lock.is_held(folder)


def test_many_who_look_at_once_do_not_take_each_other_for_the_run(folder):
    with lock.held(folder):
        pass
    with ThreadPoolExecutor(4) as lookers:
        seen = list(lookers.map(lambda _: lock.is_held(folder), range(400)))
    assert not any(seen)
    (folder / lock.LOCK).unlink()
    assert not lock.is_held(folder)
    assert not (folder / lock.LOCK).exists()


def test_the_number_of_a_process_that_ended_is_not_taken_for_another(folder):
    process = subprocess.Popen(
        [sys.executable, "-c", "print(flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    process.stdout.readline()
    presence.announce(folder, process.pid)
    found = presence.process(folder)
    assert found.pid == process.pid
    assert memory_of(found) > 1 << 20
    process.communicate(b"\n")
    assert presence.process(folder) is None
    assert memory_of(found) == 0
    note = json.loads((folder / presence.NOTE).read_text())
    note["process"] = os.getpid()  # as if the number had been given again
    (folder / presence.NOTE).write_text(json.dumps(note))
    assert presence.process(folder) is None


def test_a_spec_that_cannot_be_read_is_told_in_words(folder):
    (folder / SPEC).write_text("{", encoding="utf-8")
    story = told(folder)
    assert (story.state, story.spec) == ("failed", None)
    assert "not JSON" in story.trouble
    assert story.remedy


def test_why_a_run_cannot_go_on_is_its_last_event(folder):
    lost = replace(SPEC_OF_ALL, procedural=0.5, foregrounds=str(folder / "gone"))
    (folder / SPEC).write_text(lost.to_json(), encoding="utf-8")
    heard = []
    with pytest.raises(Exception, match="gone"):
        run(lost, folder, heard.append, resume=True)
    story = told(folder)
    assert story.state == "failed"
    assert "gone" in story.trouble
    assert [(event.message, event.hint) for event in heard] == [(story.trouble, story.remedy)]


def test_a_night_is_no_training_and_a_clock_that_is_set_no_night():
    now = [1000.0, 50.0]
    waking = Waking(lambda: now[0], lambda: now[1])
    now[:] = 1010.0, 60.0
    assert waking.slept() == 0
    now[:] = 1030.0, 61.0
    assert waking.slept() == 0
    now[:] = 1031.0 + 7200, 62.0
    assert waking.slept() == 7200
    assert waking.slept() == 0


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path / "gossamer"


def test_folders_are_those_of_the_person_and_those_added_the_last_begun_first(home, tmp_path):
    assert folders.folders() == []
    first, second = folders.new_folder("Fur & hair"), folders.new_folder("Fur & hair")
    assert first.parent == folders.runs_folder() == home / "runs"
    assert second.name == f"{first.name}-2"
    assert first.name.startswith("Fur-hair-20")
    other = tmp_path / "elsewhere"
    with pytest.raises(RunError, match="holds no run"):
        folders.add(other)
    for age, folder in enumerate((first, other, second)):
        launching.prepare(SPEC_OF_ALL, folder)
        os.utime(folder / SPEC, (age, age))
    folders.add(other)
    folders.add(other)
    folders.add(first)
    assert folders.folders() == [second, other, first]
    folders.leave_out(other)
    assert folders.folders() == [second, first]
    assert folders.is_run(other)


def test_a_detached_run_pauses_dies_and_goes_on(tmp_path):
    """The one test with a process: started, paused, killed, told in words, gone on with."""
    folder = tmp_path / "run"
    launching.start(replace(SPEC_OF_ALL, steps=100_000), folder)
    with pytest.raises(RunError, match="under way already"):
        launching.go_on(folder)
    follower = Follower(folder)
    assert follower.look().is_alive
    wait_for(lambda: follower.look().saved)
    launching.pause(folder)
    assert follower.look().state == "paused"
    launching.resume(folder)
    assert follower.look().state == "running"
    launching.kill(folder)
    story = follower.look()
    assert story.state == "died"
    assert f"up to step {story.saved[-1].step} is kept" in story.remedy
    (folder / SPEC).write_text(replace(SPEC_OF_ALL, steps=story.step + 1).to_json())
    launching.go_on(folder)
    wait_for(lambda: follower.look().state == "finished")
    story = follower.look()
    assert story.started.step > 0
    assert [event.step for event in story.steps] == list(range(1, story.finished.step + 1))


def test_following_needs_no_torch():
    said = "import sys, engine.runs.launching, engine.runs.folders; print('torch' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", said], capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert done.stdout == "False\n"
