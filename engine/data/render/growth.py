"""Strands: rooted on bodies, grown, clumped, frizzed, curled. Polylines are (n, k, 3)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from engine.data.render.draw import Draw
from engine.data.render.scene import Points
from engine.data.render.shapes import Shape, ball, frames, resampled, tangents, unit

_DOWN = np.array([0.0, 0.0, -1.0])


@dataclass(frozen=True, eq=False, kw_only=True)
class Body:
    """An ellipsoid that hair grows on. length, density: of its hair; comb: where it lies."""

    centre: Points
    radii: Points
    turn: Points = field(default_factory=lambda: np.eye(3))
    length: float = 1.0
    density: float = 1.0
    comb: Points | None = None

    def inside(self, points: Points) -> npt.NDArray[np.bool_]:
        """Which points lie in it, for (..., 3)."""
        distance = np.linalg.norm(((points - self.centre) @ self.turn) / self.radii, axis=-1)
        return np.asarray(distance < 0.98)

    def pushed(self, points: Points, margin: float) -> Points:
        """The points (n, 3), those inside moved out to `margin` above the surface."""
        local = ((points - self.centre) @ self.turn) / self.radii
        distance = np.linalg.norm(local, axis=-1, keepdims=True)
        surface = local / np.maximum(distance, 1e-6) * (1 + margin) * self.radii
        return np.where(distance < 1 + margin, self.centre + surface @ self.turn.T, points)

    def area(self) -> float:
        """Of its surface, to a few hundredths."""
        a, b, c = self.radii**1.6
        return float(4 * np.pi * ((a * b + a * c + b * c) / 3) ** (1 / 1.6))

    def mesh(self) -> Shape:
        """Its skin."""
        vertices, faces = ball(48, 33)
        return self.centre + (vertices * self.radii) @ self.turn.T, faces


def body(
    centre: Sequence[float] | Points, radii: Sequence[float] | Points, turn: Points | None = None
) -> Body:
    """A body without further ado."""
    turned = np.eye(3) if turn is None else turn
    return Body(centre=np.array(centre, float), radii=np.array(radii, float), turn=turned)


@dataclass(frozen=True)
class Roots:
    """places, normals: (n, 3); owner: which body each is on."""

    places: Points
    normals: Points
    owner: npt.NDArray[np.int64]


def rooted(draw: Draw, bodies: Sequence[Body], count: int) -> Roots:
    """About `count` roots spread over the bodies' common surface."""
    weights = np.array([one.area() * one.density for one in bodies])
    found = []
    for number, share in enumerate(weights / weights.sum()):
        one = bodies[number]
        ways = unit(draw.normal(int(count * share * 3) + 8, 3))
        stretch = np.linalg.norm(ways / one.radii, axis=1) * one.radii.min()
        ways = ways[draw.each(0, 1, len(ways)) < stretch][: int(count * share) + 1]
        places = one.centre + (ways * one.radii) @ one.turn.T
        outside = np.ones(len(places), bool)
        for other in bodies:
            if other is not one:
                outside &= ~other.inside(places)
        normals = unit((ways / one.radii) @ one.turn.T)
        found.append(Roots(places[outside], normals[outside], np.full(outside.sum(), number)))
    return Roots(
        np.concatenate([roots.places for roots in found]),
        np.concatenate([roots.normals for roots in found]),
        np.concatenate([roots.owner for roots in found]),
    )


@dataclass(frozen=True, eq=False, kw_only=True)
class Growth:
    """How strands grow. lift: off the surface; comb: (3,) or (n, 3), where they are combed to.

    gravity, wind: what bends them, more towards the tip; waver: strength of the smooth field that
    moves neighbours alike, of `frequency`; margin: distance kept from the bodies.
    """

    steps: int = 8
    lift: float = 0.6
    comb: Points | None = None
    gravity: float = 0.1
    wind: Points | None = None
    waver: float = 0.15
    frequency: float = 2.0
    margin: float = 0.01


def grown(
    draw: Draw, roots: Roots, lengths: Points, how: Growth, bodies: Sequence[Body] = ()
) -> Points:
    """A strand from each root, (n, steps + 1, 3); it goes around the bodies."""
    field_at = draw.field(how.frequency)
    heading = roots.normals * how.lift + (0 if how.comb is None else how.comb)
    heading = unit(heading + field_at(roots.places) * how.waver)
    points = [roots.places]
    step = (lengths / how.steps)[:, None]
    for number in range(how.steps):
        reached = (number + 1) / how.steps
        pull = _DOWN * how.gravity + (0 if how.wind is None else how.wind)
        bend = field_at(points[-1]) * how.waver * reached + pull * 4 * reached / how.steps
        tip = points[-1] + unit(heading + bend) * step
        for one in bodies:
            tip = one.pushed(tip, how.margin)
        heading = unit(tip - points[-1])
        points.append(points[-1] + heading * step)
    return np.stack(points, axis=1)


def clumped(
    draw: Draw, points: Points, size: float, strength: float, shape: float = 1.0
) -> tuple[Points, npt.NDArray[np.int64]]:
    """Strands drawn to a leader, one in `size`, more towards the tip; and which leader is whose."""
    leaders = draw.generator.choice(len(points), max(int(len(points) / size), 1), replace=False)
    whose = _nearest(points[:, 0], points[leaders, 0])
    along = np.linspace(0, 1, points.shape[1])[None, :, None] ** shape
    pull = np.clip(strength * (1 + 0.3 * draw.normal(len(points), 1, 1)), 0, 1)
    return points + (points[leaders][whose] - points) * pull * along, whose


def frizzed(draw: Draw, points: Points, amount: Points | float, most: float = 6.0) -> Points:
    """Strands with small waves of their own, up to `most` to the length, growing to the tip."""
    count, steps = points.shape[:2]
    along = np.linspace(0, 1, steps)
    waves = np.zeros_like(points)
    for _ in range(4):
        often = draw.each(0.6, most, count, 1)
        phase = draw.each(0, 2 * np.pi, count, 1)
        wave = np.sin(2 * np.pi * often * along + phase) / np.sqrt(often)
        waves += wave[..., None] * draw.normal(count, 1, 3)
    amounts = np.broadcast_to(amount, (count,))[:, None, None]
    return np.asarray(points + waves * amounts * along[None, :, None])


def curled(points: Points, radius: Points, turns: Points, phase: Points) -> Points:
    """Strands wound around themselves; radius, turns, phase: (n,), or one number for all."""
    count, steps = points.shape[:2]
    along = np.linspace(0, 1, steps)
    turn = frames(tangents(points), up=(0.3, 0.2, 0.93))
    reach = np.broadcast_to(radius, (count,))[:, None] * np.minimum(along / 0.25, 1)
    angle = 2 * np.pi * np.broadcast_to(turns, (count,))[:, None] * along
    angle = angle + np.broadcast_to(phase, (count,))[:, None]
    across = (reach * np.cos(angle))[..., None] * turn[..., 0]
    return np.asarray(points + across + (reach * np.sin(angle))[..., None] * turn[..., 2])


def tapered(points: Points, root: Points | float, tip: float = 0.2) -> Points:
    """Radii (n, k): `root` where a strand begins, that times `tip` where it ends."""
    along = np.linspace(0, 1, points.shape[1])
    return np.broadcast_to(root, (len(points),))[:, None] * (1 - (1 - tip) * along**1.4)


def finer(points: Points, count: int) -> Points:
    """The strands with `count` points each."""
    return resampled(points, count) if points.shape[1] != count else points


def _nearest(points: Points, leaders: Points) -> npt.NDArray[np.int64]:
    """The nearest leader of each point."""
    size = max(4_000_000 // len(leaders), 1)
    half = 0.5 * (leaders**2).sum(1)
    chunks = [points[start : start + size] for start in range(0, len(points), size)]
    return np.concatenate([np.argmin(half - chunk @ leaders.T, axis=1) for chunk in chunks])
