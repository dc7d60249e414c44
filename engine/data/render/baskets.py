"""Baskets of willow: rods that go in and out between stakes, a plaited rim, handles."""

from dataclasses import dataclass

import numpy as np

from engine.data.render.colours import varied, vivid
from engine.data.render.draw import Draw
from engine.data.render.growth import frizzed, tapered
from engine.data.render.lattices import solid
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot, Strands
from engine.data.render.shapes import smooth, tube, unit

WILLOW = ((0.3, 0.16, 0.07), (0.5, 0.33, 0.16), (0.68, 0.52, 0.3), (0.16, 0.08, 0.05))
_AROUND = 240


@dataclass(frozen=True, eq=False)
class Form:
    """high: the wall's; long: the basket's length as a multiple of its width; radii: of the wall,
    evenly from the ground to the rim; stakes: how many."""

    high: float
    long: float
    radii: Points
    stakes: int

    def wall(self, angle: Points | float, height: Points | float, out: Points | float) -> Points:
        """Points (…, 3) on the wall, `out` away from it; height: 0 at the ground, 1 at the rim."""
        angle, height, out = np.broadcast_arrays(*map(np.asarray, (angle, height, out)))
        reach = np.interp(height, np.linspace(0, 1, len(self.radii)), self.radii) + out
        flat = np.cos(angle) * reach * self.long, np.sin(angle) * reach
        return np.stack([*flat, height * self.high], axis=-1)


def basket(draw: Draw) -> Scene:
    """Bowls, hampers and trays: closely woven, with an open band, or crossed rods."""
    form = _form(draw)
    natural = np.array(draw.pick(WILLOW))
    colour = natural if draw.chance(0.75) else vivid(draw) * 0.8
    thick = form.high * draw.between(0.013, 0.02) + 0.006
    weave = draw.pick((_closely, _banded, _crossed, _loosely))
    wood = Material(rough=draw.between(0.4, 0.7), bump=0.35, grain=50)
    rods = [*weave(draw, form, thick), *_floor(form, thick), *_rim(draw, form, thick)]
    if draw.chance(0.65):
        rods += _handles(draw, form, thick)
    tones = varied(draw, colour, len(rods), 0.16)
    parts: list[Strands | Mesh] = [
        solid(tube(path, radius, 8), tone, wood)
        for (path, radius), tone in zip(rods, tones, strict=True)
    ]
    parts.append(_splinters(draw, form, colour, thick))
    return Scene(tuple(parts), Shot(elevation=(0, 0.7), azimuth=(-3, 3), fill=(0.8, 1.3)))


Rods = list[tuple[Points, float]]
"""Paths (k, 3) and their radii."""


def _form(draw: Draw) -> Form:
    high, belly = draw.between(0.3, 1.3), draw.between(-0.1, 0.25)
    part = np.linspace(0, 1, 20)
    radii = 0.5 + draw.between(-0.05, 0.3) * part + belly * np.sin(np.pi * part)
    return Form(high, draw.pick((1.0, 1.0, 1.35)), radii, 2 * draw.many(9, 19))


def _woven(draw: Draw, form: Form, thick: float, rows: Points, depth: float = 1.1) -> Rods:
    """A rod around the wall at each height, in and out of the stakes by turns."""
    angle = np.linspace(0, 2 * np.pi, _AROUND)
    found = []
    for number, height in enumerate(rows):
        wave = np.cos(angle * form.stakes / 2 + np.pi * number) * thick * depth
        level = height + draw.field(1.5)(form.wall(angle, height, 0))[:, 0] * 0.006
        found.append((form.wall(angle, level, wave), thick * float(draw.spread(0.1))))
    return found


def _stakes(form: Form, thick: float, low: float = 0.0, high: float = 1.0) -> Rods:
    height = np.linspace(low, high, 24)
    ways = (np.arange(form.stakes) + 0.5) * 2 * np.pi / form.stakes
    return [(form.wall(way, height, 0), thick * 0.9) for way in ways]


def _closely(draw: Draw, form: Form, thick: float) -> Rods:
    """Rod upon rod."""
    count = max(int(form.high / thick / 2.1), 3)
    return [*_woven(draw, form, thick, np.linspace(0.02, 0.98, count)), *_stakes(form, thick)]


def _loosely(draw: Draw, form: Form, thick: float) -> Rods:
    """Pairs of rods with light between them."""
    count = draw.whole(4, 10)
    rows = np.linspace(0.04, 0.96, count)
    pairs = np.sort(np.concatenate([rows, rows + 2.1 * thick / form.high]))
    return [*_woven(draw, form, thick, pairs), *_stakes(form, thick)]


def _banded(draw: Draw, form: Form, thick: float) -> Rods:
    """Close below and above, and between them a band where the stakes cross."""
    low, high = draw.between(0.15, 0.4), draw.between(0.6, 0.85)
    step = 2.1 * thick / form.high
    rows = np.concatenate([np.arange(0.02, low, step), np.arange(high, 0.99, step)])
    part = np.linspace(0, 1, 16)
    crossing = []
    for number in range(form.stakes):
        for sign in (1, -1):
            way = (number + 0.5 + sign * smooth(part, 0, 1)) * 2 * np.pi / form.stakes
            path = form.wall(way, low + (high - low) * part, sign * thick * 0.7)
            crossing.append((path, thick * 0.8))
    whole = _woven(draw, form, thick, rows)
    return [*whole, *crossing, *_stakes(form, thick, 0, low), *_stakes(form, thick, high, 1)]


def _crossed(draw: Draw, form: Form, thick: float) -> Rods:
    """Rods that wind up the wall both ways, over and under each other, between hoops."""
    height, lean = np.linspace(0, 1, 60), draw.between(0.5, 1.6)
    found = _woven(draw, form, thick, np.linspace(0.02, 0.98, draw.whole(2, 5)), depth=0)
    for number in range(form.stakes):
        for sign in (1, -1):
            way = number * 2 * np.pi / form.stakes + sign * lean * height
            over = sign * thick * np.cos(form.stakes * lean * height)
            found.append((form.wall(way, height, over), thick * 0.8))
    return found


def _floor(form: Form, thick: float) -> Rods:
    """A spiral from the middle outwards, on crossed rods."""
    part = np.linspace(0, 1, 500)
    turns = form.radii[0] / thick / 2.6
    angle, reach = 2 * np.pi * turns * part, (0.02 + 0.98 * part) * form.radii[0]
    spiral = np.stack([np.cos(angle) * reach * form.long, np.sin(angle) * reach, 0 * angle], axis=1)
    across = np.linspace(-1, 1, 12)
    rods: Rods = [(spiral, thick)]
    for way in np.arange(6) * np.pi / 6:
        path = np.stack(
            [np.cos(way) * across * form.long, np.sin(way) * across, 0 * across], axis=1
        )
        rods.append((path * form.radii[0] - np.array([0, 0, thick]), thick))
    return rods


def _rim(draw: Draw, form: Form, thick: float) -> Rods:
    """Three rods plaited around the edge; another such at the foot, often."""
    angle, turns = np.linspace(0, 2 * np.pi, 400), draw.whole(12, 30)
    heights = (1.0, 0.0) if draw.chance(0.6) else (1.0,)
    found = []
    for height in heights:
        for phase in np.arange(3) * 2 * np.pi / 3:
            out = 1.3 * thick * np.cos(turns * angle + phase)
            lift = 1.3 * thick * np.sin(turns * angle + phase) / form.high
            path = form.wall(angle, height, out)
            found.append((path + np.array([0, 0, form.high]) * lift[:, None], thick * 1.1))
    return found


def _handles(draw: Draw, form: Form, thick: float) -> Rods:
    """An arch over the whole, of twisted rods; or an ear on both sides."""
    part, reach = np.linspace(0, np.pi, 120), form.radii[-1]
    ears = draw.chance(0.35)
    high = draw.between(0.15, 0.25) if ears else draw.between(0.5, 1.1)
    turns, found = draw.whole(4, 14), []
    for sign in (1, -1) if ears else (1,):
        for phase in np.arange(3) * 2 * np.pi / 3:
            wound = thick * 1.2 * np.exp(1j * (turns * part + phase))
            along = 0.25 * np.cos(part) if ears else np.cos(part) * (reach + wound.real)
            aside = sign * np.sqrt(reach**2 - (0.25 * np.cos(part)) ** 2) if ears else wound.imag
            up = form.high + np.sin(part) * (high + (wound.imag if ears else wound.real))
            long = 1.0 if ears else form.long
            aside = aside + (wound.real if ears else 0)
            found.append((np.stack([along * long, aside + 0 * part, up], axis=1), thick * 0.9))
    return found


def _splinters(draw: Draw, form: Form, colour: Points, thick: float) -> Strands:
    """Ends of rods and torn fibres that stand off the wall."""
    count = draw.many(20, 90)
    places = form.wall(draw.each(0, 2 * np.pi, count), draw.each(0, 1, count), thick)
    ways = unit(places * np.array([1, 1, 0]) + draw.normal(count, 3) * 0.5)
    length = draw.each(0.03, 0.16, count, 1, 1)
    strands = places[:, None] + ways[:, None] * length * np.linspace(0, 1, 6)[:, None]
    strands = frizzed(draw, strands, 0.012, 2)
    tones = varied(draw, colour, count, 0.2)[:, None] + 0 * strands
    return Strands(strands, tapered(strands, thick * 0.16, 0.3), tones, Material(rough=0.6))
