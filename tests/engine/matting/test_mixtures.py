"""Mixtures of known colours, against a slow search and the weights' own equations."""

import numpy as np
import pytest

from engine.matting.mixtures import BEYOND, NEIGHBOURS, RIDGE, WEIGHT, mixed
from engine.matting.samples import APART, OFF
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN


def picture(height=14, width=18, seed=3):
    generator = np.random.default_rng(seed)
    image = generator.random((height, width, 3), dtype=np.float32)
    trimap = np.full((height, width), UNKNOWN, np.uint8)
    trimap[:, :5], trimap[:, -6:] = FOREGROUND, BACKGROUND
    return image, trimap


def nearest(image, trimap, pixel, code):
    """Colours of the known pixels of one kind that are nearest in colour and place; (k, 3)."""
    places = np.argwhere(trimap == code)
    side = max(trimap.shape)
    distances = [
        ((image[tuple(place)] - image[pixel]) ** 2).sum() + (((place - pixel) / side) ** 2).sum()
        for place in places
    ]
    order = np.argsort(distances)[:NEIGHBOURS]
    return np.array([image[tuple(places[i])] for i in order], np.float64)


def share(image, trimap, pixel):
    """(alpha, trust), with the weights from all k by k equations."""
    foregrounds = nearest(image, trimap, pixel, FOREGROUND)
    backgrounds = nearest(image, trimap, pixel, BACKGROUND)
    beyond = np.concatenate([foregrounds, backgrounds]) - image[pixel]
    gram = beyond @ beyond.T
    weights = np.linalg.solve(gram + RIDGE * np.trace(gram) * np.eye(len(gram)), np.ones(len(gram)))
    weights /= weights.sum()
    kept = len(foregrounds)
    raw = weights[:kept].sum()
    off = np.linalg.norm(weights @ beyond)
    apart = np.linalg.norm(foregrounds.mean(axis=0) - backgrounds.mean(axis=0))
    alpha = np.clip(raw, 0, 1)
    trust = np.exp(-((off / OFF) ** 2)) * min(apart / APART, 1)
    return alpha, WEIGHT * trust * np.exp(-(((raw - alpha) / BEYOND) ** 2))


def test_shares_are_those_of_a_slow_search():
    image, trimap = picture()
    samples = mixed(image, trimap)
    for pixel in zip(*np.nonzero(trimap == UNKNOWN), strict=True):
        alpha, trust = share(image, trimap, pixel)
        assert samples.alpha[pixel] == pytest.approx(alpha, abs=1e-4)
        assert samples.trust[pixel] == pytest.approx(trust, abs=1e-4)


def test_a_clean_mixture_is_found_wherever_its_colours_are():
    image, trimap = picture()
    image[:, :5], image[:, -6:] = (0.9, 0.2, 0.1), (0.1, 0.3, 0.8)
    alpha = np.linspace(0, 1, 7, dtype=np.float32)
    image[:, 5:-6] = alpha[:, None] * image[0, 0] + (1 - alpha[:, None]) * image[0, -1]
    samples = mixed(image, trimap)
    assert np.abs(samples.alpha[:, 5:-6] - alpha).max() < 0.02
    assert samples.trust[:, 5:-6].min() > 0.9 * WEIGHT


def test_what_is_no_mixture_is_not_trusted():
    image, trimap = picture()
    image[:, :5], image[:, -6:], image[:, 5:-6] = 0.6, 0.4, 1.0
    assert mixed(image, trimap).trust.max() < 1e-3


def test_known_pixels_have_neither_alpha_nor_trust():
    image, trimap = picture()
    samples = mixed(image, trimap)
    known = trimap != UNKNOWN
    assert not samples.alpha[known].any()
    assert not samples.trust[known].any()


def test_two_known_pixels_are_enough():
    image, trimap = picture()
    trimap[:] = UNKNOWN
    trimap[0, 0], trimap[-1, -1] = FOREGROUND, BACKGROUND
    samples = mixed(image, trimap)
    assert np.isfinite(samples.alpha).all()
    assert np.isfinite(samples.trust).all()


def test_nothing_unknown_asks_for_nothing():
    image, trimap = picture()
    trimap[trimap == UNKNOWN] = BACKGROUND
    assert not mixed(image, trimap).trust.any()
