"""Meshes and frames in plain numpy. A mesh here is (vertices (v, 3), faces (f, 4))."""

import numpy as np

from engine.data.render.scene import Faces, Points

Shape = tuple[Points, Faces]


def unit(vectors: Points) -> Points:
    """The same directions, of length 1."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9))


def smooth(values: Points | float, low: float, high: float) -> Points:
    """0 up to `low`, 1 from `high`, smooth between."""
    share = np.clip((np.asarray(values, np.float64) - low) / (high - low), 0, 1)
    return share * share * (3 - 2 * share)


def rotation(x: float, y: float, z: float) -> Points:
    """The matrix that turns about x, then y, then z."""
    (cx, cy, cz), (sx, sy, sz) = np.cos((x, y, z)), np.sin((x, y, z))
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return np.asarray(about_z @ about_y @ about_x)


def frames(along: Points, up: tuple[float, float, float] = (0.0, 0.0, 1.0)) -> Points:
    """Matrices (..., 3, 3) whose columns are across, along and normal to `along` (..., 3)."""
    along = unit(along)
    above = np.broadcast_to(np.asarray(up), along.shape)
    parallel = np.abs((along * above).sum(-1, keepdims=True)) > 0.98
    across = unit(np.cross(along, np.where(parallel, np.array([1.0, 0, 0]), above)))
    return np.stack([across, along, np.cross(across, along)], axis=-1)


def tangents(points: Points) -> Points:
    """Directions along polylines (..., k, 3)."""
    return unit(np.gradient(points, axis=-2))


def resampled(points: Points, count: int) -> Points:
    """Polylines (n, k, 3) with `count` points, on Catmull-Rom curves through the old ones."""
    places = np.linspace(0, points.shape[1] - 1, count)
    first = np.minimum(places.astype(int), points.shape[1] - 2)
    share = (places - first)[:, None]
    ends = 2 * points[:, [0, -1]] - points[:, [1, -2]]
    padded = np.concatenate([ends[:, :1], points, ends[:, 1:]], axis=1)
    a, b, c, d = (padded[:, first + offset] for offset in range(4))
    cubic = -a + 3 * b - 3 * c + d
    square = 2 * a - 5 * b + 4 * c - d
    return np.asarray(b + 0.5 * share * (c - a + share * (square + share * cubic)))


def grid(rows: int, columns: int, *, closed: bool = False) -> Faces:
    """Faces of a grid of vertices (rows * columns); closed: the last row meets the first."""
    row = np.arange(rows if closed else rows - 1)[:, None]
    here = row * columns + np.arange(columns - 1)[None]
    there = here + columns if not closed else (row + 1) % rows * columns + np.arange(columns - 1)
    return np.stack([here, there, there + 1, here + 1], axis=-1).reshape(-1, 4)


def ball(around: int = 32, down: int = 17) -> Shape:
    """A sphere of radius 1."""
    angle = np.linspace(0, 2 * np.pi, around, endpoint=False)[:, None]
    height = np.linspace(1e-4, np.pi - 1e-4, down)[None]
    flat = np.sin(height) * np.ones_like(angle)
    vertices = np.stack(
        [np.cos(angle) * flat, np.sin(angle) * flat, np.cos(height) + 0 * angle], axis=-1
    )
    return vertices.reshape(-1, 3), grid(around, down, closed=True)[:, ::-1]


def tube(path: Points, radius: Points | float, sides: int = 10) -> Shape:
    """A tube around the path (k, 3); radius: one, or one for each point."""
    turn = frames(tangents(path), up=(0.13, 0.27, 0.95))
    angle = np.linspace(0, 2 * np.pi, sides, endpoint=False)[:, None, None]
    ring = np.cos(angle) * turn[None, :, :, 0] + np.sin(angle) * turn[None, :, :, 2]
    vertices = path[None] + np.broadcast_to(radius, (len(path),))[None, :, None] * ring
    return vertices.reshape(-1, 3), grid(sides, len(path), closed=True)


def lathe(radii: Points, heights: Points, around: int = 64) -> Shape:
    """What turns about the z axis: its radius at each height."""
    angle = np.linspace(0, 2 * np.pi, around, endpoint=False)[:, None]
    x, y = np.cos(angle) * radii, np.sin(angle) * radii
    vertices = np.stack([x, y, heights + 0 * angle], axis=-1).reshape(-1, 3)
    return vertices, grid(around, len(radii), closed=True)


def copies(shape: Shape, turns: Points, places: Points) -> Shape:
    """The shape once for each of the turns (m, 3, 3), which may scale, and places (m, 3)."""
    vertices, faces = shape
    moved = np.einsum("mij,vj->mvi", turns, vertices) + places[:, None]
    first = np.arange(len(turns))[:, None, None] * len(vertices)
    return moved.reshape(-1, 3), (faces[None] + first).reshape(-1, 4)
