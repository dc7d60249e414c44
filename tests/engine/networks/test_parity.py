"""Every published network equals what its authors' code answers."""

import numpy as np
import pytest
import torch

from engine.errors import WeightsError
from engine.networks import NETWORKS, load_upstream
from engine.networks.taps import tapped
from engine.networks.upstream import translated
from tests.golden.recipe import golden_file, golden_pictures, golden_state, network_input

PUBLISHED = {
    "dim-teacher": "dim",
    "dim-student": "dim_student",
    "indexnet-teacher": "indexnet",
    "indexnet-student": "indexnet_student",
    "gca-teacher": "gca",
    "gca-student": "gca_student",
}
TRAINED = {"dim-teacher": "dim", "gca-teacher": "gca"}


def inputs(name):
    one_hot = NETWORKS[name].trimap_input == "one-hot"
    return torch.from_numpy(network_input(*golden_pictures(), one_hot=one_hot))


def loaded(name, golden):
    state = {key: torch.from_numpy(array) for key, array in golden_state(golden).items()}
    return load_upstream(name, state)


@pytest.fixture(params=PUBLISHED.items(), ids=PUBLISHED.keys())
def published(request):
    name, golden = request.param
    return name, loaded(name, golden), golden_file(golden)


def test_recipe_draws_the_published_weights():
    for golden in PUBLISHED.values():
        state, sums = golden_state(golden), golden_file(golden)["weight_checks"]
        drawn = [np.float64(state[key]).sum() for key in sorted(state)]
        np.testing.assert_allclose(drawn, sums, rtol=1e-6, atol=1e-6)


@torch.no_grad()
def test_alpha_in_double_precision(published):
    name, network, golden = published
    alpha = network.double()(inputs(name).double()).numpy()
    np.testing.assert_allclose(alpha.squeeze(1), golden["alpha64"].squeeze(), rtol=0, atol=1e-7)


@torch.no_grad()
def test_alpha_in_single_precision(published):
    name, network, golden = published
    alpha = network(inputs(name)).numpy()
    assert alpha.shape == (2, 1, 96, 64)
    np.testing.assert_allclose(alpha.squeeze(1), golden["alpha"].squeeze(), rtol=0, atol=1e-5)


@torch.no_grad()
def test_every_stage_of_dim_has_its_published_statistics():
    network, golden = loaded("dim-teacher", "dim").double(), golden_file("dim")
    paths = [key.removeprefix("stat/") for key in golden if key.startswith("stat/")]
    with tapped(network, paths) as features:
        network(inputs("dim-teacher").double())
    for path in paths:
        f = features[path].numpy().ravel()
        measured = [f.mean(), f.std(), np.abs(f).max(), f[0], f[-1]]
        np.testing.assert_allclose(measured, golden[f"stat/{path}"], rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(("name", "golden"), TRAINED.items())
@torch.no_grad()
def test_training_mode_in_double_precision(name, golden):
    expected = golden_file(golden)
    network = loaded(name, golden).double().train()
    alpha = network(inputs(name).double()).numpy().squeeze(1)
    np.testing.assert_allclose(alpha, expected["train/alpha64"].squeeze(), rtol=0, atol=1e-7)
    after = {f"train/after/{key}": value for key, value in upstream_state(name, network).items()}
    for key in expected:
        if key.startswith("train/after/"):
            np.testing.assert_allclose(after[key], expected[key], rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize(
    ("key", "code"), [("alpha_all_unknown", 128), ("alpha_no_unknown_fg", 255)]
)
@torch.no_grad()
def test_gca_where_the_trimap_knows_nothing_or_everything(key, code):
    image, trimap = golden_pictures()
    x = torch.from_numpy(network_input(image, np.full_like(trimap, code), one_hot=True))
    alpha = loaded("gca-teacher", "gca")(x).numpy()
    np.testing.assert_allclose(alpha, golden_file("gca")[key], rtol=0, atol=1e-5)


def upstream_state(name, network):
    """The network's state under the published keys."""
    ours = network.state_dict()
    keys = {key: torch.empty(0) for key in golden_state(PUBLISHED[name])}
    back = dict(zip(translated(name, keys), keys, strict=True))
    return {back[key]: tensor.numpy() for key, tensor in ours.items()}


def test_parallel_prefixes_are_taken_off():
    state = {f"module.{key}": torch.from_numpy(v) for key, v in golden_state("dim_student").items()}
    assert not load_upstream("dim-student", state).training


def test_foreign_keys_are_named():
    state = {key: torch.from_numpy(value) for key, value in golden_state("dim_student").items()}
    state["critic.weight"] = state.pop("up1.conv.cbr_unit.0.bias")
    with pytest.raises(WeightsError, match="missing: up1.conv.bias; unexpected: critic.weight"):
        load_upstream("dim-student", state)


def test_teacher_weights_do_not_fit_the_student():
    state = {key: torch.from_numpy(value) for key, value in golden_state("dim").items()}
    with pytest.raises(WeightsError, match="do not belong to dim-student") as caught:
        load_upstream("dim-student", state)
    assert "network that they were trained for" in caught.value.hint


def test_a_network_without_a_publication_cannot_be_imported():
    with pytest.raises(WeightsError, match="no published checkpoints of guided-student"):
        translated("guided-student", {})
