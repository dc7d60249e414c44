"""The door to matting: load once, matte many.

session = Session("guided-student")
alpha = session.matte(image, trimap)
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn

from engine.arrays import Alpha, Image, Trimap, require_image, require_plane
from engine.matting import devices, one_look, two_looks
from engine.matting.asking import asking
from engine.matting.kept import Kept
from engine.matting.library import find
from engine.matting.live import Live
from engine.matting.room import require_room, short_memory_told
from engine.matting.watch import Progress, Question, Watch
from engine.matting.weights import load_network
from engine.mixing import EXPONENTS, Mixing
from engine.networks import NetworkEntry, TrimapInput, entry_of
from engine.networks.guided import Guided
from engine.trimap.codes import UNKNOWN, clamp_known, require_usable, snapped, unknown_of

Method = Callable[[nn.Module, NetworkEntry, Image, Trimap, Watch, Kept, float], Alpha]

METHODS: dict[TrimapInput, Method] = {
    "guided": two_looks.matte,
    "scaled": one_look.matte,
    "one-hot": one_look.matte,
}


class Session:
    """One network with its weights, on one device; not for two threads at once."""

    def __init__(
        self,
        name: str,
        device: str = "auto",
        where: Sequence[Path] | None = None,
        keep: int = 0,
        mixing: Mixing = "photograph",
    ) -> None:
        """name: of an entry in the library; device: "auto", "cpu", "cuda" or "mps".

        where: folders to look in instead of the library's own; keep: bytes of finished tiles to
        keep, for a matte that was given up, or whose trimap has changed far from them; mixing: what
        the pictures are, as in `engine.mixing`.
        WeightsError for weights that are missing or damaged, DeviceError for a device that is not
        there.
        """
        target = devices.chosen(device)
        self.name = name
        self.device = target.type
        self._card = card = find(name, where).card
        self._entry = entry_of(card.network, card.width)
        self._kept = Kept(keep)
        self.mixing: Mixing = mixing
        network = load_network(name, target, where)
        self._network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]

    @property
    def went_on(self) -> bool:
        """Whether the last matte found some of its work done: its seconds are not those of all."""
        return self._kept.has_found

    def live(self, image: Image) -> Live | None:
        """A matte of `image` that keeps up with its trimap; None if the network cannot do that.

        image: uint8 or uint16 (h, w, 3), not to be written while it is in use.
        RoomError for a picture that memory cannot hold.
        """
        require_image(image)
        require_room(self._card, self.device, np.full(image.shape[:2], UNKNOWN, np.uint8))
        if not isinstance(self._network, Guided):
            return None
        return Live(self._network, image, self._kept, EXPONENTS[self.mixing])

    def matte(
        self,
        image: Image,
        trimap: Trimap,
        progress: Progress | None = None,
        cancelled: Question | None = None,
    ) -> Alpha:
        """The alpha of `image`; float32 (h, w) in [0, 1], exactly 0 and 1 where the trimap knows.

        image: uint8 or uint16 (h, w, 3) RGB; trimap: uint8 (h, w), values within 10 of 0, 128 and
        255. progress(share) is called from this thread with shares of the work from 0 to 1;
        cancelled() is asked before each part of it, also within the network.

        RoomError for a picture that memory cannot hold;
        TrimapError for other values, or without some foreground and some background; Cancelled
        once cancelled() says so; TypeError and ValueError for arrays of another kind.
        """
        require_image(image)
        require_plane(trimap, image, np.uint8)
        trimap = snapped(trimap)
        require_usable(trimap)
        watch = Watch(progress, cancelled)
        watch.reached(0.0)
        alpha = np.zeros(trimap.shape, np.float32)
        if unknown_of(trimap).any():
            require_room(self._card, self.device, trimap)
            with torch.inference_mode(), short_memory_told(), asking(self._network, watch):
                method = METHODS[self._entry.trimap_input]
                self._kept.begin()
                matting = self._network, self._entry, image, trimap, watch, self._kept
                alpha = method(*matting, EXPONENTS[self.mixing])
        watch.reached(1.0)
        return clamp_known(alpha, trimap, out=alpha)
