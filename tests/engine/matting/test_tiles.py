"""Windows: where the work is, once, and nowhere else; and maps enlarged alike in all of them."""

import numpy as np
import pytest
import torch

from engine.matting.enlarge import enlarged
from engine.matting.tiles import covering, place, widened, within
from engine.matting.windows import Window


@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (40, 1), (33, 47), (16, 16)])
@pytest.mark.parametrize("side", [1, 5, 16, 100])
@pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 1.0])
def test_every_wanted_pixel_lies_in_exactly_one_window(shape, side, share):
    wanted = np.random.default_rng(0).random(shape) < share
    times = np.zeros(shape, int)
    for window in covering(wanted, side):
        assert 1 <= window.height <= side
        assert 1 <= window.width <= side
        assert wanted[place(window)].any()
        times[place(window)] += 1
    assert times.max(initial=0) <= 1
    assert (times[wanted] == 1).all()


def test_windows_shrink_to_what_is_wanted():
    wanted = np.zeros((20, 20), bool)
    wanted[3, 4] = wanted[5, 9] = True
    assert covering(wanted, 10) == (Window(3, 4, 3, 6),)


def test_nothing_wanted_needs_no_window():
    assert covering(np.zeros((20, 20), bool), 10) == ()


def test_a_halo_ends_at_the_picture():
    assert widened(Window(2, 5, 4, 4), 3, (20, 10)) == Window(0, 2, 9, 8)


def test_the_inner_window_is_found_in_the_wide_one():
    picture = np.arange(200).reshape(20, 10)
    inner = Window(2, 5, 4, 4)
    wide = widened(inner, 3, picture.shape)
    assert (picture[place(wide)][within(inner, wide)] == picture[place(inner)]).all()


def test_ratio_one_is_the_identity():
    planes = torch.rand(2, 3, 9, 13)
    assert enlarged(planes, Window(0, 0, 9, 13), (1, 1)).allclose(planes, atol=1e-5)
    part = enlarged(planes, Window(2, 4, 5, 6), (1, 1))
    assert part.allclose(planes[..., 2:7, 4:10], atol=1e-5)


@pytest.mark.parametrize("ratio", [(2.0, 2.0), (1.7, 3.1), (1.0, 5.0)])
def test_a_pixel_does_not_depend_on_its_window(ratio):
    planes = torch.rand(1, 2, 11, 7)
    height, width = round(11 * ratio[0]), round(7 * ratio[1])
    whole = enlarged(planes, Window(0, 0, height, width), ratio)
    for top, left, h, w in [(0, 0, 3, 4), (5, 2, 6, 5), (height - 1, width - 1, 1, 1)]:
        part = enlarged(planes, Window(top, left, h, w), ratio)
        assert part.allclose(whole[..., top : top + h, left : left + w], atol=1e-6)


def test_enlarging_is_bilinear_between_centres():
    planes = torch.rand(1, 1, 5, 6)
    ratio = (2.5, 1.5)
    found = enlarged(planes, Window(1, 2, 8, 5), ratio)[0, 0]
    for row in range(8):
        for column in range(5):
            y = min(max((1 + row + 0.5) / ratio[0] - 0.5, 0), 4)
            x = min(max((2 + column + 0.5) / ratio[1] - 0.5, 0), 5)
            y0, x0 = int(y), int(x)
            y1, x1 = min(y0 + 1, 4), min(x0 + 1, 5)
            corners = planes[0, 0][[y0, y0, y1, y1], [x0, x1, x0, x1]]
            dy, dx = y - y0, x - x0
            weights = torch.tensor([(1 - dy) * (1 - dx), (1 - dy) * dx, dy * (1 - dx), dy * dx])
            assert abs(float(found[row, column] - (corners * weights).sum())) < 1e-5
