"""The guided filter: against a slow one written from the paper, and on an edge."""

import cv2
import numpy as np

from engine.proposals.guided_filter import following


def slow(guide, plane, radius, softness):
    """Equations 19 to 21, window by window; windows are mirrored at the border."""
    height, width = plane.shape
    wide = [np.pad(part, radius, mode="symmetric") for part in (*np.moveaxis(guide, 2, 0), plane)]
    slopes, offsets = np.zeros((height, width, 3)), np.zeros((height, width))
    side = 2 * radius + 1
    for y in range(height):
        for x in range(width):
            window = [part[y : y + side, x : x + side].ravel() for part in wide]
            colours, values = np.stack(window[:3], axis=1).astype(np.float64), window[3]
            centred = colours - colours.mean(axis=0)
            spread = centred.T @ centred / side**2 + softness * np.eye(3)
            slopes[y, x] = np.linalg.solve(spread, centred.T @ values / side**2)
            offsets[y, x] = values.mean() - slopes[y, x] @ colours.mean(axis=0)
    answer = np.zeros((height, width))
    padded = [np.pad(part, radius, mode="symmetric") for part in np.moveaxis(slopes, 2, 0)]
    padded.append(np.pad(offsets, radius, mode="symmetric"))
    for y in range(height):
        for x in range(width):
            means = [part[y : y + side, x : x + side].mean() for part in padded]
            answer[y, x] = np.dot(means[:3], guide[y, x]) + means[3]
    return answer


def test_it_is_the_papers():
    generator = np.random.default_rng(1)
    guide = generator.random((14, 17, 3), dtype=np.float32)
    plane = generator.random((14, 17), dtype=np.float32)
    found = following(guide, plane, radius=2, softness=1e-2)
    np.testing.assert_allclose(found, slow(guide, plane, 2, 1e-2), atol=2e-4)


def test_a_blurred_mask_is_drawn_to_the_edge():
    guide = np.zeros((64, 64, 3), np.float32)
    guide[:, 30:] = (0.8, 0.5, 0.2)
    mask = (np.arange(64) >= 33).astype(np.float32)[None].repeat(64, axis=0)
    blurred = np.asarray(cv2.GaussianBlur(mask, (0, 0), 3), np.float32)
    drawn = following(guide, blurred, radius=9)
    assert (drawn[:, 30:] > 0.5).all()
    assert (drawn[:, :30] < 0.5).all()


def test_a_flat_guide_leaves_means():
    plane = np.full((20, 30), 0.25, np.float32)
    answer = following(np.full((20, 30, 3), 0.5, np.float32), plane, radius=4)
    np.testing.assert_allclose(answer, 0.25, atol=1e-5)
