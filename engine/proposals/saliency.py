"""Where a photograph's subject is, at 320 × 320: U²-Netp, run by OpenCV alone.

X. Qin, Z. Zhang, C. Huang, M. Dehghan, O. R. Zaiane, M. Jagersand, "U²-Net: Going Deeper with
Nested U-Structure for Salient Object Detection", Pattern Recognition 106, 2020 (the small one).
The network is read when it is first needed, in a tenth of a second.
"""

import hashlib
import threading
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from engine.arrays import Floats, Image
from engine.errors import WeightsError
from engine.matting.cards import Card, parse_card
from engine.resources import models_folder

NAME = "u2netp"
SIDE = 320
"""Side of the square that the network looks at, whatever the picture's shape."""

_MEAN = np.array((0.485, 0.456, 0.406), np.float32)
_DEVIATION = np.array((0.229, 0.224, 0.225), np.float32)


class SaliencyNetwork:
    """The network, read and checked once; any thread may ask, one at a time."""

    def __init__(self, folder: Path | None = None) -> None:
        """folder: where `u2netp.onnx` and its card lie; by default what ships with the program.

        WeightsError if they are missing, or if the file is not the one that the card describes.
        """
        path = (folder if folder is not None else models_folder()) / f"{NAME}.onnx"
        self._net = _read(path, card(path.parent))
        self._lock = threading.Lock()  # cv2.dnn keeps the input between two calls

    def look(self, image: Image) -> Floats:
        """How much each place stands out, float32 (320, 320) in [0, 1].

        image: uint8 or uint16 (h, w, 3) RGB; it is squeezed into the square.
        """
        square = cv2.resize(image, (SIDE, SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
        square /= max(float(square.max()), 1.0)  # as it was trained
        planes = ((square - _MEAN) / _DEVIATION).transpose(2, 0, 1)[None]
        with self._lock:
            self._net.setInput(np.ascontiguousarray(planes, np.float32))
            # the first of seven outputs fuses the others
            answer = self._net.forward(self._net.getUnconnectedOutLayersNames()[0])
        return np.clip(np.asarray(answer[0, 0], np.float32), 0, 1)


def card(folder: Path | None = None) -> Card:
    """What is known of the network; WeightsError if the card is missing or bad."""
    path = (folder if folder is not None else models_folder()) / f"{NAME}.json"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _missing(path) from error
    return parse_card(text, str(path))


def _read(path: Path, described: Card) -> Any:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _missing(path) from error
    if hashlib.sha256(content).hexdigest() != described.sha256:
        raise WeightsError(
            f"The network for proposals is damaged: {path} is not what its card says.",
            hint="Install the program again.",
        )
    # from memory: what was checked is what is read, and OpenCV opens no file with a foreign name
    return cv2.dnn.readNetFromONNX(np.frombuffer(content, np.uint8))


def _missing(path: Path) -> WeightsError:
    return WeightsError(
        f"The network for proposals is not whole: {path} cannot be read.",
        hint="Install the program again.",
    )
