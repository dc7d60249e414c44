"""The engine's sessions as the window sees them: one at a time, opened and used on the lane."""

import copy
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol, Self

from engine.arrays import Image, Trimap
from engine.errors import WeightsError
from engine.matting.library import find
from engine.matting.matter import Matter
from engine.matting.watch import Watch
from engine.mixing import Mixing

if TYPE_CHECKING:  # these import torch
    from engine.matting.live import Piece
    from engine.matting.windows import Window


class LiveMatte(Protocol):
    """What is needed of a live matte of the engine."""

    @property
    def is_ready(self) -> bool:
        """Whether strokes can be answered at once."""

    def stroke(self, trimap: Trimap, changed: "Window", watch: Watch) -> "Iterator[Piece]":
        """The alpha around `changed`."""

    def settle(self, trimap: Trimap, first: "Window | None", watch: Watch) -> "Iterator[Piece]":
        """All that is not as a fresh matte would be."""


class MattingSession(Matter, Protocol):
    """What is needed of a session of the engine."""

    @property
    def device(self) -> str:
        """The device in use."""

    @property
    def mixing(self) -> Mixing:
        """What pictures are taken for."""

    @property
    def went_on(self) -> bool:
        """Whether the last matte found some of its work done."""

    def live(self, image: Image) -> LiveMatte | None:
        """A matte that follows its trimap; None for a network that cannot do that."""


OpenSession = Callable[[str], MattingSession]

KEPT = 64 << 20
"""Bytes of finished tiles that a session keeps: 16 megapixels of them."""


def open_session(name: str) -> MattingSession:
    """The engine's session for the weights `name`; imports torch, so never in the GUI thread."""
    from engine.matting.session import Session

    session: MattingSession = Session(name, device="auto", keep=KEPT)
    return session


def weights_of(model: str) -> str:
    """The checksum of the weights that have the name `model` now; empty if there are none."""
    try:
        return find(model).card.sha256
    except WeightsError:
        return ""


class Sessions:
    """Keeps the session that was used last; for the model lane only."""

    def __init__(
        self, open_session: OpenSession = open_session, prepare: Callable[[], str] = str
    ) -> None:
        """prepare: called before each use; an open session is not used if its answer differs."""
        self._open = open_session
        self._prepare = prepare
        self._kept: tuple[tuple[str, str, str], MattingSession] | None = None

    def take(self, model: str) -> MattingSession:
        """The session for the weights `model`, opened if it is another than the last.

        Also if other weights have taken the name since: nothing of the old ones is kept then.
        """
        wanted = (model, weights_of(model), self._prepare())
        if self._kept is None or self._kept[0] != wanted:
            self._kept = None  # let the old one go before the new one is loaded
            self._kept = (wanted, self._open(model))
        return self._kept[1]

    def twin(self) -> Self:
        """A keeper of one more session, opened in the same way: two models can stay loaded."""
        twin = copy.copy(self)
        twin._kept = None
        return twin
