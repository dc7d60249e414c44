"""Boxes as a stranger's JSON has them."""

from typing import Any

from engine.trimap.paint import Box


def box_in(edges: tuple[Any, ...], size: tuple[int, int]) -> Box:
    """The box of those edges; ValueError unless it is one, within a picture of `size` (h, w)."""
    if any(type(edge) is not int for edge in edges):
        raise ValueError("a box has edges that are no whole numbers")
    box = Box(*edges)
    if box.is_empty or box != box.clipped(Box(0, 0, size[1], size[0])):
        raise ValueError("a box lies outside the picture")
    return box
