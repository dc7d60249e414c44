"""What stands before the camera, as numbers: strands, meshes, volumes, materials, and the shot."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
"""Positions, directions or linear colours, (..., 3); also plain lists of numbers."""

Faces = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Material:
    """kind: hair is for thin strands of keratin; surface for all else.

    translucent: share of the light that comes through from behind; opacity: of a thin layer that
    is seen straight on, and more of it aslant; bump: unevenness, `grain` bumps to the unit.
    """

    kind: Literal["hair", "surface"] = "surface"
    rough: float = 0.5
    metal: float = 0.0
    translucent: float = 0.0
    opacity: float = 1.0
    sheen: float = 0.0
    coat: float = 0.0
    bump: float = 0.0
    grain: float = 20.0


@dataclass(frozen=True, eq=False)
class Strands:
    """points, colours (linear): (n, k, 3); radii: (n, k). framed: the camera aims at it."""

    points: Points
    radii: Points
    colours: Points
    material: Material
    framed: bool = True


@dataclass(frozen=True, eq=False)
class Mesh:
    """vertices: (v, 3); faces: (f, 4) quads; colours: (v, 3) linear."""

    vertices: Points
    faces: Faces
    colours: Points
    material: Material
    framed: bool = True


@dataclass(frozen=True, eq=False)
class Volume:
    """densities: (x, y, z) voxels, what is kept of the light along one unit is exp(-density);
    size: (3,), the box reaches from minus that to that; colour: (3,), of what is scattered."""

    densities: Points
    size: Points
    colour: Points
    framed: bool = True


Part = Strands | Mesh | Volume


@dataclass(frozen=True, kw_only=True)
class Shot:
    """Ranges to draw from, in radians: elevation, azimuth; fill: share of the frame it takes."""

    elevation: tuple[float, float] = (-0.2, 0.4)
    azimuth: tuple[float, float] = (-1.0, 1.0)
    fill: tuple[float, float] = (0.75, 1.25)


@dataclass(frozen=True)
class Scene:
    """Everything but the light, which is the same for all families."""

    parts: tuple[Part, ...]
    shot: Shot = Shot()
