"""Four-legged beasts with short hair."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from engine.data.render.colours import FUR, one_of
from engine.data.render.draw import Draw
from engine.data.render.fur import Coat, Fur, bead, blended, furred, skin
from engine.data.render.growth import Body, Growth, Roots, body, tapered
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot, Strands
from engine.data.render.shapes import rotation, smooth, unit


def fur_short(draw: Draw) -> Scene:
    """A four-legged beast in a patched, perhaps striped coat, whole or in portrait."""
    bodies, head, size = beast(draw)
    coat = _markings(draw)
    hair = Fur(
        length=draw.between(0.12, 0.19),
        thickness=draw.between(0.0021, 0.0029),
        clumps=(30, draw.between(0.3, 0.6)),
    )
    how = Growth(steps=6, lift=0.45, gravity=0.12, waver=0.2, frequency=2.5, margin=0.004)
    fur = furred(draw, bodies, draw.many(44000, 58000), coat, hair, how)
    parts = [*(skin(one, coat) for one in bodies), *_face(draw, head, size)]
    if draw.chance(0.55):
        near = np.linalg.norm(fur.points[:, 0] - head.centre, axis=1) < draw.between(0.75, 1.1)
        shot = Shot(elevation=(-0.1, 0.3), azimuth=(0.2, 1.7), fill=(0.85, 1.1))
        return Scene((*parts, *_split(fur, near)), shot)
    shot = Shot(elevation=(-0.05, 0.4), azimuth=(-0.9, 0.9), fill=(0.75, 1.2))
    return Scene((*parts, fur), shot)


def beast(draw: Draw) -> tuple[list[Body], Body, float]:
    """Trunk, neck, head, ears, legs and tail of a four-legged beast; its head, and how large."""
    long, high = draw.between(0.75, 1.1), draw.between(0.36, 0.5)
    back = np.array([-0.8, 0, -0.15])
    trunk = [
        body((0, 0, 0), (long, high * 0.9, high)),
        body((0.62 * long, 0, 0.05), (high, high * 0.92, high * 1.08)),
        body((-0.6 * long, 0, 0.03), (high, high * 0.9, high)),
    ]
    place = np.array([long + draw.between(0.1, 0.3), 0, draw.between(0.35, 0.75)])
    neck = body(
        ((0.75 * long + place[0]) / 2, 0, place[2] * 0.55),
        (high * 0.8, high * 0.66, high * 0.75),
        rotation(0, -0.7, 0),
    )
    size = draw.between(0.27, 0.36)
    turn = rotation(0, draw.between(-0.1, 0.25), draw.between(-0.9, 0.9))
    head = body(place, (size * 1.05, size * 0.95, size), turn)
    face = [replace(one, comb=turn @ back) for one in _head(draw, head, size)]
    combed = [replace(one, comb=back) for one in (*trunk, neck)]
    return [*combed, *face, *_legs(draw, long, high), *_tail(draw, long)], head, size


def _head(draw: Draw, head: Body, size: float) -> list[Body]:
    """The skull, the muzzle, cheeks and ears."""

    def part(place: Sequence[float], radii: Sequence[float], tilt: float = 0.0) -> Body:
        turn = head.turn @ rotation(tilt, 0, 0)
        return body(head.centre + head.turn @ np.array(place), radii, turn)

    snout, ear = draw.between(0.15, 0.32), draw.between(0.14, 0.4)
    slant = draw.between(-0.5, 0.35)
    found = [
        replace(head, length=0.5, density=2.2),
        replace(
            part((size * 0.75 + snout * 0.3, 0, -size * 0.22), (snout, size * 0.46, size * 0.4)),
            length=0.25,
            density=2.2,
        ),
    ]
    for side in (1, -1):
        cheek = part(
            (size * 0.3, side * size * 0.45, -size * 0.3), (size * 0.5,) + (size * 0.45,) * 2
        )
        place = (-size * 0.15, side * size * 0.75, size * 0.85 + ear * 0.3)
        tip = part(place, (size * 0.16, size * 0.34, ear), side * (-0.35 - slant))
        found += [replace(cheek, length=0.6, density=2), replace(tip, length=0.42, density=2.4)]
    return found


def _legs(draw: Draw, long: float, high: float) -> list[Body]:
    down = np.array([0, 0, -0.8])
    found = []
    for x in (0.68 * long, -0.66 * long):
        for y in (0.55 * high, -0.55 * high):
            swing = draw.between(-0.12, 0.12)
            thigh = body((x, y, -high * 0.85), (0.17, 0.15, 0.42), rotation(0, swing, 0))
            shin_at = (x + swing * 0.8, y, -high * 0.85 - 0.5)
            shin = body(shin_at, (0.12, 0.11, 0.4), rotation(0, -swing, 0))
            paw = body((x + swing + 0.06, y, -high * 0.85 - 0.85), (0.17, 0.12, 0.09))
            found += [
                replace(thigh, length=0.5, comb=down),
                replace(shin, length=0.35, comb=down),
                replace(paw, length=0.25, comb=np.array([0.8, 0, -0.3])),
            ]
    return found


def _tail(draw: Draw, long: float) -> list[Body]:
    place, angle, bush = np.array([-long, 0, 0.1]), draw.between(-0.4, 1.2), draw.between(1.1, 2.2)
    found = []
    for _ in range(6):
        way = np.array([-np.cos(angle), 0, np.sin(angle)])
        place = place + way * 0.16 + np.array([0, draw.between(-0.05, 0.05), 0])
        piece = body(place, (0.13, 0.085, 0.085), rotation(0, angle, 0))
        found.append(replace(piece, length=bush, comb=way))
        angle += draw.between(-0.1, 0.35)
    return found


def _face(draw: Draw, head: Body, size: float) -> list[Strands | Mesh]:
    """Eyes, a nose and whiskers."""

    def at(x: float, y: float, z: float) -> Points:
        return np.asarray(head.centre + head.turn @ (np.array([x, y, z]) * size))

    tip = at(1.85, 0, -0.12)
    parts: list[Strands | Mesh] = [
        bead(at(0.83, side * 0.46, 0.2), size * 0.13) for side in (1, -1)
    ]
    parts.append(bead(tip, size * 0.18))
    along = np.linspace(0, 1, 7)[None, :, None]
    for side in (1, -1):
        count = draw.whole(4, 8)
        ways = np.stack(
            [draw.each(-0.2, 0.5, count), np.full(count, side), draw.each(-0.5, 0.3, count)], 1
        )
        ways = unit(ways) @ head.turn.T * draw.each(0.3, 0.65, count, 1)
        hairs = at(1.5, side * 0.25, -0.24) + ways[:, None] * along
        hairs = hairs - np.array([0, 0, 0.06]) * along**2
        white = np.full((*hairs.shape[:2], 3), 0.68)
        material = Material(kind="hair", rough=0.3)
        parts.append(Strands(hairs, tapered(hairs, 0.0035), white, material, framed=False))
    return parts


def _markings(draw: Draw) -> Coat:
    """Patches of one to three colours, perhaps stripes, perhaps a pale belly."""
    colours = [one_of(draw, FUR) for _ in range(draw.whole(1, 3))]
    patches = blended(colours, draw.field(draw.between(0.8, 2.5)))
    belly = np.array(draw.pick(((0.8, 0.75, 0.68), (0.7, 0.6, 0.45), (0.3, 0.28, 0.26))))
    pale, striped = draw.chance(0.6), draw.chance(0.3)
    often, waver = draw.between(5, 9), draw.field(2)

    def coat(roots: Roots) -> Points:
        found = patches(roots)
        if striped:
            wave = roots.places[:, :1] * often + waver(roots.places)[:, :1] * 1.3
            found = found * (1 - 0.7 * smooth(np.sin(wave), 0.2, 0.5))
        if pale:
            found = found + (belly - found) * smooth(-roots.normals[:, 2:], 0.2, 0.8)
        return np.asarray(found)

    return coat


def _split(strands: Strands, chosen: npt.NDArray[np.bool_]) -> list[Strands]:
    """The chosen strands, which the camera aims at, and the others, which it does not."""
    return [
        replace(
            strands,
            points=strands.points[which],
            radii=strands.radii[which],
            colours=strands.colours[which],
            framed=framed,
        )
        for which, framed in ((chosen, True), (~chosen, False))
    ]
