"""What is done of a batch: a line of JSON for each picture, on disk before the next one begins."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock, Timeout

from engine.batch.orders import Orders, orders_from
from engine.errors import BatchError
from engine.imaging.placing import refusal

STATE, LOCK, CONTROL = "batch.jsonl", ".batch.lock", "batch.control"
_FORMAT = 1
_MOST = 1e12
"""Seconds, and pixels, that no picture has."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """What became of one picture.

    name: within the batch. seconds: of all the work on it. size: (width, height). unknown: the
    share of unknown pixels, 0..1. stamp: of the files that were read. message and hint: of a
    failure, or a remark on what is done. files: the results, relative to the folder of the batch.
    """

    name: str
    status: Literal["done", "failed"]
    seconds: float
    stamp: list[int]
    size: tuple[int, int] = (0, 0)
    unknown: float = 0.0
    is_proposed: bool = False
    files: tuple[str, ...] = ()
    message: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Begun:
    """A batch as its folder tells of it: its orders, and the last result of each picture."""

    orders: Orders
    results: dict[str, Result]


class State:
    """The file of a batch that is under way, to be added to."""

    def __init__(self, orders: Orders, *, anew: bool) -> None:
        """Begin the file, or go on with it; OutputError when that cannot be done."""
        self._path = orders.output / STATE
        try:
            is_new = anew or not self._path.exists()
            self._file = self._path.open("wb" if is_new else "ab")
            if is_new:
                self._write({"batch": _FORMAT, "orders": orders.as_json()})
            elif not _ends_whole(self._path):
                self._file.write(b"\n")  # what was torn off stays a line of its own
        except OSError as error:
            raise refusal(self._path, error.errno, error.strerror) from error

    def add(self, result: Result) -> None:
        """Write down what became of a picture, and wait until the disk has it."""
        try:
            self._write(asdict(result))
        except OSError as error:
            raise refusal(self._path, error.errno, error.strerror) from error

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _write(self, value: dict[str, Any]) -> None:
        self._file.write(json.dumps(value, ensure_ascii=False).encode("utf-8") + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())


def begun(output: Path) -> Begun | None:
    """The batch in a folder; None when there is none. BatchError for one that makes no sense."""
    path = output / STATE
    if not path.is_file():
        return None
    lines = path.read_bytes().split(b"\n")
    if len(lines) == 1:  # it was killed while it wrote its first one
        return None
    head = _parsed(lines[0])
    if head.get("batch") != _FORMAT or not isinstance(head.get("orders"), dict):
        raise BatchError(
            f"“{path}” tells of no batch that this version knows.",
            hint="Choose another folder for the results.",
        )
    results = {}
    for line in lines[1:]:
        found = _result(_parsed(line))
        if found is not None:
            results[found.name] = found
    return Begun(orders_from(head["orders"]), results)


@contextmanager
def alone(output: Path) -> Iterator[None]:
    """Nobody else works at the batch in a folder meanwhile; BatchError if somebody does."""
    lock = FileLock(output / LOCK, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise BatchError(
            f"A batch runs in “{output}” already.",
            hint="Wait until it has ended, or choose another folder for the results.",
        ) from error
    except OSError as error:
        raise refusal(output / LOCK, error.errno, error.strerror) from error
    try:
        yield
    finally:
        lock.release()


def _parsed(line: bytes) -> dict[str, Any]:
    """The object in a line; an empty one for half a line, or what is none."""
    try:
        value = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _result(given: dict[str, Any]) -> Result | None:
    """The result in an object; None for anything else: that picture is done again."""
    try:
        found = Result(**given)
        sound = (
            all(isinstance(text, str) for text in (found.name, found.message, found.hint))
            and found.status in ("done", "failed")
            and all(isinstance(text, str) for text in found.files)
            and all(0 <= number < _MOST for number in (found.seconds, found.unknown))
            and all(isinstance(side, int) and 0 <= side < _MOST for side in found.size)
            and len(found.size) == 2
        )
        width, height = found.size if sound else (0, 0)
    except (TypeError, ValueError):
        return None
    return replace(found, size=(width, height), files=tuple(found.files)) if sound else None


def _ends_whole(path: Path) -> bool:
    return path.read_bytes().endswith(b"\n")
