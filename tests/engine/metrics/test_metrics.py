"""The four errors against the MATLAB reference and against slow loops."""

import math
from time import perf_counter

import numpy as np
import pytest

from engine.metrics import METRICS, connectivity, gradient, mse, sad
from tests.golden.recipe import golden_file

GOLDEN = golden_file("metrics")
CASES = range(6)
KEYS = {"sad": ("sad", 1), "mse": ("mse", 1), "gradient": ("grad_raw", 1000)}
KEYS["connectivity"] = ("conn_raw", 1000)


def case(number):
    return tuple(GOLDEN[f"{name}{number}"] for name in ("pred", "gt", "trimap"))


def invented(shape=(9, 7), seed=0):
    rng = np.random.default_rng(seed)
    alpha, target = (rng.integers(0, 256, shape, dtype=np.uint8) for _ in range(2))
    trimap = rng.choice(np.array([0, 128, 255], np.uint8), shape, p=[0.1, 0.8, 0.1])
    return alpha, target, trimap


@pytest.mark.parametrize("number", CASES)
@pytest.mark.parametrize("name", METRICS)
def test_metrics_equal_the_matlab_reference(name, number):
    key, unit = KEYS[name]
    expected = GOLDEN[key][number] / unit
    assert METRICS[name](*case(number)) == pytest.approx(expected, rel=1e-6, nan_ok=True)


@pytest.mark.parametrize("name", METRICS)
def test_an_alpha_equal_to_its_target_has_no_error(name):
    alpha, _, trimap = invented()
    assert METRICS[name](alpha, alpha, trimap) == 0


@pytest.mark.parametrize("name", METRICS)
def test_nothing_unknown_gives_zero_but_no_mean(name):
    alpha, target, _ = invented()
    error = METRICS[name](alpha, target, np.zeros_like(alpha))
    assert math.isnan(error) if name == "mse" else error == 0


@pytest.mark.parametrize("metric", [sad, mse])
def test_known_pixels_do_not_count(metric):
    alpha, target, trimap = invented()
    changed = np.where(trimap == 128, alpha, 255 - alpha)
    assert metric(changed, target, trimap) == metric(alpha, target, trimap)


@pytest.mark.parametrize("name", METRICS)
def test_eight_bits_and_floats_agree(name):
    alpha, target, trimap = invented((33, 21))
    floats = METRICS[name](alpha / 255, (target / 255).astype(np.float32), trimap)
    assert floats == pytest.approx(METRICS[name](alpha, target, trimap), rel=1e-6)


def test_sad_and_mse_equal_a_loop():
    alpha, target, trimap = invented()
    errors = [
        abs(int(a) - int(t)) / 255
        for a, t, code in zip(alpha.flat, target.flat, trimap.flat, strict=True)
        if code == 128
    ]
    assert sad(alpha, target, trimap) == pytest.approx(sum(errors) / 1000)
    assert mse(alpha, target, trimap) == pytest.approx(sum(e * e for e in errors) / len(errors))


def slow_steepness(plane):
    plane = (plane - plane.min()) / (plane.max() - plane.min())
    kernel = {
        (y, x): x * math.exp(-(x * x + y * y) / (2 * 1.4**2))
        for y in range(-4, 5)
        for x in range(-4, 5)
    }
    norm = math.sqrt(sum(k * k for k in kernel.values()))
    padded = np.pad(plane, 4, mode="edge")
    steepness = np.empty(plane.shape)
    for y, x in np.ndindex(*plane.shape):
        gx = sum(k * padded[y + 4 - j, x + 4 - i] for (j, i), k in kernel.items()) / norm
        gy = sum(k * padded[y + 4 - i, x + 4 - j] for (j, i), k in kernel.items()) / norm
        steepness[y, x] = math.hypot(gx, gy)
    return steepness


def test_gradient_equals_a_loop():
    alpha, target, trimap = invented()
    difference = slow_steepness(alpha / 255) - slow_steepness(target / 255)
    expected = (difference[trimap == 128] ** 2).sum() / 1000
    assert gradient(alpha, target, trimap) == pytest.approx(expected, rel=1e-9)


def slow_largest(mask):
    """Flood fill from each pixel, columns first."""
    best, seen = set(), set()
    for x, y in np.ndindex(mask.shape[1], mask.shape[0]):
        region, border = set(), [(y, x)]
        while border:
            j, i = border.pop()
            within = 0 <= j < mask.shape[0] and 0 <= i < mask.shape[1]
            if within and mask[j, i] and (j, i) not in seen:
                seen.add((j, i))
                region.add((j, i))
                border += [(j + 1, i), (j - 1, i), (j, i + 1), (j, i - 1)]
        best = region if len(region) > len(best) else best
    return best


def slow_connectivity(alpha, target, trimap):
    a, t = alpha.astype(np.float32) / np.float32(255), target.astype(np.float32) / np.float32(255)
    level = np.full(a.shape, -1, np.float32)
    for step in range(1, 11):
        threshold = np.float32(step / 10)
        region = slow_largest((a >= threshold) & (t >= threshold))
        for pixel in np.ndindex(*a.shape):
            if level[pixel] == -1 and pixel not in region:
                level[pixel] = np.float32((step - 1) / 10)
    level[level == -1] = 1
    phi = [1 - (p - level) * (p - level >= np.float32(0.15)) for p in (a, t)]
    return np.abs(phi[0] - phi[1])[trimap == 128].sum(dtype=np.float64) / 1000


@pytest.mark.parametrize("seed", range(8))
def test_connectivity_equals_a_loop(seed):
    pictures = invented(seed=seed)
    assert connectivity(*pictures) == pytest.approx(slow_connectivity(*pictures), rel=1e-5)


def test_the_first_of_two_equal_regions_in_column_order_counts():
    alpha = np.zeros((3, 5), np.uint8)
    alpha[2, 0:2], alpha[0, 3:5] = 255, 255
    target = alpha.copy()
    target[0, 3:5] = 200
    trimap = np.full_like(alpha, 128)
    assert connectivity(alpha, target, trimap) == pytest.approx(
        slow_connectivity(alpha, target, trimap)
    )


def test_planes_of_different_shapes_are_refused():
    alpha, target, trimap = invented()
    with pytest.raises(ValueError, match="share one shape"):
        sad(alpha, target[1:], trimap)


def test_twelve_megapixels_take_seconds():
    y, x = np.mgrid[0:3000, 0:4000]
    alpha = (127.5 + 127.5 * np.sin(x / 90) * np.cos(y / 70)).astype(np.uint8)
    target, trimap = np.roll(alpha, 3, axis=1), np.full_like(alpha, 128)
    started = perf_counter()
    for metric in METRICS.values():
        assert metric(alpha, target, trimap) > 0
    assert perf_counter() - started < 60
