"""What the families share, where its shape can be said in numbers."""

import numpy as np
import pytest

from engine.data.render import chains, flyaways, hairdos, openwork, people, smoke, umbels
from engine.data.render.draw import Draw
from engine.data.render.scene import Material
from engine.data.render.shapes import unit


@pytest.fixture
def draw():
    return Draw("tests", 1)


def flat(across, down):
    """A sheet without folds, on which a step across and a step down are alike."""
    u, v = np.broadcast_arrays(np.asarray(across, float), np.asarray(down, float))
    return np.stack([u, 0 * u, -v / openwork.ASPECT], axis=-1)


def area(mesh):
    a, b, c, d = (mesh.vertices[mesh.faces[:, corner]] for corner in range(4))
    return np.linalg.norm(np.cross(c - a, d - b), axis=1).sum() / 2


def test_cloth_is_missing_where_its_holes_are():
    row, column = (axis.ravel() for axis in np.mgrid[0:4, 0:5])
    places = np.stack([-0.8 + 0.4 * column, (row + 0.5) / 4], axis=1)
    sizes = np.linspace(0.05, 0.15, len(places))
    cloth = openwork.pierced(flat, places, sizes, np.ones_like, np.ones(3), Material())
    polygon = 24 * np.sin(2 * np.pi / 48)  # of 48 corners on a circle of radius 1
    assert area(cloth) == pytest.approx(2 / openwork.ASPECT - polygon * (sizes**2).sum(), rel=1e-3)
    middles = cloth.vertices[cloth.faces].mean(1)
    for place, size in zip(places, sizes, strict=True):
        hole = flat(place[0], place[1])
        assert np.linalg.norm(middles - hole, axis=1).min() > size


def test_rays_spread_evenly_around_their_axis(draw):
    axes = unit(draw.normal(3, 3))
    rays = umbels.spread(draw, axes, 400, 1.0)
    assert rays.shape == (3, 400, 3)
    for axis, around in zip(axes, rays, strict=True):
        assert np.arccos(around @ axis).max() < 1.25
        assert np.linalg.norm(unit(around.mean(0)) - axis) < 0.05


def test_links_follow_each_other_at_equal_steps():
    angle = np.linspace(0, 4, 500)
    path = np.stack([np.cos(angle), np.sin(angle), 0.2 * angle], axis=1)
    places, turns = chains.spaced(path, 0.05)
    steps = np.linalg.norm(np.diff(places, axis=0), axis=1)
    assert steps == pytest.approx(0.05, rel=0.03)
    along = unit(places[2:] - places[:-2])
    assert (along * turns[1:-1, :, 1]).sum(-1) == pytest.approx(1)


def test_hair_that_is_put_up_ends_at_the_knot_without_cutting_through_the_skull(draw):
    roots = people.scalp(draw, 2000)
    knot = unit(np.array([0.1, 0.8, 0.5]))
    strands = hairdos.gathered(draw, roots, knot)
    end = people.SKULL.centre + people.SKULL.radii * knot
    assert np.linalg.norm(strands[:, 0] - roots.places, axis=1).max() < 0.05
    assert np.linalg.norm(strands[:, -1] - end, axis=1).max() < 0.06
    assert people.SKULL.inside(strands).mean() < 0.01


def test_loosened_hairs_begin_on_hairs_that_are_there(draw):
    strands = draw.normal(6, 10, 3)
    loose = flyaways.loosened(draw, strands, 40, 0.3)
    distances = np.linalg.norm(loose[:, None, 0] - strands[None, :, 0], axis=-1)
    assert distances.min(1) == pytest.approx(0)
    assert (np.linalg.norm(loose[:, -1, None] - strands[None, :, -1], axis=-1) > 0.01).all()


def test_locks_stay_within_their_radius(draw):
    paths = np.cumsum(np.abs(draw.normal(3, 30, 3)) * 0.1, axis=1)
    strands = flyaways.locks(draw, paths, 50, 0.2, tip=0.5).reshape(3, 50, 30, 3)
    away = np.linalg.norm(strands - paths[:, None], axis=-1)
    assert (away <= 0.2 * np.linspace(1, 0.5, 30) + 1e-9).all()
    assert away[..., 0].max() > 0.15


@pytest.mark.parametrize("kind", [smoke.puff, smoke.plume, smoke.wisp, smoke.cloud, smoke.powder])
def test_smoke_thins_out_before_its_box_ends(kind):
    draw = Draw("tests", 2, 0.25)
    densities, size = kind(draw)
    cut = smoke.faded(densities)
    assert cut.shape == densities.shape
    assert cut.max() > 0
    voxels = 2 * size / cut.shape
    assert voxels == pytest.approx(voxels.mean(), rel=0.1)
    for axis in range(3):
        assert cut.take((0, -1), axis).max() < 0.002 * cut.max()
