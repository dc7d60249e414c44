"""Losses over unknown pixels, beside slow loops."""

import cv2
import numpy as np
import pytest
import torch

from engine.distill.objective import EPSILON, alpha_l1, laplacian


def drawn(height=11, width=14):
    generator = torch.Generator().manual_seed(0)
    alpha, target = (torch.rand(2, 1, height, width, generator=generator) for _ in range(2))
    unknown = (torch.rand(2, 1, height, width, generator=generator) < 0.4).float()
    return alpha, target, unknown


def test_alpha_l1_is_a_mean_over_unknown_pixels():
    alpha, target, unknown = drawn()
    total = count = 0.0
    for place in np.ndindex(*alpha.shape):
        if unknown[place]:
            total += (float(alpha[place] - target[place]) ** 2 + EPSILON**2) ** 0.5
            count += 1
    assert float(alpha_l1(alpha, target, unknown)) == pytest.approx(total / count, rel=1e-4)


def test_laplacian_of_one_level_is_what_halving_loses():
    alpha, target, unknown = drawn(12, 16)
    total = 0.0
    for rest in ((alpha - target) * unknown)[:, 0].numpy():
        coarse = rest.reshape(6, 2, 8, 2).mean((1, 3))
        total += np.abs(rest - cv2.resize(coarse, (16, 12))).sum()
    expected = total / float(unknown.sum())
    assert float(laplacian(alpha, target, unknown, levels=1)) == pytest.approx(expected, rel=1e-4)


def test_laplacian_levels_add_up_with_doubling_weights():
    alpha, target, unknown = drawn(16, 16)
    coarse = torch.nn.functional.avg_pool2d((alpha - target) * unknown, 2)
    everywhere = torch.ones_like(coarse)
    second = laplacian(coarse, torch.zeros_like(coarse), everywhere, levels=1) * coarse.numel()
    first = laplacian(alpha, target, unknown, levels=1)
    both = laplacian(alpha, target, unknown, levels=2)
    assert float(both) == pytest.approx(float(first + 2 * second / unknown.sum()), rel=1e-4)


@pytest.mark.parametrize("loss", [alpha_l1, laplacian])
def test_losses_see_unknown_pixels_only(loss):
    alpha, target, unknown = drawn()
    other = torch.where(unknown > 0, alpha, 7.0)
    assert loss(alpha, target, unknown).equal(loss(other, target, unknown))


@pytest.mark.parametrize("loss", [alpha_l1, laplacian])
def test_losses_are_zero_for_equals_and_for_nothing_unknown(loss):
    alpha, target, unknown = drawn()
    assert loss(alpha, alpha, unknown) <= 1.01 * EPSILON
    assert loss(alpha, target, torch.zeros_like(unknown)) == 0


@pytest.mark.parametrize("loss", [alpha_l1, laplacian])
def test_gradients_stay_finite_even_for_equals(loss):
    alpha, _, unknown = drawn()
    learning = alpha.clone().requires_grad_()
    loss(learning, alpha, unknown).backward()
    assert learning.grad.isfinite().all()


def test_small_pictures_have_a_laplacian():
    for size in ((1, 1), (1, 9), (3, 2)):
        alpha = torch.rand(1, 1, *size)
        assert laplacian(alpha, torch.zeros_like(alpha), torch.ones_like(alpha)).isfinite()
