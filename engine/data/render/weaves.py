"""Yarn: knitted cloth and lace on a hanging sheet; ropes, tassels and fringes."""

import numpy as np

from engine.data.render.colours import YARN, dyed, varied, vivid
from engine.data.render.draw import Draw
from engine.data.render.growth import Growth, Roots, body, clumped, finer, frizzed, grown, tapered
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot, Strands
from engine.data.render.shapes import ball, copies, frames, grid, smooth, tangents, tube, unit
from engine.data.render.sheets import Sheet, sheet


def cloth(draw: Draw) -> Scene:
    """Knitted wool with its fuzz, lace with flowers in it, or a veil."""
    kind = draw.pick((knit, knit, lace, lace, veil))
    folds = (3.0, 9.0) if kind is veil else (1.0, 3.5)
    surface = sheet(draw, draw.between(0.06, 0.16 if kind is veil else 0.3), folds)
    parts = kind(draw, surface)
    shot = Shot(elevation=(-0.3, 0.3), azimuth=(-0.6, 0.6), fill=(0.8, 1.5))
    return Scene(tuple(parts), shot)


def knit(draw: Draw, surface: Sheet) -> list[Strands | Mesh]:
    """Rows of loops, each through the row before; three plies to the yarn; loose fibres."""
    loops = draw.many(15, 34)
    rows, radius = int(loops * 1.05) + 1, draw.between(0.24, 0.36) / loops
    colour = dyed(draw, YARN, 0.5)
    other = vivid(draw) if draw.chance(0.5) else colour
    stripe = draw.whole(2, 6)
    along = np.linspace(0, 1, loops * 22)
    angle = along * loops * 2 * np.pi
    across = -1 + 2 * (along * loops + 0.21 * np.sin(2 * angle)) / loops
    plies, tones = [], []
    for row in range(rows):
        path = surface(across, (row + 0.5 - 0.86 * np.cos(angle)) / rows)
        outward = unit(np.cross(np.gradient(path, axis=0), np.array([0, 0, 1.0])))
        path = path + outward * (0.7 / loops * np.cos(angle * 2))[:, None]
        for ply in range(3):
            plies.append(_twisted(path, radius * 0.5, loops * 1.7, ply * 2 * np.pi / 3))
            tones.append(colour if row // stripe % 2 else other)
    yarn = np.stack(plies)
    wool = Material(rough=0.85, sheen=0.4)
    colours = varied(draw, np.array(tones), len(yarn), 0.08)
    fuzz = _fuzz(draw, yarn, draw.many(9000, 9001), radius * 4)
    return [
        Strands(yarn, np.full(yarn.shape[:2], radius * 0.5), colours[:, None] + 0 * yarn, wool),
        Strands(fuzz, tapered(fuzz, radius * 0.045), colour + 0 * fuzz, wool, framed=False),
    ]


def lace(draw: Draw, surface: Sheet) -> list[Strands | Mesh]:
    """A fine hexagonal ground with scalloped edge, and flowers worked into it."""
    across = draw.many(34, 60)
    scallops, depth = draw.whole(4, 9), draw.between(0.04, 0.1)

    def edge(place: Points) -> Points:
        return np.asarray(0.9 + depth * np.abs(np.sin(place * np.pi * scallops / 2)))

    threads: list[Points] = []
    part = np.linspace(0, 1, 6)
    rows = int(across * 1.36) + 1
    for column in range(across + 1):
        for row in range(rows):
            sign = 1 if (column + row) % 2 else -1
            place = -1 + (2 * column + sign * (1 - 2 * smooth(part, 0.25, 0.75))) / across
            down = (row + part) / rows
            if down.max() < edge(place.mean(keepdims=True))[0]:
                threads.append(surface(place, down))
    ground = np.stack(threads)
    whole = np.linspace(-1, 1, 400)
    borders = [surface(whole, edge(whole) - offset) for offset in (0, 0.012, 0.022)]
    borders += [surface(whole, 0 * whole + offset) for offset in (0, 0.015)]
    flowers = _flowers(draw, surface)
    cotton = Material(rough=0.7, translucent=0.25, sheen=0.2)
    colour, thick = dyed(draw, YARN, 0.5), 0.0042
    return [
        Strands(points, np.full(points.shape[:2], radius), colour + 0 * points, cotton)
        for points, radius in (
            (ground, 0.115 / across),
            (np.stack(borders), thick * 2),
            (flowers, thick),
        )
    ]


def veil(draw: Draw, surface: Sheet) -> list[Strands | Mesh]:
    """Sheer cloth in narrow folds, hemmed; perhaps sewn with beads."""
    across, down = np.linspace(-1, 1, 140)[:, None], np.linspace(0, 1, 120)[None]
    vertices = surface(across, down).reshape(-1, 3)
    colour = dyed(draw, YARN, 0.5)
    sheer = Material(rough=0.7, translucent=0.35, sheen=0.3, opacity=draw.between(0.15, 0.5))
    found: list[Strands | Mesh] = [
        Mesh(vertices, grid(140, 120), colour + 0 * vertices, sheer),
    ]
    hem, along, ones = Material(rough=0.6, sheen=0.3), np.linspace(0, 1, 300), np.ones(300)
    for u, v in ((2 * along - 1, ones), (2 * along - 1, 0 * ones), (-ones, along), (ones, along)):
        edge, faces = tube(surface(u, v), 0.008, 6)
        found.append(Mesh(edge, faces, colour + 0 * edge, hem))
    if draw.chance(0.5):
        count = draw.many(15, 60)
        places = surface(draw.each(-0.9, 0.9, count), draw.each(0.1, 0.95, count))
        turns = np.repeat(np.eye(3)[None] * draw.between(0.01, 0.025), count, axis=0)
        beads, faces = copies(ball(10, 7), turns, places)
        pearl = Material(rough=0.15, coat=1.0)
        found.append(Mesh(beads, faces, np.full_like(beads, 0.83), pearl))
    return found


def _flowers(draw: Draw, surface: Sheet) -> Points:
    """Outlines and rays of flowers on the sheet, (n, 150, 3)."""
    columns, found = draw.whole(3, 5), []
    angle = np.linspace(0, 2 * np.pi, 150)
    for column in range(columns):
        for row in range(max(columns - 1, 2)):
            x = -1 + 2 * (column + 0.5 + 0.25 * (row % 2)) / columns
            y = 0.12 + 0.76 * (row + 0.3) / max(columns - 1, 2)
            size, petals = draw.between(0.5, 0.68) / columns, draw.whole(5, 8)
            depth, turn = draw.between(0.25, 0.5), draw.between(0, 2 * np.pi)

            def reach(at: Points, depth: float = depth, p: int = petals, t: float = turn) -> Points:
                return np.asarray(1 - depth + depth * np.abs(np.cos(p * (at + t) / 2)) ** 0.7)

            for share in np.linspace(0.35, 1, 8):
                r = size * share * reach(angle)
                found.append(surface(x + r * np.cos(angle), y + 0.6 * r * np.sin(angle)))
            for ray in np.linspace(0, 2 * np.pi, petals * 12, endpoint=False):
                r = np.linspace(0.3, 1, 150) * size * reach(np.array([ray]))
                found.append(surface(x + r * np.cos(ray), y + 0.6 * r * np.sin(ray)))
    return np.stack(found)


def rope(draw: Draw) -> Scene:
    """A rope that winds or coils, its end undone; tassels; or a fringed braid."""
    kind = draw.pick((_ropes, _tassels, _fringe))
    material = Material(rough=0.75, sheen=0.3)
    parts = kind(draw, dyed(draw, YARN, 0.6), material)
    return Scene(tuple(parts), Shot(elevation=(-0.3, 0.4), azimuth=(-0.8, 0.8), fill=(0.8, 1.4)))


def _ropes(draw: Draw, colour: Points, material: Material) -> list[Strands | Mesh]:
    found: list[Strands | Mesh] = []
    for _ in range(draw.pick((1, 1, 2))):
        along = np.linspace(0, 1, 260)
        x, y = (along - 0.5) * 2.6, 0.35 * np.sin(along * draw.between(2, 9) + 1)
        z = 0.5 * np.sin(along * draw.between(2, 7) + draw.between(0, 6))
        if draw.chance(0.4):
            angle, reach = along * draw.between(7, 14), 0.35 + 0.5 * along
            x, y, z = np.cos(angle) * reach, 0.25 * along * np.sin(3 * angle), np.sin(angle) * reach
        path = np.stack([x, y, z], axis=1)
        radius, turns = draw.between(0.05, 0.11), draw.between(9, 22)
        splay = draw.between(1, 4) if draw.chance(0.7) else 0.0
        yarns = _cord(draw, path, draw.many(120, 240), radius, (turns, splay))
        tones = varied(draw, colour, len(yarns), 0.12)
        found.append(_yarn(yarns, radius * 0.075, tones, material))
        fuzz = frizzed(draw, _fuzz(draw, yarns, draw.many(7000, 7001), radius), radius * 0.15, 2)
        tones = varied(draw, colour, len(fuzz), 0.05)
        found.append(_yarn(fuzz, radius * 0.022, tones, material, framed=False))
    return found


def _tassels(draw: Draw, colour: Points, material: Material) -> list[Strands | Mesh]:
    """A ball of yarn with a skirt and a cord, up to three."""
    found: list[Strands | Mesh] = []
    for number in range(draw.pick((1, 1, 2, 3))):
        centre = np.array([0.9 * number * (-1) ** number, draw.between(-0.3, 0.3) * number, 0.12])
        core, faces = body(centre, (0.17, 0.17, 0.16)).mesh()
        found.append(Mesh(core, faces, colour * 0.6 + 0 * core, Material(rough=0.7), framed=False))
        side = draw.each(0, 2 * np.pi, draw.many(700, 701), 1)
        fall = np.linspace(0.05, 0.95, 12) * np.pi
        flat = np.stack([np.cos(side) * np.sin(fall), np.sin(side) * np.sin(fall)], axis=-1)
        around = np.concatenate([flat, np.cos(fall)[:, None] + 0 * flat[..., :1]], axis=-1)
        ball = centre + 0.185 * around
        found.append(_yarn(ball, 0.006, varied(draw, colour, len(ball), 0.1), material))
        ring = np.linspace(0, 2 * np.pi, 60)
        tops = np.stack([np.cos(ring) * 0.1, np.sin(ring) * 0.1, 0 * ring - 0.2], axis=1) + centre
        found.append(_hanging(draw, tops, draw.many(350, 800), colour, material))
        along = np.linspace(0, 1, 60)
        up = np.stack([0.12 * np.sin(3 * along) * along, 0 * along, 0.13 + along * 0.8], axis=1)
        cord = _cord(draw, centre + up, draw.many(60, 61), 0.03, (9, 0.0))
        found.append(_yarn(cord, 0.004, varied(draw, colour, len(cord), 0.1), material))
    return found


def _fringe(draw: Draw, colour: Points, material: Material) -> list[Strands | Mesh]:
    """Four cords side by side, and bundles of yarn that hang from them."""
    x, sag = np.linspace(-1.3, 1.3, 200), draw.between(0, 0.25)
    band = np.stack([x, 0.12 * np.sin(2.3 * x + 1), sag * x * x], axis=1)
    found: list[Strands | Mesh] = []
    for number in range(4):
        path = band - np.array([0, 0, 0.05 * number])
        cord = _cord(draw, path, draw.many(45, 46), 0.03, (40, 0.0))
        tone = colour if number % 2 else vivid(draw) * 0.7
        found.append(_yarn(cord, 0.005, varied(draw, tone, len(cord), 0.1), material))
    knots = band[np.linspace(4, 195, draw.whole(16, 44)).astype(int)] - np.array([0, 0, 0.18])
    found.append(_hanging(draw, knots, draw.many(900, 1600), colour, material))
    return found


def _hanging(draw: Draw, tops: Points, count: int, colour: Points, material: Material) -> Strands:
    """Threads that hang from the tops, in bunches."""
    places = draw.some(tops, count) + draw.normal(count, 3) * 0.014
    down = unit(np.array([0, 0, -1.0]) + draw.normal(count, 3) * 0.18)
    roots = Roots(places, down, np.zeros(count, np.int64))
    how = Growth(steps=10, lift=1, gravity=0.7, waver=draw.between(0.02, 0.15))
    lengths = draw.between(0.6, 1.3) * draw.spread(0.03, count)
    threads = finer(grown(draw, roots, lengths, how), 16)
    threads, _ = clumped(draw, threads, 16, draw.between(0.2, 0.7), 1.2)
    threads = frizzed(draw, threads, draw.between(0.01, 0.036), 4)
    tones = varied(draw, colour, count, 0.1)
    return _yarn(threads, draw.between(0.004, 0.009), tones, material)


def _yarn(
    points: Points, radius: float, tones: Points, material: Material, *, framed: bool = True
) -> Strands:
    radii = np.full(points.shape[:2], radius)
    return Strands(points, radii, tones[:, None] + 0 * points, material, framed)


def _twisted(path: Points, radius: float, turns: float, phase: float) -> Points:
    """A helix around the path (k, 3)."""
    turn = frames(tangents(path), up=(0.3, 0.2, 0.93))
    angle = (2 * np.pi * turns * np.linspace(0, 1, len(path)) + phase)[:, None]
    return np.asarray(path + radius * (np.cos(angle) * turn[..., 0] + np.sin(angle) * turn[..., 2]))


def _cord(
    draw: Draw, path: Points, count: int, radius: float, twist: tuple[float, float]
) -> Points:
    """Yarns (n, k, 3) of three plies around a path; twist: turns, and how the end comes undone."""
    turns, splay = twist
    turn = frames(tangents(path), up=(0.2, 0.3, 0.93))
    along = np.linspace(0, 1, len(path))
    undone = 1 + splay * smooth(along, 0.8, 1)
    plies = []
    for ply in range(3):
        centre = _twisted(path, radius * 0.52, turns, ply * 2 * np.pi / 3)
        centre = path + (centre - path) * undone[:, None]
        number = max(count // 3, 1)
        angle = draw.each(0, 2 * np.pi, number, 1) - 2 * np.pi * turns * 0.9 * along
        reach = radius * 0.5 * np.sqrt(draw.each(0.25, 1, number, 1)) * undone
        plies.append(
            centre
            + (reach * np.cos(angle))[..., None] * turn[None, ..., 0]
            + (reach * np.sin(angle))[..., None] * turn[None, ..., 2]
        )
    return frizzed(draw, np.concatenate(plies), radius * 0.06, 12)


def _fuzz(draw: Draw, yarns: Points, count: int, length: float) -> Points:
    """Fibres (count, 6, 3) that stand off the yarns."""
    base = draw.some(yarns.reshape(-1, 3), count)
    ways = unit(draw.normal(count, 3)) * draw.each(0.1, 0.9, count, 1) * length
    return frizzed(
        draw, base[:, None] + ways[:, None] * np.linspace(0, 1, 6)[:, None], length * 0.1, 2
    )
