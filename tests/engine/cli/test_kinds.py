"""Pictures of every kind and size go through `matte` with the default model, untrained."""

import numpy as np
import PIL.Image
import pytest

from engine.catalog import DEFAULT
from engine.cli import main
from engine.imaging.reading import read_alpha
from engine.matting import library
from engine.matting.cards import Card

WORDS = {"title": "Untrained", "method": "none", "intended_use": "tests", "limits": "all"}


@pytest.fixture(scope="module")
def default_weights(tmp_path_factory):
    from engine.matting.weights import save_weights
    from engine.networks import create

    path = tmp_path_factory.mktemp("weights") / "w.safetensors"
    save_weights(path, create(DEFAULT))
    return path


@pytest.fixture
def matted(desk, default_weights, tmp_path, monkeypatch):
    """A function: mattes image and trimap of the desk by these names, and answers the alpha."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    card = Card(name=DEFAULT, parameters=1, data=(), licence="MIT", **WORDS)
    library.add(default_weights, card)

    def run(image, trimap="trimap.png"):
        arguments = ["matte", image, "--trimap", trimap, "--output", "a.png", "--cutout", "c.png"]
        assert main(arguments) == 0
        return read_alpha(desk / "a.png")

    return run


def grey():
    return PIL.Image.open("image.png").convert("L")


def turned():
    exif = PIL.Image.Exif()
    exif[0x112] = 6  # to be turned by 90 degrees
    PIL.Image.open("image.png").transpose(PIL.Image.Transpose.ROTATE_90).save(
        "turned.jpg", exif=exif
    )
    return "turned.jpg"


def saved(name, picture):
    picture.save(name)
    return name


KINDS = {
    "grey": lambda: saved("grey.png", grey()),
    "16 bit grey": lambda: saved("g16.png", PIL.Image.fromarray(np.uint16(grey()) * 257)),
    "with alpha": lambda: saved("rgba.png", grey().convert("LA").convert("RGBA")),
    "palette": lambda: saved("palette.gif", grey().convert("P")),
    "one bit": lambda: saved("bit.png", grey().convert("1")),
    "CMYK": lambda: saved("cmyk.jpg", PIL.Image.open("image.png").convert("CMYK")),
    "turned": turned,
}


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_of_every_kind_are_matted(matted, kind):
    alpha = matted(KINDS[kind]())
    assert (alpha[:, :16] == 0).all()
    assert (alpha[:, 32:] == 1).all()


@pytest.mark.parametrize("size", [(2, 1), (2, 2), (3, 500), (500, 3), (1, 400)])
def test_pictures_of_every_size_are_matted(matted, size):
    width, height = size
    trimap = np.full((height, width), 128, np.uint8)
    trimap.flat[0], trimap.flat[-1] = 0, 255
    PIL.Image.fromarray(trimap).save("trimap.png")
    PIL.Image.open("image.png").resize(size).save("image.png")
    alpha = matted("image.png")
    assert alpha.shape == (height, width)
    assert (alpha.flat[0], alpha.flat[-1]) == (0, 1)


def test_values_near_the_codes_are_taken_for_them(matted):
    exact = matted("image.png")
    trimap = np.asarray(PIL.Image.open("trimap.png"))
    near = np.select([trimap == 0, trimap == 128], [9, 119], 246).astype(np.uint8)
    PIL.Image.fromarray(near).save("near.png")
    assert (matted("image.png", "near.png") == exact).all()


def test_a_single_pixel_is_refused_in_words(refused):
    PIL.Image.new("RGB", (1, 1)).save("image.png")
    PIL.Image.new("L", (1, 1), 128).save("trimap.png")
    words = refused("matte", "image.png", "--trimap", "trimap.png", "--model", "dim-student")
    assert words.startswith("The trimap has no foreground and no background.|")
