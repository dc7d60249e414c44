"""The open photograph as a run previews it: a small copy, so that nothing hangs on the original."""

import math
from pathlib import Path

import cv2
import numpy as np

from app.document import Document
from engine.arrays import Image, Trimap, eight_bits
from engine.errors import TrimapError
from engine.export.record import fingerprint
from engine.imaging.writing import write_picture, write_trimap
from engine.resources import own_folder
from engine.trimap.codes import require_usable
from engine.trimap.scaling import enlarged

MOST_PIXELS = 1_000_000


def pictures_folder() -> Path:
    """Where the copies are; one serves all runs. It need not exist yet."""
    return own_folder() / "previews"


def usable_picture(document: Document) -> tuple[Image, Trimap] | None:
    """The open photograph and a copy of its trimap, if a matte could be made of them."""
    return (document.image, document.trimap.copy()) if is_usable(document) else None


def is_usable(document: Document) -> bool:
    """Whether a photograph is open on which foreground and background are marked."""
    if document.is_empty:
        return False
    try:
        require_usable(document.trimap)
    except TrimapError:
        return False
    return True


def kept_picture(image: Image, trimap: Trimap) -> dict[str, str]:
    """Write a small copy; a preview as a RunSpec has it. OutputError."""
    height, width = trimap.shape
    shrink = math.sqrt(MOST_PIXELS / (height * width))
    if shrink < 1:
        size = max(round(height * shrink), 1), max(round(width * shrink), 1)
        small = cv2.resize(eight_bits(image), size[::-1], interpolation=cv2.INTER_AREA)
        image, trimap = np.asarray(small, np.uint8), enlarged(trimap, size)
    folder = pictures_folder()
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{fingerprint(image)[:12]}-{fingerprint(trimap)[:12]}"
    files = {what: folder / f"{name}-{what}.png" for what in ("image", "trimap")}
    if not files["image"].exists():
        write_picture(files["image"], eight_bits(image))
        write_trimap(files["trimap"], trimap)
    return {what: str(path) for what, path in files.items()}
