"""How far a command is, in a terminal."""

import sys
from collections.abc import Callable


def progress(*, quiet: bool = False) -> Callable[[float], None] | None:
    """Something that shows progress 0..1 in a terminal, and wipes it at the end."""
    if quiet or not sys.stderr.isatty():
        return None

    def show(share: float) -> None:
        text = f"{share:4.0%}" if share < 1 else "    "
        print(f"\r{text}\r", end="", file=sys.stderr, flush=True)

    return show
