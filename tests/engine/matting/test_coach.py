"""The band coach, on a network that knows the truth where it is let."""

import numpy as np
import pytest

from engine.errors import Cancelled, TrimapError
from engine.matting.coach import advise, advised
from engine.matting.watch import Watch
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN, clamp_known

COLUMNS = np.arange(120)
TRUTH = np.clip((60 - COLUMNS) / 20, 0, 1).astype(np.float32)[None].repeat(50, axis=0)
"""Foreground up to column 40, background from column 60, a ramp between."""


def knowing(trimap, watch):
    watch.reached(0.5)
    return clamp_known(TRUTH, trimap)


def band(first, last):
    """Unknown in these columns."""
    trimap = np.full(TRUTH.shape, BACKGROUND, np.uint8)
    trimap[:, :first] = FOREGROUND
    trimap[:, first:last] = UNKNOWN
    return trimap


def columns(mask):
    assert (mask == mask[0]).all()
    return np.flatnonzero(mask[0])


def test_a_good_band_is_left_alone():
    assert advise(knowing, band(38, 62), Watch()).is_empty


def test_where_known_pixels_do_not_come_out_as_known_it_is_too_narrow():
    advice = advise(knowing, band(48, 62), Watch())
    # six columns more are looked at, and all of them are partly transparent
    assert columns(advice.too_narrow).tolist() == list(range(42, 48))
    assert (advice.could_be_known == UNKNOWN).all()


def test_what_is_0_or_1_in_every_run_could_be_known_but_for_a_margin():
    advice = advise(knowing, band(20, 100), Watch())
    assert not advice.too_narrow.any()
    assert columns(advice.could_be_known == FOREGROUND).tolist() == list(range(20, 38))
    assert columns(advice.could_be_known == BACKGROUND).tolist() == list(range(63, 100))


def test_what_moves_when_the_band_does_is_not_known():
    def doubtful(trimap, watch):
        alpha = knowing(trimap, watch)
        is_wider = (trimap == UNKNOWN).sum() > 80 * len(trimap)
        alpha[:, 70:90] += np.float32(0.1) * is_wider
        return alpha

    advice = advise(doubtful, band(20, 100), Watch())
    assert not np.isin(np.arange(67, 93), columns(advice.could_be_known == BACKGROUND)).any()


def test_the_advice_taken_is_a_band_that_needs_none():
    for first, last in ((48, 62), (20, 100), (45, 90)):
        trimap = band(first, last)
        for _ in range(4):
            trimap = advised(trimap, advise(knowing, trimap, Watch()))
        assert advise(knowing, trimap, Watch()).is_empty
        unknown = columns(trimap == UNKNOWN)
        assert unknown[0] <= 41
        assert unknown[-1] >= 58


def test_known_pixels_keep_their_class_where_nothing_is_said():
    trimap = band(20, 100)
    better = advised(trimap, advise(knowing, trimap, Watch()))
    assert (better[trimap != UNKNOWN] == trimap[trimap != UNKNOWN]).all()


def test_it_tells_how_far_it_is_and_can_be_given_up():
    shares = []
    advise(knowing, band(38, 62), Watch(shares.append))
    assert shares == pytest.approx([0.1, 0.3, 0.5, 0.7, 0.9])
    with pytest.raises(Cancelled):
        advise(knowing, band(38, 62), Watch(cancelled=lambda: True))


def test_a_side_as_thin_as_the_step_is_no_trouble():
    trimap = band(4, 62)
    assert advise(knowing, trimap, Watch()).too_narrow.sum() == 0


def test_a_trimap_of_one_side_is_refused():
    with pytest.raises(TrimapError):
        advise(knowing, np.full(TRUTH.shape, UNKNOWN, np.uint8), Watch())
