"""Trunks from elsewhere do with our input what they did with theirs."""

import h5py
import numpy as np
import pytest
import torch
from torch.nn import functional as F

from engine.cli import main
from engine.errors import WeightsError
from engine.networks import create
from engine.networks.taps import tapped
from engine.training.starts import trunk
from engine.training.starts.keras import arrays_of
from engine.training.starts.trunk import calibration, with_trunk

VGG = ((3, (64, 64)), (64, (128, 128)), (128, (256,) * 3), (256, (512,) * 3), (512, (512,) * 3))


def written(path, arrays):
    with h5py.File(path, "w") as file:
        for name, array in arrays.items():
            file[name] = array
    return path


@pytest.fixture(scope="module", autouse=True)
def _little_to_calibrate_on():
    """As much as the numbers by chance need: every channel but the dead one fires at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trunk, "PICTURES", 2)
        patch.setattr(trunk, "SIDE", 96)
        yield


@pytest.fixture(scope="module")
def vgg(tmp_path_factory):
    """A file as the package has it, its numbers by chance; channel 3 of stage 1 never fires."""
    draw = np.random.default_rng(0)
    arrays = {}
    for stage, (inputs, widths) in enumerate(VGG, start=1):
        for number, width in enumerate(widths):
            name = f"block{stage}/layers/conv2d" + (f"_{number}" if number else "")
            scale = (2 / (9 * inputs)) ** 0.5 / (60 if inputs == 3 else 1)
            kernel = draw.normal(0, scale, (3, 3, inputs, width)).astype(np.float32)
            bias = draw.normal(0, 0.1, width).astype(np.float32)
            if inputs == 3:
                kernel[..., 3], bias[3] = 0, -1
            arrays[f"{name}/vars/0"], arrays[f"{name}/vars/1"] = kernel, bias
            inputs = width
    return written(tmp_path_factory.mktemp("vgg") / "vgg.h5", arrays)


@pytest.fixture(scope="module")
def filled(vgg):
    """The DIM teacher with that trunk."""
    return with_trunk("dim-teacher", vgg).eval()


def colours():
    return torch.rand(2, 3, 96, 96, generator=torch.Generator().manual_seed(2))


def ours(colour, trimap=0.5):
    mean, deviation = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])
    planes = (colour - mean[:, None, None]) / deviation[:, None, None]
    return torch.cat([planes, torch.full_like(planes[:, :1], trimap)], dim=1)


def test_dims_first_layer_answers_what_vgg_answers(vgg, filled):
    arrays = arrays_of(vgg)
    blue_first = colours().flip(1) * 255 - torch.tensor([103.939, 116.779, 123.68])[:, None, None]
    with torch.no_grad(), tapped(filled, ["down1.conv1.norm"], copied=True) as features:
        filled(ours(colours()))
        first = F.relu(features["down1.conv1.norm"])
    weight, bias = (arrays[f"block1/layers/conv2d/vars/{i}"] for i in (0, 1))
    weight = torch.from_numpy(weight.transpose(3, 2, 0, 1).copy())
    plain = F.relu(F.conv2d(blue_first, weight, torch.from_numpy(bias), padding=1))
    alive = [channel for channel in range(64) if channel != 3]
    inside = (slice(None), alive, slice(2, -2), slice(2, -2))
    torch.testing.assert_close(first[inside], plain[inside], rtol=1e-3, atol=1e-3)


def test_a_dead_channel_starts_afresh_and_a_norm_does_nothing(filled):
    layer = filled.down1.conv1
    assert layer.conv.weight[3].abs().sum() > 0
    assert layer.conv.bias[3] == 0
    assert not filled.down1.conv2.conv.weight[:, 3].any()  # what follows does not notice
    x = calibration(None)
    with torch.no_grad():
        before = layer.conv(x)
        torch.testing.assert_close(layer.norm(before), before, rtol=1e-3, atol=1e-4)


def test_the_trimap_says_nothing_yet(filled):
    with torch.no_grad():
        known, unknown = (filled.down1.conv1(ours(colours(), trimap=t)) for t in (0.0, 1.0))
    differs = (known != unknown).any(dim=3).any(dim=2).any(dim=0)
    assert differs.nonzero().flatten().tolist() == [3]  # the one that was started afresh


@pytest.fixture(scope="module")
def mobilenet(tmp_path_factory):
    """MobileNetV2's trunk by chance, as Keras names it."""
    draw = np.random.default_rng(1)
    arrays = {}

    def norm(name, width):
        arrays[f"{name}/gamma"] = draw.uniform(0.5, 1.5, width).astype(np.float32)
        arrays[f"{name}/beta"] = draw.normal(0, 0.3, width).astype(np.float32)
        arrays[f"{name}/moving_mean"] = draw.normal(0, 0.3, width).astype(np.float32)
        arrays[f"{name}/moving_variance"] = draw.uniform(0.001, 1, width).astype(np.float32)

    def conv(name, norm_name, *shape):
        arrays[f"{name}/kernel"] = draw.normal(0, 0.3, shape).astype(np.float32)
        norm(norm_name, shape[2] if shape[-1] == 1 else shape[3])

    top = "model_weights/mobilenetv2_1.00_160/"
    conv(f"{top}Conv1", f"{top}bn_Conv1", 3, 3, 3, 32)
    widths = [16, 24, 24, 32, 32, 32, 64, 64, 64, 64, 96, 96, 96, 160, 160, 160, 320]
    inputs = 32
    for number, width in enumerate(widths):
        name = f"{top}block_{number}" if number else f"{top}expanded_conv"
        middle = inputs * 6 if number else inputs
        if number:
            conv(f"{name}_expand", f"{name}_expand_BN", 1, 1, inputs, middle)
        conv(f"{name}_depthwise", f"{name}_depthwise_BN", 3, 3, middle, 1)
        conv(f"{name}_project", f"{name}_project_BN", 1, 1, middle, width)
        inputs = width
    return written(tmp_path_factory.mktemp("mobilenet") / "mobilenet.h5", arrays)


def test_indexnets_first_layers_answer_what_mobilenet_answers(mobilenet):
    arrays = {name.rpartition("160/")[2]: array for name, array in arrays_of(mobilenet).items()}

    def normed(x, name):
        gamma, beta, mean, variance = (
            torch.from_numpy(arrays[f"{name}/{part}"])[:, None, None]
            for part in ("gamma", "beta", "moving_mean", "moving_variance")
        )
        return (x - mean) / (variance + 1e-3).sqrt() * gamma + beta

    def convolved(x, name, order, groups=1, padding=0):
        kernel = torch.from_numpy(arrays[f"{name}/kernel"].transpose(order).copy())
        return F.conv2d(x, kernel, padding=padding, groups=groups)

    x = convolved(colours() * 2 - 1, "Conv1", (3, 2, 0, 1), padding=1)
    x = F.relu6(normed(x, "bn_Conv1"))
    x = convolved(x, "expanded_conv_depthwise", (2, 3, 0, 1), groups=32, padding=1)
    x = F.relu6(normed(x, "expanded_conv_depthwise_BN"))
    x = normed(convolved(x, "expanded_conv_project", (3, 2, 0, 1)), "expanded_conv_project_BN")
    network = with_trunk("indexnet-teacher", mobilenet).eval()
    with torch.no_grad():
        found = network.layer0(ours(colours()))
        # before its first layer's own pooling, as MobileNetV2 goes on without one
        found = network.layer1(found)
    inside = (..., slice(3, -3), slice(3, -3))
    torch.testing.assert_close(found[inside], x[inside], rtol=1e-3, atol=1e-3)


def test_every_block_of_the_trunk_is_filled(mobilenet):
    fresh, filled = create("indexnet-teacher"), with_trunk("indexnet-teacher", mobilenet)
    trunk = [key for key in filled.state_dict() if key.startswith("layer") and "weight" in key]
    assert len(trunk) == 2 * (1 + 2 + 3 * 16)
    for key in trunk:
        assert not torch.equal(fresh.state_dict()[key], filled.state_dict()[key])


def test_start_writes_weights_that_a_run_can_begin_with(vgg, tmp_path, capsys):
    out = tmp_path / "start.safetensors"
    assert main(["start", "dim-teacher", "--trunk", str(vgg), "--out", str(out)]) == 0
    assert str(out) in capsys.readouterr().out
    from safetensors.torch import load_file

    create("dim-teacher").load_state_dict(load_file(out))


def test_what_cannot_start_is_refused_in_words(vgg, mobilenet, tmp_path):
    with pytest.raises(WeightsError, match="takes no trunk"):
        with_trunk("gca-teacher", vgg)
    with pytest.raises(WeightsError, match="lacks VGG-16"):
        with_trunk("dim-teacher", mobilenet)
    with pytest.raises(WeightsError, match="no MobileNetV2"):
        with_trunk("indexnet-teacher", vgg)
    (tmp_path / "text.h5").write_text("no weights")
    with pytest.raises(WeightsError, match="no Keras file"):
        with_trunk("dim-teacher", tmp_path / "text.h5")
