"""The events of a run, read from its file; also while it is still being written."""

from pathlib import Path

from engine.training.events import Event, decode


def read_on(path: Path, start: int = 0) -> tuple[list[Event], int]:
    """The events from byte `start` of the file on, and where the first line begins that is not
    whole yet.

    Lines that are no event are passed over: those of later versions, and the half of one that a
    run which was killed may leave. No file holds no events. OSError when it cannot be read.
    """
    try:
        with path.open("rb") as file:
            file.seek(start)
            data = file.read()
    except FileNotFoundError:
        return [], 0
    whole = data[: data.rfind(b"\n") + 1]
    found = (_decoded(line) for line in whole.splitlines())
    return [event for event in found if event is not None], start + len(whole)


def _decoded(line: bytes) -> Event | None:
    try:
        return decode(line.decode("utf-8"))
    except ValueError:
        return None
