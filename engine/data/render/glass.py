"""Glass and soap: thin walls that mirror, more so aslant; nothing behind them is bent."""

from dataclasses import replace

import numpy as np

from engine.data.render.colours import vivid
from engine.data.render.draw import Draw
from engine.data.render.growth import body
from engine.data.render.lattices import solid
from engine.data.render.scene import Material, Mesh, Points, Scene, Shot
from engine.data.render.shapes import lathe, smooth, tube


def glass(draw: Draw) -> Scene:
    """A vessel, perhaps filled; or bubbles."""
    return vessel(draw) if draw.chance(0.6) else bubbles(draw)


def vessel(draw: Draw) -> Scene:
    """A wine glass, a tumbler, a bottle or a vase; rim and foot are thicker."""
    white = np.full(3, 0.93)
    tint = white if draw.chance(0.5) else 1 - (1 - vivid(draw)) * draw.between(0.1, 0.6)
    wall = Material(rough=0.03, metal=1.0, opacity=draw.between(0.06, 0.2))
    thick = replace(wall, opacity=draw.between(0.3, 0.6))
    radii, heights, foot = draw.pick((_wine, _tumbler, _bottle, _vase))(draw)
    bowl = slice(foot, None)
    inner = radii[bowl] - draw.between(0.012, 0.03)
    parts: list[Mesh] = [
        solid(lathe(radii[bowl], heights[bowl], 96), tint, wall),
        solid(lathe(np.maximum(inner, 1e-3), heights[bowl], 96), tint, wall),
        solid(lathe(radii[: foot + 1], heights[: foot + 1], 96), tint, thick),
    ]
    angle = np.linspace(0, 2 * np.pi, 97)
    rim = np.stack([np.cos(angle), np.sin(angle), 0 * angle], axis=1) * (radii[-1] - 0.008)
    parts.append(solid(tube(rim + np.array([0, 0, heights[-1]]), 0.01), tint, thick))
    if draw.chance(0.5):
        level = foot + int((len(radii) - foot) * draw.between(0.3, 0.7))
        drink = Material(rough=0.05, coat=1.0, translucent=0.5, opacity=draw.between(0.3, 0.9))
        held = np.append(np.maximum(inner[: level - foot] * 0.99, 1e-3), 1e-3)
        surface = np.append(heights[foot:level], heights[level - 1])
        parts.append(solid(lathe(held, surface, 96), vivid(draw), drink))
    return Scene(tuple(parts), Shot(elevation=(-0.05, 0.6), azimuth=(-1, 1), fill=(0.75, 1.2)))


def bubbles(draw: Draw) -> Scene:
    """Soap bubbles of many sizes, tinted by turns."""
    parts = []
    for _ in range(draw.whole(3, 14)):
        centre = draw.normal(3) * np.array([0.9, 0.5, 0.8])
        vertices, faces = body(centre, np.full(3, draw.between(0.12, 0.55))).mesh()
        vertices = centre + (vertices - centre) * (1 + 0.01 * draw.field(1.5)(vertices)[:, :1])
        hue = 0.5 + 0.5 * np.sin(draw.field(2)(vertices) * 3)
        film = Material(rough=0.02, metal=1.0, opacity=round(draw.between(0.04, 0.15), 2))
        parts.append(Mesh(vertices, faces, 0.55 + 0.4 * hue, film))
    return Scene(tuple(parts), Shot(elevation=(-0.3, 0.3), azimuth=(-1, 1), fill=(0.8, 1.3)))


def _wine(draw: Draw) -> tuple[Points, Points, int]:
    """(radii, heights, how many of them are the foot)."""
    z, stem = np.linspace(0, 1, 50), draw.between(0.5, 0.8)
    bowl = 0.05 + draw.between(0.45, 0.6) * np.sin(np.pi * (0.02 + z * 0.72)) ** 0.6
    foot = [0.001, 0.5, 0.5, 0.2, *[0.045] * 6]
    heights = [0, 0, 0.02, 0.05, *np.linspace(0.08, stem, 6)]
    return np.append(foot, bowl), np.append(heights, stem + 0.03 + z * 1.1), len(foot)


def _tumbler(draw: Draw) -> tuple[Points, Points, int]:
    z = np.linspace(0, 1, 50)
    wide = 0.45 + draw.between(0, 0.15) * z
    return np.append([0.001, 0.43], wide), np.append([0, 0], 0.03 + z * 1.5), 2


def _bottle(draw: Draw) -> tuple[Points, Points, int]:
    z, shoulder = np.linspace(0, 1, 60), draw.between(0.45, 0.6)
    wide = 0.5 - draw.between(0.3, 0.38) * smooth(z, shoulder, shoulder + 0.22)
    return np.append([0.001, 0.46], wide), np.append([0, 0], 0.04 + z * 2.4), 2


def _vase(draw: Draw) -> tuple[Points, Points, int]:
    z = np.linspace(0, 1, 60)
    wide = 0.3 + draw.between(0.15, 0.3) * np.sin(np.pi * z**0.8 * 1.1 + 0.2) ** 2 + 0.05 * z
    return np.append([0.001, 0.28], wide), np.append([0, 0], 0.04 + z * 1.9), 2
