"""Folders of small photographs with trimaps, some of them broken, and a session that is a blur."""

import cv2
import numpy as np
import PIL.Image
import pytest

from engine.batch.orders import Orders
from engine.errors import Cancelled
from engine.trimap.codes import clamp_known

GOOD = ("ant", "bee", "cat", "dog", "eel")


class Blur:
    """A session whose network is a blur of the trimap."""

    def __init__(self):
        self.made = []

    def matte(self, image, trimap, progress=None, cancelled=None):
        del progress
        if cancelled():
            raise Cancelled
        self.made.append(image.shape)
        blurred = cv2.GaussianBlur(trimap.astype(np.float32) / 255, (0, 0), 3)
        return clamp_known(blurred, trimap)


@pytest.fixture
def blur():
    return Blur()


def picture(seed, width=48, height=40):
    draw = np.random.default_rng(seed)
    return draw.integers(0, 256, (height, width, 3), dtype=np.uint8)


def trimap(width=48, height=40):
    made = np.zeros((height, width), np.uint8)
    made[:, width // 3 : 2 * width // 3], made[:, 2 * width // 3 :] = 128, 255
    return made


def save(folder, name, pixels):
    folder.mkdir(parents=True, exist_ok=True)
    PIL.Image.fromarray(pixels).save(folder / name)
    return folder / name


@pytest.fixture
def folders(tmp_path):
    """Photographs and trimaps of five animals."""
    for seed, name in enumerate(GOOD):
        save(tmp_path / "images", f"{name}.png", picture(seed))
        save(tmp_path / "trimaps", f"{name}.png", trimap())
    return tmp_path / "images", tmp_path / "trimaps", tmp_path / "out"


@pytest.fixture
def orders(folders):
    images, trimaps, output = folders
    return Orders(images=images, trimaps=trimaps, output=output, model="dim-student")
