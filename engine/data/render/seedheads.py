"""Dandelions that have gone to seed, and thistles."""

import numpy as np

from engine.data.render.colours import hsv, varied
from engine.data.render.draw import Draw
from engine.data.render.growth import body, frizzed, tapered
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot, Strands
from engine.data.render.shapes import frames, rotation, tube, unit

DOWN = Material(kind="hair", rough=0.5)
GREEN = Material(rough=0.55, translucent=0.15)


def seedhead(draw: Draw) -> Scene:
    """One to three heads, each on a stem."""
    round_head = draw.chance(0.62)
    parts: list[Strands | Mesh] = []
    for number in range(draw.pick((1, 1, 1, 2, 3))):
        aside = number * draw.between(1.3, 1.9) * (-1) ** number
        centre = np.array([aside, draw.between(-0.5, 0.5) * number, 0])
        centre[2] = draw.between(-0.5, 0.4) * (number > 0)
        parts += dandelion(draw, centre) if round_head else thistle(draw, centre)
        parts.append(_stem(draw, centre - np.array([0, 0, 0.12 if round_head else 0.4])))
    fill = (0.6, 1.15) if round_head else (0.8, 1.3)
    return Scene(tuple(parts), Shot(elevation=(-0.2, 0.5), azimuth=(-1, 1), fill=fill))


def dandelion(draw: Draw, centre: Points) -> list[Strands | Mesh]:
    """A ball of parachutes, some of them gone or on their way."""
    size, ways = draw.between(0.75, 1), _sunflower(draw, draw.many(80, 150))
    if draw.chance(0.5):
        ways = ways[ways @ unit(draw.normal(3)) < draw.between(-0.2, 0.7)]
    count, many = len(ways), draw.many(18, 34)
    base = centre + ways * 0.16 * size
    reach = size * draw.between(0.62, 0.74) * draw.spread(0.05, count, 1)
    tips = centre + ways * reach + draw.normal(count, 3) * 0.02 * size
    leaving = draw.each(0, 1, count) < draw.pick((0.0, 0.05))
    drift = draw.normal(count, 3) * np.array([1.0, 0.3, 0.6]) * size * leaving[:, None]
    base, tips = base + drift, tips + drift
    stalk = base[:, None] + (tips - base)[:, None] * np.linspace(0, 1, 4)[:, None]
    seed = base[:, None] + (ways * 0.24 * size)[:, None] * np.linspace(0, 1, 5)[:, None]
    belly = 0.017 * size * np.sin(np.pi * np.linspace(0.08, 0.97, 5)) * np.ones((count, 1))
    brown = np.array(draw.pick(((0.22, 0.13, 0.06), (0.35, 0.22, 0.1))))
    down = _parachutes(draw, tips, ways, many, size)
    tones = varied(draw, np.array([0.9, 0.89, 0.86]), len(down), 0.05)
    skin, faces = body(centre, np.full(3, 0.16 * size)).mesh()
    pale = np.array([0.7, 0.66, 0.55])
    return [
        Mesh(skin, faces, np.array([0.45, 0.4, 0.25]) + 0 * skin, Material(rough=0.8, bump=0.5)),
        Strands(stalk, tapered(stalk, 0.0045 * size, 0.8), pale + 0 * stalk, DOWN),
        Strands(seed, belly, brown + 0 * seed, GREEN),
        Strands(
            down,
            tapered(down, draw.between(0.002, 0.0032) * size, 0.5),
            np.repeat(tones[:, None], down.shape[1], axis=1),
            DOWN,
        ),
    ]


def _sunflower(draw: Draw, count: int) -> Points:
    """Directions spread evenly over the sphere, a little shaken, none straight down."""
    number = np.arange(count) + 0.5
    fall, turn = np.arccos(1 - 2 * number / count), np.pi * (1 + 5**0.5) * number
    ways = np.stack(
        [np.cos(turn) * np.sin(fall), np.sin(turn) * np.sin(fall), np.cos(fall)], axis=1
    )
    ways = unit(ways + draw.normal(count, 3) * 0.09)
    return ways[ways[:, 2] > -0.86]


def _parachutes(draw: Draw, tips: Points, ways: Points, many: int, size: float) -> Points:
    """Hairs (n * many, 5, 3) that spread from each tip."""
    count = len(tips)
    normal = unit(ways + draw.normal(count, 3) * 0.12)
    turn, angle = frames(normal), draw.each(0, 2 * np.pi, count, many)
    opened = np.clip(draw.between(0.95, 1.45) + draw.normal(count, many) * 0.13, 0.2, 1.7)
    ring = (
        np.cos(angle)[..., None] * turn[:, None, :, 0]
        + np.sin(angle)[..., None] * turn[:, None, :, 2]
    )
    away = np.cos(opened)[..., None] * normal[:, None] + np.sin(opened)[..., None] * ring
    part = np.linspace(0, 1, 5)[:, None]
    length = size * draw.between(0.26, 0.36) * draw.spread(0.1, count, many, 1, 1)
    bend = normal[:, None, None] * 0.16 * part**2
    return np.asarray(
        (tips[:, None, None] + length * (away[:, :, None] * part + bend)).reshape(-1, 5, 3)
    )


def thistle(draw: Draw, centre: Points) -> list[Strands | Mesh]:
    """A spiny ball with a tuft of coloured hairs."""
    pose = rotation(float(draw.normal()) * 0.3, float(draw.normal()) * 0.3, 0)
    head = body(centre, (0.42, 0.42, 0.46), pose)
    skin, faces = head.mesh()
    count = draw.many(420, 421)
    ways = unit(draw.normal(count * 2, 3))
    ways = ways[(ways[:, 2] < 0.75) & (ways[:, 2] > -0.9)][:count]
    out = unit(ways + np.array([0, 0, 0.55]) + draw.normal(len(ways), 3) * 0.15) @ pose.T
    part = np.linspace(0, 1, 5)[:, None]
    length = draw.each(0.1, 0.28, len(ways), 1, 1)
    spines = centre + (ways * head.radii) @ pose.T
    spines = spines[:, None] + length * (
        out[:, None] * part + (ways @ pose.T)[:, None] * 0.6 * part**3
    )
    green = varied(draw, np.array([0.2, 0.33, 0.12]), len(ways), 0.2)
    tipped = green[:, None] + np.array([0.25, 0.2, 0.1]) * part**3
    violet = hsv(draw.between(0.76, 0.9), draw.between(0.5, 0.85), draw.between(0.4, 0.75))
    return [
        Mesh(skin, faces, np.array([0.16, 0.25, 0.09]) + 0 * skin, Material(rough=0.7)),
        Strands(spines, tapered(spines, 0.022, 0.06), tipped, GREEN),
        _tuft(draw, centre, pose, violet if draw.chance(0.7) else np.array([0.85, 0.82, 0.75])),
    ]


def _tuft(draw: Draw, centre: Points, pose: Points, colour: Points) -> Strands:
    count, angle = draw.many(700, 1300), 2 * np.pi
    angles, radius = draw.each(0, angle, count), draw.each(0, 1, count) ** 0.5
    flat = np.stack([np.cos(angles) * radius, np.sin(angles) * radius, 0 * radius], axis=1)
    ways = unit(flat * 0.9 + np.array([0, 0, 0.8]) + draw.normal(count, 3) * 0.12) @ pose.T
    base = centre + (flat * 0.26 + np.array([0, 0, 0.38])) @ pose.T
    part = np.linspace(0, 1, 8)[:, None]
    hairs = base[:, None] + ways[:, None] * draw.each(0.4, 0.72, count, 1, 1) * part
    hairs = frizzed(draw, hairs, 0.04, 2)
    tones = varied(draw, colour, count, 0.15)[:, None] * (0.75 + 0.5 * part)
    return Strands(hairs, tapered(hairs, 0.008, 0.35), tones, Material(rough=0.6, translucent=0.3))


def _stem(draw: Draw, top: Points) -> Mesh:
    """Downwards out of the frame, wandering a little; not aimed at."""
    steps = draw.normal(14, 3) * np.array([0.06, 0.06, 0])
    ways = (
        np.cumsum(steps, axis=0) + draw.normal(3) * np.array([0.15, 0.15, 0]) - np.array([0, 0, 1])
    )
    path = np.concatenate([top[None], top + np.cumsum(ways * draw.between(2, 4) / 14, axis=0)])
    vertices, faces = tube(path, 0.05 * (1 + 0.3 * np.linspace(0, 1, 15)))
    green = np.array(draw.pick(((0.3, 0.4, 0.12), (0.45, 0.3, 0.18), (0.25, 0.35, 0.1))))
    return Mesh(vertices, faces, green + 0 * vertices, GREEN, framed=False)
