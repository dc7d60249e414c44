"""Do two data workers keep the student's training fed? Not part of the gate:

    pytest -s tests/benchmarks/test_data_feeds_training.py

Samples for each second of one processor's work, so that it does not matter what else runs; on the
foregrounds of the clone, over smooth colours or over the photographs that GOSSAMER_BACKGROUNDS
names. The stream's pool fills first: a run composes one picture for every sixteen crops.
"""

import os
import time
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from torch.utils.data import default_collate

from engine.data.composition import Sources, compose
from engine.data.foregrounds import background_files, foreground_files, held_out
from engine.networks import NETWORKS, create
from engine.resources import resources_folder
from engine.training.guided_samples import Crops, guided_samples
from engine.training.lessons import LESSONS, losses
from engine.training.stream import REUSE

STUDENT = "guided-student"
BATCH, STEPS, PICTURES = 16, 4, 24


@pytest.fixture(scope="module")
def sources():
    photographs = os.environ.get("GOSSAMER_BACKGROUNDS")
    backgrounds = background_files(Path(photographs)) if photographs else ()
    foregrounds = foreground_files(resources_folder() / "foregrounds")
    return Sources(
        foregrounds=tuple(cutout for cutout in foregrounds if not held_out(cutout)),
        backgrounds=backgrounds,
    )


@pytest.fixture(scope="module")
def composing(sources):
    """Pictures a second."""
    cv2.setNumThreads(1)
    began = time.process_time()
    for seed in range(PICTURES):
        compose(sources, np.random.default_rng(seed), 512)
    return PICTURES / (time.process_time() - began)


@pytest.fixture(scope="module")
def drawn(sources):
    """(samples a second, one batch): crops with their guides, composing included."""
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    stream = guided_samples(sources, Crops(256, 192), seed=1, batch=BATCH).samples()
    count = PICTURES * REUSE
    began = time.process_time()
    samples = list(islice(stream, count))
    return count / (time.process_time() - began), default_collate(samples[-BATCH:])


@pytest.fixture(scope="module")
def learning(drawn):
    """Samples a second, forwards, backwards and a step of Adam, on one thread."""
    torch.set_num_threads(1)
    lesson = LESSONS[NETWORKS[STUDENT].trimap_input]
    network = create(STUDENT).to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(network.parameters())
    batch = {name: plane.float() for name, plane in drawn[1].items()}
    for step in range(STEPS + 1):
        if step == 1:  # the first one warms up
            began = time.process_time()
        optimiser.zero_grad()
        sum(losses(lesson.answer(network, batch), 0.5).values()).backward()
        optimiser.step()
    return STEPS * BATCH / (time.process_time() - began)


def test_two_workers_keep_the_student_fed(composing, drawn, learning):
    told = (
        f"composing {composing:.1f} pictures/s; data {drawn[0]:.1f} samples/s a worker;"
        f" learning {learning:.1f} samples/s a thread:"
        f" two workers feed {2 * drawn[0] / learning:.1f} threads"
    )
    print(f"\n{told}")  # noqa: T201 - what a benchmark is for
    assert 2 * drawn[0] > learning, told
