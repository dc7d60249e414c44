"""What a run computes with: device, precision, and batch norms that stay as they are."""

from dataclasses import replace

import pytest
import torch

from engine.errors import DeviceError
from engine.matting.devices import available
from engine.training import checkpoint, machine, plain_samples, validation
from engine.training.events import Started
from engine.training.spec import RunSpec
from engine.training.worker import run

SPEC = RunSpec(
    network="dim-student", width=0.1, procedural=1, batch=2, crop=64, workers=0, steps=4,
    warm_up=0, precision="float32", device="cpu", preview_composites=0,
)  # fmt: skip


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(plain_samples, "SIDE", 192)
    monkeypatch.setattr(validation, "BATCHES", 1)


def ran(spec, folder):
    events = []
    run(spec, folder, events.append, resume=False)
    return events


def statistics(folder):
    weights = checkpoint.load(folder)["network"]
    return [tensor for key, tensor in weights.items() if "running_" in key]


@pytest.mark.parametrize("device", [name for name in ("cuda", "mps") if name not in available()])
def test_a_device_that_is_not_there_is_refused_before_anything_is_written(tmp_path, device):
    with pytest.raises(DeviceError, match=f"no device “{device}”") as caught:
        ran(replace(SPEC, device=device), tmp_path / "run")
    assert "Choose one of: auto, " in caught.value.hint
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("precision", ["float32", "bfloat16", "float16"])
def test_every_precision_learns_and_is_told(tmp_path, precision):
    started, *_ = ran(replace(SPEC, precision=precision), tmp_path / "run")
    assert started == Started(0, 0.0, "cpu", precision, 1)
    weights = checkpoint.load(tmp_path / "run")["network"]
    assert all(tensor.isfinite().all() for tensor in weights.values())
    assert {tensor.dtype for tensor in weights.values()} == {torch.float32, torch.int64}


def test_float16_scales_its_gradients_and_a_resumed_run_goes_on_scaling(tmp_path):
    half = replace(SPEC, precision="float16")
    ran(replace(half, steps=2), tmp_path)
    scaler = checkpoint.load(tmp_path)["scaler"]
    assert scaler["scale"] > 1
    run(half, tmp_path, lambda _event: None, resume=True)
    after = checkpoint.load(tmp_path)["scaler"]
    assert after["_growth_tracker"] == scaler["_growth_tracker"] + 2


def test_the_processor_chooses_a_precision_of_its_own():
    native = torch.cpu._is_avx512_bf16_supported()
    chosen = machine.chosen(replace(SPEC, precision="auto"))
    assert chosen.device.type == "cpu"
    assert chosen.precision == (torch.bfloat16 if native else torch.float32)


def test_norms_frozen_from_the_start_keep_what_they_began_with(tmp_path):
    ran(replace(SPEC, freeze_norms=0), tmp_path)
    assert all(bool(tensor.eq(tensor.flatten()[0]).all()) for tensor in statistics(tmp_path))
    assert {float(tensor.flatten()[0]) for tensor in statistics(tmp_path)} == {0.0, 1.0}


def test_norms_frozen_half_way_keep_what_they_had_then(tmp_path):
    ran(replace(SPEC, freeze_norms=0.5, save_every=2, steps=4), tmp_path / "half")
    ran(replace(SPEC, freeze_norms=0.5, steps=4, rate=1e-12), tmp_path / "still")
    counts = {
        key: int(tensor)
        for key, tensor in checkpoint.load(tmp_path / "half")["network"].items()
        if key.endswith("num_batches_tracked")
    }
    assert set(counts.values()) == {2}
    moved = zip(statistics(tmp_path / "half"), statistics(tmp_path / "still"), strict=True)
    assert any(not one.equal(other) for one, other in moved)
