"""A library with one entry, and a picture with its trimap."""

import json

import numpy as np
import PIL.Image
import pytest

from engine.cli import main
from engine.matting import library
from engine.matting.cards import Card

CARD = Card(
    name="dim-student",
    title="Untrained",
    parameters=4_877_283,
    method="none",
    data=(),
    intended_use="tests",
    limits="knows nothing",
    licence="MIT",
)


@pytest.fixture
def entry(tmp_path, monkeypatch):
    """The person's library in a folder of its own, holding “dim-student” without any numbers."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    weights = tmp_path / "weights"
    weights.write_bytes(b"nothing yet")
    return library.add(weights, CARD, library.personal_folder())


@pytest.fixture(scope="session")
def untrained(tmp_path_factory):
    """A file of random weights for “dim-student”."""
    from engine.matting.weights import save_weights
    from engine.networks import create

    path = tmp_path_factory.mktemp("weights") / "dim-student.safetensors"
    save_weights(path, create("dim-student"))
    return path


@pytest.fixture
def usable(entry, untrained):
    """The same library, with weights that can be loaded."""
    return library.add(untrained, CARD, entry.path.parent)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """The current folder: image.png and trimap.png, 48 × 40, and nothing else."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    noise = np.random.default_rng(0).integers(0, 256, (40, 48, 3), dtype=np.uint8)
    PIL.Image.fromarray(noise).save("image.png")
    trimap = np.zeros((40, 48), np.uint8)
    trimap[:, 16:32], trimap[:, 32:] = 128, 255
    PIL.Image.fromarray(trimap).save("trimap.png")
    return folder


@pytest.fixture
def refused(entry, desk, capsys):  # noqa: ARG001 - the library must hold something
    """A function: arguments to “message|hint”, having seen code 2 and no file come into being."""

    def run(*arguments):
        before = sorted(desk.rglob("*"))
        assert main(arguments) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert sorted(desk.rglob("*")) == before
        message, hint = printed.err.splitlines()
        return f"{message}|{hint}"

    return run


@pytest.fixture
def answered(usable, desk, capsys):  # noqa: ARG001 - the files and weights it works on
    """A function: arguments to the JSON that is printed, having seen code 0."""

    def run(*arguments):
        assert main([*arguments, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return run
