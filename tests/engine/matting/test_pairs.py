"""The best pair of colours, beside a plain double loop."""

import numpy as np
import pytest

from engine.matting import pairs
from engine.matting.pairs import best_pair


def cost(pixel, foreground, background):
    """Squared distance from the line through both (the nearer end beyond it), as documented."""
    f, b = foreground - pixel, background - pixel
    spread = max(((foreground - background) ** 2).sum(), 1e-4)
    residual = max((f @ f) * (b @ b) - (f @ b) ** 2, 0) / spread + max(f @ b, 0)
    return residual + 0.02 * min(f @ f, b @ b) + 1e-3 / spread * residual


def drawn(count, foregrounds=5, backgrounds=7, seed=0):
    generator = np.random.default_rng(seed)
    shapes = ((count, 3), (count, foregrounds, 3), (count, backgrounds, 3))
    return [generator.random(shape, dtype=np.float32) for shape in shapes]


def test_best_pair_is_that_of_a_double_loop():
    pixels, foregrounds, backgrounds = drawn(200)
    chosen_f, chosen_b = best_pair(pixels, foregrounds, backgrounds)
    for pixel, fs, bs, i, j in zip(
        *(a.astype(np.float64) for a in (pixels, foregrounds, backgrounds)),
        chosen_f,
        chosen_b,
        strict=True,
    ):
        costs = np.array([[cost(pixel, f, b) for b in bs] for f in fs])
        assert costs[i, j] == pytest.approx(costs.min(), abs=1e-6)


def test_the_pair_that_mixed_the_pixel_is_found():
    pixels, foregrounds, backgrounds = drawn(100)
    pixels = 0.3 * foregrounds[:, 2] + 0.7 * backgrounds[:, 4]
    foregrounds[:, [0, 1, 3, 4]] = backgrounds[:, [0, 1, 2, 3, 5, 6]] = 5.0  # out of the question
    chosen_f, chosen_b = best_pair(pixels, foregrounds, backgrounds)
    assert (chosen_f == 2).all()
    assert (chosen_b == 4).all()


def test_no_pixels_have_no_pairs():
    chosen_f, chosen_b = best_pair(*drawn(0))
    assert (chosen_f.size, chosen_b.size) == (0, 0)


def test_chunks_leave_no_trace(monkeypatch):
    whole = best_pair(*drawn(100))
    monkeypatch.setattr(pairs, "CHUNK", 7)
    parts = best_pair(*drawn(100))
    assert (whole[0] == parts[0]).all()
    assert (whole[1] == parts[1]).all()
