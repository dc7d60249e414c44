"""Strands and meshes against slow and plain ways to say the same."""

import numpy as np
import pytest

from engine.data.render import growth, shapes
from engine.data.render.draw import Draw


@pytest.fixture
def draw():
    return Draw("tests", 1)


def test_turns_are_orthonormal_and_follow_the_axes():
    turn = shapes.rotation(0, 0, np.pi / 2)
    assert turn @ [1, 0, 0] == pytest.approx([0, 1, 0])
    for matrix in (shapes.rotation(0.3, -1, 2), *shapes.frames(np.eye(3) + 0.1)):
        assert matrix @ matrix.T == pytest.approx(np.eye(3))
        assert np.linalg.det(matrix) == pytest.approx(1)


def test_finer_curves_pass_through_the_old_points(draw):
    points = draw.normal(5, 4, 3)
    assert shapes.resampled(points, 10)[:, ::3] == pytest.approx(points)
    line = np.linspace(0, 1, 6)[None, :, None] * np.ones((1, 1, 3))
    assert shapes.resampled(line, 11)[0, :, 0] == pytest.approx(np.linspace(0, 1, 11))


def test_tubes_keep_their_radius(draw):
    path = np.cumsum(np.abs(draw.normal(8, 3)), axis=0)
    vertices, faces = shapes.tube(path, 0.2, sides=6)
    rings = vertices.reshape(6, 8, 3)
    assert np.linalg.norm(rings - path, axis=-1) == pytest.approx(0.2)
    assert len(faces) == 6 * 7
    assert sorted(set(faces.ravel())) == list(range(48))


def test_what_is_turned_has_its_radius_at_each_height():
    radii, heights = np.array([0.2, 0.5, 0.1]), np.array([0.0, 1.0, 3.0])
    vertices, faces = shapes.lathe(radii, heights, around=8)
    for x, y, z in vertices:
        assert np.hypot(x, y) == pytest.approx(np.interp(z, heights, radii))
    assert len(faces) == 8 * 2


def test_copies_stand_where_they_are_put():
    vertices, faces = shapes.copies(
        shapes.ball(6, 4), np.eye(3)[None] * [[[2.0]], [[3.0]]], np.eye(3)[:2]
    )
    first, second = vertices.reshape(2, -1, 3)
    assert np.linalg.norm(first - [1, 0, 0], axis=1) == pytest.approx(2)
    assert np.linalg.norm(second - [0, 1, 0], axis=1) == pytest.approx(3)
    assert faces.max() == len(vertices) - 1


def test_roots_lie_on_the_surface_and_outside_of_other_bodies(draw):
    bodies = [
        growth.body((0, 0, 0), (1, 0.6, 0.8), shapes.rotation(0.4, 0.2, 1)),
        growth.body((0.9, 0, 0), (0.5, 0.5, 0.5)),
    ]
    roots = growth.rooted(draw, bodies, 600)
    assert 300 < len(roots.places) < 700
    for place, normal, owner in zip(roots.places, roots.normals, roots.owner, strict=True):
        own, other = bodies[owner], bodies[1 - owner]
        local = own.turn.T @ (place - own.centre) / own.radii
        assert np.linalg.norm(local) == pytest.approx(1)
        assert not other.inside(place)
        assert normal @ (own.turn @ (local / own.radii)) > 0


def test_strands_grow_around_bodies_to_their_length(draw):
    ball = growth.body((0, 0, 0), (1, 1, 1))
    roots = growth.rooted(draw, [ball], 50)
    how = growth.Growth(steps=12, gravity=2.0, margin=0.05)
    lengths = draw.each(0.5, 1.5, len(roots.places))
    points = growth.grown(draw, roots, lengths, how, [ball])
    steps = np.linalg.norm(np.diff(points, axis=1), axis=-1).sum(1)
    assert steps == pytest.approx(lengths)
    assert np.linalg.norm(points, axis=-1).min() > 0.99


def test_strands_join_the_nearest_leader(draw):
    points = draw.normal(200, 5, 3)
    _, whose = growth.clumped(draw, points, 10, 0.5)
    leaders = np.unique(whose)
    assert len(leaders) <= 20
    state = Draw("again", 1)
    found, whose = growth.clumped(state, points, 10, 1e9)
    chosen = Draw("again", 1).generator.choice(200, 20, replace=False)
    for strand in range(200):
        distances = [np.linalg.norm(points[strand, 0] - points[c, 0]) for c in chosen]
        assert whose[strand] == np.argmin(distances)
    tips = points[chosen][whose][:, -1]
    moved = np.linalg.norm(found[:, -1] - tips, axis=1) < 1e-6
    assert moved.mean() > 0.99


def test_waves_and_curls_leave_the_root_where_it_is(draw):
    points = np.linspace(0, 1, 20)[None, :, None] * draw.normal(30, 1, 3)
    assert growth.frizzed(draw, points, 0.3)[:, 0] == pytest.approx(points[:, 0])
    turned = growth.curled(points, 0.1, 4, 0)
    assert turned[:, 0] == pytest.approx(points[:, 0])
    assert np.linalg.norm(turned - points, axis=-1)[:, 5:] == pytest.approx(0.1)
