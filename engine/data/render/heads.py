"""Hair on heads, seen from behind or the side: straight or wavy, curls and afros."""

import numpy as np

from engine.data.render.colours import HAIR, SKIN, dyed, one_of, varied, vivid
from engine.data.render.draw import Draw
from engine.data.render.growth import (
    Body,
    Growth,
    Roots,
    body,
    clumped,
    curled,
    finer,
    frizzed,
    grown,
    rooted,
    tapered,
)
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot, Strands
from engine.data.render.shapes import grid, rotation, smooth

SKULL = body((0, 0.02, 0.72), (0.56, 0.66, 0.62))
FACE = body((0, -0.2, 0.38), (0.42, 0.42, 0.5))
NECK = body((0, 0.1, -0.25), (0.28, 0.29, 0.7))
SHOULDERS = body((0, 0.14, -1.0), (1.15, 0.46, 0.5))
CHEST = body((0, 0.1, -1.7), (0.85, 0.5, 0.95))
BODIES = (SKULL, FACE, NECK, SHOULDERS, CHEST)


def hair_straight(draw: Draw) -> Scene:
    """Straight or wavy hair, parted, to the chin or the waist, at times in the wind."""
    roots = _scalp(draw, draw.many(26000, 38000))
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
    return _scene(draw, points, draw.between(0.0015, 0.0021))


def hair_curly(draw: Draw) -> Scene:
    """Ringlets that fall, or an afro."""
    roots = _scalp(draw, draw.many(12000, 19000))
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
    return _scene(draw, points, draw.between(0.0022, 0.003))


def _scalp(draw: Draw, count: int) -> Roots:
    """Roots where hair grows: not on the face, and lower at the back."""
    roots = rooted(draw, [SKULL], count)
    _, y, z = roots.places.T
    grows = (z > 0.45 + 0.45 * smooth(-y, -0.1, 0.5)) | ((y > 0.1) & (z > 0.12))
    grows &= ~((y < -0.35) & (z < 1.0))
    return Roots(roots.places[grows], roots.normals[grows], roots.owner[grows])


def _scene(draw: Draw, points: Points, thickness: float) -> Scene:
    """The hair in its colours, at times with strands or tips of another, and who wears it."""
    count, steps = points.shape[:2]
    base = one_of(draw, HAIR)
    colours = varied(draw, base, count, 0.2)
    if draw.chance(0.4):
        lighter = (draw.each(0, 1, count) < draw.between(0.1, 0.4))[:, None]
        colours = colours + lighter * 0.6 * (np.clip(base * 2 + 0.05, 0, 0.85) - colours)
    along = np.repeat(colours[:, None], steps, axis=1)
    if draw.chance(0.3):
        tip = smooth(np.linspace(0, 1, steps), draw.between(0.2, 0.5), draw.between(0.7, 1))
        along = along + (dyed(draw, HAIR, 0.6) - along) * tip[None, :, None]
    material = Material(kind="hair", rough=draw.between(0.18, 0.34))
    radii = tapered(points, thickness * draw.spread(0.15, count), 0.4)
    hair = Strands(points, radii, along, material)
    back = draw.between(1.9, 4.4)
    shot = Shot(elevation=(-0.1, 0.35), azimuth=(back, back + 0.01), fill=(0.72, 1.02))
    return Scene((hair, *_person(draw)), shot)


def _person(draw: Draw) -> list[Mesh]:
    """A mannequin: head, neck, and shoulders in cloth."""
    colour = one_of(draw, SKIN)
    skin = Material(rough=0.45, bump=0.08, grain=60)
    dark = np.array([0.05, 0.03, 0.03])
    nose = body((0, -0.62, 0.42), (0.075, 0.13, 0.13), rotation(0.35, 0, 0))
    mouth = body((0, -0.55, 0.16), (0.13, 0.07, 0.035))
    ears = [body((side * 0.55, 0.05, 0.5), (0.06, 0.13, 0.18)) for side in (1, -1)]
    eyes = [body((side * 0.2, -0.5, 0.58), (0.11, 0.09, 0.06)) for side in (1, -1)]
    found = [_solid(one, colour, skin) for one in (SKULL, FACE, NECK, nose, *ears)]
    found += [_solid(one, dark, Material(rough=0.2)) for one in eyes]
    found.append(_solid(mouth, np.array([0.5, 0.15, 0.13]), Material(rough=0.4)))
    return [*found, _shirt(draw)]


def _solid(one: Body, colour: Points, material: Material) -> Mesh:
    vertices, faces = one.mesh()
    return Mesh(vertices, faces, colour + 0 * vertices, material, framed=False)


def _shirt(draw: Draw) -> Mesh:
    """Cloth from the neck over the shoulders downwards."""
    heights = (0.3, 0.48, 0.6, 0.7, 0.8, 0.92, 1.1, 1.4, 1.9, 2.6, 3.4)
    widths = (0.27, 0.3, 0.38, 0.58, 0.84, 1.04, 1.16, 1.2, 1.14, 1.08, 1.05)
    depths = (0.28, 0.31, 0.33, 0.36, 0.39, 0.43, 0.47, 0.5, 0.48, 0.46, 0.46)
    down = 0.46 + 2.94 * np.linspace(0, 1, 70) ** 1.1
    angle = np.linspace(0, 2 * np.pi, 96, endpoint=False)[:, None]
    cosine, sine = np.cos(angle), np.sin(angle)
    x = np.sign(cosine) * np.abs(cosine) ** 0.8 * np.interp(down, heights, widths)
    y = 0.13 + np.sign(sine) * np.abs(sine) ** 0.8 * np.interp(down, heights, depths)
    z = -down - 0.1 * cosine**2 * smooth(down, 0.6, 1.1)
    vertices = np.stack([x, y, z], axis=-1).reshape(-1, 3)
    vertices = vertices + draw.field(3)(vertices) * 0.02 * smooth(-vertices[:, 2:], 0.6, 1.2)
    cloth = Material(rough=0.85, sheen=0.3, bump=0.3, grain=90)
    colour = vivid(draw) * draw.between(0.3, 1)
    faces = grid(96, 70, closed=True)
    return Mesh(vertices, faces, colour + 0 * vertices, cloth, framed=False)
