"""The journal: whole records or none, exact replays, and strokes made again on other sizes."""

import multiprocessing
import os
import signal
import sys

import numpy as np
import pytest

from engine.keeping.journal import MAGIC, Journal, read_payloads
from engine.keeping.records import Deed, Mark, decode, encode
from engine.keeping.replay import played, replayed, seconds_at_work
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.packing import packed, unpack
from engine.trimap.paint import Box, Dab, Patch
from engine.trimap.regions import patches_between
from engine.trimap.traces import LassoTrace, StrokeTrace
from tests.engine.keeping.conftest import HEIGHT, WIDTH, Worker, journal_of

SIZE = (HEIGHT, WIDTH)


def test_every_record_comes_back_as_it_was(worker):
    for record in worker.records:
        again = decode(encode(record), SIZE)
        assert type(again) is type(record)
        assert vars(again) == vars(record)


def test_a_replay_leads_to_every_state_on_the_way(worker):
    base = np.full(SIZE, UNKNOWN, np.uint8)
    for count, state in enumerate(worker.past):
        found = played(base, worker.records[:count])
        assert (found.trimap == state).all()
    assert (base == UNKNOWN).all()


def test_a_replay_keeps_what_can_be_undone_and_done_again(worker):
    worker.go(Deed.UNDO)
    found = played(np.full(SIZE, UNKNOWN, np.uint8), worker.records)
    assert (len(found.steps), found.index, found.saved) == (3, 2, 2)
    assert found.is_saved
    trimap = found.trimap.copy()
    for patch in found.steps[2].patches:
        trimap[patch.box.slices] = unpack(patch.after, (patch.box.height, patch.box.width))
    assert (trimap == worker.states[3]).all()
    for step in reversed(found.steps):
        for patch in step.patches:
            trimap[patch.box.slices] = unpack(patch.before, (patch.box.height, patch.box.width))
    assert (trimap == UNKNOWN).all()


def test_a_journal_torn_at_any_byte_ends_with_its_last_whole_record(worker, tmp_path):
    data = journal_of(worker.records, tmp_path / "journal")
    whole, end = read_payloads(data)
    assert (len(whole), end) == (len(worker.records), len(data))
    ends = [read_payloads(data[: len(data)])[1]]
    for length in range(len(MAGIC), len(data)):
        payloads, end = read_payloads(data[:length])
        assert payloads == whole[: len(payloads)]
        assert end <= length
        ends.append(end)
    assert len(set(ends)) == len(whole) + 1


def test_a_journal_spoilt_at_any_byte_gives_no_record_that_was_not_written(worker, tmp_path):
    data = journal_of(worker.records, tmp_path / "journal")
    whole, _ = read_payloads(data)
    for place in range(len(MAGIC), len(data), 3):
        spoilt = data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :]
        payloads, end = read_payloads(spoilt)
        assert payloads == whole[: len(payloads)]
        assert end <= place


def test_a_journal_goes_on_with_what_one_holds(worker, tmp_path):
    data = journal_of(worker.records[:3], tmp_path / "one")
    journal = Journal(tmp_path / "two", data)
    for record in worker.records[3:]:
        journal.append(encode(record))
    journal.sync()
    journal.close()
    assert (tmp_path / "two").read_bytes() == journal_of(worker.records, tmp_path / "three")


def test_what_does_not_fit_together_is_refused(worker):
    undo = Mark(Deed.UNDO, 0)
    for records in ([undo], [*worker.records, Mark(Deed.REDO, 0)]):
        with pytest.raises(ValueError, match="nothing to undo"):
            played(np.full(SIZE, UNKNOWN, np.uint8), records)


def test_strange_records_are_refused_before_memory_is_taken(worker):
    step = encode(worker.records[0])
    with pytest.raises(ValueError, match="outside"):
        decode(step, (HEIGHT // 4, WIDTH))
    draw = np.random.default_rng(0)
    for _ in range(3000):
        strange = bytearray(step)
        for place in draw.integers(0, len(strange), 3):
            strange[place] = draw.integers(0, 256)
        try:
            record = decode(bytes(strange), SIZE)
            played(np.full(SIZE, UNKNOWN, np.uint8), [record])
        except ValueError:
            continue


def test_packed_values_that_claim_to_be_larger_are_refused():
    patch = packed(
        Patch(Box(0, 0, 64, 64), np.zeros((64, 64), np.uint8), np.eye(64, dtype=np.uint8) * 255)
    )
    assert (unpack(patch.after, (64, 64)) == np.eye(64) * 255).all()
    for shape in ((8, 8), (640, 64)):
        with pytest.raises(ValueError, match="another size"):
            unpack(patch.after, shape)
    for data in (b"", b"\x00", b"\x02\x00", b"\x01\x07", b"\x02\x00\xff" + b"strange"):
        with pytest.raises(ValueError, match="packed"):
            unpack(data, (64, 64))


def larger(image, factor):
    return np.repeat(np.repeat(image, factor, 0), factor, 1)


def test_strokes_are_made_again_on_a_larger_version_with_its_sharpness(image):
    small = Worker(image)
    large = Worker(larger(image, 3))
    for code, dabs in ((FOREGROUND, ((20, 20, 8), (40.5, 50, 6))), (BACKGROUND, ((90, 30, 9),))):
        small.make(StrokeTrace(code, tuple(Dab(*dab) for dab in dabs)))
        large.make(StrokeTrace(code, tuple(Dab(3 * x, 3 * y, 3 * r) for x, y, r in dabs)))
    corners = ((60.0, 60.0), (80.0, 62.0), (70.0, 85.0))
    small.make(LassoTrace(FOREGROUND, corners))
    large.make(LassoTrace(FOREGROUND, tuple((3 * x, 3 * y) for x, y in corners)))
    small.make(StrokeTrace(UNKNOWN, (Dab(50, 50, 20),)))
    small.go(Deed.UNDO)
    done = played(small.states[0], small.records)
    again = replayed(small.states[0], done.steps[: done.index], large.image)
    assert (again == large.trimap).all()


def test_what_came_from_elsewhere_is_scaled_and_what_was_painted_over_it_drawn_again(image):
    small = Worker(image)
    proposal = np.full(SIZE, UNKNOWN, np.uint8)
    proposal[:30], proposal[60:] = FOREGROUND, BACKGROUND
    small.replace(patches_between(small.trimap, proposal))
    small.make(StrokeTrace(BACKGROUND, (Dab(60, 15, 5),)))
    done = played(small.states[0], small.records)
    again = replayed(small.states[0], done.steps, larger(image, 2))
    expected = larger(proposal, 2)
    rows, columns = np.mgrid[: 2 * HEIGHT, : 2 * WIDTH] + 0.5
    expected[(rows - 30) ** 2 + (columns - 120) ** 2 <= 100] = BACKGROUND
    assert (again != expected).mean() < 0.001
    assert (again[5, 5], again[30, 120], again[-1, 0]) == (FOREGROUND, BACKGROUND, BACKGROUND)


def test_time_at_work_leaves_the_pauses_out():
    marks = [Mark(Deed.SAVED, at) for at in (0, 10, 40, 4000, 4005)]
    assert seconds_at_work(marks) == 45


def fill(path, records):
    """Write until the system refuses, and then, with more room, once more."""
    import resource  # not on every system

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    journal = Journal(path)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(MAGIC) + 1500, resource.RLIM_INFINITY))
    for record in records:
        try:
            journal.append(encode(record))
        except OSError:
            break
    else:
        os._exit(3)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    journal.append(encode(records[0]))
    os._exit(0)


@pytest.mark.skipif(sys.platform != "linux", reason="limits a process as Linux does")
def test_a_disk_that_is_full_costs_the_record_and_not_the_journal(worker, tmp_path):
    path = tmp_path / "journal"
    process = multiprocessing.get_context("fork").Process(
        target=fill, args=(path, worker.records * 50)
    )
    process.start()
    process.join()
    assert process.exitcode == 0
    data = path.read_bytes()
    payloads, end = read_payloads(data)
    assert end == len(data)
    assert 1 < len(payloads) < 50
    assert payloads[-1] == encode(worker.records[0])
