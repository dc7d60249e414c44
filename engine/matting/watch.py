"""A long piece of work tells how far it is, and asks whether it is still wanted."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.errors import Cancelled

Progress = Callable[[float], None]
Question = Callable[[], bool]


@dataclass(frozen=True)
class Watch:
    """progress(share) is told shares in [0, 1] that never fall; cancelled() is asked each time."""

    progress: Progress | None = None
    cancelled: Question | None = None

    def reached(self, share: float) -> None:
        """Tell that `share` of the work is done; raise Cancelled if the rest is not wanted."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled
        if self.progress is not None:
            self.progress(min(max(share, 0.0), 1.0))
