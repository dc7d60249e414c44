"""The guides: what the compositing equation says of a picture that obeys it."""

import numpy as np
import pytest

from engine.matting import guides
from engine.matting.guides import GUIDES, PLANES, carried, projected

ALPHAS = slice(6, 11)
FOREGROUND, BACKGROUND = np.float32([0.9, 0.3, 0.2]), np.float32([0.1, 0.4, 0.8])


def composited(height=24, width=40):
    """One colour over another with a soft edge: image, trimap, alpha."""
    alpha = np.clip((np.arange(width, dtype=np.float32) - 12) / 16, 0, 1)
    alpha = np.broadcast_to(alpha, (height, width)).copy()
    image = alpha[..., None] * FOREGROUND + (1 - alpha[..., None]) * BACKGROUND
    trimap = np.full(alpha.shape, 128, np.uint8)
    trimap[alpha == 0], trimap[alpha == 1] = 0, 255
    return image.astype(np.float32), trimap, alpha


def test_projections_of_an_exact_composite_are_its_alpha():
    image, trimap, alpha = composited()
    planes = projected(image, carried(image, trimap))
    assert planes.shape == (24, 40, GUIDES)
    for plane in np.moveaxis(planes[..., ALPHAS], -1, 0)[:3]:
        assert plane == pytest.approx(alpha, abs=1e-3)
    # The closed forms are smooth ones, carried by linear models with some regularisation.
    assert planes[..., 9] == pytest.approx(alpha, abs=0.1)
    assert planes[..., 10] == pytest.approx(alpha, abs=0.1)
    assert planes[..., 11:14] == pytest.approx(0, abs=1e-3)  # nothing lies off its line


def test_projected_planes_stand_in_the_order_that_is_told():
    generator = np.random.default_rng(0)
    image = generator.random((5, 6, 3), dtype=np.float32)
    planes = generator.random((5, 6, PLANES), dtype=np.float32)
    found = projected(image, planes)
    for pixel in np.ndindex(5, 6):
        colour, guide = image[pixel].astype(float), planes[pixel].astype(float)
        alphas, offs, spreads = [], [], []
        for start in (0, 6, 12):
            f, b = guide[start : start + 3], guide[start + 3 : start + 6]
            alpha = np.clip((colour - b) @ (f - b) / ((f - b) @ (f - b)), 0, 1)
            alphas.append(alpha)
            offs.append(4 * np.linalg.norm(colour - alpha * f - (1 - alpha) * b))
            spreads.append(np.linalg.norm(f - b))
        for start in (18, 22):
            alphas.append(np.clip(guide[start : start + 3] @ colour + guide[start + 3], 0, 1))
        expected = [*guide[12:18], *alphas, *offs, *spreads[1:], *guide[26:28]]
        assert found[pixel] == pytest.approx(expected, abs=1e-4)


def test_equal_colours_say_nothing_and_break_nothing():
    image = np.full((4, 4, 3), 0.5, np.float32)
    found = projected(image, np.full((4, 4, PLANES), 0.5, np.float32))
    assert np.isfinite(found).all()
    assert (found[..., 6:9] == 0).all()


def test_known_pixels_are_explained_by_their_own_colour():
    generator = np.random.default_rng(0)
    image, trimap, _ = composited()
    image = np.clip(image + generator.normal(0, 0.02, image.shape), 0, 1).astype(np.float32)
    planes = carried(image, trimap)
    for near, far, code in (
        (guides.NEAR_F, guides.FAR_F, 255),
        (guides.NEAR_B, guides.FAR_B, 0),
    ):
        known = trimap == code
        assert (planes[known][:, near] == image[known]).all()
        assert planes[known][:, far] == pytest.approx(image[known], abs=1e-6)


def test_islands_that_touch_nothing_known_are_found_by_their_pairs():
    """Blocks of either colour far from the known sides, where the plain closed form is lost."""
    generator = np.random.default_rng(0)
    alpha = np.repeat(np.repeat(generator.integers(0, 2, (12, 20)), 4, 0), 4, 1).astype(np.float32)
    alpha[:, :16], alpha[:, -16:] = 0, 1
    image = alpha[..., None] * FOREGROUND + (1 - alpha[..., None]) * BACKGROUND
    image = np.clip(image + generator.normal(0, 0.01, image.shape), 0, 1).astype(np.float32)
    trimap = np.full(alpha.shape, 128, np.uint8)
    trimap[:, :16], trimap[:, -16:] = 0, 255
    planes = projected(image, carried(image, trimap))
    plain, pulled = (np.abs(planes[..., place] - alpha)[trimap == 128].mean() for place in (9, 10))
    assert pulled < 0.5 * plain


def test_distances_are_zero_where_known_and_half_at_32_pixels():
    image = np.zeros((1, 80, 3), np.float32)
    trimap = np.full((1, 80), 128, np.uint8)
    trimap[0, 0], trimap[0, 79] = 255, 0
    planes = carried(image, trimap)
    assert planes[0, 0, guides.TO_F] == planes[0, 79, guides.TO_B] == 0
    assert planes[0, 32, guides.TO_F] == pytest.approx(0.5, abs=1e-3)
    assert planes[0, 47, guides.TO_B] == pytest.approx(0.5, abs=1e-3)


@pytest.mark.parametrize("shape", [(1, 2), (2, 1), (2, 2), (1, 64), (64, 1), (3, 50)])
def test_thin_pictures_have_guides(shape):
    image = np.random.default_rng(0).random((*shape, 3), dtype=np.float32)
    trimap = np.full(shape, 128, np.uint8)
    trimap.flat[0], trimap.flat[-1] = 0, 255
    planes = projected(image, carried(image, trimap))
    assert planes.shape == (*shape, GUIDES)
    assert np.isfinite(planes).all()
    assert ((planes[..., ALPHAS] >= 0) & (planes[..., ALPHAS] <= 1)).all()


def test_a_single_known_pixel_survives_the_halving():
    image, trimap, _ = composited()
    trimap[trimap == 255] = 128
    trimap[11, 37] = 255
    planes = carried(image, trimap)
    assert planes[..., guides.PAIR_F] == pytest.approx(
        np.broadcast_to(image[11, 37], image.shape), abs=1e-5
    )


def test_guides_stop_between_their_steps_when_asked():
    image = np.random.default_rng(0).random((32, 32, 3), dtype=np.float32)
    trimap = np.full((32, 32), 128, np.uint8)
    trimap[:8], trimap[-8:] = 255, 0
    asked = []

    def stop():
        asked.append(None)
        if len(asked) == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        carried(image, trimap, stop)
    assert len(asked) == 3
