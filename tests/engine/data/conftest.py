"""Small folders of foregrounds and photographs."""

import cv2
import numpy as np
import pytest

from engine.data.composition import Sources


def disc(side, seed):
    """A soft-edged disc in random colours; uint8 (side, side, 4), BGRA."""
    generator = np.random.default_rng(seed)
    rows, columns = np.mgrid[0:side, 0:side] - side / 2
    alpha = np.clip((0.35 * side - np.hypot(rows, columns)) / (0.1 * side) + 0.5, 0, 1)
    colours = np.broadcast_to(generator.integers(0, 256, 3), (side, side, 3))
    return np.dstack([colours, np.rint(alpha * 255)]).astype(np.uint8)


@pytest.fixture
def folders(tmp_path):
    """Folders with three foregrounds (one of 16 bits) and two photographs."""
    foregrounds, backgrounds = tmp_path / "foregrounds", tmp_path / "backgrounds"
    foregrounds.mkdir()
    backgrounds.mkdir()
    for seed in (1, 2):
        cv2.imwrite(str(foregrounds / f"disc-{seed}.png"), disc(90, seed))
    cv2.imwrite(str(foregrounds / "disc-deep.png"), disc(90, 3).astype(np.uint16) * 257)
    for seed in (1, 2):
        photograph = np.random.default_rng(seed).integers(0, 256, (80, 100, 3), dtype=np.uint8)
        cv2.imwrite(str(backgrounds / f"photograph-{seed}.png"), photograph)
    return foregrounds, backgrounds


@pytest.fixture
def sources(folders):
    """Composites from these folders and from drawn foregrounds alike."""
    return Sources(
        foregrounds=tuple(sorted(folders[0].iterdir())),
        backgrounds=tuple(sorted(folders[1].iterdir())),
        procedural=0.4,
    )
