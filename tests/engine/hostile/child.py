"""A process of the long run: cases in turn, with little memory and 10 seconds for each.

    python -m tests.engine.hostile.child SEED FIRST END

It says the number of each case before it begins it, so that whoever started it knows which one it
died of, and in the end nothing. A file that makes it raise is told as well, and it goes on.
"""

import resource
import shutil
import signal
import sys
import tempfile
import traceback
import warnings
from pathlib import Path

from tests.engine.hostile.attempts import attempt, case
from tests.engine.hostile.memory import Peak, allowed
from tests.engine.hostile.seeds import seeds

SECONDS, PATIENCE = 10, 60
"""Of the processor, and by the clock: other work may run beside."""
_ROOM = 6 << 30
"""Bytes of addresses, of which libraries take most without ever using them."""


def main(seed: int, first: int, end: int) -> None:
    """Run the cases from `first` up to `end`."""
    warnings.simplefilter("error")
    resource.setrlimit(resource.RLIMIT_AS, (_ROOM, _ROOM))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as place:
        corpus = seeds(Path(place))
        kinds = sorted(corpus)
        for number in range(first, end):
            kind, data = case(number, seed, corpus, kinds)
            _say(f"case {number} {kind} {len(data)}")
            folder = Path(place) / "case"
            folder.mkdir()
            signal.setitimer(signal.ITIMER_PROF, SECONDS)  # unheeded, these end the process
            signal.alarm(PATIENCE)
            peak = Peak()
            try:
                pixels = attempt(kind, data, folder, corpus, number)
                grown = peak.grown()
                if grown > allowed(pixels, len(data)):
                    _say(f"memory {number} {grown / 1e6:.0f} MB for {pixels} pixels")
            except Exception:  # noqa: BLE001 - all of them are found out
                _say(f"raised {number} {traceback.format_exc(limit=-4)!r}")
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.alarm(0)
            shutil.rmtree(folder)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
