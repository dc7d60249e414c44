"""A run's state on disk: whole or not at all, and never unpickled."""

import pickle
import sys

import pytest
import torch
from safetensors.torch import load_file
from torch import nn

from engine.errors import RunError
from engine.training import checkpoint, files


class Stranger:
    """A pickle of it would run code."""


def state(step):
    return {"network": {"weight": torch.full((2, 2), float(step))}, "step": step, "seconds": 0.5}


def test_a_folder_without_checkpoint_has_none(tmp_path):
    assert checkpoint.load(tmp_path) is None


def test_state_returns_as_it_went(tmp_path):
    network = nn.Conv2d(1, 1, 1)
    checkpoint.save(tmp_path, state(7), network)
    loaded = checkpoint.load(tmp_path)
    assert (loaded["step"], loaded["seconds"]) == (7, 0.5)
    assert loaded["network"]["weight"].eq(7).all()
    weights = load_file(tmp_path / files.WEIGHTS)
    assert {k: v.tolist() for k, v in weights.items()} == {
        k: v.tolist() for k, v in network.state_dict().items()
    }


def test_only_whole_files_are_left(tmp_path):
    for step in (1, 2):
        checkpoint.save(tmp_path, state(step), nn.Conv2d(1, 1, 1))
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [files.WEIGHTS, files.CHECKPOINT]


def test_a_save_that_fails_keeps_the_one_before(tmp_path):
    checkpoint.save(tmp_path, state(1), nn.Conv2d(1, 1, 1))
    (tmp_path / (files.CHECKPOINT + ".part")).mkdir()  # in the way of the next one
    with pytest.raises(RunError, match="could not be written") as caught:
        checkpoint.save(tmp_path, state(2), nn.Conv2d(1, 1, 1))
    assert "the checkpoint before is kept" in caught.value.hint
    assert checkpoint.load(tmp_path)["step"] == 1


def test_a_half_written_file_is_not_taken_for_a_checkpoint(tmp_path):
    checkpoint.save(tmp_path, state(1), nn.Conv2d(1, 1, 1))
    (tmp_path / (files.CHECKPOINT + ".part")).write_bytes(b"PK\3\4 cut off")
    assert checkpoint.load(tmp_path)["step"] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes are limited on POSIX only")
def test_a_save_that_runs_out_of_room_leaves_nothing_of_itself(tmp_path):
    import resource

    checkpoint.save(tmp_path, state(1), nn.Conv2d(1, 1, 1))
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, usual[1]))
    try:
        with pytest.raises(RunError, match="could not be written"):
            checkpoint.save(tmp_path, {"network": torch.zeros(100_000)}, nn.Conv2d(1, 1, 1))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert sorted(path.name for path in tmp_path.iterdir()) == [files.WEIGHTS, files.CHECKPOINT]
    assert checkpoint.load(tmp_path)["step"] == 1


@pytest.mark.parametrize("kept", [0, 3, 0.5, 0.99])
def test_a_damaged_checkpoint_is_refused(tmp_path, kept):
    checkpoint.save(tmp_path, state(1), nn.Conv2d(1, 1, 1))
    path = tmp_path / files.CHECKPOINT
    content = path.read_bytes()
    path.write_bytes(content[: int(kept * len(content)) if kept < 1 else kept])
    with pytest.raises(RunError, match="is damaged") as caught:
        checkpoint.load(tmp_path)
    assert caught.value.hint.startswith("Put a copy back, or begin another run with “average.")


def test_a_pickle_is_refused_unread(tmp_path):
    (tmp_path / files.CHECKPOINT).write_bytes(pickle.dumps(Stranger()))
    with pytest.raises(RunError, match="is damaged"):
        checkpoint.load(tmp_path)
