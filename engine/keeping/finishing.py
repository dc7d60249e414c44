"""Steps of a journal that change no trimap: another refinement, or colours that are cleaned."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from engine.keeping.boxes import box_in
from engine.refine.decontaminating import Amount
from engine.refine.refinement import Refinement, parse_refinement
from engine.trimap.packing import inflated
from engine.trimap.paint import Box, Patch


@dataclass(frozen=True)
class Refined:
    """Another refinement, before and after."""

    before: Refinement
    after: Refinement


@dataclass(frozen=True)
class PackedAmount:
    """A change of the amounts in `box`, before and after."""

    box: Box
    before: bytes
    after: bytes

    @classmethod
    def of(cls, patch: Patch) -> Self:
        """A patch made small: amounts are a few flat areas."""
        before, after = (zlib.compress(side.tobytes(), 1) for side in (patch.before, patch.after))
        return cls(patch.box, before, after)

    def values(self, stored: bytes) -> Amount:
        """What was packed, uint8 (box.height, box.width); ValueError for anything else."""
        plane = np.frombuffer(inflated(stored, self.box.height * self.box.width), np.uint8)
        return plane.reshape(self.box.height, self.box.width)


@dataclass(frozen=True)
class Cleaned:
    """Colours that are cleaned otherwise."""

    pieces: tuple[PackedAmount, ...]


Finishing = Refined | Cleaned


def finishing_head(finishing: Finishing) -> tuple[dict[str, Any], bytes]:
    """What JSON has of a step, and the bytes behind it."""
    if isinstance(finishing, Refined):
        return {"refined": [finishing.before.to_dict(), finishing.after.to_dict()]}, b""
    boxes = [
        [*(p.box.left, p.box.top, p.box.right, p.box.bottom), len(p.before), len(p.after)]
        for p in finishing.pieces
    ]
    return {"cleaned": boxes}, b"".join(p.before + p.after for p in finishing.pieces)


def parse_finishing(head: dict[str, Any], body: bytes, size: tuple[int, int]) -> Finishing:
    """The step in JSON and bytes, of a picture of `size` (h, w); ValueError for what is none.

    As do other decoders here, it lets KeyError, TypeError and AttributeError of strange JSON rise.
    """
    if "refined" in head:
        before, after = head["refined"]
        return Refined(parse_refinement(before), parse_refinement(after))
    pieces, place = [], 0
    for left, top, right, bottom, first, second in head["cleaned"]:
        box = box_in((left, top, right, bottom), size)
        if first < 0 or second < 0 or place + first + second > len(body):
            raise ValueError("a change is longer than its record")
        middle, end = place + first, place + first + second
        pieces.append(PackedAmount(box, body[place:middle], body[middle:end]))
        place = end
    return Cleaned(tuple(pieces))


def finished(steps: Iterable[Finishing | None], size: tuple[int, int]) -> tuple[Refinement, Amount]:
    """The refinement, and the amounts (h, w), that steps lead to; ValueError for damaged ones."""
    refinement, amount = Refinement(), np.zeros(size, np.uint8)
    for step in steps:
        if isinstance(step, Refined):
            refinement = step.after
        elif isinstance(step, Cleaned):
            for piece in step.pieces:
                piece.values(piece.before)  # sound, for it may be undone
                amount[piece.box.slices] = piece.values(piece.after)
    return refinement, amount
