"""The runs of a study, one after the other; what is finished is never run again."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from engine.errors import RunError
from engine.matting import library
from engine.training import delivery, files, worker
from engine.training.events import Event, Finished, decode
from engine.training.spec import RunSpec
from engine.training.study.spec import StudySpec

SCORE = "score.json"

Listener = Callable[[str, Event], None]


@dataclass(frozen=True)
class Result:
    """What one run came to on the check set: mean SAD (thousands) and MSE over all widths."""

    row: str
    seed: int
    sad: float
    mse: float


def results(study: StudySpec, folder: Path, listener: Listener) -> Iterator[Result]:
    """Run what is not finished in `folder`, and measure it; listener(run's name, event)."""
    weights = {name: str(_taught(study, name, folder, listener)) for name in study.teachers}
    for seed in study.seeds:
        for row in study.rows:
            name = f"{row}-{seed}"
            spec = study.run(row, seed, weights)
            _run(spec, folder / name, partial(listener, name))
            yield _measured(row, seed, folder / name, study.every)


def _taught(study: StudySpec, name: str, folder: Path, listener: Listener) -> Path:
    """The weights of one of the study's own teachers, trained if they are not there yet."""
    _run(study.teacher_run(name), folder / name, partial(listener, name))
    shelf = folder / "weights"
    weights = shelf / f"{name}{library.SUFFIX}"
    if not weights.exists():
        with delivery.candidate(folder / name, name, study.every) as new:
            library.add(new.entry.path, new.entry.card, shelf)
    return weights


def _run(spec: RunSpec, folder: Path, tell: Callable[[Event], None]) -> None:
    there = (folder / files.SPEC).exists()
    if there and RunSpec.read(folder / files.SPEC) != spec:
        raise RunError(
            f"The run in “{folder}” is not the one that the study asks for now.",
            hint="Give the changed study another folder with --out, or remove that run.",
        )
    if not _finished(folder):
        worker.run(spec, folder, tell, there)
    if not _finished(folder):
        raise RunError(
            f"The run “{folder}” was stopped.", hint="Start the study again to go on with it."
        )


def _finished(folder: Path) -> bool:
    try:
        lines = (folder / files.EVENTS).read_text(encoding="utf-8").splitlines()
        last = decode(lines[-1])
    except (OSError, IndexError, ValueError):
        return False
    return isinstance(last, Finished) and not last.stopped


def _measured(row: str, seed: int, folder: Path, every: int) -> Result:
    score = folder / SCORE
    if score.exists():
        return Result(**json.loads(score.read_text(encoding="utf-8")))
    with delivery.candidate(folder, "candidate", every) as new:
        result = Result(row, seed, new.metrics["check/sad"], new.metrics["check/mse"])
    score.write_text(json.dumps(asdict(result)) + "\n", encoding="utf-8")
    return result
