"""Time that the computer is awake for: a night with the lid closed is no training."""

import sys
import time
from collections.abc import Callable

LEAST_SECONDS = 60.0
"""Of a sleep. Shorter differences may be the clock on the wall, which is set now and then."""


def ticking() -> float:
    """Seconds since some moment, not counting those that the computer slept."""
    if sys.platform != "win32":
        return time.monotonic()
    import ctypes  # there the clock that never goes back counts sleep, too

    ticks = ctypes.c_ulonglong()
    ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
    return ticks.value / 1e7


class Waking:
    """Compares a clock that sleeps with the computer to the one on the wall."""

    def __init__(
        self, wall: Callable[[], float] = time.time, awake: Callable[[], float] = ticking
    ) -> None:
        self._wall, self._awake = wall, awake
        self._last = wall() - awake()

    def slept(self) -> float:
        """For how many seconds the computer has slept since the last look; 0 if it has not."""
        now = self._wall() - self._awake()
        slept, self._last = now - self._last, now
        return slept if slept >= LEAST_SECONDS else 0.0
