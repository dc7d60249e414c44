"""Export records of what the command line makes."""

from pathlib import Path
from typing import TYPE_CHECKING

from engine.arrays import Alpha, Trimap
from engine.export.record import Record, fingerprint, packed_trimap
from engine.imaging.picture import Picture
from engine.matting import library
from engine.refine.refinement import Refinement

if TYPE_CHECKING:
    from engine.matting.session import Session


def recorded(
    picture: Picture,
    trimap: Trimap,
    alpha: Alpha,
    session: "Session",
    *,
    refinement: Refinement,
    with_trimap: bool,
) -> Record:
    """The record of an alpha, refined already, that a session made at once of a whole
    picture.

    with_trimap: for a file of its own; the note within a picture carries none.
    """
    from engine.matting import devices  # only here: it imports torch

    return Record(
        photograph=str(Path(picture.path).absolute()),
        photograph_sha256=fingerprint(picture.image),
        trimap_sha256=fingerprint(trimap),
        alpha_sha256=fingerprint(alpha),
        model=session.name,
        model_sha256=library.find(session.name).card.sha256,
        device=session.device,
        mixing=session.mixing,
        threads=devices.threads(),
        refinement=refinement,
        trimap_png=packed_trimap(trimap) if with_trimap else "",
    )
