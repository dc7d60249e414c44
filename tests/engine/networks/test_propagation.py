"""Alpha that spreads along what looks alike, beside the dense equations solved without any art."""

import numpy as np
import pytest
import torch

from engine.matting.closed_form import linear_model
from engine.networks import propagation
from engine.networks.propagation import carried_by, links, propagate
from tests.engine.dense import dense_laplacian

HEIGHT, WIDTH = 9, 11


def problem(count=1, height=HEIGHT, width=WIDTH):
    """Images (n, 3, h, w), alphas and trusts (n, 1, h, w), and what is unknown."""
    torch.manual_seed(0)
    rows, columns = torch.meshgrid(
        torch.linspace(0, 0.8, height), torch.linspace(0, 0.8, width), indexing="ij"
    )
    image = torch.stack([rows, columns, rows * columns]) + 0.1 * torch.rand(count, 3, height, width)
    alpha, trust = torch.rand(2, count, 1, height, width)
    unknown = torch.zeros(count, 1, height, width)
    unknown[..., 2:-2] = 1
    return image - 0.5, alpha, 0.05 + trust, unknown


def dense_answer(image, alpha, trust, unknown):
    laplacian = dense_laplacian(image.permute(1, 2, 0).numpy(), propagation.VARIANCE)
    free = unknown.flatten().numpy() == 1
    values, pull = alpha.flatten().double().numpy(), trust.flatten().double().numpy()
    right = pull[free] * values[free] - laplacian[np.ix_(free, ~free)] @ values[~free]
    answer = values.copy()
    answer[free] = np.linalg.solve(laplacian[np.ix_(free, free)] + np.diag(pull[free]), right)
    return answer.reshape(HEIGHT, WIDTH)


def test_the_answer_is_that_of_the_dense_equations_for_every_picture_of_a_batch(monkeypatch):
    monkeypatch.setattr(propagation, "STEPS", 100)
    batch = problem(count=2)
    found = propagate(*batch)
    for number, picture in enumerate(zip(*batch, strict=True)):
        assert found[number, 0].numpy() == pytest.approx(dense_answer(*picture), abs=1e-3)


def test_the_few_steps_that_are_taken_come_near():
    image, alpha, trust, unknown = problem()
    answer = dense_answer(image[0], alpha[0], trust[0], unknown[0])
    found = propagate(image, alpha, trust, unknown)[0, 0].numpy()
    assert np.abs(found - answer).mean() < 0.1 * np.abs(alpha[0, 0].numpy() - answer).mean()


def test_gradients_are_those_of_the_solution(monkeypatch):
    monkeypatch.setattr(propagation, "STEPS", 60)
    image, alpha, trust, unknown = (tensor.double() for tensor in problem(1, 7, 5))
    around = links(image.float()).double()

    def answer(free, trust):
        return propagation._Propagation.apply(
            torch.where(unknown == 1, free, alpha), trust, around, unknown
        )

    inputs = (alpha.clone().requires_grad_(), trust.requires_grad_())
    assert torch.autograd.gradcheck(answer, inputs, atol=1e-4)


def test_great_trust_keeps_the_alpha_and_none_follows_the_picture():
    image, alpha, trust, unknown = problem()
    kept = propagate(image, alpha, torch.full_like(trust, 1e6), unknown)
    assert kept.allclose(alpha, atol=1e-4)
    linear = (image * torch.tensor([0.3, 0.2, -0.1])[:, None, None]).sum(1, keepdim=True) + 0.4
    disturbed = torch.where(unknown == 1, linear + 0.2 * (alpha - 0.5), linear)
    spread = propagate(image, disturbed, torch.full_like(trust, 1e-3), unknown)
    assert (spread - linear).abs().mean() < 0.3 * (disturbed - linear).abs().mean()


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (2, 2), (3, 3), (3, 9), (9, 3), (8, 8)])
def test_small_and_flat_pictures_are_answered(shape):
    image = torch.full((1, 3, *shape), 0.25)
    alpha, ones = torch.rand(1, 1, *shape), torch.ones(1, 1, *shape)
    answer = propagate(image, alpha, 0.02 * ones, ones)
    assert answer.isfinite().all()
    assert answer.min() > -0.5
    assert answer.max() < 1.5


def test_what_is_all_known_is_left_alone():
    image, alpha, trust, unknown = problem()
    assert (propagate(image, alpha, trust, torch.zeros_like(unknown)) == alpha).all()


def test_the_linear_models_are_those_of_the_guided_filter():
    image, alpha, _, _ = problem()
    models = carried_by(image, alpha)[0].permute(1, 2, 0).numpy()
    expected = linear_model(image[0].permute(1, 2, 0).numpy(), alpha[0, 0].numpy())
    # Two windows of radius 2 see no edge, where the two continue a picture differently.
    inner = (slice(4, -4), slice(4, -4))
    assert models[inner] == pytest.approx(expected[inner], abs=1e-3)


def test_the_linear_models_give_back_an_alpha_that_is_linear_in_colour():
    image, *_ = problem()
    linear = (image * torch.tensor([0.3, 0.2, -0.1])[:, None, None]).sum(1, keepdim=True) + 0.4
    models = carried_by(image, linear)
    found = (models[:, :3] * image).sum(1, keepdim=True) + models[:, 3:]
    assert found.allclose(linear, atol=0.02)
