"""Drafts: offered when their program has ended, with all that was written, and only then."""

import multiprocessing
import os
import signal

import numpy as np
import pytest

from engine.keeping.drafts import Draft, Found, left_behind, looked_through, recovered
from engine.keeping.notes import note_of
from engine.keeping.records import Deed, Mark
from engine.trimap.codes import BACKGROUND, UNKNOWN

processes = multiprocessing.get_context("fork")


@pytest.fixture
def place(tmp_path):
    return tmp_path / "drafts"


def drafted(place, photo, worker, count=None):
    """A draft with the worker's records, at work."""
    note = note_of(photo, worker.trimap.shape)
    draft = Draft(place, note, worker.states[0])
    for record in worker.records[:count]:
        draft.append(record)
    return draft


def killed(place, photo, worker, count=None):
    """A process that makes a draft and is killed."""

    def work():
        drafted(place, photo, worker, count)
        os.kill(os.getpid(), signal.SIGKILL)

    process = processes.Process(target=work)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL


def test_a_killed_program_leaves_every_deed_behind(place, photo, worker):
    killed(place, photo, worker)
    (draft,) = left_behind(place)
    assert (draft.picture, draft.steps) == (photo, 4)
    base, journal, found = recovered(draft)
    assert (base == UNKNOWN).all()
    assert (found.trimap == worker.trimap).all()
    assert journal == (draft.folder / "journal").read_bytes()


def test_a_draft_at_work_is_not_offered(place, photo, worker):
    draft = drafted(place, photo, worker)
    assert left_behind(place) == []
    assert draft.folder.exists()
    draft.close()
    assert len(left_behind(place)) == 1


@pytest.mark.parametrize("count", [0, 7])
def test_a_draft_without_unsaved_work_goes(place, photo, worker, count):
    killed(place, photo, worker, count)
    assert left_behind(place) == []
    assert list(place.iterdir()) == []


def test_a_draft_that_was_undone_to_what_is_saved_goes(place, photo, worker):
    worker.go(Deed.UNDO)
    killed(place, photo, worker)
    assert left_behind(place) == []


def test_a_draft_begun_on_a_trimap_keeps_that(place, photo, worker):
    base = np.full_like(worker.trimap, BACKGROUND)
    draft = Draft(place, note_of(photo, base.shape), base)
    draft.append(worker.records[0])
    draft.close()
    found_base, _, found = recovered(left_behind(place)[0])
    assert (found_base == BACKGROUND).all()
    assert found.trimap[20, 20] == 255
    assert found.trimap[0, 0] == BACKGROUND


def test_a_torn_tail_costs_what_was_torn(place, photo, worker):
    killed(place, photo, worker)
    (draft,) = left_behind(place)
    journal = draft.folder / "journal"
    journal.write_bytes(journal.read_bytes()[:-5])
    (draft,) = left_behind(place) or [None]
    assert draft is None  # what is left was saved


def test_a_torn_tail_leaves_what_came_before(place, photo, worker):
    killed(place, photo, worker, 2)
    (draft,) = left_behind(place)
    journal = draft.folder / "journal"
    journal.write_bytes(journal.read_bytes()[:-5])
    (draft,) = left_behind(place)
    assert (recovered(draft)[2].trimap == worker.past[1]).all()


def test_a_draft_that_cannot_be_understood_stays_and_hurts_nobody(place, photo, worker):
    killed(place, photo, worker)
    for name, content in (("draft.json", b"{"), ("draft.json", b'{"format": 99}')):
        folder = next(place.iterdir())
        (folder / name).write_bytes(content)
        assert looked_through(place) == Found((), (folder,))
        assert folder.exists()


def test_a_journal_damaged_in_its_middle_is_offered_up_to_there_and_said_to_be(
    place, photo, worker
):
    killed(place, photo, worker)  # with a save after the first steps: that must not hide it
    (draft,) = left_behind(place)
    assert not draft.is_torn
    journal = draft.folder / "journal"
    data = bytearray(journal.read_bytes())
    data[len(data) // 2] ^= 1
    journal.write_bytes(data)
    (draft,) = left_behind(place)
    assert draft.is_torn
    assert draft.steps < 4
    assert recovered(draft)[2].index <= draft.steps


def test_the_newest_draft_comes_first(place, photo, worker):
    for count in (1, 2):
        killed(place, photo, worker, count)
    worker.records[:] = [Mark(Deed.SAVED, 0), *worker.records[:1]]
    killed(place, photo, worker)
    assert [draft.steps for draft in left_behind(place)] == [2, 1, 1]


def test_a_discarded_draft_is_gone(place, photo, worker):
    drafted(place, photo, worker).discard()
    assert list(place.iterdir()) == []
