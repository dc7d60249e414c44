"""Weights between files and networks."""

import pytest
import torch

from engine.errors import OutputError, WeightsError
from engine.matting.cards import Card, Source
from engine.matting.library import add
from engine.matting.weights import load_network, save_weights
from engine.networks import create


@pytest.fixture
def network():
    torch.manual_seed(0)
    network = create("dim-student")
    with torch.no_grad():
        network(torch.rand(2, 4, 32, 32))
    return network.eval()


@pytest.fixture
def library(tmp_path):
    return (tmp_path / "library",)


def shelve(library, source, name="dim-student", network=""):
    card = Card(
        name=name,
        network=network,
        title="A student",
        parameters=4_877_283,
        method="none",
        data=(Source("random numbers", "CC0"),),
        intended_use="tests",
        limits="knows nothing",
        licence="MIT",
    )
    return add(source, card, library[0])


def test_a_network_returns_from_the_library_as_it_went(network, library, tmp_path):
    save_weights(tmp_path / "w.safetensors", network, half=False)
    shelve(library, tmp_path / "w.safetensors")
    returned = load_network("dim-student", "cpu", library)
    assert not returned.training
    for key, tensor in network.state_dict().items():
        assert torch.equal(tensor, returned.state_dict()[key]), key


@torch.no_grad()
def test_sixteen_bits_halve_the_file_and_hardly_move_alpha(network, library, tmp_path):
    save_weights(tmp_path / "w.safetensors", network)
    size = shelve(library, tmp_path / "w.safetensors").path.stat().st_size
    assert size < 2.02 * 4_877_283
    returned = load_network("dim-student", where=library)
    assert all(p.dtype == torch.float32 for p in returned.parameters())
    inputs = torch.rand(1, 4, 64, 64)
    assert (returned(inputs) - network(inputs)).abs().mean() < 2e-3


def test_numbers_too_large_for_sixteen_bits_stay(network, library, tmp_path):
    network.get_submodule("down1.conv1.norm").running_var.fill_(1e6)
    save_weights(tmp_path / "w.safetensors", network)
    shelve(library, tmp_path / "w.safetensors")
    returned = load_network("dim-student", where=library)
    assert returned.get_submodule("down1.conv1.norm").running_var.eq(1e6).all()


def test_weights_may_have_another_name_than_their_network(network, library, tmp_path):
    save_weights(tmp_path / "w.safetensors", network)
    shelve(library, tmp_path / "w.safetensors", "my-hair", "dim-student")
    assert type(load_network("my-hair", where=library)) is type(network)


@pytest.mark.parametrize("network_on_the_card", ["dim-teacher", "never-heard-of"])
def test_a_card_of_another_network_is_refused(network, library, tmp_path, network_on_the_card):
    save_weights(tmp_path / "w.safetensors", network)
    shelve(library, tmp_path / "w.safetensors", "mine", network_on_the_card)
    with pytest.raises(WeightsError, match=network_on_the_card):
        load_network("mine", where=library)


def test_a_flipped_bit_is_refused(network, library, tmp_path):
    save_weights(tmp_path / "w.safetensors", network)
    path = shelve(library, tmp_path / "w.safetensors").path
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(WeightsError, match="damaged"):
        load_network("dim-student", where=library)


@pytest.mark.parametrize("kept", [0, 7, 1000, 1_000_000])
def test_a_truncated_file_is_refused_even_with_a_fitting_checksum(network, library, tmp_path, kept):
    save_weights(tmp_path / "w.safetensors", network)
    content = (tmp_path / "w.safetensors").read_bytes()
    (tmp_path / "w.safetensors").write_bytes(content[:kept])
    shelve(library, tmp_path / "w.safetensors")
    with pytest.raises(WeightsError, match="no safetensors file"):
        load_network("dim-student", where=library)


def test_a_pickle_is_refused(network, library, tmp_path):
    torch.save(network.state_dict(), tmp_path / "w.pth")
    shelve(library, tmp_path / "w.pth")
    with pytest.raises(WeightsError, match="no safetensors file"):
        load_network("dim-student", where=library)


def test_a_failed_save_leaves_nothing(network, tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OutputError, match="could not be written"):
        save_weights(tmp_path / "file" / "w.safetensors", network)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
