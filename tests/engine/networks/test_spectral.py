"""Spectral norm: the vectors follow the weight, and learning goes through sigma."""

import pytest
import torch

from engine.networks.spectral import SpectralConv2d, SpectralDoubling2d


def convolutions():
    torch.manual_seed(0)
    return [SpectralConv2d(5, 7, 3), SpectralConv2d(5, 7, 3, stride=2), SpectralDoubling2d(5, 7)]


@pytest.mark.parametrize("conv", convolutions())
def test_after_many_steps_the_weight_has_norm_one(conv):
    x = torch.rand(1, 5, 8, 8)
    with torch.no_grad():
        for _ in range(400):
            conv(x)
    sigma = conv.u.dot(conv.weight.flatten(1).mv(conv.v)).item()
    largest = torch.linalg.svdvals(conv.weight.detach().flatten(1))[0].item()
    assert sigma == pytest.approx(largest, rel=1e-4)


@pytest.mark.parametrize("conv", convolutions())
def test_evaluation_leaves_the_vectors_alone(conv):
    before = conv.u.clone()
    conv.eval()(torch.rand(1, 5, 8, 8))
    assert torch.equal(conv.u, before)


def test_two_passes_may_come_before_one_backward():
    conv = SpectralConv2d(5, 7, 3)
    (conv(torch.rand(1, 5, 8, 8)) + conv(torch.rand(1, 5, 8, 8))).sum().backward()
    assert conv.weight.grad.isfinite().all()
    assert conv.u.grad is None


def test_the_norm_takes_part_in_the_gradient():
    """Scaling the weight changes nothing, so the gradient is orthogonal to it."""
    conv = SpectralConv2d(5, 7, 3).double().eval()
    conv(torch.rand(1, 5, 8, 8).double()).square().sum().backward()
    assert abs((conv.weight.grad * conv.weight).sum().item()) < 1e-9
