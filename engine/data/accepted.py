"""Mattes that a person has accepted, kept on their own machine to learn from: `accepted/`.

    accepted/learnt/fg, alpha, images, trimaps       to learn from, as `engine.data.layouts` has it
    accepted/held-out/images, trimaps, alphas, fg    never learnt from: the layout “folders” that
                                                     `gossamer-cli evaluate` knows
    accepted/cards/<name>.json                       where each came from, and when

One picture in five is held out, by a hash of its pixels: the same picture always falls on the same
side, however often and from wherever it is accepted, and takes the place of what it was before.
"""

import json
import re
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import cv2
import numpy as np

from engine.arrays import Alpha, Image, Trimap
from engine.data.outputs import make_folder, unwritable
from engine.export.record import fingerprint
from engine.imaging.foreground import estimate_foreground
from engine.imaging.placing import write_whole
from engine.imaging.writing import write_alpha, write_picture, write_trimap
from engine.resources import own_folder
from engine.trimap.codes import clamp_known, require_usable
from engine.trimap.scaling import enlarged

ONE_IN = 5
"""Of so many pictures one is held out."""

LONGEST = 2048
"""Pixels of the longer side: crops are smaller by far, and a disk is not for ever."""

LEARNT = {"fg": "fg", "alpha": "alpha", "image": "images", "trimap": "trimaps"}
HELD_OUT = {"fg": "fg", "alpha": "alphas", "image": "images", "trimap": "trimaps"}
"""What each part's folder is called; “fg” and “alpha” are what the layout “pairs” looks for."""

_CARDS = "cards"
_END = "m"
"""What every name ends in: one that ends in 5 would be kept from learning by a run itself."""


@dataclass(frozen=True)
class Accepted:
    """One matte. name: of its files; picture: the photograph's hash; added: ISO 8601, in UTC."""

    name: str
    picture: str
    origin: str
    added: str
    width: int
    height: int
    held_out: bool

    @property
    def title(self) -> str:
        """The photograph's own name."""
        return Path(self.origin).name or self.name


def accepted_folder() -> Path:
    """Where the person's accepted mattes are; it need not exist yet."""
    return own_folder() / "accepted"


def learnt_folder(folder: Path | None = None) -> Path:
    """What a run may name among its foregrounds; it need not exist yet."""
    return (folder or accepted_folder()) / "learnt"


def held_out_folder(folder: Path | None = None) -> Path:
    """What a student may be measured on: `images`, `trimaps`, `alphas`; it need not exist yet."""
    return (folder or accepted_folder()) / "held-out"


def accept(
    image: Image, trimap: Trimap, alpha: Alpha, origin: Path, folder: Path | None = None
) -> Accepted:
    """Keep a matte, reduced to `LONGEST`, in place of an earlier one of the same picture.

    image: uint8 or uint16 (h, w, 3), sRGB; alpha: float32 (h, w) in [0, 1]. TrimapError for a
    trimap that nothing can be measured on, OutputError if the folder cannot be written to.
    """
    folder = folder or accepted_folder()
    picture = fingerprint(image)
    image, trimap, alpha = _reduced(image, trimap, alpha)
    require_usable(trimap)
    one = Accepted(
        name=f"{_plain(origin.stem)}-{picture[:10]}{_END}",
        picture=picture,
        origin=str(origin),
        added=datetime.now(UTC).isoformat(timespec="seconds"),
        width=image.shape[1],
        height=image.shape[0],
        held_out=int(picture, 16) % ONE_IN == 0,
    )
    for earlier in accepted(folder):
        if earlier.picture == picture:
            forget(earlier, folder)
    paths = _paths(one, folder)
    for path in (*paths.values(), _card(one.name, folder)):
        make_folder(path.parent)
    write_picture(paths["fg"], estimate_foreground(image, alpha))
    write_alpha(paths["alpha"], alpha, 16)
    write_picture(paths["image"], image)
    write_trimap(paths["trimap"], trimap)
    write_whole(_card(one.name, folder), json.dumps(asdict(one), indent=2).encode())
    return one


def accepted(folder: Path | None = None) -> tuple[Accepted, ...]:
    """All that are kept, the last accepted first; cards that are damaged are passed over."""
    folder = folder or accepted_folder()
    found = []
    for path in (folder / _CARDS).glob("*.json"):
        try:
            one = Accepted(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, RecursionError):
            continue
        is_whole = all(type(getattr(one, part.name)) is part.type for part in fields(one))
        if is_whole and one.name == path.stem:  # it names files that will be removed
            found.append(one)
    return tuple(sorted(found, key=lambda one: (one.added, one.name), reverse=True))


def files_of(one: Accepted, folder: Path | None = None) -> dict[str, Path]:
    """Its files: "fg", "alpha", "image" and "trimap"."""
    return _paths(one, folder or accepted_folder())


def forget(one: Accepted, folder: Path | None = None) -> None:
    """Remove a matte and all its files; OutputError if one cannot be."""
    folder = folder or accepted_folder()
    # The card comes last: what could not be removed is listed still.
    for path in (*_paths(one, folder).values(), _card(one.name, folder)):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(path, error) from error


def _paths(one: Accepted, folder: Path) -> dict[str, Path]:
    place, names = (
        (held_out_folder(folder), HELD_OUT) if one.held_out else (learnt_folder(folder), LEARNT)
    )
    return {part: place / below / f"{one.name}.png" for part, below in names.items()}


def _card(name: str, folder: Path) -> Path:
    return folder / _CARDS / f"{name}.json"


def _plain(stem: str) -> str:
    """A file name on any system."""
    return re.sub(r"[^\w-]+", "-", stem).strip("-")[:40] or "picture"


def _reduced(image: Image, trimap: Trimap, alpha: Alpha) -> tuple[Image, Trimap, Alpha]:
    height, width = trimap.shape
    shrink = LONGEST / max(height, width)
    if shrink >= 1:
        return image, trimap, alpha
    size = max(round(height * shrink), 1), max(round(width * shrink), 1)
    small = cv2.resize(image, size[::-1], interpolation=cv2.INTER_AREA)
    fine = cv2.resize(alpha, size[::-1], interpolation=cv2.INTER_AREA)
    trimap = enlarged(trimap, size)
    return cast("Image", small), trimap, clamp_known(np.asarray(fine, np.float32), trimap)
