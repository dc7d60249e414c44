"""The stream of samples: repeatable, for any number of workers and from any batch on."""

import itertools
from types import SimpleNamespace

import cv2
import numpy as np
import pytest
import torch

from engine.training import stream
from engine.training.stream import POOL, REUSE, SampleStream, halves

BATCH = 4


def name_of(generator):
    return float(generator.integers(1 << 20))


def sample(generator, picture):
    return {"drawn": np.array([picture, generator.integers(1 << 20)], np.float64)}


@pytest.fixture
def batches(monkeypatch):
    """A function: the first `count` batches as a loader with so many workers gives them.

    Workers are played one after the other, each told by torch's own record which one it is.
    """
    threads = torch.get_num_threads()

    def drawn(count, *, workers=0, first=0, seed=3):
        lanes = []
        for place in range(max(workers, 1)):
            worker = SimpleNamespace(id=place, num_workers=workers) if workers else None
            monkeypatch.setattr(stream, "get_worker_info", lambda worker=worker: worker)
            samples = SampleStream(name_of, sample, seed=seed, batch=BATCH, first=first)
            taken = [s["drawn"].tolist() for s in itertools.islice(samples, count * BATCH)]
            lanes.append([taken[i : i + BATCH] for i in range(0, len(taken), BATCH)])
        return [lanes[i % len(lanes)][i // len(lanes)] for i in range(count)]

    yield drawn
    torch.set_num_threads(threads)
    cv2.setNumThreads(-1)


def column(count, place, seed=3, lane=0):
    """What a lane's batches have at one place: a new picture after each `REUSE` batches."""
    pictures, drawn = [], []
    while len(drawn) < count + REUSE:
        number = len(pictures)
        pictures.append(name_of(np.random.default_rng((seed, lane, place, number))))
        for use in range(REUSE):
            generator = np.random.default_rng((seed, lane, place, number, use))
            recent = pictures[-(POOL // BATCH) :]
            picture = recent[generator.integers(len(recent))]
            drawn.append(sample(generator, picture)["drawn"].tolist())
    early = place * REUSE // BATCH  # so that new pictures do not come all at once
    return drawn[early : early + count]


def plain(count, lane=0):
    """All samples of so many batches of one lane."""
    columns = [column(count, place, lane=lane) for place in range(BATCH)]
    return [columns[place][number] for number in range(count) for place in range(BATCH)]


def test_samples_are_those_of_the_plain_rule():
    count = (POOL // BATCH + 3) * REUSE
    samples = SampleStream(name_of, sample, seed=3, batch=BATCH)
    drawn = [s["drawn"].tolist() for s in itertools.islice(samples, count * BATCH)]
    assert drawn == plain(count)


@pytest.mark.parametrize("parts", [2, 4])
def test_parts_of_batches_are_together_what_one_draws(parts):
    streams = [
        iter(SampleStream(name_of, sample, seed=3, batch=BATCH, part=(number, parts)))
        for number in range(parts)
    ]
    size = BATCH // parts
    together = [
        s["drawn"].tolist()
        for _ in range(40)
        for stream in streams
        for s in itertools.islice(stream, size)
    ]
    assert together == plain(40)


def test_a_picture_is_composed_by_one_part_alone():
    composed = []

    def picture(generator):
        composed.append(name_of(generator))
        return composed[-1]

    for number in range(2):
        stream = SampleStream(picture, sample, seed=3, batch=BATCH, part=(number, 2))
        list(itertools.islice(stream, 40 * BATCH // 2))
    assert len(composed) == len(set(composed))


def test_pictures_come_one_by_one():
    composed = []

    def picture(_generator):
        composed.append(1)
        return 0.0

    drawn = iter(SampleStream(picture, sample, seed=3, batch=BATCH))
    seen = []
    for _ in range(3 * REUSE):
        list(itertools.islice(drawn, BATCH))
        seen.append(len(composed))
    assert seen[0] == BATCH
    assert max(np.diff(seen)) < BATCH


def test_another_seed_draws_other_samples(batches):
    assert batches(2) != batches(2, seed=4)


def test_one_worker_draws_what_none_draws(batches):
    assert batches(9, workers=1) == batches(9)


def test_two_workers_take_turns_with_samples_of_their_own(batches):
    lanes = [plain(5, lane=lane) for lane in (0, 1)]
    expected = [lanes[i % 2][i // 2 * BATCH : (i // 2 + 1) * BATCH] for i in range(10)]
    assert batches(10, workers=2) == expected


@pytest.mark.parametrize("workers", [0, 1, 2, 3])
@pytest.mark.parametrize("first", [1, 5, 8])
def test_a_restarted_stream_goes_on_where_it_was(batches, workers, first):
    whole = batches(first + 7, workers=workers)
    assert batches(7, workers=workers, first=first) == whole[first:]


def test_restart_far_along_composes_only_what_it_needs():
    composed = []

    def picture(generator):
        composed.append(1)
        return name_of(generator)

    next(iter(SampleStream(picture, sample, seed=3, batch=BATCH, first=10**6)))
    assert len(composed) == 1


def test_halves_are_contiguous_and_a_step_of_a_2048th_near_one():
    planes = np.flip(np.linspace(0, 1, 24, dtype=np.float32).reshape(2, 3, 4), (1, 2))
    short = halves(planes)
    assert short.dtype == np.float16
    assert short.flags.c_contiguous
    assert np.abs(short - planes).max() <= 1 / 4096
