"""Cloth with holes: eyelets with sewn edges, cut leather and paper, crocheted doilies."""

from collections.abc import Callable

import numpy as np

from engine.data.render.colours import YARN, dyed, vivid
from engine.data.render.draw import Draw
from engine.data.render.growth import frizzed, tapered
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot, Strands
from engine.data.render.shapes import grid, unit
from engine.data.render.sheets import Sheet, sheet

Hole = Callable[[Points], Points]
"""How far a hole reaches at each angle, at most 1."""


def openwork(draw: Draw) -> Scene:
    """Cloth with eyelets, something with shapes cut out of it, or a doily."""
    kind = draw.pick((eyelets, cut, doily))
    surface = sheet(draw, draw.between(0.05, 0.25), (1.0, 4.0))
    shot = Shot(elevation=(-0.3, 0.3), azimuth=(-0.6, 0.6), fill=(0.8, 1.6))
    return Scene(tuple(kind(draw, surface)), shot)


def eyelets(draw: Draw, surface: Sheet) -> list[Strands | Mesh]:
    """Cotton, more or less sheer; thread around each hole, and loose fibres at the hem."""
    colour = dyed(draw, YARN, 0.6)
    cotton = Material(
        rough=0.8,
        translucent=0.3,
        sheen=0.2,
        bump=0.2,
        grain=120,
        opacity=draw.between(0.55, 0.9) if draw.chance(0.4) else 1.0,
    )
    places, size = _pattern(draw, draw.many(9, 20), draw.pick((_all, _bouquets, _by_turns)))
    hole = _shape(draw, draw.pick(("round", "petals", "drop")))
    rims = _outlines(surface, places, size * 1.04, hole)
    thread = Material(rough=0.6, translucent=0.2, sheen=0.3)
    thick = np.median(size) * draw.between(0.08, 0.16)
    return [
        pierced(surface, places, size, hole, colour, cotton),
        Strands(rims, np.full(rims.shape[:2], thick), colour * 0.95 + 0 * rims, thread),
        _hem(draw, surface, colour, thread),
    ]


def cut(draw: Draw, surface: Sheet) -> list[Strands | Mesh]:
    """Leather, felt or metal with sharp holes, all alike or of two sizes."""
    material = draw.pick(
        (
            Material(rough=0.45, bump=0.5, grain=70, coat=0.2),
            Material(rough=0.95, sheen=0.5, bump=0.3, grain=150),
            Material(rough=0.25, metal=1.0),
        )
    )
    places, size = _pattern(draw, draw.many(9, 28), draw.pick((_all, _by_turns, _by_turns)))
    hole = _shape(draw, draw.pick(("round", "petals", "diamond", "star")))
    return [pierced(surface, places, size, hole, vivid(draw) * 0.8, material)]


def _all(column: Points, row: Points) -> Points:
    return np.ones(np.broadcast_shapes(column.shape, row.shape))


def _by_turns(column: Points, row: Points) -> Points:
    return np.where((column + row) % 2, 0.45, 1.0)


def _bouquets(column: Points, row: Points) -> Points:
    """Rings of six around a small one, and plain cloth between them."""
    across, down = column % 6 - 2 + 0.5 * (row % 2), row % 5 - 2
    away = np.hypot(across, down)
    return np.where(away < 0.6, 0.6, np.where(away < 1.6, 0.95, 0.02))


def _pattern(
    draw: Draw, across: int, pattern: Callable[[Points, Points], Points]
) -> tuple[Points, Points]:
    """Middles (n, 2) of the cells, across and down, in rows that are shifted by turns; the reach
    of the hole in each (n,); a cell is 2 / across wide."""
    rows = max(int(across * 0.85), 2)
    row, column = (axis.ravel().astype(float) for axis in np.mgrid[0:rows, 0 : across + 1])
    shift = 0.5 * (row % 2)
    middles = np.stack([-1 + 2 * (column + shift) / across, (row + 0.5) / rows], axis=1)
    return middles, pattern(column, row) * draw.between(0.55, 0.92) / across


def _shape(draw: Draw, name: str) -> Hole:
    turn, petals = draw.between(0, 2 * np.pi), draw.whole(4, 7)
    shapes: dict[str, Hole] = {
        "round": lambda angle: np.ones_like(angle),
        "petals": lambda angle: 0.5 + 0.5 * np.abs(np.cos(petals * (angle + turn) / 2)),
        "drop": lambda angle: 0.6 + 0.4 * np.abs(np.sin(angle / 2 + turn)) ** 3,
        "diamond": lambda angle: 0.95 / (np.abs(np.cos(angle)) + np.abs(np.sin(angle))),
        "star": lambda angle: 0.45 + 0.55 * np.abs(np.mod(angle * 5 / np.pi / 2, 1) * 2 - 1),
    }
    return shapes[name]


def pierced(
    surface: Sheet, places: Points, size: Points, hole: Hole, colour: Points, material: Material
) -> Mesh:
    """The sheet as cells, each a ring of faces from the hole's edge to the cell's own border."""
    angle = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    circle = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    wide, high = _cell(places)
    border = circle / np.abs(circle).max(1, keepdims=True)
    edge = circle * hole(angle)[:, None]
    share = np.linspace(0, 1, 4)[:, None]
    scale = np.array([1, ASPECT])
    inner = size[:, None, None, None] * (edge * scale)[:, None]
    outer = (border * np.array([wide, high]) / 2)[:, None]
    flat = places[:, None, None] + inner + (outer - inner) * share
    across, down = np.clip(flat[..., 0], -1, 1), np.clip(flat[..., 1], 0, 1)
    vertices = surface(across, down).reshape(-1, 3)
    ring = grid(48, 4, closed=True)
    first = np.arange(len(places))[:, None, None] * 48 * 4
    return Mesh(vertices, (ring[None] + first).reshape(-1, 4), colour + 0 * vertices, material)


ASPECT = 0.6
"""A step down a sheet, as against across, for what is to look round."""


def _cell(places: Points) -> tuple[float, float]:
    rows = np.unique(places[:, 1])
    first = places[places[:, 1] == rows[0], 0]
    return float(first[1] - first[0]), float(rows[1] - rows[0])


def _outlines(surface: Sheet, places: Points, size: Points, hole: Hole) -> Points:
    """Closed lines (n, 40, 3) around the holes that can be seen, on both sides of the cloth."""
    angle = np.linspace(0, 2 * np.pi, 40)
    reach = hole(angle)
    edge = np.stack([np.cos(angle) * reach, np.sin(angle) * reach * ASPECT], axis=1)
    seen = (size > size.max() / 4) & (np.abs(places[:, 0]) < 1 - size)
    flat = places[seen, None] + size[seen, None, None] * edge
    return surface(flat[..., 0], np.clip(flat[..., 1], 0, 1))


def _hem(draw: Draw, surface: Sheet, colour: Points, material: Material) -> Strands:
    """Fibres that hang from the lower edge, where the cloth was torn."""
    count = draw.many(200, 900)
    base = surface(draw.each(-1, 1, count), np.full(count, 0.995))
    ways = unit(draw.normal(count, 3) * 0.35 - np.array([0, 0, 1.0]))
    length = draw.between(0.02, 0.14) * draw.spread(0.5, count, 1, 1)
    threads = base[:, None] + ways[:, None] * length * np.linspace(0, 1, 7)[:, None]
    threads = frizzed(draw, threads, 0.012, 2)
    return Strands(threads, tapered(threads, 0.0018, 0.6), colour + 0 * threads, material)


def doily(draw: Draw, surface: Sheet) -> list[Strands | Mesh]:
    """Rings of chain stitch about a middle, and between them loops, rays and fans, by turns."""
    reach, count = 0.9, draw.whole(5, 9)
    rings = np.linspace(0.1, reach, count)
    around = draw.whole(8, 14)
    threads = [_ring(around, radius, 0 * rings[0]) for radius in rings]
    for inner, outer in zip(rings[:-1], rings[1:], strict=True):
        number = around * max(int(6 * outer), 1)
        threads += draw.pick((_loops, _rays, _fans))(number, inner, outer)
    threads += _loops(around * 5, reach, reach + draw.between(0.05, 0.1))
    paths = np.stack(threads)
    flat = paths - np.array([0, -0.85])
    points = surface(flat[..., 0], flat[..., 1] * ASPECT)
    colour, radius = dyed(draw, YARN, 0.7), draw.between(0.004, 0.009)
    plies = _doubled(draw, points, radius * 0.7)
    cotton = Material(rough=0.75, sheen=0.3, translucent=0.15)
    return [Strands(plies, np.full(plies.shape[:2], radius * 0.6), colour + 0 * plies, cotton)]


def _ring(_: int, radius: float, lift: float) -> Points:
    angle = np.linspace(0, 2 * np.pi, 400)
    wave = radius + lift + 0.006 * np.sin(angle * 120)
    return np.stack([np.cos(angle) * wave, np.sin(angle) * wave], axis=1)


def _polar(angle: Points, radius: Points) -> Points:
    places = np.linspace(0, len(angle) - 1, 400)
    numbers = np.arange(len(angle))
    angle, radius = np.interp(places, numbers, angle), np.interp(places, numbers, radius)
    return np.stack([np.cos(angle) * radius, np.sin(angle) * radius], axis=1)


def _loops(count: int, inner: float, outer: float) -> list[Points]:
    """Arches that stand on the inner ring."""
    part = np.linspace(0, 1, 400)
    height = np.abs(np.sin(np.pi * count * part)) ** 0.6
    return [_polar(2 * np.pi * part, inner + (outer - inner) * height)]


def _rays(count: int, inner: float, outer: float) -> list[Points]:
    """Straight stitches from ring to ring."""
    return [
        _polar(np.full(2, way), np.array([inner, outer]))
        for way in np.linspace(0, 2 * np.pi, count, endpoint=False)
    ]


def _fans(count: int, inner: float, outer: float) -> list[Points]:
    """Five stitches from one place, and a gap."""
    step = 2 * np.pi / max(count // 2, 3)
    return [
        _polar(np.array([way, way + lean * step]), np.array([inner, outer]))
        for way in np.arange(0, 2 * np.pi - 1e-9, step)
        for lean in np.linspace(-0.38, 0.38, 5)
    ]


def _doubled(draw: Draw, points: Points, radius: float) -> Points:
    """Two plies that turn about each path."""
    angle = np.linspace(0, 160 * np.pi, points.shape[1]) * draw.between(0.8, 1.2)
    aside = np.stack([np.cos(angle), np.sin(angle), np.sin(angle + 0.7)], axis=1) * radius
    return np.concatenate([points + aside, points - aside])
