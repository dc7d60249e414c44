"""Packed patches: nothing is lost, and little is kept."""

import numpy as np
import pytest

from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.packing import packed, unpacked
from engine.trimap.paint import Box, Dab, Patch, stroke_patches

CODES = (BACKGROUND, UNKNOWN, FOREGROUND)


def patch_of(before, after):
    return Patch(Box(3, 5, 3 + before.shape[1], 5 + before.shape[0]), before, after)


def same(one, other):
    return (
        one.box == other.box
        and np.array_equal(one.before, other.before)
        and np.array_equal(one.after, other.after)
    )


@pytest.mark.parametrize("codes", [(0,), (128, 255), (0, 255), (0, 128), CODES])
@pytest.mark.parametrize("shape", [(1, 1), (7, 9), (256, 256), (1, 300)])
def test_what_is_unpacked_is_what_was_packed(codes, shape):
    rng = np.random.default_rng(1)
    before, after = (rng.choice(codes, shape).astype(np.uint8) for _ in range(2))
    assert same(unpacked(packed(patch_of(before, after))), patch_of(before, after))


def test_a_view_into_a_larger_array_is_packed_as_it_looks():
    rng = np.random.default_rng(2)
    whole = rng.choice(CODES, (50, 60)).astype(np.uint8)
    patch = patch_of(whole[3:40, 5:50], whole[4:41, 6:51])
    assert same(unpacked(packed(patch)), patch)


def test_one_class_takes_two_bytes():
    flat = np.full((256, 256), UNKNOWN, np.uint8)
    assert len(packed(patch_of(flat, flat)).before) == 2


def test_a_stroke_takes_a_fiftieth_of_its_pixels():
    trimap = np.full((1200, 2000), UNKNOWN, np.uint8)
    dabs = [Dab(100 + 18 * turn, 500 + 300 * np.sin(turn / 9), 40) for turn in range(100)]
    patches = stroke_patches(trimap, dabs, FOREGROUND)
    pixels = sum(patch.before.size + patch.after.size for patch in patches)
    assert sum(packed(patch).size for patch in patches) < pixels / 50


def test_noise_takes_no_more_than_a_bit_for_each_pixel_and_class():
    rng = np.random.default_rng(3)
    noise = rng.choice(CODES, (256, 256)).astype(np.uint8)
    assert len(packed(patch_of(noise, noise)).after) < 2 * noise.size / 8 + 100


def test_other_values_are_refused():
    with pytest.raises(ValueError, match="0, 128 and 255"):
        packed(patch_of(np.full((4, 4), 7, np.uint8), np.zeros((4, 4), np.uint8)))
