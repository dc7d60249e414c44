"""Two files that change as one: weights and their card, at whatever moment a process is killed.

The new ones are written, whole, into a folder of their own; that it takes the name `.<name>.new` is
the moment from which they hold. Until both lie in their place, readers find them there. What a
process left that was killed on the way is finished, or swept up, by the next that writes.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EISDIR
from pathlib import Path

PATIENCE = 60
"""Seconds that another process may take to write, which is far longer than it needs."""


def standing(path: Path) -> Path:
    """Where the weights whose place is `path` lie now, whole, with their card beside them."""
    waiting = _waiting(path) / path.name
    return waiting if waiting.is_file() else path


def stems(folder: Path, suffix: str) -> list[str]:
    """The names of all weights in a folder, also of those not in their place yet."""
    there = {path.stem for path in folder.glob(f"*{suffix}")}
    return sorted(there | {path.stem for path in folder.glob(f".*.new/*{suffix}")})


def put(source: Path, card: str, path: Path) -> None:
    """Make `source` the weights at `path`, and `card` the text of the card; OSError if it fails.

    Then nothing has changed, or all has.
    """
    with _alone(path):
        for target in (path, _card(path)):
            if target.is_dir():
                raise IsADirectoryError(EISDIR, "a folder has its name", str(target))
        unfinished = path.parent / f".{path.stem}.part"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        try:
            shutil.copyfile(source, unfinished / path.name)
            (unfinished / _card(path).name).write_text(card, encoding="utf-8")
            for written in unfinished.iterdir():
                _sync(written)
            os.replace(unfinished, _waiting(path))
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
        with suppress(OSError):  # they hold already, and the next that writes tries again
            _settle(path)


def remove(path: Path) -> None:
    """Take the weights at `path` away, and their card; OSError if that fails."""
    with _alone(path):
        path.unlink(missing_ok=True)  # a card alone is none of the library's
        _card(path).unlink(missing_ok=True)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """No other process writes these weights meanwhile; what one left undone is done first."""
    from filelock import FileLock  # it is slow to import, and only writers need it

    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.parent / f".{path.stem}.lock", timeout=PATIENCE):
        _settle(path)
        yield


def _settle(path: Path) -> None:
    """Bring what waits into its place: copies, so that it can be read all the while."""
    waiting = _waiting(path)
    if not waiting.is_dir():
        return
    for target in (path, _card(path)):
        unfinished = target.with_name(f".{target.name}.part")
        shutil.copyfile(waiting / target.name, unfinished)
        _sync(unfinished)
        os.replace(unfinished, target)
    done = path.parent / f".{path.stem}.part"
    shutil.rmtree(done, ignore_errors=True)
    os.replace(waiting, done)  # at once: half of it would be no entry
    shutil.rmtree(done, ignore_errors=True)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _waiting(path: Path) -> Path:
    return path.parent / f".{path.stem}.new"


def _card(path: Path) -> Path:
    return path.with_suffix(".json")
