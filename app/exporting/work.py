"""One export, off the GUI thread: from what the document holds to a file that was read back."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from app.images import Bytes
from engine.arrays import Alpha, Trimap
from engine.errors import EngineError, OutputError
from engine.export.kinds import Colours, Depth, What, Wish, planes
from engine.export.plates import plate_of
from engine.export.record import Record, fingerprint, packed_trimap, write_record
from engine.export.round_trip import RoundTrip
from engine.export.writing import export
from engine.imaging.picture import Picture
from engine.refine.decontaminating import Amount
from engine.refine.refinement import Refinement, refined
from engine.trimap.codes import clamp_known


@dataclass(frozen=True)
class Origin:
    """Who made an alpha, with weights of which checksum: at once ("whole") or by strokes ("live").

    The checksum is that of then: other weights may have taken the model's name since.
    """

    model: str
    device: str
    made: str
    sha256: str = ""
    mixing: str = "photograph"


@dataclass(frozen=True, eq=False)
class Order:
    """What is exported: all of one moment.

    trimap: as it is; alpha: of it, or of an older one, and then brought up to it. origin: None for
    an alpha that came from a file. records: whether a record is put beside. learns: whether the
    person wants the matte kept to learn from.
    """

    picture: Picture
    trimap: Trimap
    alpha: Alpha
    refinement: Refinement
    amount: Amount | None
    origin: Origin | None
    records: bool
    learns: bool = False


@dataclass(frozen=True, eq=False)
class Copied:
    """A cut-out for the clipboard: straight RGBA, uint8 (h, w, 4), and the same as a PNG."""

    rgba: Bytes
    png: bytes


def written(path: Path, wish: Wish, order: Order) -> RoundTrip:
    """Write the file, and its record; OutputError as the engine raises it."""
    matte = clamp_known(order.alpha, order.trimap)
    alpha = refined(matte, order.refinement)
    record = _record(order, alpha).of_file(wish)
    plate = plate_of(
        order.picture, alpha, wish, matte=matte, amount=order.amount, note=record.note()
    )
    trip = export(path, plate, wish)
    if order.records:
        write_record(path, record)
    if order.learns:
        _keep(path, order, alpha)
    return trip


def _keep(path: Path, order: Order, alpha: Alpha) -> None:
    """Keep the matte to learn from, in sRGB; what hinders that is told with what is done."""
    from engine.data.accepted import accept  # nothing for the window's start

    try:
        accept(order.picture.in_srgb, order.trimap, alpha, order.picture.path.absolute())
    except EngineError as error:
        raise OutputError(
            f"“{path.name}” is written, but the matte was not kept to learn from: {error.message}",
            hint=error.hint,
        ) from error


def copied(order: Order) -> Copied:
    """The cut-out as the clipboard takes it."""
    wish = Wish(What.CUTOUT, "png", Depth.EIGHT, Colours.STRAIGHT)
    matte = clamp_known(order.alpha, order.trimap)
    alpha = refined(matte, order.refinement)
    plate = plate_of(order.picture, alpha, wish, matte=matte, amount=order.amount)
    rgba = np.ascontiguousarray(planes(plate, wish)).astype(np.uint8, copy=False)
    _, encoded = cv2.imencode(".png", rgba[..., [2, 1, 0, 3]])
    return Copied(rgba, encoded.tobytes())


def _record(order: Order, alpha: Alpha) -> Record:
    origin = order.origin or Origin("", "", "whole")
    return Record(
        photograph=str(order.picture.path.absolute()),
        photograph_sha256=fingerprint(order.picture.image),
        trimap_sha256=fingerprint(order.trimap),
        alpha_sha256=fingerprint(alpha),
        model=origin.model,
        model_sha256=origin.sha256,
        device=origin.device,
        threads=_threads(origin),
        made=origin.made,
        mixing=origin.mixing,
        refinement=order.refinement,
        decontaminated=order.amount is not None and bool(order.amount.any()),
        trimap_png=packed_trimap(order.trimap) if order.records else "",
    )


def _threads(origin: Origin) -> int:
    if not origin.model:
        return 0
    from engine.matting import devices  # torch is there: it has made the alpha

    return devices.threads()
