"""Plants: twigs in leaf, ferns, grasses, dandelions and thistles."""

import numpy as np

from engine.data.render.colours import BARK, leaf_green, one_of, varied
from engine.data.render.draw import Draw
from engine.data.render.growth import Growth, Roots, finer, grown, tapered
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot, Strands
from engine.data.render.shapes import (
    Shape,
    copies,
    frames,
    grid,
    tangents,
    tube,
    unit,
)

BLADES = {
    "ovate": lambda v: 0.36 * np.sin(np.pi * v**0.75) ** 0.9,
    "lance": lambda v: 0.13 * np.sin(np.pi * v**0.8) ** 0.8,
    "lobed": lambda v: (
        0.34 * np.sin(np.pi * v**0.8) ** 0.8 * (0.72 + 0.28 * np.abs(np.sin(np.pi * v * 4.5)))
    ),
    "round": lambda v: 0.26 * np.sin(np.pi * v) ** 0.6,
}
"""Half the width of a leaf along its length."""


def blade(draw: Draw, kind: str, across: int = 9, along: int = 19) -> tuple[Shape, Points]:
    """A leaf from the origin along y, cupped and drooping; and its colours' factors, for veins."""
    v = np.linspace(0, 1, along)[None]
    u = np.linspace(-1, 1, across)[:, None]
    width = BLADES[kind](v)
    height = np.abs(u) * width * draw.between(0.1, 0.5) - draw.between(0.05, 0.4) * v * v
    height = height + 0.02 * np.sin(9 * v + 5 * u)
    vertices = np.stack([u * width, v + np.abs(u) * width * 0.25, height], axis=-1)
    side = np.exp(-(((np.mod(v * 9 - np.abs(u) * 1.6, 1) - 0.5) / 0.13) ** 2))
    vein = np.exp(-((u / 0.09) ** 2)) + 0.55 * side * (np.abs(u) > 0.05)
    factors = 1 + 0.35 * vein[..., None] * np.array([1, 1, 0.6]) - 0.12 * np.abs(u)[..., None]
    return (vertices.reshape(-1, 3), grid(across, along)), factors.reshape(-1, 3)


def scattered(
    leaf: tuple[Shape, Points], turns: Points, places: Points, tones: Points, material: Material
) -> Mesh:
    """A leaf for each turn (n, 3, 3), which may scale, at its place and in its tone (n, 3)."""
    shape, factors = leaf
    vertices, faces = copies(shape, turns, places)
    return Mesh(vertices, faces, (factors[None] * tones[:, None]).reshape(-1, 3), material)


def leaves(draw: Draw) -> Scene:
    """One branch or two, with twigs, in leaf."""
    limbs: list[tuple[Points, float]] = []
    for _ in range(draw.pick((1, 1, 2))):
        way = unit(np.array([draw.between(-1, 1), draw.between(-0.3, 0.3), draw.between(0.1, 1)]))
        start = np.array([draw.between(-0.3, 0.3), 0, 0])
        limbs += _branches(draw, start, way * draw.between(1.3, 2.1), draw.between(0.018, 0.03), 0)
    bark, colour = Material(rough=0.85, bump=0.6, grain=50), one_of(draw, BARK)
    parts: list[Strands | Mesh] = []
    for path, radius in limbs:
        vertices, faces = tube(path, radius * (1 - 0.65 * np.linspace(0, 1, len(path))), 8)
        parts.append(Mesh(vertices, faces, colour + 0 * vertices, bark))
    tips = np.concatenate([path[len(path) // 2 :] for path, _ in limbs])
    ways = np.concatenate([tangents(path)[len(path) // 2 :] for path, _ in limbs])
    chosen = draw.generator.integers(len(tips), size=draw.many(1, 2) * len(tips) // 3)
    places, ways, count = tips[chosen], ways[chosen], len(chosen)
    kind = draw.pick(tuple(BLADES))
    sizes = draw.between(0.13, 0.3) * draw.spread(0.25, count) * (1.5 if kind == "lance" else 1)
    outward = unit(np.cross(ways, draw.normal(count, 3)))
    ways = unit(ways * 0.5 + outward + np.array([0, 0, -0.25]))
    turns = frames(ways + draw.normal(count, 3) * 0.1) * sizes[:, None, None]
    material = Material(rough=draw.between(0.3, 0.6), translucent=0.35)
    tones = leaf_green(draw, count)
    parts.append(scattered(blade(draw, kind), turns, places, tones, material))
    return Scene(tuple(parts), Shot(elevation=(-0.4, 0.5), azimuth=(-1.5, 1.5), fill=(0.8, 1.5)))


def _branches(
    draw: Draw, start: Points, reach: Points, radius: float, level: int
) -> list[tuple[Points, float]]:
    """A limb that wanders, and the limbs that leave it; (path, radius) each."""
    length = float(np.linalg.norm(reach))
    steps = max(int(length / 0.07), 4)
    way, points = unit(reach), [start]
    for _ in range(steps):
        way = unit(way + draw.normal(3) * 0.13 + np.array([0, 0, 0.03 if level else 0]))
        points.append(points[-1] + way * length / steps)
    path = np.array(points)
    found = [(path, radius)]
    for number in range(2, steps + 1):
        if level < 2 and draw.chance(0.22 if level else 0.4):
            way = unit(path[number] - path[number - 1])
            turned = unit(way * 0.7 + unit(np.cross(way, draw.normal(3))) * 0.75)
            shorter = turned * length * draw.between(0.3, 0.6)
            found += _branches(draw, path[number], shorter, radius * 0.5, level + 1)
    return found


def fern_grass(draw: Draw) -> Scene:
    """Fronds of a fern, or a tuft of grass, perhaps with ears."""
    return fern(draw) if draw.chance(0.5) else grass(draw)


def fern(draw: Draw) -> Scene:
    """One to seven fronds from one place; leaflets on leaflets."""
    material = Material(rough=draw.between(0.35, 0.6), translucent=0.4)
    tone = leaf_green(draw, 1)[0]
    parts: list[Strands | Mesh] = []
    turns, places, ribs = [], [], []
    for _ in range(draw.whole(1, 7)):
        path = _frond(draw)
        vertices, faces = tube(path, 0.012 * (1 - 0.8 * np.linspace(0, 1, len(path))), 6)
        parts.append(Mesh(vertices, faces, np.array([0.3, 0.35, 0.1]) + 0 * vertices, material))
        for side in (1, -1):
            for pinna, size in _pinnae(draw, path, side):
                turn, place = _leaflets(draw, pinna, size)
                turns.append(turn)
                places.append(place)
                ribs.append(pinna)
    shape, factors = blade(draw, "lance", 3, 5)
    leaf = ((shape[0] * np.array([draw.between(1.4, 2.2), 1, 1]), shape[1]), factors)
    where, rib = np.concatenate(places), np.stack(ribs)
    parts.append(Strands(rib, tapered(rib, 0.005), tone * 0.8 + 0 * rib, material))
    tones = varied(draw, tone, len(where), 0.14)
    parts.append(scattered(leaf, np.concatenate(turns), where, tones, material))
    return Scene(tuple(parts), Shot(elevation=(-0.1, 0.9), azimuth=(-3, 3), fill=(0.8, 1.4)))


def _frond(draw: Draw) -> Points:
    """A rachis (41, 3) that arches over."""
    length, side = draw.between(1, 1.8), draw.between(0, 2 * np.pi)
    angle = draw.between(0.5, 1.4) - draw.between(0.02, 0.05) * np.cumsum(1 + np.arange(40) / 40)
    ways = np.stack(
        [np.cos(side) * np.cos(angle), np.sin(side) * np.cos(angle), np.sin(angle)], axis=1
    )
    path = np.concatenate([np.zeros((1, 3)), np.cumsum(ways * length / 40, axis=0)])
    return np.asarray(path + draw.field(1)(path) * 0.02)


def _pinnae(draw: Draw, path: Points, side: int) -> list[tuple[Points, float]]:
    """The leaves of one side of a frond: path (12, 3) and length."""
    count = draw.many(20, 34)
    part = np.linspace(0, 1, 12)[:, None]
    reach = float(np.linalg.norm(np.diff(path, axis=0), axis=1).sum())
    found = []
    for along in np.linspace(0.12, 0.99, count):
        place = along * (len(path) - 1)
        first = min(int(place), len(path) - 2)
        base = path[first] + (path[first + 1] - path[first]) * (place - first)
        forward = unit(path[first + 1] - path[first])
        outward = unit(np.cross(forward, np.array([0, 0, 1.0]))) * side
        length = reach * 0.3 * np.sin(np.pi * along**0.75) ** 0.8 + 0.02
        way = unit(outward + forward * 0.45 + draw.normal(3) * 0.06)
        bend = forward * 0.1 - np.array([0, 0, 0.12])
        found.append((base + length * (way * part + bend * part**2), length))
    return found


def _leaflets(draw: Draw, path: Points, length: float) -> tuple[Points, Points]:
    """Turns (n, 3, 3) and places of the leaflets along both sides of a leaf."""
    along, forward = np.linspace(0.06, 1, 12), unit(path[-1] - path[0])
    normal = unit(np.cross(forward, np.cross(np.array([0, 0, 1.0]), forward)))
    sizes = (length * 0.24 * (1 - along * 0.75) + 0.006)[:, None, None]
    turns = []
    for side in (1, -1):
        outward = np.cross(normal, forward) * side
        ways = unit(outward + forward * 0.5 + draw.normal(12, 3) * 0.08)
        across = unit(np.cross(ways, normal))
        turns.append(np.stack([across, ways, np.cross(across, ways)], axis=-1) * sizes)
    return np.concatenate(turns), np.concatenate([path, path])


def grass(draw: Draw) -> Scene:
    """A tuft of blades that bend in one wind, some dry; perhaps stalks with ears."""
    wind = draw.normal(3) * np.array([0.35, 0.35, 0])
    count, bend = draw.many(120, 420), draw.between(0.15, 0.7)
    roots = _tuft(draw, count, 0.13, 0.5)
    lengths = draw.between(0.5, 1.5) * draw.spread(0.3, count)
    gravity = bend * draw.spread(0.5, count, 1)
    how = Growth(
        steps=11,
        lift=1,
        waver=0.12,
        frequency=1.2,
        wind=wind - np.array([0, 0, 1]) * gravity,
        gravity=0,
    )
    points = grown(draw, roots, lengths, how)
    green, dry = leaf_green(draw, count), draw.each(0, 1, count) < draw.between(0, 0.4)
    straw = varied(draw, np.array([0.62, 0.5, 0.26]), count, 0.15)
    parts: list[Strands | Mesh] = [_ribbons(draw, points, np.where(dry[:, None], straw, green))]
    if draw.chance(0.6):
        parts += _ears(draw, wind)
    return Scene(tuple(parts), Shot(elevation=(0, 0.35), azimuth=(-3, 3), fill=(0.8, 1.5)))


def _tuft(draw: Draw, count: int, radius: float, lean: float) -> Roots:
    """Roots on the ground, leaning outwards."""
    side, tilt = draw.each(0, 2 * np.pi, count), np.abs(draw.normal(count)) * lean
    ways = np.stack(
        [np.cos(side) * np.sin(tilt), np.sin(side) * np.sin(tilt), np.cos(tilt)], axis=1
    )
    places = draw.normal(count, 3) * np.array([radius, radius, 0])
    return Roots(places, ways, np.zeros(count, np.int64))


def _ribbons(draw: Draw, points: Points, tones: Points) -> Mesh:
    """Folded blades of grass along the points (n, k, 3)."""
    count, steps = points.shape[:2]
    forward = tangents(points)
    across = unit(np.cross(forward, np.array([0.01, 0.01, 1])) + draw.normal(count, 1, 3) * 0.3)
    taper = np.clip(1.15 * (1 - np.linspace(0, 1, steps) ** 2.2), 0.02, 1)
    width = (draw.between(0.008, 0.022) * draw.spread(0.25, count, 1) * taper)[..., None]
    fold = points - unit(np.cross(across, forward)) * width * 0.5
    sheet = np.stack([points - across * width, fold, points + across * width], axis=1)
    faces = grid(3, steps)[None] + (np.arange(count) * 3 * steps)[:, None, None]
    lit = tones[:, None, None] * (0.6 + 0.5 * np.linspace(0, 1, steps))[None, None, :, None]
    colours = np.broadcast_to(lit, (count, 3, steps, 3)).reshape(-1, 3)
    material = Material(rough=draw.between(0.35, 0.6), translucent=0.4)
    return Mesh(sheet.reshape(-1, 3), faces.reshape(-1, 4), colours, material)


def _ears(draw: Draw, wind: Points) -> list[Strands]:
    """Stalks with awns."""
    count, many = draw.many(5, 40), draw.many(20, 60)
    how = Growth(steps=10, lift=1, gravity=0.12, wind=wind * 0.6, waver=0.1, frequency=1.2)
    lengths = draw.between(1.2, 1.9) * draw.spread(0.12, count)
    stalks = finer(grown(draw, _tuft(draw, count, 0.1, 0.28), lengths, how), 24)
    straw = np.array([0.6, 0.5, 0.28]) * draw.between(0.7, 1.2)
    material = Material(rough=0.6, translucent=0.3)
    place = draw.generator.integers(17, 24, size=(count, many))
    rows = np.arange(count)[:, None]
    base, forward = stalks[rows, place], tangents(stalks)[rows, place]
    ways = unit(forward * 1.1 + draw.normal(count, many, 3) * 0.55) * draw.each(
        0.05, 0.17, count, many, 1
    )
    part = np.linspace(0, 1, 5)[:, None]
    awns = (base[:, :, None] + ways[:, :, None] * part).reshape(-1, 5, 3)
    thick = 0.0055 * np.array([1, 1.6, 0.8, 0.3, 0.15]) * np.ones((len(awns), 1))
    tones = varied(draw, straw, len(awns), 0.15)
    return [
        Strands(stalks, tapered(stalks, 0.007, 0.4), straw + 0 * stalks, material),
        Strands(awns, thick, np.repeat(tones[:, None], 5, axis=1), material),
    ]
