"""A journal to go on with where a project's own tells nothing: what is refined is in it as well.

Else a draft that goes on from there would know of strokes alone, and a kill would cost the rest.
"""

import time

import numpy as np

from engine.keeping.finishing import Cleaned, Finishing, PackedAmount, Refined
from engine.keeping.journal import MAGIC, framed
from engine.keeping.project import Project
from engine.keeping.records import Deed, Mark, Record, encode, step_of
from engine.refine.refinement import Refinement
from engine.trimap.paint import Patch, box_of


def anew(project: Project, refine: str, clean: str) -> bytes:
    """The bytes of a journal that begins with the project's trimap, and is saved.

    refine, clean: what the history calls the steps that refine the alpha and clean its colours.
    """
    now = time.time()
    records: list[Record] = [
        step_of(text, (), None, now, finishing)
        for text, finishing in ((refine, _refined(project)), (clean, _cleaned(project)))
        if finishing is not None
    ]
    records.append(Mark(Deed.SAVED, now))
    return MAGIC + b"".join(framed(encode(record)) for record in records)


def _refined(project: Project) -> Finishing | None:
    how = project.refinement
    return None if how.is_nothing else Refined(Refinement(), how)


def _cleaned(project: Project) -> Finishing | None:
    amount = project.amount
    if amount is None or not amount.any():
        return None
    return Cleaned((PackedAmount.of(Patch(box_of(amount), np.zeros_like(amount), amount)),))
