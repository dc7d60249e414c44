"""Bearded faces, under short hair."""

import numpy as np

from engine.data.render.draw import Draw
from engine.data.render.flyaways import halo
from engine.data.render.growth import Growth, Roots, clumped, curled, finer, frizzed, grown, rooted
from engine.data.render.people import BODIES, FACE, dyed_hair, hairs, person, scalp
from engine.data.render.scene import Points, Scene, Shot
from engine.data.render.shapes import smooth


def beard(draw: Draw) -> Scene:
    """From stubble to a long beard, straight or curly, with brows; hair short or shaven."""
    dye, thickness = dyed_hair(draw), draw.between(0.0016, 0.0026)
    long = draw.between(0.08, 1.1) ** 1.3
    chin = _grown(draw, _cheeks(draw, draw.many(14000, 22000)), long, gravity=0.9)
    parts = [hairs(draw, chin, thickness, dye)]
    roots = scalp(draw, draw.many(14000, 24000))
    if draw.chance(0.8):
        short = draw.between(0.06, 0.4)
        parts.append(hairs(draw, _grown(draw, roots, short, gravity=0.3), thickness, dye))
    fine = halo(draw, _cheeks(draw, draw.many(1000, 3000)), draw.many(60, 300), long, BODIES)
    parts.append(hairs(draw, fine, thickness * 0.5, dye))
    parts.append(hairs(draw, _brows(draw), thickness, dye))
    shot = Shot(elevation=(-0.2, 0.25), azimuth=(-1.7, 1.7), fill=(0.75, 1.05))
    return Scene((*parts, *person(draw)), shot)


def _cheeks(draw: Draw, count: int) -> Roots:
    """Roots on chin, cheeks, throat and upper lip; more to the left or right the higher up."""
    roots = rooted(draw, [FACE], count * 2)
    x, y, z = roots.places.T
    line = 0.12 + 0.35 * smooth(np.abs(x), 0.15, 0.4)
    grows = (y < -0.05) & (z < line + 0.03 * draw.field(4)(roots.places)[:, 0])
    lip = (np.abs(x) < 0.2) & (y < -0.4) & (z > 0.19) & (z < 0.28)
    mouth = (np.abs(x) < 0.14) & (y < -0.4) & (z > 0.1) & (z < 0.2)
    kept = (grows | lip) & ~mouth
    return Roots(roots.places[kept], roots.normals[kept], roots.owner[kept])


def _grown(draw: Draw, roots: Roots, length: float, gravity: float) -> Points:
    """Hair of about one length, (n, 20, 3), clumped, at times in curls."""
    count = len(roots.places)
    how = Growth(
        steps=10,
        lift=draw.between(0.3, 0.9),
        comb=np.array([0, 0.1, -0.4]) + draw.normal(count, 3) * 0.2,
        gravity=gravity,
        waver=draw.between(0.2, 0.5),
        frequency=2.5,
        margin=0.02,
    )
    lengths = length * draw.spread(0.25, count)
    points = finer(grown(draw, roots, lengths, how, BODIES), 20)
    points, _ = clumped(draw, points, draw.between(10, 40), draw.between(0.1, 0.7))
    if draw.chance(0.5):
        radius = min(0.05, length * 0.12) * draw.spread(0.4, count)
        phase = draw.each(0, 2 * np.pi, count)
        points = curled(points, radius, draw.between(1, 4) * draw.spread(0.3, count), phase)
    return frizzed(draw, points, draw.between(0.05, 0.15) * np.minimum(lengths, 0.5), 3)


def _brows(draw: Draw) -> Points:
    """Short hair (n, 6, 3) above both eyes, lying outwards."""
    count = draw.many(260, 500)
    side = np.sign(draw.each(-1, 1, count))
    across = draw.each(0.08, 0.33, count)
    arch = 0.71 + 0.05 * np.sin((across - 0.08) * 9) + draw.normal(count) * 0.012
    places = np.stack([side * across, -0.62 + 0.35 * across**2 + 0 * side, arch], axis=1)
    ways = np.stack([side, 0.1 * draw.normal(count) - 0.2, 0.3 * draw.normal(count) + 0.15], axis=1)
    length = draw.between(0.06, 0.11) * draw.spread(0.2, count, 1, 1)
    points = places[:, None] + ways[:, None] * length * np.linspace(0, 1, 6)[:, None]
    return frizzed(draw, points, 0.006, 2)
