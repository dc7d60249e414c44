"""Water in the air: drops, jets that break up, and the crown that a drop throws up."""

import numpy as np

from engine.data.render.colours import vivid
from engine.data.render.draw import Draw
from engine.data.render.growth import body
from engine.data.render.lattices import solid
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot
from engine.data.render.shapes import ball, copies, frames, grid, smooth, tube, unit


def water(draw: Draw) -> Scene:
    """Drops, a crown, or jets; clear or coloured, mirroring more aslant, bending nothing."""
    clear = draw.chance(0.7)
    tint = np.full(3, 0.95) if clear else 1 - (1 - vivid(draw)) * draw.between(0.3, 0.9)
    opacity = draw.between(0.12, 0.3) if clear else draw.between(0.3, 0.9)
    surface = Material(rough=0.02, metal=float(clear), coat=float(not clear), opacity=opacity)
    kind = draw.pick((drops, crown, jets))
    parts = kind(draw, tint, surface)
    return Scene(tuple(parts), Shot(elevation=(-0.1, 0.5), azimuth=(-1, 1), fill=(0.75, 1.3)))


def drops(draw: Draw, tint: Points, surface: Material) -> list[Mesh]:
    """Wobbling drops of many sizes; some pulled long."""
    sizes = 0.03 + 0.35 * draw.each(0, 1, draw.many(8, 60)) ** 3
    return [_drop(draw, draw.normal(3) * [0.8, 0.4, 0.8], size, tint, surface) for size in sizes]


def _drop(draw: Draw, centre: Points, size: float, tint: Points, surface: Material) -> Mesh:
    stretch = np.array([1, 1, float(draw.spread(0.25))]) * size
    vertices, faces = body(centre, stretch).mesh()
    wobble = draw.field(1.2 / size)(vertices) * 0.12 * size
    return solid((vertices + wobble, faces), tint, surface)


def crown(draw: Draw, tint: Points, surface: Material) -> list[Mesh]:
    """A thin wall that flares, with fingers at its edge and drops above them."""
    fingers, high = draw.whole(9, 22), draw.between(0.35, 0.8)
    angle = np.linspace(0, 2 * np.pi, 360, endpoint=False)[:, None]
    up, field = np.linspace(0, 1, 40)[None], draw.field(1.5)
    where = np.stack([np.cos(angle), np.sin(angle), 0 * angle], axis=-1)[:, 0]
    uneven = field(where)
    comb = np.abs(np.cos(angle * fingers / 2 + 0.5 * uneven[:, :1])) ** 6
    height = high * (1 + 0.3 * uneven[:, 1:2] + draw.between(0.2, 0.6) * comb * up) * up
    flare = draw.between(0.1, 0.7)
    reach = 0.7 + flare * up**2 * (1 + 0.2 * uneven[:, 2:]) + 0.5 * (1 - up) ** 4
    wall = np.stack([np.cos(angle) * reach, np.sin(angle) * reach, height], axis=-1)
    faces = grid(360, 40, closed=True)
    found = [solid((wall.reshape(-1, 3), faces), tint, surface)]
    tops = wall[np.argsort(-comb[:, 0])[:: max(360 // fingers // 6, 1)][: fingers * 2], -1]
    found.append(solid(tube(np.append(wall[:, -1], wall[:1, -1], axis=0), 0.018, 8), tint, surface))
    count = draw.many(20, 70)
    ways = unit(draw.some(tops, count) * [1, 1, 0.4]) * draw.each(0.02, 0.5, count, 1)
    places = draw.some(tops, count) + ways * [1, 1, 0] + np.abs(ways[:, :1]) * [0, 0, 0.7]
    sizes = (0.008 + 0.04 * draw.each(0, 1, count, 1, 1) ** 3) * np.eye(3)
    found.append(solid(copies(ball(14, 9), sizes, places), tint, surface))
    return found


def jets(draw: Draw, tint: Points, surface: Material) -> list[Mesh]:
    """Water thrown from one side: strings that swell and thin out, and drops beyond them."""
    found, part = [], np.linspace(0, 1, 160)[:, None]
    throw = unit(np.array([1.0, 0, 0.5]) + draw.normal(3) * 0.3)
    for _ in range(draw.many(5, 16)):
        way = unit(throw + draw.normal(3) * 0.22) * draw.between(0.8, 1.8)
        path = way * part - np.array([0, 0, draw.between(0.3, 0.8)]) * part**2
        path = path + draw.field(2.5)(path) * 0.05
        beads = 1 + 0.5 * np.sin(part * draw.between(20, 50) + 5 * np.sin(7 * part))
        radius = draw.between(0.02, 0.06) * (1.15 - part) * beads ** (0.3 + part)
        found.append(solid(tube(path, radius[:, 0], 14), tint, surface))
        count = draw.many(6, 20)
        along = draw.each(0.5, 1.4, count, 1)
        loose = way * along - np.array([0, 0, 0.5]) * along**2 + draw.normal(count, 3) * 0.09
        sizes = draw.each(0.006, 0.035, count, 1, 1) ** 1.0 * frames(way + draw.normal(count, 3))
        long = np.array([0.8, 1.3, 0.8]) * smooth(along, 0, 0.2)[..., None]
        found.append(solid(copies(ball(14, 9), sizes * long, loose), tint, surface))
    return found
