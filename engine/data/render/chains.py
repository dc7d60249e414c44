"""Chains: links through each other, balls on a wire, pearls; hung, coiled or in a heap."""

import numpy as np

from engine.data.render.colours import METAL, one_of, vivid
from engine.data.render.draw import Draw
from engine.data.render.lattices import solid
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot, Strands
from engine.data.render.shapes import Shape, ball, copies, frames, tangents, tube

GOLD, RUST = (0.85, 0.62, 0.25), (0.25, 0.11, 0.06)


def chain(draw: Draw) -> Scene:
    """One to five chains of a kind."""
    metal = draw.chance(0.85)
    colour = one_of(draw, (*METAL, GOLD, GOLD, RUST)) if metal else vivid(draw)
    material = Material(rough=draw.between(0.1, 0.4), metal=float(metal), coat=0.3 * (not metal))
    size = draw.between(0.05, 0.16)
    lay = draw.pick((_hung, _coiled, _dangling))
    kind = draw.pick((_cable, _cable, _curb, _balls, _pearls))
    parts: list[Strands | Mesh] = []
    for number in range(draw.pick((1, 2, 3, 5))):
        path = lay(draw, number)
        parts += kind(draw, path, size, colour, material)
        if draw.chance(0.3):
            parts.append(_pendant(draw, path, size, colour, material))
    return Scene(tuple(parts), Shot(elevation=(-0.3, 0.5), azimuth=(-0.8, 0.8), fill=(0.8, 1.4)))


def _hung(draw: Draw, number: int) -> Points:
    """From two points, sagging."""
    part, sag = np.linspace(-1, 1, 400), draw.between(0.3, 1.3)
    ends = 1 - 0.1 * number
    x, z = part * ends, sag * (np.cosh(1.6 * part) / np.cosh(1.6) - 1)
    tilt = float(draw.normal()) * 0.2
    return np.stack([x, 0.1 * number + 0.05 * np.sin(3 * part), z + tilt * part], axis=1)


def _coiled(draw: Draw, number: int) -> Points:
    """Rings on each other, none quite round."""
    turns = draw.between(1.5, 4)
    angle = np.linspace(0, 2 * np.pi * turns, 600)
    reach = 0.8 + 0.2 * np.sin(angle / turns + number) + 0.06 * np.sin(2.3 * angle)
    path = np.stack([np.cos(angle) * reach, np.sin(angle) * reach, 0.06 * angle], axis=1)
    return path + draw.field(1.2)(path) * 0.2 + draw.normal(3) * 0.1 * number


def _dangling(draw: Draw, number: int) -> Points:
    """Straight down, swaying; each beside the one before."""
    part = np.linspace(0, 1, 400)
    x = 0.35 * number * (-1) ** number + 0.1 * np.sin(part * draw.between(1, 4)) * part
    down = -draw.between(1.2, 2.2) * part
    return np.stack([x, 0.06 * number + 0.05 * np.sin(2 * part), down], axis=1)


def spaced(path: Points, step: float, most: int = 400) -> tuple[Points, Points]:
    """Places (n, 3) at equal steps along the path, and frames (n, 3, 3) there."""
    walked = np.append(0, np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1)))
    count = int(np.clip(walked[-1] / step, 3, most))
    at = (np.arange(count) + 0.5) * walked[-1] / count
    places = np.stack([np.interp(at, walked, axis) for axis in path.T], axis=1)
    return places, frames(tangents(places), up=(0.2, 0.9, 0.3))


def _link(long: float, wide: float, thick: float) -> Shape:
    """A ring drawn out along y."""
    angle = np.linspace(0, 2 * np.pi, 28)
    round_end = np.abs(np.cos(angle)) ** 0.7 * np.sign(np.cos(angle))
    path = np.stack([np.sin(angle) * wide, round_end * long, 0 * angle], axis=1)
    return tube(path, thick, 9)


def _turned(turns: Points, angles: Points) -> Points:
    """The frames, each turned about its own second axis."""
    cosine, sine, zero = np.cos(angles), np.sin(angles), 0 * angles
    rows = [[cosine, zero, sine], [zero, zero + 1, zero], [-sine, zero, cosine]]
    own = np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)
    return np.asarray(turns @ own)


def _cable(
    draw: Draw, path: Points, size: float, colour: Points, material: Material
) -> list[Strands | Mesh]:
    """Each link stands across the one before."""
    thick = draw.between(0.12, 0.26)
    link = _link(1.0, draw.between(0.5, 0.85), thick)
    places, turns = spaced(path, size * 2 * (1 - thick) * 0.96)
    angles = np.arange(len(places)) * np.pi / 2 + draw.normal(len(places)) * 0.12
    shape = copies(link, _turned(turns, angles) * size, places)
    return [solid(shape, colour, material)]


def _curb(
    draw: Draw, path: Points, size: float, colour: Points, material: Material
) -> list[Strands | Mesh]:
    """Links that all lie aslant, close upon each other."""
    link = _link(1.0, draw.between(0.6, 0.9), draw.between(0.16, 0.28))
    places, turns = spaced(path, size * draw.between(0.95, 1.2))
    angles = 0.75 + 0.1 * draw.normal(len(places))
    shape = copies(link, _turned(turns, angles) * size, places)
    return [solid(shape, colour, material)]


def _balls(
    draw: Draw, path: Points, size: float, colour: Points, material: Material
) -> list[Strands | Mesh]:
    """Small balls on a thin wire."""
    places, turns = spaced(path, size * draw.between(0.9, 1.3))
    beads = copies(ball(16, 11), turns * size * 0.4, places)
    return [solid(beads, colour, material), solid(tube(path, size * 0.07, 6), colour, material)]


def _pearls(draw: Draw, path: Points, size: float, _: Points, __: Material) -> list[Strands | Mesh]:
    """Beads that touch each other, of one or two colours."""
    pearl = Material(rough=0.15, coat=1.0)
    first = np.array([0.85, 0.82, 0.76]) if draw.chance(0.5) else vivid(draw)
    other = vivid(draw) if draw.chance(0.4) else first
    places, turns = spaced(path, size * 1.02)
    sizes = size * 0.5 * draw.spread(0.06, len(places), 1, 1)
    vertices, faces = copies(ball(20, 13), turns * sizes, places)
    every = np.where(np.arange(len(places)) % draw.whole(2, 5), 1, 0)[:, None]
    tones = np.repeat(other + (first - other) * every, len(vertices) // len(places), axis=0)
    return [Mesh(vertices, faces, tones, pearl)]


def _pendant(draw: Draw, path: Points, size: float, colour: Points, material: Material) -> Mesh:
    """A ring or a drop at the lowest place."""
    place = path[np.argmin(path[:, 2])] - np.array([0, 0, size * 2])
    turn = frames(np.array([0.1 * draw.normal(), 0.1, 1.0])[None]) * size * draw.between(1.5, 2.6)
    shape = _link(1.0, 0.9, 0.14) if draw.chance(0.5) else ball(24, 15)
    return solid(copies(shape, turn, place[None]), colour, material)
