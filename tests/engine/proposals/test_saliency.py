"""The network for proposals: it is what its card says, and it sees what stands out."""

import hashlib
import json
import shutil
import subprocess
import sys

import cv2
import numpy as np
import pytest

from engine.errors import WeightsError
from engine.matting import library
from engine.proposals.saliency import NAME, SIDE, SaliencyNetwork, card
from engine.resources import models_folder, resources_folder


@pytest.fixture(scope="module")
def saliency():
    return SaliencyNetwork()


@pytest.fixture
def copy(tmp_path):
    """A folder with a copy of the network and its card."""
    for suffix in (".onnx", ".json"):
        shutil.copyfile(models_folder() / f"{NAME}{suffix}", tmp_path / f"{NAME}{suffix}")
    return tmp_path


def disc(height, width, dtype=np.uint8):
    """A red disc at the left of a grey ground, and where it is."""
    image = np.full((height, width, 3), 170, dtype)
    place = np.zeros((height, width), np.uint8)
    cv2.circle(place, (width // 3, height // 2), height // 4, 1, -1)
    image[place > 0] = (200, 30, 40)
    return image, place > 0


def test_the_card_tells_the_truth_about_the_file():
    content = (models_folder() / f"{NAME}.onnx").read_bytes()
    assert card().sha256 == hashlib.sha256(content).hexdigest()
    assert card().licence.startswith("Apache-2.0")
    assert all(source.licence for source in card().data)


def test_the_licence_is_there_in_full():
    text = (resources_folder() / "licences" / "Apache-2.0.txt").read_text(encoding="utf-8")
    assert "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION" in text


def test_it_is_no_entry_of_the_library_of_weights():
    assert NAME not in {entry.card.name for entry in library.entries()}
    with pytest.raises(WeightsError):
        library.find(NAME)


def test_it_sees_a_disc_on_a_flat_ground(saliency):
    image, place = disc(240, 400)
    seen = saliency.look(image)
    assert seen.shape == (SIDE, SIDE)
    assert seen.dtype == np.float32
    assert 0 <= seen.min() <= seen.max() <= 1
    found = cv2.resize(seen, (400, 240)) > 0.5
    assert (found & place).sum() / (found | place).sum() > 0.9


def test_sixteen_bits_say_the_same_as_eight(saliency):
    image, _ = disc(200, 200)
    deep = image.astype(np.uint16) * 257
    np.testing.assert_allclose(saliency.look(deep), saliency.look(image), atol=0.02)


def test_nothing_stands_out_of_one_colour(saliency):
    assert saliency.look(np.full((90, 120, 3), 120, np.uint8)).max() < 0.5


def test_a_damaged_file_is_refused(copy):
    path = copy / f"{NAME}.onnx"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(WeightsError, match="damaged") as refused:
        SaliencyNetwork(copy)
    assert refused.value.hint == "Install the program again."


@pytest.mark.parametrize("suffix", [".onnx", ".json"])
def test_a_missing_file_is_named(copy, suffix):
    (copy / f"{NAME}{suffix}").unlink()
    with pytest.raises(WeightsError, match=f"{NAME}{suffix} cannot be read"):
        SaliencyNetwork(copy)


def test_the_card_is_one_like_its_neighbours():
    given = json.loads((models_folder() / f"{NAME}.json").read_text(encoding="utf-8"))
    neighbour = next(path for path in models_folder().glob("*-student.json"))
    assert set(given) <= set(json.loads(neighbour.read_text(encoding="utf-8")))


def test_a_proposal_needs_no_torch_and_reads_nothing_before_it_is_asked():
    code = (
        "import sys, engine.proposals.proposal as p, engine.proposals.encircled;"
        "assert 'torch' not in sys.modules; assert p.network.cache_info().currsize == 0"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
