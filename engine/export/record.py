"""The export record: from what, and how, a matte was made; enough to make it again.

One JSON object beside the file, `<file>.json`, with the trimap itself inside. The same without the
trimap stands in the text of PNG and EXR files.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

import engine
from engine.arrays import Trimap
from engine.errors import RecordError
from engine.export.kinds import Wish
from engine.imaging.placing import write_whole
from engine.refine.refinement import Refinement, parse_refinement
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

KIND = "gossamer export record"
_HINT = "Give the .json file that was written beside an export, unchanged."


@dataclass(frozen=True, kw_only=True)
class Record:
    """One export.

    photograph: its file as it was given; photograph_sha256, trimap_sha256, alpha_sha256: of pixels
    (`fingerprint`), alpha as refined. model_sha256: of the file of weights. threads: of the
    processor. made: "whole" for a matte made at once, which `redo` makes again to the bit; "live"
    for one that grew stroke by stroke, which it makes again but for differences that nobody sees.
    mixing: what the photograph was taken for, as in `engine.mixing`; "composite" before there was
    a choice. decontaminated: whether colours were cleaned by hand. trimap_png: the trimap, as
    base64 of a PNG; "" where it is left out.
    """

    photograph: str
    photograph_sha256: str
    trimap_sha256: str
    alpha_sha256: str
    model: str
    model_sha256: str
    device: str
    threads: int
    made: str = "whole"
    mixing: str = "composite"
    refinement: Refinement = field(default_factory=Refinement)
    decontaminated: bool = False
    what: str = ""
    format: str = ""
    depth: str = ""
    colours: str = ""
    version: str = engine.__version__
    trimap_png: str = ""

    def of_file(self, wish: Wish) -> "Record":
        """The record of one file that is made of this matte."""
        return replace(
            self,
            what=str(wish.what),
            format=wish.format,
            depth=str(wish.depth),
            colours=str(wish.colours or ""),
        )

    def note(self) -> str:
        """The record in one line, without the trimap, for the text of a picture file."""
        told = {"kind": KIND, **asdict(self)}
        del told["trimap_png"]
        return json.dumps(told)

    def to_json(self) -> str:
        """The whole record, indented."""
        return json.dumps({"kind": KIND, **asdict(self)}, indent=2, ensure_ascii=False) + "\n"

    def trimap(self) -> Trimap:
        """The trimap that it carries; RecordError if it carries none, or another than it says."""
        if not self.trimap_png:
            raise RecordError("This record carries no trimap.", hint=_HINT)
        try:
            stored = np.frombuffer(base64.b64decode(self.trimap_png, validate=True), np.uint8)
        except (binascii.Error, ValueError):
            raise RecordError("The trimap in this record is damaged.", hint=_HINT) from None
        trimap = cv2.imdecode(stored, cv2.IMREAD_UNCHANGED) if stored.size else None
        if trimap is None or trimap.ndim != 2 or trimap.dtype != np.uint8:
            raise RecordError("The trimap in this record is damaged.", hint=_HINT)
        found: Trimap = np.asarray(trimap, np.uint8)
        if (
            fingerprint(found) != self.trimap_sha256
            or not np.isin(found, (BACKGROUND, UNKNOWN, FOREGROUND)).all()
        ):
            raise RecordError("The trimap in this record is another than it says.", hint=_HINT)
        return found


def packed_trimap(trimap: Trimap) -> str:
    """The trimap as a record carries it."""
    done, encoded = cv2.imencode(".png", trimap, [cv2.IMWRITE_PNG_COMPRESSION, 9])
    if not done:
        raise ValueError(f"no PNG can hold {trimap.shape} of {trimap.dtype}")
    return base64.b64encode(encoded.tobytes()).decode()


def fingerprint(pixels: npt.NDArray[np.generic]) -> str:
    """The SHA-256 of an array's kind, shape and values."""
    digest = hashlib.sha256(f"{pixels.dtype.str} {pixels.shape}".encode())
    digest.update(np.ascontiguousarray(pixels).data)
    return digest.hexdigest()


def place_of(path: Path) -> Path:
    """Where the record of the file at `path` stands."""
    return path.with_name(f"{path.name}.json")


def write_record(path: Path, record: Record) -> None:
    """Write the record of the file at `path` beside it; OutputError when that cannot be done."""
    write_whole(place_of(path), record.to_json().encode())


def read_record(path: Path) -> Record:
    """The record in a file; RecordError says what is wrong with it."""
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RecordError(
            f"The record “{path}” cannot be read ({error.strerror}).",
            hint="Check its name and folder.",
        ) from None
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise RecordError(f"“{path}” is no JSON.", hint=_HINT) from None
    if not isinstance(given, dict) or given.get("kind") != KIND:
        raise RecordError(f"“{path}” is no export record.", hint=_HINT)
    return _parsed(given, path)


def _parsed(given: Mapping[str, Any], path: Path) -> Record:
    """The record in an object; names that this version does not know are passed over."""
    known = {known.name: known for known in fields(Record) if known.name in given}
    values = {name: given[name] for name in known}
    if "refinement" in values:
        values["refinement"] = _refinement(values["refinement"], path)
    for name, value in values.items():
        if type(value) is not known[name].type:
            raise RecordError(f"“{path}” has a strange value for {name}.", hint=_HINT)
    missing = [
        field.name
        for field in fields(Record)
        if field.name not in values
        and field.default is MISSING
        and field.default_factory is MISSING
    ]
    if missing:
        raise RecordError(f"“{path}” lacks {missing[0]}.", hint=_HINT)
    return Record(**values)


def _refinement(given: Any, path: Path) -> Refinement:
    try:
        return parse_refinement(given if isinstance(given, dict) else {"refinement": given})
    except ValueError as error:
        raise RecordError(f"“{path}” has a strange refinement: {error}.", hint=_HINT) from None
