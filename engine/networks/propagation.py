"""The matting Laplacian inside a network: what it is sure of spreads along what looks alike.

The network says an alpha and how far to trust it, pixel by pixel; the answer solves

    (L + diag(trust)) answer = trust · alpha    at unknown pixels, known ones held,

with L of Levin, Lischinski, Weiss, "A closed-form solution to natural image matting", PAMI 2008,
equation 12: in every 3 × 3 window w alpha is nearly linear in colour,

    L_ij = Σ_w δ_ij − (1 + (I_i − μ_w)ᵀ (Σ_w + ε)⁻¹ (I_j − μ_w)) / 9.

It is solved by a fixed number of conjugate-gradient steps, so that training and use are alike.
Gradients solve the same equations once more, instead of going back through the steps: with
(L + Λ) z = ∂loss/∂answer, ∂loss/∂alpha = Λ z and ∂loss/∂Λ = z (alpha − answer).
"""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

STEPS = 16
"""Conjugate-gradient steps: what is certain reaches twice as many pixels far."""

VARIANCE = 1e-6
"""ε, added to the variance of a window's colours."""

FAR = 2
"""How far pixels that share a window can lie apart, in rows and in columns."""

PLACES = [(row, column) for row in range(3) for column in range(3)]
"""Of a window, in the order they are read."""

AHEAD = [(0, 1), (0, 2), *((down, across) for down in (1, 2) for across in range(-FAR, FAR + 1))]
"""The displacements from a pixel to those that it shares a window with and that come after it."""


def propagate(image: Tensor, alpha: Tensor, trust: Tensor, unknown: Tensor) -> Tensor:
    """The answer of the equations above; (n, 1, h, w), not clamped.

    image: (n, 3, h, w), steps of 1 from black to white whatever its zero is; alpha: (n, 1, h, w),
    exact where known; trust: (n, 1, h, w), above 0; unknown: (n, 1, h, w), 1 or 0.
    """
    with torch.no_grad():
        around = links(image.float())
    answer: Tensor = _Propagation.apply(alpha.float(), trust.float(), around, unknown.float())  # type: ignore[no-untyped-call]
    return answer


def links(image: Tensor, variance: float = VARIANCE) -> Tensor:
    """L_ij for every pixel i and j = i + `AHEAD`, 0 where no window holds both; (n, 12, h, w).

    image: (n, 3, h, w), computed in its precision; variance: ε. What lies behind follows from
    L_ij = L_ji, and what a pixel says to itself from the rows of L adding up to 0.
    """
    count, _, height, width = image.shape
    planes = image.new_zeros(count, len(AHEAD), height, width)
    if height < 3 or width < 3:
        return planes
    inner = (slice(0, height - 2), slice(0, width - 2))
    views = [_moved(image, row, column, inner) for row, column in PLACES]
    mean = torch.stack(views).mean(dim=0)
    beyond = [view - mean for view in views]
    whitened = _whitened(beyond, variance)
    for first, (row, column) in enumerate(PLACES):
        for second in range(first + 1, len(PLACES)):
            down, across = PLACES[second][0] - row, PLACES[second][1] - column
            shared = (whitened[first] * beyond[second]).sum(dim=1)
            plane = planes[:, AHEAD.index((down, across))]
            plane[:, row : row + height - 2, column : column + width - 2] -= (1 + shared) / 9
    return planes


def _moved(image: Tensor, row: int, column: int, inner: tuple[slice, slice]) -> Tensor:
    down, across = inner
    return image[
        ..., down.start + row : down.stop + row, across.start + column : across.stop + column
    ]


def _whitened(beyond: list[Tensor], variance: float) -> list[Tensor]:
    """(Σ + ε)⁻¹ d for every colour d that is given less its window's mean; (n, 3, h, w) each."""
    spread = [
        torch.stack([part[:, i] * part[:, j] for part in beyond]).mean(dim=0) for i, j in _pairs()
    ]
    # Double precision: a flat window leaves a billionth of the determinant's parts.
    inverse = [part.to(spread[0]) for part in _inverse([p.double() for p in spread], variance)]
    return [torch.stack(_times(inverse, list(part.unbind(dim=1))), dim=1) for part in beyond]


def _inverse(matrix: list[Tensor], ridge: float) -> list[Tensor]:
    """(M + ridge)⁻¹ of symmetric 3 × 3 matrices, as xx xy xz yy yz zz in and out."""
    xx, xy, xz, yy, yz, zz = matrix
    xx, yy, zz = xx + ridge, yy + ridge, zz + ridge
    a, b, c = yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy
    d, e, f = xx * zz - xz * xz, xy * xz - xx * yz, xx * yy - xy * xy
    scale = 1 / (xx * a + xy * b + xz * c)
    return [part * scale for part in (a, b, c, d, e, f)]


def _times(matrix: list[Tensor], vector: list[Tensor]) -> list[Tensor]:
    a, b, c, d, e, f = matrix
    x, y, z = vector
    return [a * x + b * y + c * z, b * x + d * y + e * z, c * x + e * y + f * z]


class _Propagation(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, alpha: Tensor, trust: Tensor, around: Tensor, unknown: Tensor) -> Tensor:
        equations = _Equations(around, trust, unknown)
        answer = alpha + equations.solved(-equations.applied(alpha, with_trust=False))
        ctx.save_for_backward(alpha, trust, around, unknown, answer)
        return answer

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        alpha, trust, around, unknown, answer = ctx.saved_tensors
        behind = _Equations(around, trust, unknown).solved(gradients[0])
        return trust * behind, behind * (alpha - answer), None, None


class _Equations:
    """L + diag(trust) at the unknown pixels."""

    def __init__(self, around: Tensor, trust: Tensor, unknown: Tensor) -> None:
        self._ahead = [around[:, place : place + 1] for place in range(len(AHEAD))]
        self._trust, self._unknown = trust, unknown
        own = torch.zeros_like(trust)
        for plane, (down, across) in zip(self._ahead, AHEAD, strict=True):
            own -= plane
            _add(own, plane.neg(), down, across)
        self._own = own

    def applied(self, alpha: Tensor, *, with_trust: bool) -> Tensor:
        """What the equations make of an alpha (n, 1, h, w), 0 at known pixels."""
        total = (self._own + self._trust if with_trust else self._own) * alpha
        height, width = alpha.shape[-2:]
        room = F.pad(alpha, (FAR, FAR, 0, FAR))
        for plane, (down, across) in zip(self._ahead, AHEAD, strict=True):
            left = FAR + across
            total.addcmul_(plane, room[..., down : down + height, left : left + width])
            _add(total, plane * alpha, down, across)
        return total * self._unknown

    def solved(self, right: Tensor) -> Tensor:
        """What `applied` makes `right` of, at unknown pixels, after `STEPS` steps from 0."""
        scale = self._unknown / (self._own + self._trust).clamp_min(1e-4)
        found = torch.zeros_like(right)
        residual = right * self._unknown
        direction = scale * residual
        energy = _dot(residual, direction)
        for _ in range(STEPS):
            applied = self.applied(direction, with_trust=True)
            length = energy / _dot(direction, applied).clamp_min(1e-20)
            found.addcmul_(length, direction)
            residual = residual - length * applied
            scaled = scale * residual
            previous, energy = energy, _dot(residual, scaled)
            direction = scaled + energy / previous.clamp_min(1e-20) * direction
        return found


def _add(total: Tensor, plane: Tensor, down: int, across: int) -> None:
    """Add to every pixel of `total` what `plane` holds (down, across) before it; in place."""
    height, width = total.shape[-2:]
    if down >= height or abs(across) >= width:
        return
    to = total[..., down:, max(across, 0) : width + min(across, 0)]
    to += plane[..., : height - down, max(-across, 0) : width + min(-across, 0)]


def _dot(one: Tensor, other: Tensor) -> Tensor:
    return (one * other).sum(dim=(1, 2, 3), keepdim=True)


RADIUS = 2
"""Of the linear models of `carried_by`, in pixels."""

SMOOTH = 1e-5
"""Their regularisation. With 1e-3 even the true alpha, halved and carried, lost half as much again.
"""


def carried_by(image: Tensor, alpha: Tensor) -> Tensor:
    """Slope and offset of alpha = slope · I + offset around each pixel; (n, 4, h, w).

    image: (n, 3, h, w); alpha: (n, 1, h, w). The guided filter (He, Sun, Tang, PAMI 2013, equations
    14 and 15): its models vary slowly, so they carry an alpha to a picture of more pixels.
    """
    # Double precision: the variance of a dark, even patch is smaller than what single ones forget.
    image, alpha = image.double(), alpha.double()
    mean, mean_alpha = _box(image), _box(alpha)
    covariance = _box(image * alpha) - mean * mean_alpha
    spread = [
        _box(image[:, i : i + 1] * image[:, j : j + 1]) - mean[:, i : i + 1] * mean[:, j : j + 1]
        for i, j in _pairs()
    ]
    inverse = _inverse(spread, SMOOTH)
    slope = torch.cat(_times(inverse, [covariance[:, i : i + 1] for i in range(3)]), dim=1)
    offset = mean_alpha - (slope * mean).sum(dim=1, keepdim=True)
    return _box(torch.cat([slope, offset], dim=1)).float()


def _pairs() -> Iterator[tuple[int, int]]:
    return ((i, j) for i in range(3) for j in range(i, 3))


def _box(planes: Tensor) -> Tensor:
    side = 2 * RADIUS + 1
    return F.avg_pool2d(planes, side, stride=1, padding=RADIUS, count_include_pad=False)
