"""The stream of samples: repeatable, for any number of workers and from any batch on."""

import itertools

import numpy as np
import pytest
from torch.utils.data import DataLoader

from engine.training.stream import POOL, REUSE, SampleStream, halves

BATCH = 4

pytestmark = pytest.mark.filterwarnings("ignore:This DataLoader will create")


def name_of(generator):
    return float(generator.integers(1 << 20))


def sample(generator, picture):
    return {"drawn": np.array([picture, generator.integers(1 << 20)], np.float64)}


def batches(count, *, workers=0, first=0, seed=3):
    stream = SampleStream(name_of, sample, seed=seed, batch=BATCH, first=first)
    loader = DataLoader(stream, batch_size=BATCH, num_workers=workers)
    return [batch["drawn"].tolist() for batch in itertools.islice(loader, count)]


def plain(count, seed=3, lane=0):
    """All samples of one lane, by the plain rule: a new picture after each `REUSE` samples."""
    pictures, drawn = [], []
    while len(drawn) < count:
        number = len(pictures)
        pictures.append(name_of(np.random.default_rng((seed, lane, number))))
        for use in range(REUSE):
            generator = np.random.default_rng((seed, lane, number, use))
            recent = pictures[-POOL:]
            picture = recent[generator.integers(len(recent))]
            drawn.append(sample(generator, picture)["drawn"].tolist())
    return drawn[:count]


def test_samples_are_those_of_the_plain_rule():
    count = (POOL + 10) * REUSE
    stream = SampleStream(name_of, sample, seed=3)
    drawn = [s["drawn"].tolist() for s in itertools.islice(stream, count)]
    assert drawn == plain(count)


def test_another_seed_draws_other_samples():
    assert batches(2) != batches(2, seed=4)


def test_one_worker_draws_what_none_draws():
    assert batches(9, workers=1) == batches(9)


def test_two_workers_take_turns_with_samples_of_their_own():
    lanes = [plain(5 * BATCH, lane=lane) for lane in (0, 1)]
    expected = [lanes[i % 2][i // 2 * BATCH : (i // 2 + 1) * BATCH] for i in range(10)]
    assert batches(10, workers=2) == expected


@pytest.mark.parametrize("workers", [0, 1, 2, 3])
@pytest.mark.parametrize("first", [1, 5, 8])
def test_a_restarted_stream_goes_on_where_it_was(workers, first):
    whole = batches(first + 7, workers=workers)
    assert batches(7, workers=workers, first=first) == whole[first:]


def test_restart_far_along_composes_only_what_it_needs():
    composed = []

    def picture(generator):
        composed.append(1)
        return name_of(generator)

    stream = SampleStream(picture, sample, seed=3, batch=BATCH, first=10**6)
    next(iter(stream))
    assert len(composed) == 1


def test_halves_are_contiguous_and_a_step_of_a_2048th_near_one():
    planes = np.flip(np.linspace(0, 1, 24, dtype=np.float32).reshape(2, 3, 4), (1, 2))
    short = halves(planes)
    assert short.dtype == np.float16
    assert short.flags.c_contiguous
    assert np.abs(short - planes).max() <= 1 / 4096
