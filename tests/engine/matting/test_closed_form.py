"""The cheap closed form, beside the dense matting Laplacian solved without any art."""

import numpy as np
import pytest
import torch

from engine.matting.closed_form import (
    AGREEMENT,
    PULLS,
    closed_form,
    closed_forms,
    halved,
    linear_model,
    shrunk,
)
from engine.matting.laplacian import REGULARISATION, product, system
from engine.matting.samples import Samples
from tests.engine.dense import dense_laplacian


def problem(height=12, width=12):
    generator = np.random.default_rng(0)
    rows, columns = np.mgrid[0:height, 0:width] / 12
    image = np.stack([rows, columns, rows * columns], axis=-1) * 0.8
    image = (image + 0.1 * generator.random((height, width, 3))).astype(np.float32)
    trimap = np.full((height, width), 128, np.uint8)
    trimap[:, :3], trimap[:, -3:] = 0, 255
    return image, trimap


def test_the_equations_are_those_of_the_dense_laplacian():
    image, trimap = problem()
    unknown = trimap.ravel() == 128
    alpha = np.random.default_rng(1).random(trimap.size).astype(np.float32)
    alpha[~unknown] = (trimap.ravel() == 255)[~unknown]
    laplacian = dense_laplacian(image, REGULARISATION)
    equations = system(image, trimap)
    found = equations.among(alpha[unknown]) + equations.known
    assert found == pytest.approx((laplacian @ alpha)[unknown], abs=1e-3)
    assert equations.diagonal == pytest.approx(laplacian.diagonal()[unknown], abs=1e-3)


@pytest.mark.parametrize("with_mkl", [True, False])
def test_a_sparse_matrix_multiplies_as_a_dense_one_with_and_without_the_library_for_it(
    with_mkl, monkeypatch
):
    monkeypatch.setattr(torch.backends.mkl, "is_available", lambda: with_mkl)
    generator = np.random.default_rng(0)
    numbers = np.array([generator.permutation(12)[:5] for _ in range(12)], np.int32)
    numbers[generator.random(numbers.shape) < 0.3] = -1
    weights, vector = generator.random((12, 5), np.float32), generator.random(12, np.float32)
    dense = np.zeros((12, 12))
    for row in range(12):
        for column, weight in zip(numbers[row], weights[row], strict=True):
            if column >= 0:
                dense[row, column] = weight
    found = product(numbers, weights)(vector)
    assert found.dtype == np.float32
    assert found == pytest.approx(dense @ vector, abs=1e-5)


def test_the_answer_is_that_of_the_dense_system():
    image, trimap = problem()
    laplacian, unknown = dense_laplacian(image, REGULARISATION), trimap.ravel() == 128
    goal = (trimap.ravel() == 255).astype(np.float64)
    goal[unknown] = np.linalg.solve(
        laplacian[np.ix_(unknown, unknown)], -laplacian[unknown] @ np.where(unknown, 0, goal)
    )
    answer = np.clip(goal, 0, 1).reshape(trimap.shape)
    assert answer[trimap == 128].std() > 0.1
    assert closed_form(image, trimap) == pytest.approx(answer, abs=2e-3)


def test_samples_pull_as_in_the_dense_system():
    image, trimap = problem()
    generator = np.random.default_rng(3)
    samples = Samples(*generator.random((2, *trimap.shape), dtype=np.float32))
    laplacian, unknown = dense_laplacian(image, REGULARISATION), trimap.ravel() == 128
    known = np.where(unknown, 0, trimap.ravel() == 255).astype(np.float64)
    wanted, trust = samples.alpha.ravel()[unknown], samples.trust.ravel()[unknown].astype(float)
    for pull in PULLS:
        matrix = laplacian[np.ix_(unknown, unknown)] + np.diag(pull * trust)
        answer = np.linalg.solve(matrix, pull * trust * wanted - laplacian[unknown] @ known)
        answer = np.clip(answer, 0, 1)
        trust *= np.exp(-np.abs(answer - wanted) / AGREEMENT)
    plain, pulled = closed_forms(image, trimap, (samples,))
    assert pulled.ravel()[unknown] == pytest.approx(answer, abs=2e-3)
    assert (pulled.ravel()[~unknown] == known[~unknown]).all()
    assert plain == pytest.approx(closed_form(image, trimap), abs=0)


def test_samples_without_trust_change_nothing():
    image, trimap = problem()
    nothing = Samples(np.zeros(trimap.shape, np.float32), np.zeros(trimap.shape, np.float32))
    plain, pulled = closed_forms(image, trimap, (nothing,))
    assert pulled == pytest.approx(plain, abs=2e-3)


def test_known_pixels_are_exact():
    image, trimap = problem()
    alpha = closed_form(image, trimap)
    assert (alpha[trimap == 255] == 1).all()
    assert (alpha[trimap == 0] == 0).all()


@pytest.mark.parametrize("shape", [(1, 2), (2, 1), (2, 2), (1, 50), (3, 40)])
def test_small_pictures_have_an_answer_in_range(shape):
    generator = np.random.default_rng(0)
    image = generator.random((*shape, 3), dtype=np.float32)
    trimap = np.full(shape, 128, np.uint8)
    trimap.flat[0], trimap.flat[-1] = 0, 255
    alpha = closed_form(image, trimap)
    assert (alpha.dtype, alpha.shape) == (np.float32, shape)
    assert ((alpha >= 0) & (alpha <= 1)).all()


def test_a_flat_picture_has_an_answer_in_range():
    _, trimap = problem(90, 80)  # large enough for two levels
    alpha = closed_form(np.full((90, 80, 3), 0.5, np.float32), trimap)
    assert np.isfinite(alpha).all()
    assert alpha[trimap == 255].min() > 0.9
    assert alpha[trimap == 0].max() < 0.1


def test_linear_model_finds_alpha_that_is_linear_in_colour():
    image, _ = problem()
    slope = np.array([0.3, 0.2, -0.1], np.float32)
    model = linear_model(image, image @ slope + 0.2)
    alpha = (model[..., :3] * image).sum(-1) + model[..., 3]
    assert alpha == pytest.approx(image @ slope + 0.2, abs=0.02)


def test_a_cell_that_mixes_codes_is_unknown():
    trimap = np.array([[0, 0, 255, 255, 0], [0, 0, 255, 0, 0], [128, 0, 0, 0, 0]], np.uint8)
    image = np.zeros((3, 5, 3), np.float32)
    small, codes = halved(image, trimap)
    assert small.shape == (2, 3, 3)
    assert codes[0, 0] == 0
    assert codes[0, 1] == 128
    assert codes[1, 0] == 128


def test_shrinking_keeps_means():
    image = np.random.default_rng(0).random((8, 12, 3), dtype=np.float32)
    small, codes = shrunk(image, np.full((8, 12), 255, np.uint8), 2, 3)
    assert small == pytest.approx(image.reshape(2, 4, 3, 4, 3).mean((1, 3)), abs=1e-6)
    assert (codes == 255).all()


def test_samples_of_two_kinds_pull_like_their_mean():
    image, trimap = problem()
    generator = np.random.default_rng(5)
    one = Samples(*generator.random((2, *trimap.shape), dtype=np.float32))
    half = Samples(one.alpha, one.trust / 2)
    _, whole = closed_forms(image, trimap, (one,))
    _, halves = closed_forms(image, trimap, (half, half))
    assert np.abs(whole - halves).max() < 1e-4
