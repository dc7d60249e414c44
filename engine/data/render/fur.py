"""Fur on any set of bodies, and what else a beast or a toy is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.data.render.colours import shaded, varied
from engine.data.render.draw import Draw
from engine.data.render.growth import (
    Body,
    Growth,
    Roots,
    clumped,
    curled,
    finer,
    frizzed,
    grown,
    rooted,
    tapered,
)
from engine.data.render.scene import Material, Mesh, Points, Strands
from engine.data.render.shapes import ball, smooth, unit

Coat = Callable[[Roots], Points]
"""Colours (n, 3) of hairs by where they grow."""


@dataclass(frozen=True, kw_only=True)
class Fur:
    """What a coat is like. clumps: (strands to a clump, strength); curls: (radius, turns)."""

    length: float
    thickness: float
    steps: int = 7
    clumps: tuple[float, float] = (30, 0.5)
    curls: tuple[float, float] | None = None
    frizz: float = 0.0
    strays: float = 0.04
    material: Material = Material(kind="hair", rough=0.35)


def furred(
    draw: Draw, bodies: Sequence[Body], count: int, coat: Coat, what: Fur, how: Growth
) -> Strands:
    """Hair on all of the bodies, clumped but for some stray hairs that stand off."""
    roots = rooted(draw, bodies, count)
    number = len(roots.places)
    own = np.array([np.zeros(3) if one.comb is None else one.comb for one in bodies])
    comb = own[roots.owner] + (0 if how.comb is None else how.comb)
    comb = comb - (comb * roots.normals).sum(-1, keepdims=True) * roots.normals
    stray = draw.each(0, 1, number) < what.strays
    comb = comb + draw.normal(number, 3) * np.where(stray, 0.45, 0.1)[:, None]
    lengths = what.length * np.array([one.length for one in bodies])[roots.owner]
    lengths = lengths * draw.spread(0.18, number) * np.where(stray, 1.3, 1)
    points = grown(draw, roots, lengths, replace(how, comb=comb), bodies)
    points = finer(points, what.steps)
    if what.curls:
        radius, turns = (value * draw.spread(0.2, number) for value in what.curls)
        points = curled(points, radius, turns, draw.each(0, 2 * np.pi, number))
    together, _ = clumped(draw, points, *what.clumps)
    points = np.where(stray[:, None, None], points, together)
    if what.frizz:
        points = frizzed(draw, points, what.frizz * lengths)
    colours = varied(draw, coat(roots), number, 0.13)
    return Strands(
        points,
        tapered(points, what.thickness * draw.spread(0.15, number)),
        shaded(colours, points.shape[1], draw.between(0.45, 0.8)),
        what.material,
    )


def skin(one: Body, coat: Coat) -> Mesh:
    """The body under its fur, darker than it."""
    vertices, faces = one.mesh()
    normals = unit((vertices - one.centre) @ one.turn / one.radii**2) @ one.turn.T
    roots = Roots(vertices, normals, np.zeros(len(vertices), np.int64))
    return Mesh(vertices, faces, coat(roots) * 0.5, Material(rough=0.9), framed=False)


def blended(colours: list[Points], field: Callable[[Points], Points]) -> Coat:
    """A coat whose colours follow the three values of a field."""

    def coat(roots: Roots) -> Points:
        values = field(roots.places)
        found = np.repeat(colours[0][None], len(values), axis=0)
        for axis, colour in enumerate(colours[1:]):
            found = found + (colour - found) * smooth(values[:, axis : axis + 1], -0.1, 0.2)
        return found

    return coat


def bead(place: Sequence[float] | Points, size: float) -> Mesh:
    """Something dark and glossy."""
    vertices, faces = ball()
    dark = np.full_like(vertices, 0.015)
    glossy = Material(rough=0.08, coat=1.0)
    return Mesh(np.asarray(place) + vertices * size, faces, dark, glossy, framed=False)
