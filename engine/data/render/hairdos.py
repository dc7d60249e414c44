"""Hair as people wear it before a camera: long and loose, or gathered into a bun, tail or plait."""

import numpy as np

from engine.data.render.beards import beard
from engine.data.render.draw import Draw
from engine.data.render.flyaways import halo, locks, loosened
from engine.data.render.growth import (
    Growth,
    Roots,
    clumped,
    curled,
    finer,
    frizzed,
    grown,
)
from engine.data.render.people import BODIES, SKULL, dyed_hair, hairs, person, scalp
from engine.data.render.scene import Points, Scene, Shot
from engine.data.render.shapes import smooth, unit


def hairdo(draw: Draw) -> Scene:
    """Long hair, hair put up, or a beard."""
    return draw.pick((long_hair, put_up, long_hair, put_up, beard))(draw)


def long_hair(draw: Draw) -> Scene:
    """Parted and close to the head, then down over the shoulders, in layers, with fly-aways."""
    roots = scalp(draw, draw.many(20000, 32000))
    places, count = roots.places, len(roots.places)
    part = draw.between(-0.25, 0.25)
    side = np.tanh((places[:, 0] - part + draw.normal(count) * 0.02) * 12)
    top = smooth(places[:, 2], 0.75, 1.2)
    comb = np.stack([side * 0.9 * top, 0.25 + 0 * side, -0.9 + 0.6 * top], axis=1)
    wind = draw.normal(3) * np.array([1.2, 0.5, 0.3]) if draw.chance(0.35) else np.zeros(3)
    lengths = draw.between(1.6, 3.4) * np.minimum(draw.spread(0.18, count), 1.15)
    how = Growth(
        steps=18,
        lift=draw.between(0.15, 0.4),
        comb=comb + draw.normal(count, 3) * 0.04,
        gravity=draw.between(1.8, 3.2),
        wind=wind * (1 + 0.6 * draw.field(1.5)(places)[:, :1]),
        waver=draw.between(0.08, 0.25),
        frequency=1.2,
        margin=0.04,
    )
    points = finer(grown(draw, roots, lengths, how, BODIES), 30)
    points, whose = clumped(draw, points, draw.between(80, 220), draw.between(0.3, 0.65), 0.9)
    points, _ = clumped(draw, points, draw.between(8, 20), draw.between(0.4, 0.8), 1.3)
    phase = draw.each(0, 2 * np.pi, count)[whose] + draw.normal(count) * 0.25
    radius = draw.pick((0.005, 0.03, 0.06)) * draw.spread(0.35, count)[whose]
    turns = draw.between(1, 5) * draw.spread(0.12, count)[whose]
    points = curled(points, radius, turns, phase)
    points = frizzed(draw, points, draw.between(0.004, 0.02), 5)
    loose = loosened(draw, points, draw.many(500, 2500), draw.between(0.05, 0.2))
    return _scene(draw, roots, points, loose)


def put_up(draw: Draw) -> Scene:
    """Drawn over the head to one place, and there a messy bun, a tail or a plait."""
    roots = scalp(draw, draw.many(9000, 13000))
    knot = unit(np.array([draw.between(-0.15, 0.15), draw.between(0.5, 1), draw.between(0, 1)]))
    points = gathered(draw, roots, knot)
    points, _ = clumped(draw, points, draw.between(15, 60), draw.between(0.2, 0.6))
    points = frizzed(draw, points, draw.between(0.006, 0.025), 4)
    end = SKULL.centre + SKULL.radii * knot * 1.05
    held = draw.pick((bun, bun, tail, plait))(draw, end, knot)
    loose = loosened(draw, held, draw.many(150, 700), draw.between(0.04, 0.14))
    return _scene(draw, roots, points, np.concatenate([held, loose]))


def gathered(draw: Draw, roots: Roots, knot: Points) -> Points:
    """Strands (n, 24, 3) over the skull from their roots to the knot, a direction from within."""
    start = unit((roots.places - SKULL.centre) / SKULL.radii)
    part = np.linspace(0, 1, 24)
    angle = np.arccos(np.clip(start @ knot, -0.98, 1))[:, None]
    from_root = np.sin((1 - part) * angle)[..., None] * start[:, None]
    way = unit(from_root + np.sin(part * angle)[..., None] * knot)
    loose = draw.between(0.01, 0.06) * draw.spread(0.4, len(start), 1)
    lift = 1.02 + loose * np.sin(np.pi * part) + 0.03 * part
    waver = draw.field(2.5)(way) * draw.between(0.01, 0.05) * np.sin(np.pi * part)[:, None]
    return np.asarray(SKULL.centre + (way * lift[..., None] + waver) * SKULL.radii)


def bun(draw: Draw, end: Points, knot: Points) -> Points:
    """Locks wound about each other into a ball, some of their ends sticking out."""
    size, count = draw.between(0.2, 0.36), draw.many(16, 40)
    part = np.linspace(0, 1, 40)
    axis = unit(knot + draw.normal(count, 3) * draw.between(0.25, 0.7))
    first = unit(np.cross(axis, draw.normal(count, 3)))
    second = np.cross(axis, first)
    angle = draw.each(1.2, 2.4, count, 1) * np.pi * 2 * part + draw.each(0, 6.3, count, 1)
    reach = size * (draw.each(0.55, 1, count, 1) + 0.1 * np.sin(3 * angle))
    out = draw.each(-0.4, 0.6, count, 1) * size + 0.15 * size * np.sin(1.7 * angle)
    strays = (draw.each(0, 1, count, 1) < draw.between(0, 0.5)) * smooth(part, 0.85, 1)
    reach = reach * (1 + strays * draw.each(0.2, 0.9, count, 1))
    ring = np.cos(angle)[..., None] * first[:, None] + np.sin(angle)[..., None] * second[:, None]
    paths = end + knot * size * 0.75 + reach[..., None] * ring + out[..., None] * axis[:, None]
    strands = locks(draw, paths, draw.many(110, 180), draw.between(0.035, 0.06), 0.7)
    return frizzed(draw, strands, draw.between(0.01, 0.04), 8)


def tail(draw: Draw, end: Points, knot: Points) -> Points:
    """Out of the knot and down."""
    count = draw.many(4000, 6500)
    places = end + draw.normal(count, 3) * 0.035
    roots = Roots(places, unit(knot + draw.normal(count, 3) * 0.12), np.zeros(count, np.int64))
    how = Growth(
        steps=16,
        lift=1.4,
        gravity=draw.between(0.8, 1.6),
        waver=draw.between(0.1, 0.35),
        frequency=1.3,
        margin=0.05,
    )
    lengths = draw.between(1.0, 2.6) * draw.spread(0.15, count)
    strands = finer(grown(draw, roots, lengths, how, BODIES), 40)
    strands, whose = clumped(draw, strands, draw.between(40, 150), draw.between(0.3, 0.7))
    phase = draw.each(0, 6.3, count)[whose] + draw.normal(count) * 0.3
    radius = draw.pick((0.01, 0.05)) * draw.spread(0.3, count)[whose]
    strands = curled(strands, radius, draw.between(1, 5) * draw.spread(0.1, count)[whose], phase)
    return frizzed(draw, strands, draw.between(0.01, 0.03), 5)


def plait(draw: Draw, end: Points, knot: Points) -> Points:
    """Three locks over each other by turns, and a brush at the end."""
    part, length = np.linspace(0, 1, 40), draw.between(1.2, 2.2)
    turns, wide = draw.between(5, 9), draw.between(0.05, 0.085)
    out = knot * (0.25 + 0.1 * np.sin(3 * part[:, None])) + np.array([0, 0.15, 0]) * part[:, None]
    middle = end + out - np.array([0, 0, length]) * part[:, None] ** 1.1
    middle = middle + draw.field(0.9)(middle) * 0.06
    paths = []
    for phase in np.arange(3) * 2 * np.pi / 3:
        swing = 2 * np.pi * turns * part + phase
        narrow = wide * (1 - 0.35 * part) * smooth(-part, -0.95, -0.85)
        aside = np.stack([np.sin(swing), 0.6 * np.sin(2 * swing), 0 * swing], axis=1)
        paths.append(middle + aside * narrow[:, None])
    strands = locks(draw, np.stack(paths), draw.many(700, 1100), wide * 0.75, 0.8)
    return frizzed(draw, strands, draw.between(0.008, 0.025), 10)


def _scene(draw: Draw, roots: Roots, points: Points, more: Points) -> Scene:
    """The hair, finer hair around it, and who wears it, from any side but more from behind."""
    dye, thickness = dyed_hair(draw), draw.between(0.0014, 0.0021)
    fine = halo(draw, roots, draw.many(250, 1800), draw.between(0.25, 0.8), BODIES)
    shares = draw.between(0.35, 0.6)
    parts = (
        hairs(draw, points, thickness, dye),
        hairs(draw, more, thickness * 0.9, dye),
        hairs(draw, fine, thickness * shares, dye),
    )
    side = draw.between(0.5, 5.8) if draw.chance(0.8) else draw.between(-0.6, 0.6)
    shot = Shot(elevation=(-0.15, 0.3), azimuth=(side, side + 0.01), fill=(0.75, 1.05))
    return Scene((*parts, *person(draw)), shot)
