"""Work carried over to another version of its photograph: strokes, refinement, cleaned colours."""

from dataclasses import dataclass, replace
from math import sqrt

import cv2
import numpy as np

from engine.arrays import Trimap
from engine.imaging.picture import Picture
from engine.keeping.photographs import trimap_for
from engine.keeping.project import Project
from engine.refine.decontaminating import Amount
from engine.refine.refinement import FARTHEST, Refinement


@dataclass(frozen=True, eq=False)
class Carried:
    """What a project is on another version of its photograph.

    trimap: uint8 (h, w) of the version's size; amount: likewise, None where no colour is cleaned.
    is_shortened: its edge ought to be shifted by more pixels than edges can be.
    """

    picture: Picture
    trimap: Trimap
    refinement: Refinement
    amount: Amount | None
    is_shortened: bool = False


def carried(project: Project, picture: Picture) -> Carried:
    """Make the project's strokes again on `picture`, and take along what is done to its matte.

    ProjectError when the version has other proportions, or the strokes cannot be made again.
    """
    trimap = trimap_for(project, picture)
    factor = sqrt(trimap.size / (project.note.width * project.note.height))
    wanted = project.refinement.shift * factor
    shift = float(np.clip(wanted, -FARTHEST, FARTHEST))
    amount = project.amount
    if amount is not None and amount.any():
        method = cv2.INTER_AREA if trimap.size < amount.size else cv2.INTER_LINEAR
        amount = np.asarray(cv2.resize(amount, trimap.shape[::-1], interpolation=method), np.uint8)
    else:
        amount = None
    how = replace(project.refinement, shift=shift)
    return Carried(picture, trimap, how, amount, is_shortened=shift != wanted)
