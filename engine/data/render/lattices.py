"""Threads with holes between them: nets, wire, rackets; spiders' webs and wheels."""

import numpy as np

from engine.data.render.colours import METAL, YARN, dyed, one_of, vivid
from engine.data.render.draw import Draw
from engine.data.render.growth import body, tapered
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot, Strands
from engine.data.render.shapes import ball, copies, smooth, tube
from engine.data.render.sheets import Sheet, sheet


def net(draw: Draw) -> Scene:
    """Knotted net, hexagonal wire, chain link, or a racket."""
    if draw.chance(0.25):
        return racket(draw)
    metal = draw.chance(0.5)
    colour = one_of(draw, METAL) if metal else dyed(draw, YARN, 0.6)
    material = Material(rough=draw.between(0.15, 0.7), metal=float(metal))
    surface, across = sheet(draw, draw.between(0.05, 0.3)), draw.whole(9, 26)
    radius = draw.between(0.08, 0.2) / across
    weave = draw.pick((diagonals, hexagons, links))
    points = weave(surface, across)
    parts: list[Strands | Mesh] = [strands(points, radius, colour, material)]
    if weave is diagonals and not metal:
        parts.append(_knots(surface, across, radius * 2.1, colour, material))
    for edge in _edges(surface)[: draw.whole(0, 4)]:
        parts.append(solid(tube(edge, radius * draw.between(1.5, 3.5)), colour, material))
    shot = Shot(elevation=(-0.3, 0.4), azimuth=(-0.7, 0.7), fill=(0.85, 1.6))
    return Scene(tuple(parts), shot)


def strands(points: Points, radius: float, colour: Points, material: Material) -> Strands:
    """Threads of one radius and colour."""
    return Strands(points, np.full(points.shape[:2], radius), colour + 0 * points, material)


def solid(
    shape: tuple[Points, np.ndarray[tuple[int, ...], np.dtype[np.int64]]],
    colour: Points,
    material: Material,
    framed: bool = True,
) -> Mesh:
    """A mesh of one colour."""
    return Mesh(shape[0], shape[1], colour + 0 * shape[0], material, framed)


def diagonals(surface: Sheet, across: int) -> Points:
    """Two families of threads, cut where the sheet ends; (n, 40, 3)."""
    rows = int(across * 0.8)
    down = np.linspace(0, 1, 40)
    found = []
    for sign in (1, -1):
        for first in range(-rows - across, 2 * across + rows):
            place = -1 + 2 * (first + sign * down * rows) / across
            inside = down[(place >= -1) & (place <= 1)]
            if len(inside) > 3:
                part = np.linspace(inside[0], inside[-1], 40)
                found.append(surface(-1 + 2 * (first + sign * part * rows) / across, part))
    return np.stack(found)


def hexagons(surface: Sheet, across: int) -> Points:
    """Wires that twist about their neighbours by turns; (n, 10, 3)."""
    rows, part = int(across * 0.8) * 2, np.linspace(0, 1, 10)
    found = []
    for column in range(across + 1):
        for row in range(rows):
            sign = 1 if (column + row) % 2 else -1
            place = -1 + 2 * column / across + sign / across * (1 - 2 * smooth(part, 0.3, 0.8))
            found.append(surface(place, (row + part) / rows))
    return np.stack(found)


def links(surface: Sheet, across: int) -> Points:
    """Zigzag wires, each hooked into the next; (n, k, 3)."""
    rows = int(across * 0.8)
    down = np.linspace(0, 1, 14 * rows)
    zigzag = 4 * np.abs(np.mod(down * rows, 1) - 0.5) - 1
    depth = 0.15 / across * np.sin(np.mod(down * rows, 1) * 2 * np.pi)
    found = []
    for column in range(across):
        sign = -1 if column % 2 else 1
        points = surface(-1 + 2 * (column + 0.5 + 0.54 * zigzag * sign) / across, down)
        points[:, 1] += depth
        found.append(points)
    return np.stack(found)


def _knots(surface: Sheet, across: int, radius: float, colour: Points, material: Material) -> Mesh:
    rows = int(across * 0.8)
    row, column = (axis.ravel() for axis in np.mgrid[0 : 2 * rows + 1, 0:across])
    places = surface(-1 + 2 * (column + 0.5 * (row % 2)) / across, row / (2 * rows))
    turns = np.repeat(np.eye(3)[None] * radius, len(places), axis=0)
    return solid(copies(ball(10, 7), turns, places), colour, material)


def _edges(surface: Sheet) -> list[Points]:
    part, ones = np.linspace(0, 1, 80), np.ones(80)
    return [
        surface(2 * part - 1, 0 * part),
        surface(2 * part - 1, ones),
        surface(-ones, part),
        surface(ones, part),
    ]


def racket(draw: Draw) -> Scene:
    """A frame with strings woven over and under each other, and a handle."""
    wide, high = draw.between(0.6, 0.72), draw.between(0.75, 0.9)
    angle = np.linspace(0, 2 * np.pi, 200)
    rim = np.stack([np.cos(angle) * wide, 0 * angle, np.sin(angle) * high], axis=1)
    lacquer, grip = Material(rough=0.25, coat=0.6), Material(rough=0.8, bump=0.4)
    parts: list[Strands | Mesh] = [solid(tube(rim, 0.035, 14), vivid(draw), lacquer)]
    count, part = draw.whole(14, 26), np.linspace(-1, 1, 90)
    found = []
    for number in range(1, count):
        place = -1 + 2 * number / count
        reach = np.sqrt(1 - place**2)
        over = 0.006 * np.sin(part * reach * high * 60 + number * np.pi)
        found.append(np.stack([place * wide + 0 * part, over, part * reach * high], axis=1))
        found.append(np.stack([part * reach * wide, -over, place * high + 0 * part], axis=1))
    yellow = np.array(draw.pick(((0.85, 0.85, 0.8), (0.9, 0.8, 0.3), (0.1, 0.1, 0.1))))
    parts.append(strands(np.stack(found), 0.005, yellow, Material(rough=0.4)))
    for side in (1, -1):
        x, z = side * np.linspace(0.3, 0.03, 20), np.linspace(-high * 0.9, -1.5, 20)
        arm = np.stack([x, 0 * x, z], axis=1)
        parts.append(solid(tube(arm, 0.032), np.array([0.1, 0.1, 0.12]), lacquer))
    z = np.linspace(-1.5, -2.4, 60)
    handle = tube(np.stack([0 * z, 0 * z, z], axis=1), 0.06 + 0.004 * np.abs(np.sin(z * 30)), 16)
    parts.append(solid(handle, vivid(draw) * 0.4, grip, framed=draw.chance(0.5)))
    return Scene(tuple(parts), Shot(elevation=(-0.6, 0.6), azimuth=(-0.9, 0.9), fill=(0.8, 1.25)))


def web_wheel(draw: Draw) -> Scene:
    """A spider's web, at times with dew, or a wheel with spokes."""
    return wheel(draw) if draw.chance(0.3) else web(draw)


def web(draw: Draw) -> Scene:
    """Radial threads and a sagging spiral between them; twigs that hold it, out of the aim."""
    count, turns = draw.whole(14, 32), draw.whole(14, 36)
    angles = 2 * np.pi * (np.arange(count) + draw.each(-0.3, 0.3, count)) / count
    reach = draw.each(1.1, 1.6, count) * (1 + 0.25 * np.cos(2 * angles))
    depth = draw.normal(count) * 0.05
    ends = np.stack([np.cos(angles) * reach, depth, np.sin(angles) * reach], axis=1)
    silk = Material(rough=0.3, translucent=0.3)
    radius = draw.between(0.0022, 0.0045)
    colour = np.full(3, draw.pick((0.85, 0.85, 0.3)))
    heres, along = np.arange(turns * count - 1) % count, np.linspace(0.06, 0.93, turns * count)
    along = along + draw.normal(turns * count) * 0.003
    kept = draw.each(0, 1, len(heres)) > 0.03
    first = ends[heres] * along[:-1, None]
    second = ends[(heres + 1) % count] * along[1:, None]
    spiral = _hung(first[kept], second[kept], draw.between(0.02, 0.1))
    frame = _hung(ends, np.roll(ends, -1, axis=0), -0.05)
    stays = _hung(ends, ends * draw.each(1.2, 1.6, count, 1), 0.0)
    parts: list[Strands | Mesh] = [
        strands(_hung(0 * ends, ends, 0.01), radius * 1.3, colour, silk),
        strands(spiral, radius * 0.8, colour, silk),
        strands(np.concatenate([frame, stays]), radius * 1.6, colour, silk),
    ]
    if draw.chance(0.5):
        places = draw.some(spiral.reshape(-1, 3), draw.many(300, 1500))
        sizes = radius * draw.each(1.5, 4, len(places), 1, 1)
        drops = copies(ball(10, 7), np.eye(3) * sizes, places)
        parts.append(solid(drops, np.full(3, 0.9), Material(rough=0.02, coat=1.0), framed=False))
    for _ in range(draw.whole(0, 3)):
        parts.append(_twig(draw, draw.pick(list(ends))))
    return Scene(tuple(parts), Shot(elevation=(-0.2, 0.3), azimuth=(-0.5, 0.5), fill=(0.9, 1.9)))


def _hung(first: Points, second: Points, sag: float) -> Points:
    """Threads (n, 12, 3) between points (n, 3), hanging through by `sag` of their length."""
    part = np.linspace(0, 1, 12)[None, :, None]
    length = np.linalg.norm(second - first, axis=1)[:, None, None]
    down = np.array([0, 0, -sag]) * 4 * part * (1 - part) * length
    return np.asarray(first[:, None] + (second - first)[:, None] * part + down)


def _twig(draw: Draw, through: Points) -> Mesh:
    along = np.linspace(-1.2, 1.2, 40)[:, None]
    path = through + draw.normal(3) * np.array([0.5, 0.2, 0.5]) * along
    path = path + draw.field(2)(path) * 0.05
    bark = Material(rough=0.9, bump=0.6)
    radii = 0.03 * (1.2 - np.linspace(0, 1, 40))
    return solid(tube(path, radii, 8), np.array([0.2, 0.14, 0.09]), bark, framed=False)


def wheel(draw: Draw) -> Scene:
    """A tyre, a rim, crossed spokes and a hub."""
    angle = np.linspace(0, 2 * np.pi, 200)
    circle = np.stack([np.cos(angle), 0 * angle, np.sin(angle)], axis=1)
    width = draw.between(0.02, 0.06)
    metal = Material(rough=draw.between(0.12, 0.35), metal=1.0)
    colour = np.array(draw.pick(((0.8, 0.8, 0.82), (0.1, 0.1, 0.1), (0.7, 0.5, 0.25))))
    rubber = Material(rough=0.7, bump=0.5, grain=60)
    count, inner = 4 * draw.whole(5, 10), draw.between(0.04, 0.07)
    number = np.arange(count)
    outer = 2 * np.pi * number / count
    crossed = draw.between(0, 1.3) * np.where(number // 2 % 2, 1, -1)
    side = np.where(number % 2, 0.05, -0.05)
    hub = np.stack([np.cos(outer + crossed) * inner, side, np.sin(outer + crossed) * inner], 1)
    rim = np.stack([np.cos(outer), 0 * outer, np.sin(outer)], axis=1) * (1 - width)
    along = np.linspace(0, 1, 4)[None, :, None]
    spokes = hub[:, None] + (rim - hub)[:, None] * along
    axle = body((0, 0, 0), (0.03, 0.12, 0.03))
    parts = (
        solid(tube(circle, width, 16), np.full(3, 0.025), rubber),
        solid(tube(circle * (1 - width * 1.2), 0.018), colour, metal),
        Strands(spokes, tapered(spokes, 0.005, 1.0), colour + 0 * spokes, metal),
        solid(axle.mesh(), colour, metal),
    )
    return Scene(parts, Shot(elevation=(-0.4, 0.4), azimuth=(-1.1, 1.1), fill=(0.8, 1.5)))
