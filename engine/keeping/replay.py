"""A journal played: the trimap that it leads to, and the history on the way there."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import cv2
import numpy as np

from engine.arrays import Image, Trimap
from engine.keeping.finishing import Finishing
from engine.keeping.records import Deed, Mark, Record, Size, Step
from engine.trimap.packing import PackedPatch, packed, unpack
from engine.trimap.paint import Patch
from engine.trimap.scaling import enlarged
from engine.trimap.traces import Trace, scaled_trace, traced_patches

_PAUSE = 60.0
"""Seconds between two deeds after which nobody was at work."""


@dataclass(frozen=True, eq=False)
class Done:
    """One step of the history: what the menu calls it, and what it changes."""

    text: str
    patches: tuple[PackedPatch, ...]
    trace: Trace | None
    finishing: Finishing | None = None


@dataclass(eq=False)
class Played:
    """Where a journal leads.

    trimap: uint8 (h, w), after the first `index` of the steps; the others were undone.
    saved: the index at which the work was saved last; None if that is out of reach.
    """

    trimap: Trimap
    steps: list[Done] = field(default_factory=list)
    index: int = 0
    saved: int | None = 0

    @property
    def is_saved(self) -> bool:
        """Whether there is nothing to lose."""
        return self.saved == self.index


def played(base: Trimap, records: Iterable[Record]) -> Played:
    """Play records on `base`, uint8 (h, w), which is not written.

    ValueError for records that do not fit together.
    """
    state = Played(base.copy())
    for record in records:
        if isinstance(record, Step):
            _do(state, record)
        elif record.deed is Deed.SAVED:
            state.saved = state.index
        else:
            _go(state, record)
    return state


def _do(state: Played, step: Step) -> None:
    del state.steps[state.index :]
    if state.saved is not None and state.saved > state.index:
        state.saved = None
    patches = []
    for box, values in step.changes:
        place = state.trimap[box.slices]
        after = unpack(values, place.shape)
        before = packed(Patch(box, place, after)).before
        patches.append(PackedPatch(box, before, values))
        place[...] = after
    state.steps.append(Done(step.text, tuple(patches), step.trace, step.finishing))
    state.index += 1


def _go(state: Played, mark: Mark) -> None:
    is_back = mark.deed is Deed.UNDO
    index = state.index - 1 if is_back else state.index
    if not 0 <= index < len(state.steps):
        raise ValueError("there is nothing to undo, or to do again")
    for patch in state.steps[index].patches:
        values = patch.before if is_back else patch.after
        state.trimap[patch.box.slices] = unpack(values, (patch.box.height, patch.box.width))
    state.index += -1 if is_back else 1


def replayed(base: Trimap, done: Iterable[Done], image: Image) -> Trimap:
    """What the steps would have made of another version of the photograph; uint8 (h, w).

    base: the trimap that they began with, at the size of the first version. image: the other
    version, uint8 or uint16 (h, w, 3), whole: not cropped. What the hand drew is drawn again, with
    the sharpness of the new pixels; what came from elsewhere (a proposal, a file) is scaled.
    """
    size: Size = (image.shape[0], image.shape[1])
    down, across = size[0] / base.shape[0], size[1] / base.shape[1]
    small, large = base.copy(), enlarged(base, size).copy()
    for step in done:
        before = small.copy() if step.trace is None else small
        for patch in step.patches:
            small[patch.box.slices] = unpack(patch.after, (patch.box.height, patch.box.width))
        if step.trace is None:
            changed = (before != small).astype(np.uint8) * np.uint8(255)
            covered = cv2.resize(changed, size[::-1], interpolation=cv2.INTER_LINEAR) > 127
            np.copyto(large, enlarged(small, size), where=covered)
        else:
            trace = scaled_trace(step.trace, across, down)
            for change in traced_patches(trace, large, image):
                large[change.box.slices] = change.after
    return large


def seconds_at_work(records: Iterable[Record]) -> float:
    """How long somebody worked, in seconds: the time between deeds, without the pauses."""
    times = [record.at for record in records]
    gaps = (later - earlier for earlier, later in zip(times, times[1:], strict=False))
    return sum(gap for gap in gaps if 0 <= gap <= _PAUSE)
