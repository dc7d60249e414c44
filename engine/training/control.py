"""A run is steered through a file in its folder, so that anyone may: window, shell, cron."""

import time
from pathlib import Path

from engine.imaging.placing import write_whole

CONTROL = "control"
POLL_SECONDS = 0.5


def obeyed(folder: Path) -> bool:
    """True once the control file says `stop`; waits for as long as it says `pause`."""
    while (word := _word(folder)) == "pause":
        time.sleep(POLL_SECONDS)
    return word == "stop"


def say(folder: Path, word: str) -> None:
    """Tell the run in `folder` to `pause`, `resume` or `stop`; OutputError if it cannot be."""
    write_whole(folder / CONTROL, f"{word}\n".encode())  # an empty word would end a pause


def forget(folder: Path) -> None:
    """Take back what was said: a run that starts again does not stop at once."""
    (folder / CONTROL).unlink(missing_ok=True)


def is_paused(folder: Path) -> bool:
    """Whether the run was told to wait, and nothing since."""
    return _word(folder) == "pause"


def is_stopping(folder: Path) -> bool:
    """Whether the run was told to stop."""
    return _word(folder) == "stop"


def _word(folder: Path) -> str:
    try:
        return (folder / CONTROL).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""
