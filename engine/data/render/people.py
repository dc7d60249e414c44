"""Who wears hair: a mannequin, where its hair grows, and what colours it has."""

from collections.abc import Callable

import numpy as np

from engine.data.render.colours import HAIR, SKIN, dyed, one_of, varied, vivid
from engine.data.render.draw import Draw
from engine.data.render.growth import Body, Roots, body, rooted, tapered
from engine.data.render.scene import Material, Mesh, Points, Strands
from engine.data.render.shapes import grid, rotation, smooth

SKULL = body((0, 0.02, 0.72), (0.56, 0.66, 0.62))
FACE = body((0, -0.2, 0.38), (0.42, 0.42, 0.5))
NECK = body((0, 0.1, -0.25), (0.28, 0.29, 0.7))
SHOULDERS = body((0, 0.14, -1.0), (1.15, 0.46, 0.5))
CHEST = body((0, 0.1, -1.7), (0.85, 0.5, 0.95))
BODIES = (SKULL, FACE, NECK, SHOULDERS, CHEST)


Dye = Callable[[Points], Points]
"""Strands (n, k, 3) to their colours (n, k, 3)."""


def scalp(draw: Draw, count: int) -> Roots:
    """Roots where hair grows: not on the face, and lower at the back."""
    roots = rooted(draw, [SKULL], count)
    _, y, z = roots.places.T
    grows = (z > 0.45 + 0.45 * smooth(-y, -0.1, 0.5)) | ((y > 0.1) & (z > 0.12))
    grows &= ~((y < -0.35) & (z < 1.0))
    return Roots(roots.places[grows], roots.normals[grows], roots.owner[grows])


def dyed_hair(draw: Draw) -> Dye:
    """One colour for all hair of a head; at times with strands or tips of another."""
    base, streaks, tips = one_of(draw, HAIR), 0.0, None
    if draw.chance(0.4):
        streaks = draw.between(0.1, 0.4)
    if draw.chance(0.2):
        tips = dyed(draw, HAIR, 0.6), draw.between(0.2, 0.5), draw.between(0.7, 1)

    def colours(points: Points) -> Points:
        count, steps = points.shape[:2]
        own = varied(draw, base, count, 0.2)
        lighter = (draw.each(0, 1, count) < streaks)[:, None]
        own = own + lighter * 0.6 * (np.clip(base * 2 + 0.05, 0, 0.85) - own)
        along = np.repeat(own[:, None], steps, axis=1)
        if tips is None:
            return along
        share = smooth(np.linspace(0, 1, steps), *tips[1:])
        return np.asarray(along + (tips[0] - along) * share[None, :, None])

    return colours


def hairs(draw: Draw, points: Points, thickness: float, dye: Dye, tip: float = 0.4) -> Strands:
    """Strands (n, k, 3) as hair, in their colours."""
    material = Material(kind="hair", rough=draw.between(0.18, 0.34))
    radii = tapered(points, thickness * draw.spread(0.15, len(points)), tip)
    return Strands(points, radii, dye(points), material)


def person(draw: Draw) -> list[Mesh]:
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
