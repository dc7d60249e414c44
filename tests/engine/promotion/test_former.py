"""Former weights: kept by generations, brought back, and never a mixture whatever is killed."""

import multiprocessing
import os
import shutil
import signal
import sys
import threading

import pytest

from engine.cli import main
from engine.errors import WeightsError
from engine.matting import library
from engine.promotion import former
from tests.weights import card

processes = multiprocessing.get_context("fork")
NAME = "guided-student"


@pytest.fixture
def put(tmp_path, shelf):
    """A function: promotes weights that are the bytes of a text, by a run of that name."""

    def promote(text, folder=shelf):
        path = tmp_path / "weights"
        path.write_text(text)
        return former.replace(path, card(NAME, run=text), folder)

    return promote


def standing(shelf):
    """What is in use: the weights' text; they are those of their card."""
    entry = library.find(NAME, [shelf])
    library.verify(entry)
    assert entry.path.read_text() == entry.card.run
    return entry.card.run


def runs(shelf):
    return [one.entry.card.run for one in former.kept(NAME, shelf)]


def test_former_weights_come_back_and_those_they_replace_are_kept(put, shelf):
    for text in ("one", "two", "three"):
        put(text)
    assert (standing(shelf), runs(shelf)) == ("three", ["two", "one"])
    former.bring_back(NAME, shelf)
    assert (standing(shelf), runs(shelf)) == ("two", ["three", "one"])
    oldest = former.kept(NAME, shelf)[1].entry.card.sha256
    former.bring_back(NAME, shelf, oldest)
    assert (standing(shelf), runs(shelf)) == ("one", ["two", "three"])
    assert all(one.until is not None for one in former.kept(NAME, shelf))


def test_of_many_generations_the_last_are_kept(put, shelf):
    for number in range(former.MOST + 3):
        put(f"weights {number}")
    assert len(runs(shelf)) == former.MOST
    assert runs(shelf)[0] == f"weights {former.MOST + 1}"


def test_the_ones_that_ship_are_in_use_again_as_themselves(put, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    shipped = library.find(NAME)
    put("mine", None)
    put("mine too", None)
    assert [one.entry.card.run for one in former.kept(NAME)] == ["mine", shipped.card.run]
    assert former.bring_back(NAME, sha256=shipped.card.sha256) == shipped
    assert library.find(NAME) == shipped
    assert [one.entry.card.run for one in former.kept(NAME)] == ["mine too", "mine"]


def test_where_nothing_was_kept_that_is_said(put, shelf, capsys):
    put("one")
    with pytest.raises(WeightsError, match="No former weights of “guided-student” are kept"):
        former.bring_back(NAME, shelf)
    assert main(["promote", "--back", "--into", str(shelf)]) == 2
    assert "are kept from the moment" in capsys.readouterr().err
    put("two")
    assert main(["promote", "--back", "--into", str(shelf)]) == 0
    assert standing(shelf) == "one"


def test_damaged_weights_are_not_brought_back(put, shelf):
    put("one")
    put("two")
    former.kept(NAME, shelf)[0].entry.path.write_text("ono")
    with pytest.raises(WeightsError, match="damaged"):
        former.bring_back(NAME, shelf)
    assert standing(shelf) == "two"


def test_who_reads_while_others_are_promoted_reads_the_ones_or_the_others(put, shelf):
    put("one")
    writer = threading.Thread(target=lambda: [put(text) for text in ("two", "one") * 6])
    writer.start()
    seen = set()
    while writer.is_alive():
        entry = library.find_sound(NAME, [shelf])
        seen.add(entry.card.run)
    writer.join()
    assert seen == {"one", "two"}


def test_of_several_that_promote_at_a_time_none_loses_what_another_kept(tmp_path, shelf, put):
    put("first")
    texts = [f"weights {number}" for number in range(former.MOST)]
    begin = processes.Barrier(len(texts))

    def promote(text):
        path = tmp_path / text
        path.write_text(text * 10_000)
        begin.wait()
        former.replace(path, card(NAME, run=text), shelf)

    workers = [processes.Process(target=promote, args=(text,)) for text in texts]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0] * len(texts)
    last = library.find(NAME, [shelf]).card.run
    assert sorted([*runs(shelf), last]) == sorted(["first", *texts])


def killed_at(moment, call, *arguments):
    """Make a call in a process that is killed at its so-many-th touch of a file; whether it was."""

    def work():
        left = [moment]

        def heed(event, _arguments):
            if event.split(".")[0] in ("open", "os", "shutil"):
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(heed)
        call(*arguments)

    process = processes.Process(target=work)
    process.start()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL)
    return process.exitcode != 0


@pytest.mark.parametrize(("goes_back", "step"), [(False, 4), (True, 9)])
def test_a_promotion_that_is_killed_leaves_the_old_or_the_new(put, shelf, goes_back, step):
    """Killed at one touch of a file after another, always from the same beginning."""
    for text in ("old", "new", "old")[: 2 if goes_back else 3]:
        put(text)
    before, after = ("new", "old") if goes_back else ("old", "new")
    found, moment, was_killed = [], 1, True
    while was_killed:
        place = shelf.with_name(f"shelf-{moment}")
        shutil.copytree(shelf, place)
        call = (former.bring_back, NAME, place) if goes_back else (put, "new", place)
        was_killed = killed_at(moment, *call)
        found.append(standing(place))
        assert [*runs(place), found[-1]].count(before) == 1  # the old are lost in no case
        put("next", place)
        assert standing(place) == "next"
        assert not list(place.glob(".*.part"))
        moment += step
    assert found == [before] * found.count(before) + [after] * found.count(after)
    assert min(found.count(before), found.count(after)) > 15 // step
