"""What a few steps of a run take, in a process of its own: `python -m engine.runs.measuring SPEC`.

One line of JSON on standard output: the fields of `engine.runs.trial.Measured`, or a "message" and
a "hint" that say why the run cannot be. Nothing is left on disk. `engine.runs.trial` starts it.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import psutil
import torch

from engine.data.composition import Sources
from engine.errors import EngineError
from engine.networks import entry_of
from engine.runs.trial import Measured
from engine.training import checkpoint, files, loop, machine, material, previews, state
from engine.training.combinations import require_shareable
from engine.training.lessons import LESSONS, Batch
from engine.training.loading import batches
from engine.training.processes import Processes, joined
from engine.training.spec import RunSpec
from engine.training.state import Run
from engine.training.step import learn
from engine.training.validation import APART, BATCHES


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and tell; 2 for a run that cannot be."""
    parser = argparse.ArgumentParser(prog="gossamer-try", description=__doc__)
    parser.add_argument("spec", type=Path, metavar="SPEC.json")
    parser.add_argument("--seconds", type=float, default=10.0)
    options = parser.parse_args(arguments)
    return tell(options.spec, options.seconds)


def tell(path: Path, seconds: float) -> int:
    """Measure the run of the spec at `path` for about so many seconds, and print what was found."""
    try:
        spec = RunSpec.read(path)
        with joined() as processes:
            found = measured(spec, processes, seconds)
    except EngineError as error:
        _say({"message": error.message, "hint": error.hint})
        return 2
    if processes.first:
        _say(asdict(found))
    return 0


def _say(values: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(values) + "\n")


def measured(spec: RunSpec, processes: Processes, seconds: float) -> Measured:
    """Steps for so many seconds after a first one, which warms up; then what comes now and then.

    Raises what `engine.training.loop.train` does for a run that cannot be.
    """
    require_shareable(spec, processes.count)
    learnt, kept = material.sources(spec)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run = state.started(spec, folder, machine.chosen(spec, processes))
        torch.set_num_threads(spec.threads)
        drawn = loop.drawn_for(spec, run, learnt)
        first = _timed(spec, run, drawn)
        begun = time.time() - psutil.Process().create_time()
        before, run.seconds = run.step, 0.0
        while run.seconds < seconds:
            run.seconds += _timed(spec, run, drawn)
            run.seconds = processes.agreed(run.seconds)[0]
            if run.step == before + 1 and first + run.seconds > seconds:
                break  # so slow that one more would take too long
        now_and_then = _now_and_then(spec, run, kept, folder)
        ready = begun + now_and_then.ready
        return replace(now_and_then, steps=run.step - before, seconds=run.seconds, ready=ready)


def _timed(spec: RunSpec, run: Run, drawn: Iterator[Batch]) -> float:
    began = time.monotonic()
    learn(spec, run, next(drawn))
    if run.machine.device.type == "cuda":
        torch.cuda.synchronize()
    return time.monotonic() - began


def _now_and_then(spec: RunSpec, run: Run, kept: Sources, folder: Path) -> Measured:
    """What a validation with its previews takes, and a checkpoint."""
    entry = entry_of(spec.network, spec.width)
    lesson = LESSONS[entry.trimap_input]
    processes = run.machine.processes
    network = run.average.module.eval()
    stream = lesson.samples(spec, kept, 0, 0, (processes.rank, processes.count))
    began = time.monotonic()
    batch = next(batches(stream, spec.batch // processes.count, 0))
    drawing = (time.monotonic() - began) * BATCHES * APART
    began = time.monotonic()
    with torch.inference_mode(), run.machine.autocast():
        lesson.answer(network, run.machine.prepared(batch))
    validating = (time.monotonic() - began) * BATCHES
    scenes = previews.composites(spec, kept) if processes.first else []
    previews.laid_out(folder, scenes)
    began = time.monotonic()
    alphas = previews.matted(folder, scenes, network, entry, 0)
    previewing = time.monotonic() - began
    began = time.monotonic()
    if processes.first:
        checkpoint.save(folder, state.kept(run), run.average.module)
    saving = time.monotonic() - began
    on_device = run.machine.device.type == "cuda"
    return Measured(
        steps=0,
        seconds=0.0,
        ready=drawing,
        validating=validating + previewing,
        saving=saving,
        saved=sum(_size(folder / name) for name in (files.CHECKPOINT, files.WEIGHTS)),
        previewed=sum(_size(folder / name) for name in alphas),
        device=run.machine.device.type,
        precision=run.machine.precision_name,
        device_memory=torch.cuda.max_memory_allocated() if on_device else 0,
    )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


if __name__ == "__main__":
    sys.exit(main())
