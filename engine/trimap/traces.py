"""Gestures as values in picture coordinates: made again, on this picture or a larger version of it.

A patch is what a gesture did to one trimap; a trace is what the hand did.
"""

from dataclasses import dataclass

from engine.arrays import Image, Trimap
from engine.trimap.filling import Flood
from engine.trimap.paint import Dab, Patch, box_of, stroke_patches
from engine.trimap.regions import Point, polygon_region, region_patches


@dataclass(frozen=True)
class StrokeTrace:
    """The brush was led over these places."""

    code: int
    dabs: tuple[Dab, ...]


@dataclass(frozen=True)
class LassoTrace:
    """A closed line was drawn around something: its corners, (x, y) in pixels."""

    code: int
    corners: tuple[Point, ...]


@dataclass(frozen=True)
class FillTrace:
    """What is connected and alike around (x, y), in pixels, was filled."""

    code: int
    x: float
    y: float
    tolerance: int


Trace = StrokeTrace | LassoTrace | FillTrace


def traced_patches(trace: Trace, trimap: Trimap, image: Image) -> tuple[Patch, ...]:
    """What the gesture changes in `trimap`, which is not written; image: as large as that."""
    if isinstance(trace, StrokeTrace):
        return stroke_patches(trimap, trace.dabs, trace.code)
    if isinstance(trace, LassoTrace):
        region = polygon_region(trace.corners, box_of(trimap))
    else:
        region = Flood(trimap, image, int(trace.x // 1), int(trace.y // 1)).region(trace.tolerance)
    return region_patches(trimap, region, trace.code)


def scaled_trace(trace: Trace, across: float, down: float) -> Trace:
    """The gesture on a picture that is so many times as wide and as high."""
    if isinstance(trace, StrokeTrace):
        grown = (across * down) ** 0.5
        dabs = (Dab(dab.x * across, dab.y * down, dab.radius * grown) for dab in trace.dabs)
        return StrokeTrace(trace.code, tuple(dabs))
    if isinstance(trace, LassoTrace):
        return LassoTrace(trace.code, tuple((x * across, y * down) for x, y in trace.corners))
    # the middle of the pixel stays the middle of what it has become
    x, y = (int(trace.x // 1) + 0.5) * across, (int(trace.y // 1) + 0.5) * down
    return FillTrace(trace.code, x, y, trace.tolerance)
