"""The work behind a live matte: told of changes by the window, done on the model lane."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.sessions import LiveMatte, Sessions
from app.tasks import Task
from engine.arrays import Alpha, Image, Trimap
from engine.matting.watch import Watch
from engine.trimap.paint import Box

if TYPE_CHECKING:  # these import torch
    from engine.matting.live import Piece
    from engine.matting.windows import Window

AT_ONCE = 1 << 20
"""Pixels; changes of more than this are left to settling, which comes to every tile once."""


@dataclass(frozen=True, eq=False)
class Change:
    """What the trimap holds in some boxes since `revision`."""

    pieces: tuple[tuple[Box, Trimap], ...]
    revision: int


@dataclass(frozen=True, eq=False)
class Part:
    """New alpha in a box, of which revision of the trimap, and whether it will stay."""

    box: Box
    alpha: Alpha
    revision: int
    settled: bool


@dataclass(frozen=True)
class Settled:
    """All is as a fresh matte would be: for which revision, by what, and what it took."""

    revision: int
    model: str
    device: str
    mixing: str
    seconds: float


Take = Callable[[Part], None]


class Follower:
    """One picture's matte by one model, with a trimap of its own that follows the document's.

    `tell` is for the GUI thread, `work` for the lane; between them is only the inbox.
    """

    def __init__(
        self, sessions: Sessions, model: str, image: Image, trimap: Trimap, revision: int
    ) -> None:
        """trimap: to be kept and written."""
        self._sessions = sessions
        self._model = model
        self._image = image
        self._trimap = trimap
        self._revision = revision
        self._inbox: deque[Change] = deque()
        self._owed: deque[Box] = deque()
        """Changes that were not answered yet, the last one first."""
        self._live: LiveMatte | None = None
        self.is_loaded = False
        """True once there is a network, and work begins at once."""

    def tell(self, change: Change) -> None:
        """The trimap has changed; the work that begins next will heed it."""
        self._inbox.append(change)

    def work(self, task: Task, seen: Box, take: Take) -> Settled | None:
        """Answer the last strokes, then settle, what is seen first; None if the network cannot."""
        live = self._opened()
        if live is None:
            return None
        began = time.perf_counter()
        self._read_inbox()
        self._answer(live, Watch(cancelled=task.cancel_requested), take)
        watch = Watch(task.report, task.cancel_requested)
        for piece in live.settle(self._trimap, _window(seen), watch):
            take(self._part(piece, settled=True))
        seconds = time.perf_counter() - began
        session = self._sessions.take(self._model)
        return Settled(self._revision, self._model, session.device, session.mixing, seconds)

    def _opened(self) -> LiveMatte | None:
        if self._live is None:
            self._live = self._sessions.take(self._model).live(self._image)
            self.is_loaded = True
        return self._live

    def _read_inbox(self) -> None:
        while self._inbox:
            change = self._inbox.popleft()
            for box, values in change.pieces:
                self._trimap[box.slices] = values
            self._revision = change.revision
            self._owed.extendleft(box for box, _ in change.pieces)

    def _answer(self, live: LiveMatte, watch: Watch, take: Take) -> None:
        """Each stroke that is owed an answer gets one; given up halfway, the rest stay owed."""
        if not live.is_ready or sum(box.width * box.height for box in self._owed) > AT_ONCE:
            self._owed.clear()
        while self._owed:
            for piece in live.stroke(self._trimap, _window(self._owed[0]), watch):
                take(self._part(piece, settled=False))
            self._owed.popleft()

    def _part(self, piece: "Piece", *, settled: bool) -> Part:
        window = piece.window
        right, bottom = window.left + window.width, window.top + window.height
        box = Box(window.left, window.top, right, bottom)
        return Part(box, piece.alpha, self._revision, settled)


def _window(box: Box) -> "Window":
    from engine.matting.windows import Window

    return Window(box.top, box.left, box.height, box.width)
