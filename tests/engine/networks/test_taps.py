"""Taps: features come out, nothing stays behind."""

import pytest
import torch

from engine.networks import NETWORKS, create
from engine.networks.taps import tapped


def hooks_of(network):
    return sum(len(module._forward_hooks) for module in network.modules())


PUBLISHED = [name for name, entry in NETWORKS.items() if entry.trimap_input != "guided"]


@pytest.mark.parametrize("name", PUBLISHED)
@torch.no_grad()
def test_stages_have_the_stated_width_and_stride(name):
    network, stages = create(name).eval(), NETWORKS[name].stages
    channels = 6 if NETWORKS[name].trimap_input == "one-hot" else 4
    with tapped(network, [stage.path for stage in stages]) as features:
        network(torch.rand(1, channels, 64, 96))
    for stage in stages:
        expected = (1, stage.width, 64 // stage.stride, 96 // stage.stride)
        assert features[stage.path].shape == expected, stage.name


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_stage_name_means_one_stride_everywhere(name):
    for stage in NETWORKS[name].stages:
        depth = int(stage.name[-1])
        assert stage.stride == 2 ** (depth - stage.name.startswith("d"))


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_distilled_stages_exist(name):
    entry = NETWORKS[name]
    assert len([entry.stage(stage) for stage in entry.distilled]) == 4


def test_taps_keep_gradients():
    network = torch.nn.Sequential(torch.nn.Conv2d(4, 2, 1), torch.nn.Conv2d(2, 1, 1))
    with tapped(network, ["0"]) as features:
        network(torch.rand(1, 4, 5, 5))
    features["0"].sum().backward()
    assert network[0].weight.grad is not None


def test_hooks_are_gone_after_an_exception():
    network = create("dim-student")
    with pytest.raises(RuntimeError, match="stop"), tapped(network, ["down2", "up5"]):
        raise RuntimeError("stop")
    assert hooks_of(network) == 0


def test_a_wrong_path_is_named_and_leaves_no_hook():
    network = create("dim-student")
    with pytest.raises(KeyError, match="down9"), tapped(network, ["down2", "down9"]):
        pass
    assert hooks_of(network) == 0
