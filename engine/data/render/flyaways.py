"""Hair that keeps to itself: what stands off a head all around, and off the locks along the way."""

import numpy as np

from engine.data.render.draw import Draw
from engine.data.render.growth import Body, Growth, Roots, curled, finer, frizzed, grown
from engine.data.render.scene import Points
from engine.data.render.shapes import unit


def halo(draw: Draw, roots: Roots, count: int, length: float, bodies: tuple[Body, ...]) -> Points:
    """Fine hairs (n, 24, 3) from the roots, most of them short, hanging less than the others."""
    chosen = draw.generator.integers(len(roots.places), size=count)
    few = Roots(roots.places[chosen], roots.normals[chosen], roots.owner[chosen])
    back = np.array([0, 0.25, -0.15])
    how = Growth(
        steps=12,
        lift=draw.between(0.35, 0.8),
        comb=back + draw.normal(count, 3) * 0.25,
        gravity=draw.between(0.05, 0.7),
        wind=draw.normal(3) * np.array([0.25, 0.2, 0.1]),
        waver=draw.between(0.1, 0.4),
        frequency=1.3,
        margin=0.03,
    )
    lengths = np.minimum(length * draw.spread(0.7, count) * 0.6, length * 2)
    points = finer(grown(draw, few, lengths, how, bodies), 24)
    wound = draw.chance(0.3) * 0.012 * draw.spread(0.6, count)
    points = curled(points, wound, draw.each(1, 3, count), draw.each(0, 6.3, count))
    return frizzed(draw, points, draw.between(0.015, 0.05) * lengths, 2)


def loosened(draw: Draw, points: Points, count: int, amount: float) -> Points:
    """Copies of some strands, each leaving its lock somewhere and for good; (count, k, 3)."""
    chosen = draw.some(points, count)
    along = np.linspace(0, 1, points.shape[1])[None]
    start = draw.each(0, 0.9, count, 1)
    away = np.clip((along - start) / (1 - start), 0, 1) ** draw.each(0.8, 2, count, 1)
    ways = unit(draw.normal(count, 3) + np.array([0, 0, 0.35]))[:, None]
    reach = amount * draw.spread(0.7, count, 1, 1)
    chosen = chosen + ways * away[..., None] * reach
    return frizzed(draw, chosen, 0.35 * reach[:, 0, 0], 3)


def locks(draw: Draw, paths: Points, each: int, radius: float, tip: float = 0.4) -> Points:
    """Strands (n * each, k, 3) side by side around paths (n, k, 3), closer to where they end."""
    count, steps = paths.shape[:2]
    along = np.linspace(0, 1, steps)
    angle = draw.each(0, 2 * np.pi, count, each, 1) + draw.each(1, 4, count, 1, 1) * along
    reach = radius * np.sqrt(draw.each(0, 1, count, each, 1)) * (1 + (tip - 1) * along)
    first = unit(np.cross(np.gradient(paths, axis=1), np.array([0.3, 0.2, 0.93])))[:, None]
    second = unit(np.cross(np.gradient(paths, axis=1)[:, None], first))
    around = np.cos(angle)[..., None] * first + np.sin(angle)[..., None] * second
    return np.asarray((paths[:, None] + reach[..., None] * around).reshape(-1, steps, 3))
