"""The histogram of alpha counts what the trimap does not know, and nothing else."""

import numpy as np

from engine.metrics.histogram import BINS, alpha_histogram


def test_it_counts_as_a_slow_loop_does():
    draw = np.random.default_rng(5)
    alpha = draw.random((40, 30)).astype(np.float32)
    alpha[:3], alpha[3:6] = 0, 1
    trimap = draw.choice(np.array([0, 128, 255], np.uint8), (40, 30))
    wanted = [0] * BINS
    for y in range(40):
        for x in range(30):
            if trimap[y, x] == 128:
                wanted[min(int(alpha[y, x] * np.float32(BINS)), BINS - 1)] += 1
    assert alpha_histogram(alpha, trimap).tolist() == wanted


def test_nothing_unknown_is_nothing_counted():
    alpha = np.ones((4, 5), np.float32)
    assert alpha_histogram(alpha, np.full((4, 5), 255, np.uint8)).tolist() == [0] * BINS
