"""Every family builds, small, without Blender; its scenes are numbers that Blender can take."""

import numpy as np
import pytest

from engine.data.render.draw import Draw
from engine.data.render.families import FAMILIES
from engine.data.render.scene import Strands, Volume

DETAIL = 0.04


def arrays(scene):
    for part in scene.parts:
        if isinstance(part, Strands):
            yield from (part.points, part.radii, part.colours)
        elif isinstance(part, Volume):
            yield from (part.densities, part.size, part.colour)
        else:
            yield from (part.vertices, part.faces, part.colours)


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("family", FAMILIES)
def test_scenes_are_sound(family, seed):
    scene = FAMILIES[family](Draw(family, seed, DETAIL))
    assert any(part.framed for part in scene.parts)
    for part in scene.parts:
        assert all(np.isfinite(array).all() for array in arrays(scene))
        if isinstance(part, Strands):
            count, steps, _ = part.points.shape
            assert part.radii.shape == (count, steps)
            assert part.colours.shape == (count, steps, 3)
            assert part.radii.min() >= 0
        elif isinstance(part, Volume):
            voxels = 2 * part.size / part.densities.shape
            assert voxels == pytest.approx(voxels.mean(), rel=0.2)
            assert part.densities.min() >= 0
            assert part.colour.shape == (3,)
        else:
            assert part.colours.shape == part.vertices.shape
            assert part.faces.min() >= 0
            assert part.faces.max() < len(part.vertices)
        colours = part.colour if isinstance(part, Volume) else part.colours
        assert colours.min() > -0.01
        assert colours.max() < 2


@pytest.mark.parametrize("family", FAMILIES)
def test_scenes_follow_from_name_and_seed(family):
    first, again, other = (
        list(arrays(FAMILIES[family](Draw(family, seed, DETAIL)))) for seed in (4, 4, 5)
    )
    assert all((a == b).all() for a, b in zip(first, again, strict=True))
    assert len(first) != len(other) or any(
        a.shape != b.shape or (a != b).any() for a, b in zip(first, other, strict=True)
    )


def test_families_draw_apart_from_each_other():
    assert Draw("net", 1).between(0, 1) != Draw("boa", 1).between(0, 1)
