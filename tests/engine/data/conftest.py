"""Small folders of foregrounds and photographs."""

import numpy as np
import pytest

from engine.data.composition import Sources
from engine.data.foregrounds import background_files, foreground_files
from tests.engine.data.pictures import disc, write


@pytest.fixture
def folders(tmp_path):
    """Folders with three foregrounds (one of 16 bits) and two photographs."""
    foregrounds, backgrounds = tmp_path / "foregrounds", tmp_path / "backgrounds"
    for seed in (1, 2):
        write(foregrounds / f"disc-{seed}.png", disc(90, seed))
    write(foregrounds / "disc-deep.png", disc(90, 3).astype(np.uint16) * 257)
    for seed in (1, 2):
        photograph = np.random.default_rng(seed).integers(0, 256, (80, 100, 3), dtype=np.uint8)
        write(backgrounds / f"photograph-{seed}.png", photograph)
    return foregrounds, backgrounds


@pytest.fixture
def sources(folders):
    """Composites from these folders and from drawn foregrounds alike."""
    return Sources(
        foregrounds=foreground_files(folders[0]),
        backgrounds=background_files(folders[1]),
        procedural=0.4,
    )
