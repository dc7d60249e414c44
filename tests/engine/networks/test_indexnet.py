"""Index pooling: weights that sum to one in each cell, spread corner by corner."""

import torch

from engine.networks.indexnet import Aspp, IndexPool


@torch.no_grad()
def test_pooling_is_a_weighted_sum_over_each_cell():
    pool, x = IndexPool(3).eval(), torch.rand(1, 3, 6, 8)
    pooled, weighted, _ = pool(x)
    for y in range(3):
        for i in range(4):
            cell = weighted[0, :, 2 * y : 2 * y + 2, 2 * i : 2 * i + 2]
            torch.testing.assert_close(pooled[0, :, y, i], cell.sum(dim=(1, 2)))


@torch.no_grad()
def test_a_constant_plane_survives_pooling():
    pooled, _, _ = IndexPool(3).eval()(torch.full((1, 3, 6, 8), 0.7))
    torch.testing.assert_close(pooled, torch.full((1, 3, 3, 4), 0.7))


@torch.no_grad()
def test_corners_land_in_their_row_and_column():
    pool, x = IndexPool(2).eval(), torch.rand(1, 2, 4, 4)
    _, _, index = pool(x)
    for number, corner in enumerate(pool.corners):
        own = index[:, :, number // 2 :: 2, number % 2 :: 2]
        torch.testing.assert_close(own, torch.sigmoid(corner(x)))


@torch.no_grad()
def test_context_covers_maps_smaller_than_its_dilations():
    assert Aspp(4, 6, 5).eval()(torch.rand(1, 4, 1, 1)).shape == (1, 5, 1, 1)
