"""Where runs lie: the person's own folder of them, and folders elsewhere that were added to it."""

import json
import re
from contextlib import suppress
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from engine.data.outputs import make_folder
from engine.errors import RunError
from engine.imaging.placing import write_whole
from engine.resources import own_folder
from engine.training import presence
from engine.training.files import EVENTS, SPEC

ELSEWHERE = "elsewhere.json"


def runs_folder() -> Path:
    """Where the runs begin that are started in the window; it need not exist yet."""
    return own_folder() / "runs"


def new_folder(name: str) -> Path:
    """Make a folder for a run called `name`, with today's date in its own name.

    RunError when it cannot be made.
    """
    stem = re.sub(r"[^\w.-]+", "-", name).strip("-.") or "run"
    first = runs_folder() / f"{stem}-{datetime.now():%Y-%m-%d}"
    names = (first.with_name(f"{first.name}-{number}") for number in count(2))
    try:
        first.parent.mkdir(parents=True, exist_ok=True)
        for folder in chain([first], names):
            with suppress(FileExistsError):
                folder.mkdir()
                return folder
    except OSError as error:
        raise RunError(
            f"No folder for the run can be made in “{first.parent}” ({error.strerror}).",
            hint="Make room there, or see to it that you may write there.",
        ) from error
    return first  # the names never run out


def folders() -> list[Path]:
    """The folders of all runs that are known, the one started last first."""
    own = runs_folder()
    found = {path.parent for path in own.glob(f"*/{SPEC}")}
    found |= {path for path in _elsewhere() if is_run(path)}
    return sorted(found, key=_begun, reverse=True)


def alive() -> list[Path]:
    """The folders of the known runs whose process is at it, be it one that waits."""
    return [folder for folder in folders() if presence.is_alive(folder)]


def is_run(folder: Path) -> bool:
    """Whether a folder holds a run, be it one that has not begun."""
    return (folder / SPEC).is_file()


def add(folder: Path) -> None:
    """Remember a run that lies elsewhere, such as one made on the command line.

    The run itself stays where it is. RunError if there is none, OutputError if the list cannot be
    written.
    """
    folder = folder.resolve()
    if not is_run(folder):
        raise RunError(
            f"“{folder}” holds no run.", hint=f"Choose the folder that “{SPEC}” of the run is in."
        )
    if folder.parent != runs_folder().resolve():
        _remember([*(path for path in _elsewhere() if path != folder), folder])


def leave_out(folder: Path) -> None:
    """Forget a run that lies elsewhere; nothing of it is touched. OutputError as from `add`."""
    folder = folder.resolve()
    if folder in (known := _elsewhere()):
        _remember([path for path in known if path != folder])


def _elsewhere() -> list[Path]:
    try:
        names = json.loads((runs_folder() / ELSEWHERE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    names = names if isinstance(names, list) else []
    return [Path(name) for name in names if isinstance(name, str)]


def _remember(paths: list[Path]) -> None:
    make_folder(runs_folder())
    names = json.dumps([str(path) for path in paths])
    write_whole(runs_folder() / ELSEWHERE, f"{names}\n".encode())


def _begun(folder: Path) -> tuple[float, str]:
    """When the run was last written down as about to begin, or to go on."""
    for name in (SPEC, EVENTS):
        with suppress(OSError):
            return (folder / name).stat().st_mtime, folder.name
    return 0.0, folder.name
