"""Flowers with petals on stems: daisies, cosmos, poppies; and clouds of tiny ones."""

from dataclasses import dataclass

import numpy as np

from engine.data.render.colours import hsv, leaf_green, varied, vivid
from engine.data.render.draw import Draw
from engine.data.render.growth import Growth, Roots, body, finer, grown, tapered
from engine.data.render.plants import blade, scattered
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot, Strands
from engine.data.render.shapes import frames, grid, smooth, tube, unit

STEM = Material(rough=0.5, translucent=0.2)


@dataclass(frozen=True, kw_only=True)
class Bloom:
    """petals: how many; width, cup, crinkle: as shares of their length; dark: at their base."""

    petals: tuple[int, int]
    width: float
    cup: tuple[float, float]
    crinkle: float
    base: float
    stamens: int
    yellow: bool = True


DAISY = Bloom(petals=(14, 30), width=0.13, cup=(-0.15, 0.2), crinkle=0.05, base=0.8, stamens=50)
COSMOS = Bloom(petals=(8, 8), width=0.36, cup=(0, 0.3), crinkle=0.1, base=1.2, stamens=40)
POPPY = Bloom(
    petals=(4, 7), width=0.62, cup=(0.3, 0.7), crinkle=0.25, base=0.3, stamens=90, yellow=False
)


def flower(draw: Draw) -> Scene:
    """A bunch of one kind, in a wind."""
    stems = stalks(draw, draw.whole(1, 7))
    green = leaf_green(draw, 1)[0] * 0.8
    parts: list[Strands | Mesh] = []
    for stem in stems:
        vertices, faces = tube(stem, 0.014 * (1.2 - 0.4 * np.linspace(0, 1, len(stem))), 7)
        parts.append(Mesh(vertices, faces, green + 0 * vertices, STEM, framed=False))
    colour = vivid(draw) if draw.chance(0.7) else np.array([0.92, 0.9, 0.86])
    kind = draw.pick((DAISY, COSMOS, POPPY, None))
    for stem in stems:
        parts += (
            _cloud(draw, stem, colour, green) if kind is None else _head(draw, kind, stem, colour)
        )
    parts.append(_leaves(draw, stems))
    return Scene(tuple(parts), Shot(elevation=(-0.15, 0.7), azimuth=(-0.6, 0.6), fill=(0.75, 1.3)))


def stalks(draw: Draw, count: int) -> Points:
    """Stems (count, 30, 3) that spread from one place, in a wind."""
    side, lean = draw.each(0, 2 * np.pi, count), np.abs(draw.normal(count)) * 0.33
    ways = np.stack(
        [np.cos(side) * np.sin(lean), np.sin(side) * np.sin(lean), np.cos(lean)], axis=1
    )
    places = draw.normal(count, 3) * np.array([0.12, 0.12, 0])
    wind = draw.normal(3) * np.array([0.25, 0.25, 0])
    how = Growth(steps=9, lift=1, gravity=-0.1, wind=wind, waver=0.2, frequency=1.3)
    roots = Roots(places, ways, np.zeros(count, np.int64))
    return finer(grown(draw, roots, draw.between(1.4, 2) * draw.spread(0.2, count), how), 30)


def _head(draw: Draw, kind: Bloom, stem: Points, colour: Points) -> list[Strands | Mesh]:
    """Petals, the disc and its stamens at the end of a stem."""
    centre, size = stem[-1], draw.between(0.26, 0.42)
    facing = unit(unit(stem[-1] - stem[-3]) + draw.normal(3) * 0.4 - np.array([0, 0.25, 0]))
    yellow, dark = hsv(draw.between(0.1, 0.15), 0.85, 0.75), np.array([0.08, 0.05, 0.08])
    tone = yellow if kind.yellow else dark
    turn = frames(facing)
    disc = body(centre + facing * 0.02, (size * 0.24, size * 0.24, size * 0.13), turn[:, [0, 2, 1]])
    vertices, faces = disc.mesh()
    rough = Material(rough=0.8, bump=1.0, grain=60)
    ways = unit(draw.normal(kind.stamens, 3) + facing * 2.2)
    length = size * 0.3 * draw.spread(0.15, kind.stamens, 1, 1)
    stamens = centre + ways[:, None] * length * np.linspace(0, 1, 5)[:, None]
    thick = np.array([0.004, 0.004, 0.004, 0.006, 0.012]) * np.ones((kind.stamens, 1))
    return [
        _petals(draw, kind, (centre, turn), size, colour),
        Mesh(vertices, faces, tone + 0 * vertices, rough),
        Strands(stamens, thick, tone + 0 * stamens, STEM),
    ]


def _petals(
    draw: Draw, kind: Bloom, where: tuple[Points, Points], size: float, colour: Points
) -> Mesh:
    centre, turn = where
    v, u = np.linspace(0, 1, 12)[None], np.linspace(-1, 1, 7)[:, None]
    width = kind.width * np.sin(np.pi * np.clip(v * 0.86 + 0.07, 0, 1)) ** 0.7
    lift = draw.between(*kind.cup) * v * v + 0.25 * width * u * u
    lift = lift + kind.crinkle * 0.3 * np.sin(9 * u + 6 * v) * v
    shape = np.stack([u * width, v + 0 * u, lift], axis=-1).reshape(-1, 3) * size
    base = np.clip(colour * kind.base + 0.02, 0, 0.9)
    tone = base + (colour - base) * smooth(v + 0 * u, 0.1, 0.45)[..., None]
    tone = tone * (1 - 0.12 * np.exp(-((np.sin(u * 9) / 0.3) ** 2)))[..., None]
    count, normal = draw.whole(*kind.petals), turn[:, 1]
    angle = np.arange(count) / count * 2 * np.pi + draw.normal(count) * 0.09
    ring = np.cos(angle)[:, None] * turn[:, 0] + np.sin(angle)[:, None] * turn[:, 2]
    way = unit(ring + normal * draw.normal(count, 1) * 0.12)
    across = unit(np.cross(way, normal))
    turns = np.stack([across, way, np.cross(across, way)], axis=-1) * draw.spread(0.07, count, 1, 1)
    layers = normal * (0.01 * size * (np.arange(count) % 3))[:, None]
    material = Material(rough=draw.between(0.4, 0.65), translucent=0.4, sheen=0.15)
    leaf = ((shape, grid(7, 12)), tone.reshape(-1, 3))
    lightness = draw.spread(0.07, count, 1) * np.ones((1, 3))
    return scattered(leaf, turns, centre + way * size * 0.12 + layers, lightness, material)


def _cloud(draw: Draw, stem: Points, colour: Points, green: Points) -> list[Strands | Mesh]:
    """Twigs on twigs, with a flower of five petals, a few millimetres, on each."""
    count, many = draw.many(16, 24), draw.whole(3, 8)
    base = draw.some(stem[6:], count)
    upward = unit(stem[-1] - stem[0])
    knots = base + unit(upward * 0.8 + draw.normal(count, 3) * 0.7) * draw.each(0.25, 0.6, count, 1)
    starts = np.repeat(knots, many, axis=0)
    ways = unit(np.repeat(knots - base, many, axis=0) + draw.normal(len(starts), 3) * 0.4)
    tips = starts + ways * draw.each(0.08, 0.3, len(starts), 1)
    part = np.linspace(0, 1, 4)[:, None]
    ends = np.concatenate([knots, tips]), np.concatenate([base, starts])
    twigs = ends[1][:, None] + (ends[0] - ends[1])[:, None] * part
    normal = unit(upward + draw.normal(len(tips), 3) * 0.5)
    turn, angle = frames(normal), np.arange(5) / 5 * 2 * np.pi
    ring = np.cos(angle)[None, :, None] * turn[:, None, :, 0]
    ring = (ring + np.sin(angle)[None, :, None] * turn[:, None, :, 2]).reshape(-1, 3)
    above = np.repeat(normal, 5, axis=0)
    turns = np.stack([np.cross(ring, above), ring, above], axis=-1) * draw.between(0.03, 0.05)
    pale = varied(draw, np.clip(colour * 0.3 + 0.62, 0, 0.93), len(ring), 0.06)
    petal = blade(draw, "round", 5, 5)
    petals = scattered(petal, turns, np.repeat(tips, 5, axis=0), pale, Material(translucent=0.4))
    return [Strands(twigs, tapered(twigs, 0.0045, 0.6), green + 0 * twigs, STEM), petals]


def _leaves(draw: Draw, stems: Points) -> Mesh:
    """A few narrow leaves low on the stems; not aimed at."""
    count = 3 * len(stems)
    places = draw.some(stems[:, 2:20].reshape(-1, 3), count)
    ways = unit(draw.normal(count, 3) + np.array([0, 0, 0.6]))
    turns = frames(ways) * draw.each(0.3, 0.6, count, 1, 1)
    mesh = scattered(blade(draw, "lance", 5, 15), turns, places, leaf_green(draw, count), STEM)
    return Mesh(mesh.vertices, mesh.faces, mesh.colours, mesh.material, framed=False)
