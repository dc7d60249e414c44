"""The process of a run that the window started: `engine.training.worker`, and then the next one.

It takes the same arguments, and ends in the same way.
"""

import os
from collections.abc import Sequence
from contextlib import suppress

from engine.errors import EngineError
from engine.runs.queue import advance
from engine.training import worker


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as the worker does, then start the run that waits; the worker's exit code."""
    try:
        return worker.main(arguments)
    finally:
        if os.environ.get("RANK", "0") == "0":
            with suppress(EngineError):
                advance()


if __name__ == "__main__":
    worker.leave(main())
