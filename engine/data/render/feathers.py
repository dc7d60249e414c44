"""Feathers: barbs along a bent shaft, and barbules on the barbs; quills and plumes."""

from dataclasses import dataclass, replace

import numpy as np

from engine.data.render.colours import FUR, dyed, varied
from engine.data.render.draw import Draw
from engine.data.render.growth import finer, frizzed, tapered
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot, Strands
from engine.data.render.shapes import rotation, smooth, tangents, tube, unit


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What sets a quill's closed vane apart from a plume; lengths as shares of the feather's."""

    barbs: int
    barbules: int
    barbule: float
    width: tuple[float, float]
    angle: tuple[float, float]
    unrest: float
    thin: float


QUILL = Kind(
    barbs=430,
    barbules=16,
    barbule=0.011,
    width=(0.18, 0.3),
    angle=(0.45, 0.7),
    unrest=0.02,
    thin=0.0013,
)
PLUME = Kind(
    barbs=190,
    barbules=34,
    barbule=0.05,
    width=(0.22, 0.4),
    angle=(0.7, 1.1),
    unrest=0.2,
    thin=0.0008,
)


def feather(draw: Draw) -> Scene:
    """One feather, or a fan of a few, all alike."""
    kind = draw.pick((QUILL, PLUME))
    root = dyed(draw, (*FUR, (0.9, 0.88, 0.85)), 0.6)
    tip = root if draw.chance(0.5) else dyed(draw, FUR, 0.5)
    stiff = Material(rough=0.6, translucent=0.4, sheen=0.2)
    material = Material(kind="hair", rough=0.4) if draw.chance(0.4) else stiff
    count, fan = draw.pick((1, 1, 2, 3, 5)), draw.between(0.25, 0.5)
    parts: list[Strands | Mesh] = []
    for number in range(count):
        turn = draw.between(-3, 3) if count == 1 else (number - (count - 1) / 2) * fan
        pose = rotation(np.pi / 2 * draw.between(0.6, 1.2), 0, 0)
        pose = pose @ rotation(draw.between(-0.4, 0.4), draw.between(-0.5, 0.5), turn)
        shift = np.zeros(3) if count == 1 else draw.normal(3) * 0.05
        parts += [_posed(part, pose, shift) for part in _one(draw, kind, (root, tip), material)]
    return Scene(tuple(parts), Shot(elevation=(-0.3, 0.4), azimuth=(-0.5, 0.5), fill=(0.8, 1.4)))


def boa(draw: Draw) -> Scene:
    """A boa: a cord that winds, all about it short plumes."""
    along = np.linspace(0, 1, 90)[:, None]
    wave = np.sin(along * draw.between(3, 7) + 1)
    path = np.concatenate([(along - 0.5) * 2.6, 0.3 * np.sin(5 * along), 0.45 * wave], axis=1)
    count = draw.many(260, 420)
    place = draw.each(0, 88.9, count)
    first, share = place.astype(int), (place % 1)[:, None]
    base = path[first] * (1 - share) + path[first + 1] * share
    way = unit(np.cross(path[first + 1] - path[first], draw.normal(count, 3)))
    lengths = draw.between(0.22, 0.36) * draw.spread(0.2, count, 1, 1)
    part = np.linspace(0, 1, 12)[None, :, None]
    bent = draw.field(3)(base)[:, None] * 0.5 * part**2 - np.array([0, 0, 0.5]) * part**2
    shafts = base[:, None] + lengths * (way[:, None] * part + bent)
    colour, other = dyed(draw, FUR, 0.2), dyed(draw, FUR, 0.2)
    mixed = (draw.each(0, 1, count) < draw.pick((0.0, 0.3)))[:, None]
    tones = varied(draw, np.where(mixed, other, colour), count, 0.15)
    material = Material(kind="hair", rough=0.5)
    barbs = _barbules(draw, shafts, replace(PLUME, barbules=44, barbule=0.1))
    parts = (
        _coloured(frizzed(draw, barbs, 0.012, 3), 0.0026, np.repeat(tones, 44, 0), material),
        _coloured(shafts, 0.0035, tones, material),
    )
    return Scene(parts, Shot(elevation=(-0.4, 0.4), azimuth=(-1, 1), fill=(0.8, 1.4)))


def _one(
    draw: Draw, kind: Kind, colours: tuple[Points, Points], material: Material
) -> list[Strands | Mesh]:
    """Shaft, barbs and barbules of a feather that lies along y."""
    length, bend = draw.between(1.3, 2), float(draw.normal()) * 0.35

    def shaft(along: Points) -> Points:
        lift = 0.1 * np.sin(2 * along)
        return np.asarray(length * np.stack([bend * along * along * 0.5, along, lift], axis=-1))

    count = draw.many(kind.barbs, kind.barbs + 1)
    along = np.clip(np.linspace(0.06, 1, count) + draw.normal(count) * 0.002, 0.05, 1)
    width = length * draw.between(*kind.width)
    barbs = np.concatenate(
        [_barbs(draw, kind, (shaft(along), along), side * width) for side in (1, -1)]
    )
    along = np.concatenate([along, along])
    wave = np.sin(along * draw.between(25, 60))
    banded = kind is QUILL and draw.chance(0.4)
    share = smooth(wave, -0.2, 0.2) if banded else smooth(along, 0.35, 0.65)
    mixed = colours[0] + (colours[1] - colours[0]) * share[:, None]
    tones = varied(draw, mixed, len(along), 0.08)
    ends = np.linspace(-0.12, 0.98, 24)
    quill, faces = tube(shaft(ends), length * 0.008 * (1.02 - ends) ** 0.8, 8)
    pale = np.clip(colours[0] * 0.5 + 0.4, 0, 0.9) + 0 * quill
    barbules = _barbules(draw, barbs, replace(kind, barbule=kind.barbule * length))
    return [
        _coloured(barbs, 0.0017 * length, tones, material),
        _coloured(barbules, kind.thin * length, np.repeat(tones, kind.barbules, 0), material),
        Mesh(quill, faces, pale, Material(rough=0.35, translucent=0.3)),
    ]


def _barbs(draw: Draw, kind: Kind, where: tuple[Points, Points], width: float) -> Points:
    """Barbs (n, 12, 3) from the shaft's points (n, 3) at `along`; width: signed, of the vane."""
    base, along = where
    forward = tangents(base)
    outward = unit(np.cross(forward, np.array([0, 0, 1.0]))) * np.sign(width)
    angle = draw.between(*kind.angle)
    profile = np.sin(np.pi * np.clip(along, 0.02, 0.985) ** 0.75) ** 0.6
    reach = abs(width) * profile * draw.spread(kind.unrest, len(along))
    part = np.linspace(0, 1, 12)[None, :, None]
    first = unit(outward * np.sin(angle + 0.25) + forward * np.cos(angle + 0.25))
    last = unit(outward * np.sin(angle * 0.7) + forward * np.cos(angle * 0.7))
    curve = first[:, None] * part * (1 - part / 2) + last[:, None] * part**2 / 2
    torn = sum(np.tanh((along - gap) * 60) for gap in draw.each(0.2, 0.95, draw.whole(0, 4)))
    points = base[:, None] + reach[:, None, None] * curve
    points = points + forward[:, None] * (0.05 * (torn + 0 * along))[:, None, None] * part**2
    limp = np.array([0, 0, -1.0]) * draw.between(0, 3) + draw.normal(len(along), 1, 3) * 0.35
    points = points + limp * (kind.unrest * reach)[:, None, None] * part**2
    down = smooth(along, 0.12, 0.32)[:, None, None]
    return np.where(down < 0.7, frizzed(draw, points, 0.05 * abs(width) * 2, 4), points)


def _barbules(draw: Draw, barbs: Points, kind: Kind) -> Points:
    """Hairs (n * barbules, 4, 3) on both sides of each barb (n, k, 3), in the barbs' order."""
    count, many = len(barbs), kind.barbules
    fine = finer(barbs, 40)
    place = draw.generator.integers(2, 40, size=(count, many))
    rows = np.arange(count)[:, None]
    base, forward = fine[rows, place], tangents(fine)[rows, place]
    tilt = np.array([0, 0, 1.0]) + draw.normal(count, many, 3) * (kind.unrest * 3 + 0.1)
    outward = unit(np.cross(forward, tilt)) * np.where(np.arange(many) % 2, -1, 1)[:, None]
    reach = kind.barbule * draw.spread(0.3, count, many, 1, 1) * (1 - place / 80)[..., None, None]
    part = np.linspace(0, 1, 4)[:, None]
    astray = draw.normal(count, many, 1, 3) * (kind.unrest * 1.5 + 0.05) * part**2
    ways = outward[:, :, None] * part + forward[:, :, None] * 0.8 * part + astray
    return np.asarray((base[:, :, None] + reach * ways).reshape(-1, 4, 3))


def _coloured(points: Points, radius: float, tones: Points, material: Material) -> Strands:
    """Strands of one radius; tones: (n, 3)."""
    colours = np.repeat(tones[:, None], points.shape[1], axis=1)
    return Strands(points, tapered(points, radius, 0.35), colours, material)


def _posed(part: Strands | Mesh, pose: Points, shift: Points) -> Strands | Mesh:
    if isinstance(part, Strands):
        return replace(part, points=part.points @ pose.T + shift)
    return replace(part, vertices=part.vertices @ pose.T + shift)
