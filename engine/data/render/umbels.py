"""Umbels: rays that spread from the end of a stem, and end in rays with a flower or seed each."""

from dataclasses import dataclass

import numpy as np

from engine.data.render.colours import hsv, leaf_green, varied
from engine.data.render.draw import Draw
from engine.data.render.flowers import STEM, stalks
from engine.data.render.growth import frizzed, tapered
from engine.data.render.plants import blade, scattered
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot, Strands
from engine.data.render.shapes import ball, copies, frames, unit


@dataclass(frozen=True, kw_only=True)
class Umbel:
    """opened: angle of the outermost rays; flat: 1 for a plate, 0 for a dome; inward: how far the
    ends bend back to the axis; floret: length of a flower's rays, as a share of the umbel."""

    rays: tuple[int, int]
    florets: tuple[int, int]
    opened: tuple[float, float]
    flat: float
    inward: float = 0.0
    floret: float = 0.16
    bears: str = "petals"


CARROT = Umbel(rays=(22, 42), florets=(14, 24), opened=(0.9, 1.3), flat=0.5)
DILL = Umbel(rays=(14, 30), florets=(12, 22), opened=(0.8, 1.2), flat=0.3, bears="knobs")
NEST = Umbel(
    rays=(24, 44), florets=(8, 14), opened=(0.75, 1.05), flat=0.0, inward=0.45, bears="burrs"
)
SKELETON = Umbel(
    rays=(10, 24), florets=(7, 14), opened=(0.7, 1.2), flat=0.5, floret=0.24, bears="seeds"
)


def umbel(draw: Draw) -> Scene:
    """Wild carrot in flower or gone to seed, dill, or a dry skeleton with a few seeds left."""
    kind = draw.pick((CARROT, DILL, NEST, SKELETON, CARROT))
    stems = stalks(draw, draw.whole(1, 4))
    dry = kind in (NEST, SKELETON)
    green = hsv(0.09, draw.between(0.3, 0.6), draw.between(0.2, 0.6))
    if not dry or draw.chance(0.2):
        green = leaf_green(draw, 1)[0] * draw.between(0.6, 1)
    stalk = Strands(
        stems, tapered(stems, draw.between(0.012, 0.02), 0.6), green + 0 * stems, STEM, False
    )
    parts: list[Strands | Mesh] = [stalk]
    for stem in stems:
        parts += _head(draw, kind, stem, green)
    parts.append(_threads(draw, stems, green))
    return Scene(tuple(parts), Shot(elevation=(-0.3, 0.6), azimuth=(-0.8, 0.8), fill=(0.8, 1.35)))


def _head(draw: Draw, kind: Umbel, stem: Points, green: Points) -> list[Strands | Mesh]:
    """The umbel at the end of a stem."""
    size, up = draw.between(0.4, 0.75), unit(stem[-1] - stem[-4])
    opened, count = draw.between(*kind.opened), draw.many(*kind.rays)
    ways = spread(draw, up[None], count, opened)[0]
    upward = np.maximum(ways @ up, 0.3)[:, None]
    lengths = size * upward**-kind.flat * draw.spread(0.06, count, 1)
    ends = stem[-1] + ways * lengths
    ends = ends - kind.inward * (ways - up * upward) * lengths
    rays = _bent(stem[-1] + 0 * ends, ends, ways * lengths * 0.6)
    few = draw.whole(*kind.florets)
    tilt = unit(rays[:, -1] - rays[:, -2] + up * 0.5)
    small = spread(draw, tilt, few, opened)
    reach = size * kind.floret * draw.spread(0.15, count, few, 1)
    kept = draw.each(0, 1, count * few) < (0.7 if kind.bears == "seeds" else 1)
    starts = np.repeat(ends, few, axis=0)
    tips = starts + (small * reach).reshape(-1, 3)
    twigs = _bent(starts, tips, (tips - starts) * 0.5 + np.repeat(tilt, few, axis=0) * 0.02 * size)
    bracts = spread(draw, -up[None], draw.many(6, 12), 1.4)[0] * size * 0.4
    collar = _bent(stem[-1] + 0 * bracts, stem[-1] + bracts, bracts * 0.5 + up * 0.05 * size)
    thick = draw.between(0.004, 0.007)
    return [
        Strands(rays, tapered(rays, thick, 0.7), green + 0 * rays, STEM),
        Strands(twigs, tapered(twigs, thick * 0.55, 0.8), green + 0 * twigs, STEM),
        Strands(collar, tapered(collar, thick, 0.3), green + 0 * collar, STEM),
        *_borne(draw, kind.bears, tips[kept], unit(tips - starts)[kept]),
    ]


def spread(draw: Draw, axes: Points, count: int, opened: float) -> Points:
    """Directions (n, count, 3) around each of the axes (n, 3), evenly, up to an angle from it."""
    number = np.arange(count) + 0.5
    fall, turn = opened * np.sqrt(number / count), np.pi * (1 + 5**0.5) * number
    turn = turn + draw.each(0, 2 * np.pi, len(axes), 1)
    frame = frames(axes)[:, None]
    ring = np.cos(turn)[..., None] * frame[..., 0] + np.sin(turn)[..., None] * frame[..., 2]
    ways = np.sin(fall)[:, None] * ring + np.cos(fall)[:, None] * axes[:, None]
    return unit(ways + draw.normal(*ways.shape) * 0.06)


def _bent(starts: Points, ends: Points, towards: Points) -> Points:
    """Strands (n, 8, 3) that set out `towards` and end where they should."""
    part = np.linspace(0, 1, 8)[:, None]
    middle = (starts + towards)[:, None]
    return np.asarray(
        (1 - part) ** 2 * starts[:, None] + 2 * part * (1 - part) * middle + part**2 * ends[:, None]
    )


def _borne(draw: Draw, what: str, tips: Points, ways: Points) -> list[Strands | Mesh]:
    """What the rays end in: white petals, yellow knobs, burrs with hooks, or flat seeds."""
    count = len(tips)
    if what == "petals":
        return [_petals(draw, tips, ways)]
    turns = frames(ways)
    if what == "burrs":
        brown = hsv(0.08, draw.between(0.3, 0.6), draw.between(0.25, 0.5))
        hooks = spread(draw, ways, 9, 2.4).reshape(-1, 3) * draw.between(0.012, 0.02)
        spines = (
            np.repeat(tips, 9, axis=0)[:, None] + hooks[:, None] * np.linspace(0, 1.6, 4)[:, None]
        )
        bodies = copies(ball(8, 6), turns * np.array([0.007, 0.014, 0.007]), tips)
        return [
            Mesh(bodies[0], bodies[1], brown + 0 * bodies[0], Material(rough=0.8)),
            Strands(spines, tapered(spines, 0.0018, 0.3), brown + 0 * spines, STEM),
        ]
    if what == "knobs":
        yellow = varied(draw, hsv(draw.between(0.13, 0.19), 0.85, draw.between(0.5, 0.8)), count)
        shape, material = np.array([0.013, 0.011, 0.013]), Material(rough=0.6, translucent=0.3)
    else:
        yellow = varied(draw, hsv(0.08, 0.5, draw.between(0.15, 0.45)), count)
        shape, material = np.array([0.013, 0.026, 0.005]), Material(rough=0.7)
    form = ball(8, 6)
    sizes = turns * shape * draw.spread(0.15, count, 1, 1)
    return [scattered((form, np.ones_like(form[0])), sizes, tips, yellow, material)]


def _petals(draw: Draw, tips: Points, ways: Points) -> Mesh:
    """Five petals at each tip, white, cream or pink."""
    facing = unit(ways + np.array([0, 0, 0.6]) + draw.normal(len(tips), 3) * 0.25)
    ring = spread(draw, facing, 5, 1.5).reshape(-1, 3)
    above = np.repeat(facing, 5, axis=0)
    across = unit(np.cross(ring, above))
    turns = np.stack([across, ring, np.cross(across, ring)], axis=-1) * draw.between(0.018, 0.028)
    pale = np.array(draw.pick(((0.9, 0.9, 0.86), (0.88, 0.85, 0.7), (0.85, 0.66, 0.7))))
    tones = varied(draw, pale, len(ring), 0.06)
    petal = Material(rough=0.5, translucent=0.4)
    return scattered(blade(draw, "round", 5, 5), turns, np.repeat(tips, 5, axis=0), tones, petal)


def _threads(draw: Draw, stems: Points, green: Points) -> Strands:
    """Leaves of fine threads, as dill and carrots have them; not aimed at."""
    count, many = draw.whole(2, 4) * len(stems), draw.many(60, 110)
    places = draw.some(stems[:, 3:22].reshape(-1, 3), count)
    ways = unit(draw.normal(count, 3) + np.array([0, 0, 0.8]))
    ribs = _bent(places, places + ways * draw.each(0.4, 0.8, count, 1), ways * 0.3)
    number = count * many
    joints = draw.generator.integers(2, 8, number)
    base = np.repeat(ribs, many, axis=0)[np.arange(number), joints]
    aside = unit(np.repeat(ways, many, axis=0) * 0.9 + draw.normal(number, 3) * 0.6)
    aside = aside * draw.each(0.05, 0.16, number, 1)
    fine = base[:, None] + aside[:, None] * np.linspace(0, 1, 8)[:, None]
    fine = np.concatenate([ribs, frizzed(draw, fine, 0.02, 2)])
    return Strands(fine, tapered(fine, 0.004, 0.4), green + 0 * fine, STEM, framed=False)
