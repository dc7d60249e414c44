"""Pictures that a run mattes now and then, and what it tells TensorBoard."""

from dataclasses import replace

import numpy as np
import PIL.Image
import pytest

from engine.errors import ImageError, TrimapError
from engine.imaging.reading import read_alpha, read_image, read_trimap
from engine.training import plain_samples, previews, validation
from engine.training.events import Previewed, StepDone
from engine.training.spec import RunSpec
from engine.training.worker import run

SPEC = RunSpec(
    network="dim-student", width=0.1, procedural=1, batch=2, crop=64, workers=0, steps=2,
    warm_up=0, precision="float32", device="cpu", preview_composites=2, validate_every=1,
    report_every=1,
)  # fmt: skip


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(plain_samples, "SIDE", 192)
    monkeypatch.setattr(previews, "SIDE", 96)
    monkeypatch.setattr(validation, "BATCHES", 1)


@pytest.fixture
def photograph(tmp_path):
    """A picture and its trimap, as a spec names them."""
    noise = np.random.default_rng(0).integers(0, 256, (40, 48, 3), dtype=np.uint8)
    PIL.Image.fromarray(noise).save(tmp_path / "image.png")
    trimap = np.zeros((40, 48), np.uint8)
    trimap[:, 16:32], trimap[:, 32:] = 128, 255
    PIL.Image.fromarray(trimap).save(tmp_path / "trimap.png")
    return {"image": str(tmp_path / "image.png"), "trimap": str(tmp_path / "trimap.png")}


def ran(spec, folder):
    events = []
    run(spec, folder, events.append, resume=False)
    return events


def test_the_same_pictures_are_matted_at_each_validation(tmp_path, photograph):
    folder = tmp_path / "run"
    told = [
        event
        for event in ran(replace(SPEC, previews=[photograph]), folder)
        if isinstance(event, Previewed)
    ]
    assert [event.step for event in told] == [1, 2, 2]
    assert told[0].files == [f"previews/1-{number}.png" for number in range(3)]
    names = {path.name for path in (folder / "previews").iterdir()}
    assert names == {
        *(f"{what}-{number}.png" for what in ("image", "trimap", 1, 2) for number in range(3)),
        *("target-0.png", "target-1.png"),
    }
    for number, size in enumerate([(96, 96), (96, 96), (40, 48)]):
        trimap = read_trimap(folder / f"previews/trimap-{number}.png", size)
        alpha = read_alpha(folder / f"previews/2-{number}.png")
        assert alpha.shape == size
        assert (alpha[trimap == 0] == 0).all()
        assert (alpha[trimap == 255] == 1).all()
    shown = read_image(folder / "previews/image-2.png").image
    assert (shown == read_image(photograph["image"]).image).all()


def test_the_composites_are_those_of_every_other_run(tmp_path):
    for name, seed in (("one", 1), ("two", 2)):
        ran(replace(SPEC, seed=seed, steps=1), tmp_path / name)
    pictures = [
        read_image(tmp_path / name / "previews/image-0.png").image for name in ("one", "two")
    ]
    assert (pictures[0] == pictures[1]).all()


def test_a_run_without_previews_makes_no_folder_for_them(tmp_path):
    events = ran(replace(SPEC, preview_composites=0), tmp_path / "run")
    assert not any(isinstance(event, Previewed) for event in events)
    assert not (tmp_path / "run" / "previews").exists()


def test_pictures_that_cannot_be_used_are_refused_before_anything_is_written(tmp_path, photograph):
    folder = tmp_path / "run"
    with pytest.raises(ImageError):
        ran(replace(SPEC, previews=[{**photograph, "image": "none.png"}]), folder)
    PIL.Image.fromarray(np.zeros((40, 48), np.uint8)).save(photograph["trimap"])
    with pytest.raises(TrimapError):
        ran(replace(SPEC, previews=[photograph]), folder)
    assert not folder.exists()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_where_tensorboard_is_installed_it_is_told_everything(tmp_path):
    pytest.importorskip("tensorboard")
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    events = ran(SPEC, tmp_path / "run")
    board = EventAccumulator(str(tmp_path / "run" / "tensorboard"))
    board.Reload()
    losses = [event.losses["alpha"] for event in events if isinstance(event, StepDone)]
    assert [scalar.value for scalar in board.Scalars("loss/alpha")] == pytest.approx(losses)
    assert {"rate", "validation/sad", "validation/mse"} <= set(board.Tags()["scalars"])
    assert [shown.step for shown in board.Images("preview/0")] == [1, 2, 2]
