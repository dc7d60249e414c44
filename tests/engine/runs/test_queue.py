"""Runs that wait for each other: the list on disk, and who starts the next."""

import sys
from dataclasses import replace

import pytest

from engine.errors import RunError
from engine.runs import folders, launching, queue, work
from engine.runs.story import told
from engine.training import control, lock, presence
from engine.training.files import SPEC
from engine.training.spec import RunSpec

RUN = RunSpec(
    network="dim-student", width=0.05, procedural=1, batch=1, crop=64, workers=0, steps=1,
    precision="float32", device="cpu", preview_composites=0,
)  # fmt: skip


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def prepared(name, **changes):
    folder = folders.new_folder(name)
    launching.prepare(replace(RUN, **changes), folder)
    return folder


@pytest.fixture
def three():
    made = [prepared(name) for name in ("one", "two", "three")]
    for folder in made:
        queue.enqueue(folder)
    return made


def test_the_list_is_kept_in_its_order_and_changed(three):
    one, two, three_ = three
    queue.enqueue(one)
    assert queue.queue().waiting == (two, three_, one)
    queue.put_first(one)
    queue.take_out(three_)
    queue.hold(True)
    assert queue.queue() == queue.Queue((one, two), is_held=True)
    (one / SPEC).unlink()
    assert queue.queue().waiting == (two,)
    (folders.runs_folder() / queue.FILE).write_text("{")
    assert queue.queue() == queue.Queue()


def test_nothing_is_started_while_a_run_is_alive_or_the_list_is_held(three):
    other = prepared("other")
    with lock.held(other):
        assert queue.advance() is None
    queue.hold(True)
    assert queue.advance() is None
    assert queue.queue().waiting == tuple(three)


def test_a_run_begins_with_as_many_processes_as_were_wanted_when_it_was_put_on_the_list(three):
    one, two, three_ = three
    queue.enqueue(two, processes=2)
    queue.put_first(two)
    assert queue.queue() == queue.Queue((two, one, three_), processes={two: 2})
    assert queue.advance() == two
    assert processes_of(two) == "2"
    assert queue.queue().processes == {}


def test_a_run_taken_off_the_list_begins_with_as_many_processes_too(three):
    one, two, _ = three
    queue.enqueue(two, processes=2)
    queue.take_out(two)
    queue.hold(True)
    queue.begin(two)
    assert processes_of(two) == "2"
    assert queue.queue().processes == {}
    queue.begin(one)  # which waits
    launching.kill(one)
    assert one not in queue.queue().waiting


def processes_of(folder):
    """Of how many it was told; it is ended."""
    try:
        told_to = presence.process(folder).cmdline()
        return told_to[told_to.index("--nproc-per-node") + 1]
    finally:
        launching.kill(folder)


def test_a_program_that_trains_in_one_process_says_so_before_a_run_waits(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(RunError, match="trains in one process"):
        queue.enqueue(prepared("wide"), processes=2)
    assert queue.queue() == queue.Queue()


def test_the_process_of_a_run_starts_the_next_and_passes_over_what_cannot_begin():
    """Which trains in a process of its own; this one is told to end at once."""
    first, broken, last = prepared("first"), prepared("broken"), prepared("last", steps=100_000)
    (broken / SPEC).write_text("{}")
    for folder in (broken, last):
        queue.enqueue(folder)
    assert work.main([str(first / SPEC), str(first), "--resume"]) == 0
    try:
        assert told(first).state == "finished"
        assert queue.queue().waiting == ()
        assert presence.process(last) is not None
        assert told(last).is_starting
    finally:
        launching.kill(last)
    assert told(last).state == "died"
    assert not control.is_paused(last)
