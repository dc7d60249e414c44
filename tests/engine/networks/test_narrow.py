"""Narrower relatives of the networks."""

import pytest
import torch

from engine.errors import WeightsError
from engine.networks import NETWORKS, create, entry_of, parameter_counts, training_adapters
from engine.networks.taps import tapped

CHANNELS = {"scaled": 4, "one-hot": 6, "guided": 24}


@pytest.mark.parametrize("name", NETWORKS)
def test_a_quarter_of_the_width_is_a_sixteenth_of_the_parameters_and_still_mattes(name):
    entry = entry_of(name, 0.25)
    network = entry.build().eval()
    whole = parameter_counts(name)["deployed"]
    assert whole / 20 < parameter_counts(name, 0.25)["deployed"] < whole / 8
    planes = torch.rand(1, CHANNELS[entry.trimap_input], 64, 64)
    with torch.no_grad(), tapped(network, [stage.path for stage in entry.stages]) as features:
        assert network(planes).shape == (1, 1, 64, 64)
    for stage in entry.stages:
        assert features[stage.path].shape[1:] == (
            stage.width,
            64 // stage.stride,
            64 // stage.stride,
        )


@pytest.mark.parametrize("name", [name for name, entry in NETWORKS.items() if entry.teacher])
def test_narrow_pairs_have_adapters_of_their_own_widths(name):
    adapters = training_adapters(name, width=0.25)
    student, teacher = entry_of(name, 0.25), entry_of(NETWORKS[name].teacher, 0.25)
    for stage, adapter in adapters.items():
        widths = student.stage(stage).width, teacher.stage(stage).width
        assert (adapter.in_channels, adapter.out_channels) == widths


def test_the_whole_width_is_the_network_itself():
    assert entry_of("dim-student", 1) is NETWORKS["dim-student"]


@pytest.mark.parametrize("width", [0, -1, 0.01, 100, float("nan")])
def test_impossible_widths_are_refused(width):
    with pytest.raises(WeightsError, match="times as wide"):
        create("dim-student", width)
