"""Balls of long fur, and plush toys."""

from dataclasses import replace

import numpy as np

from engine.data.render.colours import FUR, dyed
from engine.data.render.draw import Draw
from engine.data.render.fur import Fur, bead, blended, furred, skin
from engine.data.render.growth import Body, Growth, Roots, body
from engine.data.render.scene import Material, Points, Scene, Shot
from engine.data.render.shapes import rotation, unit


def fur_long(draw: Draw) -> Scene:
    """A ball or a few, in long hair, straight or in curls."""
    bodies = [body((0, 0, 0), draw.each(0.55, 0.8, 3))]
    for _ in range(draw.whole(1, 3)):
        way = unit(draw.normal(3) + np.array([0, 0, 0.5]))
        bodies.append(body(way * 0.65, draw.each(0.25, 0.5, 3)))
    colours = [dyed(draw, FUR, 0.75) for _ in range(draw.whole(1, 3))]
    coat = blended(colours, draw.field(1.2))
    curly = draw.chance(0.35)
    hair = Fur(
        length=draw.between(0.4, 0.85),
        thickness=0.0042,
        steps=22 if curly else 12,
        clumps=(draw.between(20, 90), draw.between(0.5, 0.8)),
        curls=(draw.between(0.012, 0.03), draw.between(2, 4)) if curly else None,
        frizz=draw.between(0, 0.05),
        strays=0.06,
    )
    how = Growth(
        steps=9,
        lift=draw.between(0.5, 1),
        comb=draw.normal(3) * np.array([0.4, 0.4, 0.2]) + np.array([0, 0, -0.35]),
        gravity=draw.between(0.1, 0.5),
        waver=draw.between(0.15, 0.35),
        frequency=draw.between(1.5, 3),
    )
    fur = furred(draw, bodies, draw.many(16000, 24000), coat, hair, how)
    shot = Shot(elevation=(-0.3, 0.6), azimuth=(-3, 3), fill=(0.55, 0.98))
    return Scene((*(skin(one, coat) for one in bodies), fur), shot)


def plush(draw: Draw) -> Scene:
    """A toy bear or hare that sits, in teddy curls or straight pile."""
    wide = draw.between(0.5, 0.62)
    trunk = (draw.between(0.5, 0.65), 0.5, draw.between(0.55, 0.68))
    bodies = [body((0, 0, 0), trunk), body((0, -0.05, 0.95), (wide, wide * 0.92, wide * 0.9))]
    bodies.append(replace(body((0, -wide * 0.8, 0.85), (0.25, 0.22, 0.19)), length=0.6))
    long_ears = draw.chance(0.5)
    for side in (1, -1):
        bodies += _limbs(draw, side, wide, long_ears)
    colour = dyed(draw, FUR, 0.6)
    pale = np.clip(colour * 1.5 + 0.1, 0, 0.9)

    def coat(roots: Roots) -> Points:
        x, y, _ = roots.places.T
        front = (roots.owner == 2) | ((roots.owner == 0) & (y < -0.3) & (np.abs(x) < 0.3))
        return np.where(front[:, None], pale, colour)

    curly = draw.chance(0.5)
    hair = Fur(
        length=draw.between(0.09, 0.2),
        thickness=0.0055,
        steps=14 if curly else 7,
        clumps=(draw.between(14, 40), draw.between(0.4, 0.75)),
        curls=(draw.between(0.012, 0.025), draw.between(1.2, 2.6)) if curly else None,
        frizz=0.05,
        strays=0.05,
        material=Material(rough=0.85, sheen=0.5),
    )
    how = Growth(steps=5, lift=draw.between(0.8, 1.3), comb=draw.normal(3) * 0.2, waver=0.3)
    fur = furred(draw, bodies, draw.many(17000, 24000), coat, hair, how)
    eyes = [bead((s * 0.2, -wide * 0.88 - 0.05, 1.07), 0.075) for s in (1, -1)]
    nose = bead((0, -wide * 0.8 - 0.22, 0.93), 0.08)
    skins = tuple(skin(one, coat) for one in bodies)
    return Scene(
        (*skins, fur, *eyes, nose),
        Shot(elevation=(-0.1, 0.35), azimuth=(-0.9, 0.9), fill=(0.75, 1.3)),
    )


def _limbs(draw: Draw, side: int, wide: float, long_ears: bool) -> list[Body]:
    """One side of a toy: ear, arm, leg, foot."""
    if long_ears:
        tilt = rotation(0, side * draw.between(-0.1, 0.5), 0)
        ear = body((side * wide * 0.4, 0.02, 1.3 + wide * 0.85), (0.14, 0.08, 0.45), tilt)
    else:
        ear = body((side * wide * 0.72, 0.02, 0.95 + wide * 0.75), (0.21, 0.1, 0.2))
    raised = rotation(draw.between(-0.8, 0.2), side * draw.between(-0.9, -0.3), 0)
    arm = body((side * 0.62, -0.15, 0.2), (0.19, 0.19, 0.42), raised)
    turned = rotation(draw.between(-0.2, 0.3), 0, side * draw.between(0.1, 0.5))
    leg = body((side * 0.36, -0.45, -0.5), (0.22, 0.42, 0.22), turned)
    foot = body((side * 0.42, -0.85, -0.48), (0.2, 0.12, 0.24))
    return [replace(ear, length=0.75), arm, leg, replace(foot, length=0.7)]
