"""Hair on heads, seen from behind or the side: straight or wavy, curls and afros."""

import numpy as np

from engine.data.render.draw import Draw
from engine.data.render.growth import (
    Growth,
    clumped,
    curled,
    finer,
    frizzed,
    grown,
)
from engine.data.render.people import BODIES, dyed_hair, hairs, person, scalp
from engine.data.render.scene import Points, Scene, Shot
from engine.data.render.shapes import smooth


def hair_straight(draw: Draw) -> Scene:
    """Straight or wavy hair, parted, to the chin or the waist, at times in the wind."""
    roots = scalp(draw, draw.many(26000, 38000))
    places, count = roots.places, len(roots.places)
    part = draw.between(-0.3, 0.3)
    side = np.sign(places[:, 0] - part + draw.normal(count) * 0.03)
    top = smooth(places[:, 2], 0.7, 1.2)
    stray = draw.each(0, 1, count) < draw.between(0.03, 0.09)
    comb = np.stack([side * 1.1 * top, np.full(count, 0.5), -0.6 + 0.3 * top], axis=1)
    comb = comb + draw.normal(count, 3) * np.where(stray, 0.45, 0.04)[:, None]
    wind = draw.normal(3) * np.array([0.6, 0.4, 0.2]) if draw.chance(0.5) else np.zeros(3)
    lengths = draw.between(1.3, 2.9) * draw.spread(0.1, count)
    lengths = lengths * (0.8 + 0.2 * smooth(places[:, 2], 0.2, 1))
    how = Growth(
        steps=16,
        lift=0.45,
        comb=comb,
        gravity=1.3,
        wind=wind * (1 + 0.5 * draw.field(3)(places)[:, :1]),
        waver=draw.between(0.05, 0.2),
        frequency=1.1,
        margin=0.05,
    )
    points = finer(grown(draw, roots, lengths, how, BODIES), 22)
    locks, whose = clumped(draw, points, 70, draw.between(0.45, 0.75), 0.8)
    locks, _ = clumped(draw, locks, 14, draw.between(0.25, 0.6), 1.2)
    if draw.chance(0.6):
        phase = draw.each(0, 2 * np.pi, count)[whose] + draw.normal(count) * 0.3
        waves = draw.between(1, 4) * (1 + 0.05 * draw.normal(count))
        locks = curled(locks, draw.between(0, 0.05) * draw.spread(0.3, count), waves, phase)
    points = np.where(stray[:, None, None], points, locks)
    points = frizzed(draw, points, np.where(stray, 0.035, 0.008) * draw.between(0.5, 1.3), 4)
    return _behind(draw, points, draw.between(0.0015, 0.0021))


def hair_curly(draw: Draw) -> Scene:
    """Ringlets that fall, or an afro."""
    roots = scalp(draw, draw.many(12000, 19000))
    count = len(roots.places)
    afro = draw.chance(0.45)
    stray = draw.each(0, 1, count) < 0.08
    comb = draw.field(3.5)(roots.places) * 0.35 + np.array([0, 0.15, 0])
    comb = comb + draw.normal(count, 3) * np.where(stray, 0.42, 0.12)[:, None]
    how = Growth(
        steps=12,
        lift=1.2 if afro else 1.0,
        comb=comb,
        gravity=0.05 if afro else 1.0,
        waver=0.3,
        frequency=1.3,
        margin=0.06,
    )
    length = draw.between(0.45, 1.0) if afro else draw.between(1.0, 2.0)
    lengths = length * draw.spread(0.18, count)
    points = finer(grown(draw, roots, lengths, how, BODIES), 44 if afro else 52)
    locks, whose = clumped(draw, points, draw.between(14, 40), draw.between(0.75, 0.93), 0.35)
    radius = draw.between(0.02, 0.042) if afro else draw.between(0.045, 0.1)
    turns = draw.between(4, 7) if afro else draw.between(2.5, 5.5)
    lock = draw.spread(0.22, count)[whose] * np.sign(draw.normal(count))[whose]
    phase = draw.each(0, 2 * np.pi, count)[whose] + draw.normal(count) * 0.25
    wound = radius * np.abs(lock) * (1 + 0.25 * draw.normal(count))
    locks = curled(locks, wound, turns * lock * (1 + 0.03 * draw.normal(count)), phase)
    points = np.where(stray[:, None, None], points, locks)
    points = frizzed(draw, points, np.where(stray, 0.05, draw.between(0.002, 0.008)), 8)
    return _behind(draw, points, draw.between(0.0022, 0.003))


def _behind(draw: Draw, points: Points, thickness: float) -> Scene:
    """The hair and who wears it, from behind or the side."""
    hair = hairs(draw, points, thickness, dyed_hair(draw))
    back = draw.between(1.9, 4.4)
    shot = Shot(elevation=(-0.1, 0.35), azimuth=(back, back + 0.01), fill=(0.72, 1.02))
    return Scene((hair, *person(draw)), shot)
