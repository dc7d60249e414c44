"""What a journal tells, record by record, as bytes: a header in JSON, and arrays behind it.

The bytes may come from a stranger: whatever they claim is measured against the picture first.
"""

import json
import struct
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np

from engine.keeping.boxes import box_in
from engine.keeping.finishing import Finishing, finishing_head, parse_finishing
from engine.trimap.codes import CODES
from engine.trimap.packing import PackedPatch
from engine.trimap.paint import Box, Dab
from engine.trimap.traces import FillTrace, LassoTrace, StrokeTrace, Trace

Size = tuple[int, int]
"""(height, width) in pixels."""

_HEAD = struct.Struct("<I")
_FARTHEST = 1e7
"""Pixels from the picture's corner that a place, or a radius, may lie off."""


class Deed(Enum):
    """What was done that is no change of its own."""

    UNDO = "undo"
    REDO = "redo"
    SAVED = "saved"


@dataclass(frozen=True)
class Mark:
    """Something was undone, done again, or saved; at: seconds since 1970."""

    deed: Deed
    at: float


@dataclass(frozen=True, eq=False)
class Step:
    """A change of the trimap: the packed values of some boxes as they are after it.

    text: what the history calls it. trace: what the hand did, where that can be done again.
    at: seconds since 1970. finishing: what it does beside the trimap.
    """

    text: str
    changes: tuple[tuple[Box, bytes], ...]
    trace: Trace | None
    at: float
    finishing: Finishing | None = None


Record = Step | Mark


def step_of(
    text: str,
    patches: tuple[PackedPatch, ...],
    trace: Trace | None,
    at: float,
    finishing: Finishing | None = None,
) -> Step:
    """The record of what packed patches change, and of what else the step does."""
    changes = tuple((patch.box, patch.after) for patch in patches)
    return Step(text, changes, trace, at, finishing)


def encode(record: Record) -> bytes:
    """The record as bytes."""
    if isinstance(record, Mark):
        return _joined({"do": record.deed.value, "at": record.at}, b"")
    boxes = [
        [box.left, box.top, box.right, box.bottom, len(values)] for box, values in record.changes
    ]
    head: dict[str, Any] = {"do": "step", "at": record.at, "text": record.text, "boxes": boxes}
    body = b"".join(values for _, values in record.changes)
    if record.finishing is not None:
        head["finishing"], more = finishing_head(record.finishing)
        body += more
    elif record.trace is not None:
        head["trace"], places = _trace_head(record.trace)
        body += np.asarray(places, "<f8").tobytes()
    return _joined(head, body)


def decode(data: bytes, size: Size) -> Record:
    """The record in `data`, of a picture of `size`; ValueError for anything that is none."""
    try:
        return _decoded(data, size)
    except (KeyError, TypeError, AttributeError, struct.error, RecursionError) as error:
        raise ValueError("this is no record of a journal") from error


def _joined(head: dict[str, Any], body: bytes) -> bytes:
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return _HEAD.pack(len(text)) + text + body


def _decoded(data: bytes, size: Size) -> Record:
    (length,) = _HEAD.unpack_from(data)
    end = _HEAD.size + length
    head = json.loads(data[_HEAD.size : end].decode("utf-8"))
    at = _number(head["at"], 1e12)
    if head["do"] != "step":
        return Mark(Deed(head["do"]), at)
    changes = []
    for left, top, right, bottom, count in head["boxes"]:
        box = box_in((left, top, right, bottom), size)
        if not 0 <= count <= len(data) - end:
            raise ValueError("a change is longer than its record")
        changes.append((box, data[end : end + count]))
        end += count
    text = str(head["text"])[:200]
    if "finishing" in head:
        finishing = parse_finishing(head["finishing"], data[end:], size)
        return Step(text, tuple(changes), None, at, finishing)
    trace = _trace(head["trace"], data[end:]) if "trace" in head else None
    return Step(text, tuple(changes), trace, at)


def _trace_head(trace: Trace) -> tuple[dict[str, Any], list[tuple[float, ...]]]:
    if isinstance(trace, StrokeTrace):
        places: list[tuple[float, ...]] = [(dab.x, dab.y, dab.radius) for dab in trace.dabs]
        return {"kind": "stroke", "code": trace.code}, places
    if isinstance(trace, LassoTrace):
        return {"kind": "lasso", "code": trace.code}, list(trace.corners)
    head = {"kind": "fill", "code": trace.code, "tolerance": trace.tolerance}
    return head, [(trace.x, trace.y)]


def _trace(head: dict[str, Any], body: bytes) -> Trace:
    kind, code = head["kind"], head["code"]
    if code not in CODES or type(code) is not int or len(body) % 8:
        raise ValueError("a trace of no class")
    numbers = np.frombuffer(body, "<f8")
    if not (np.abs(numbers) <= _FARTHEST).all():  # false for what is no number, too
        raise ValueError("a trace far off the picture")
    values: list[float] = numbers.tolist()
    if kind == "stroke":
        return StrokeTrace(code, tuple(Dab(*place) for place in _grouped(values, 3)))
    if kind == "lasso":
        return LassoTrace(code, tuple((x, y) for x, y in _grouped(values, 2)))
    tolerance = head["tolerance"]
    if kind != "fill" or type(tolerance) is not int or not 0 <= tolerance <= 255:
        raise ValueError("a trace of no known kind")
    ((x, y),) = _grouped(values, 2)
    return FillTrace(code, x, y, tolerance)


def _grouped(values: list[float], many: int) -> list[tuple[float, ...]]:
    if len(values) % many:
        raise ValueError("a trace with half a place")
    return list(zip(*(values[start::many] for start in range(many)), strict=True))


def _number(value: Any, largest: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("a time that is no number")
    if not abs(value) <= largest:  # so for what is no number, too
        raise ValueError("a time out of this world")
    return float(value)
