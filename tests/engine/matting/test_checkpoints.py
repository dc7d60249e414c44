"""Published checkpoints: read without running their code, or refused in words."""

import zipfile
from pathlib import Path

import pytest
import torch

from engine.errors import WeightsError
from engine.matting.checkpoints import import_checkpoint, read_checkpoint
from engine.matting.weights import load_network
from engine.networks import load_upstream
from tests.golden.recipe import golden_state


def published():
    return {key: torch.from_numpy(array) for key, array in golden_state("dim_student").items()}


@pytest.mark.parametrize("wrapper", [None, "state_dict", "model"])
def test_a_published_checkpoint_becomes_usable(tmp_path, wrapper):
    state = {f"module.{key}": tensor for key, tensor in published().items()}
    content = {wrapper: state, "epoch": 12, "loss": 0.1} if wrapper else state
    torch.save(content, tmp_path / "best.tar")
    entry = import_checkpoint(tmp_path / "best.tar", "dim-student", tmp_path / "library")
    network = load_network("dim-student", where=[tmp_path / "library"])
    expected = load_upstream("dim-student", published()).state_dict()
    assert all(torch.equal(expected[key], tensor) for key, tensor in network.state_dict().items())
    assert entry.card.parameters == 4_877_283
    assert "best.tar" in entry.card.method


def test_a_pickled_module_is_refused_with_the_remedy(tmp_path):
    torch.save({"model": torch.nn.Conv2d(1, 1, 1)}, tmp_path / "best.tar")
    with pytest.raises(WeightsError, match="could run any code") as caught:
        read_checkpoint(tmp_path / "best.tar")
    assert "module.state_dict()" in caught.value.hint


class Trap:
    """A pickle that leaves a file behind if it is ever obeyed."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


def test_nothing_in_a_checkpoint_is_run(tmp_path):
    torch.save({"state_dict": Trap(tmp_path / "sprung")}, tmp_path / "evil.pth")
    with pytest.raises(WeightsError):
        read_checkpoint(tmp_path / "evil.pth")
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("content", [b"", b"not a checkpoint", b"PK\x03\x04 cut off", b"\x80\x02}"])
def test_what_is_no_checkpoint_is_refused(tmp_path, content):
    (tmp_path / "any.pth").write_bytes(content)
    with pytest.raises(WeightsError, match="any.pth"):
        read_checkpoint(tmp_path / "any.pth")


def test_a_truncated_checkpoint_is_refused(tmp_path):
    torch.save(published(), tmp_path / "whole.pth")
    content = (tmp_path / "whole.pth").read_bytes()
    (tmp_path / "half.pth").write_bytes(content[: len(content) // 2])
    with pytest.raises(WeightsError, match=r"half\.pth"):
        read_checkpoint(tmp_path / "half.pth")


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.pth", tmp_path):
        with pytest.raises(WeightsError, match="cannot be read"):
            read_checkpoint(path)


@pytest.mark.parametrize("content", [[1, 2], {"epoch": 3}, {}, {"state_dict": {"lr": 0.1}}])
def test_a_file_without_weights_is_refused(tmp_path, content):
    torch.save(content, tmp_path / "any.pth")
    with pytest.raises(WeightsError, match="no weights by name"):
        read_checkpoint(tmp_path / "any.pth")


@pytest.mark.parametrize("content", [b"\x80\x02e.", b"\x80\x02t.", b"\x80\x02}s.", b"", b"PK\3\4"])
def test_a_damaged_pickle_is_refused_in_words(tmp_path, content):
    (tmp_path / "best.pth").write_bytes(content)
    with pytest.raises(WeightsError) as caught:
        read_checkpoint(tmp_path / "best.pth")
    assert caught.value.hint
    with zipfile.ZipFile(tmp_path / "best.tar", "w") as archive:
        archive.writestr("best/data.pkl", content)
        archive.writestr("best/version", "3\n")
    with pytest.raises(WeightsError):
        read_checkpoint(tmp_path / "best.tar")
