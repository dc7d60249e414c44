"""The flagship pair: counted, blending before it has learnt, near-sighted where it promised."""

import pytest
import torch
from torch.nn import functional as F

from engine.networks import NETWORKS, create, parameter_counts
from engine.networks.guided import (
    GUIDE_ALPHAS,
    INPUTS,
    N_GUIDES,
    STUDENT,
    Context,
    Local,
)
from engine.networks.propagation import propagate
from engine.networks.taps import tapped

PAIR = ("guided-teacher", "guided-student")


def awake(network):
    """The network with a head that answers, in evaluation mode, batch norms as after training."""
    torch.manual_seed(1)
    with torch.no_grad():
        for name, tensor in network.named_parameters():
            if "norm2" in name or "head" in name:
                tensor.normal_(0, 0.3)
        for module in network.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.running_mean.normal_(0, 0.3)
                module.running_var.uniform_(0.5, 2)
    return network.eval()


@pytest.mark.parametrize(
    ("name", "deployed", "training_only"),
    [("guided-teacher", 9_574_703, 0), ("guided-student", 1_647_519, 52_512)],
)
def test_parameters_are_counted(name, deployed, training_only):
    assert parameter_counts(name) == {"deployed": deployed, "training_only": training_only}


def test_student_names_its_teacher():
    assert NETWORKS["guided-student"].teacher == "guided-teacher"


@pytest.mark.parametrize("name", PAIR)
@torch.no_grad()
def test_stages_have_the_stated_width_and_stride(name):
    network, stages = create(name).eval(), NETWORKS[name].stages
    with tapped(network, [stage.path for stage in stages]) as features:
        network(torch.rand(1, INPUTS, 32, 48))
    for stage in stages:
        expected = (1, stage.width, 32 // stage.stride, 48 // stage.stride)
        assert features[stage.path].shape == expected, stage.name


@pytest.mark.parametrize("name", PAIR)
def test_every_weight_learns_once_the_heads_are_awake(name):
    network = awake(create(name)).train()
    alpha = network(torch.rand(2, INPUTS, 32, 48))
    assert alpha.shape == (2, 1, 32, 48)
    alpha.sum().backward()
    assert all(p.grad is not None and p.grad.isfinite().all() for p in network.parameters())


@torch.no_grad()
def test_untrained_context_spreads_the_mean_of_the_guides():
    inputs = torch.rand(1, INPUTS, 32, 48)
    coarse = create("guided-student").eval().get_submodule("context")(inputs)[:, :1]
    halved = F.avg_pool2d(inputs, 2)
    mean = halved[:, GUIDE_ALPHAS].mean(1, keepdim=True)
    trust, unknown = torch.full_like(mean, Context.TRUST), torch.ones_like(mean)
    assert coarse.allclose(propagate(halved[:, :3], mean, trust, unknown), atol=1e-5)
    assert not coarse.allclose(mean, atol=1e-2)


@torch.no_grad()
def test_what_is_known_is_exact_in_the_coarse_alpha():
    inputs = torch.rand(1, INPUTS, 32, 48)
    inputs[:, 3:6] = 0
    inputs[:, 3, :, :16] = inputs[:, 4, :, 16:31] = inputs[:, 5, :, 31:] = 1
    coarse = awake(create("guided-student")).eval().get_submodule("context")(inputs)[0, 0]
    assert (coarse[:, :8] == 0).all()
    assert (coarse[:, 16:] == 1).all()
    assert coarse[:, 8:16].unique().numel() > 64  # the cell that mixes codes is unknown


@torch.no_grad()
def test_untrained_local_network_answers_the_mean_of_guides_and_of_what_it_is_handed():
    inputs, handed = torch.rand(1, INPUTS, 9, 7), torch.rand(1, 5 + STUDENT.handed, 9, 7) - 0.5
    alpha = create("guided-student").eval().get_submodule("local")(inputs, handed)
    carried = (handed[:, 1:4] * inputs[:, :3]).sum(1, keepdim=True) + handed[:, 4:5]
    total = inputs[:, GUIDE_ALPHAS].sum(1, keepdim=True) + handed[:, :1] + carried.clamp(0, 1)
    assert alpha.allclose(total / (N_GUIDES + 2), atol=1e-6)


@pytest.mark.parametrize("name", PAIR)
def test_local_network_sees_no_further_than_its_radius(name):
    """And exactly as far: a smaller halo would leave seams, a larger one would waste work."""
    local = awake(create(name)).get_submodule("local")
    handed = local.stem[0].in_channels - INPUTS - 2 + 5
    inputs = torch.rand(1, INPUTS + handed, 31, 31, requires_grad=True)
    local(inputs[:, :INPUTS], inputs[:, INPUTS:])[0, 0, 15, 15].backward()
    rows, columns = inputs.grad.abs().sum((0, 1)).nonzero(as_tuple=True)
    reach = max((rows - 15).abs().max(), (columns - 15).abs().max())
    assert reach == Local.RADIUS
