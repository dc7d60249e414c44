"""The loop: samples in, better weights out, events on the way. Nothing printed, nothing global."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch

from engine.data.composition import Sources
from engine.networks import entry_of
from engine.training import checkpoint, machine, material, previews, state, validation
from engine.training.combinations import require_shareable
from engine.training.control import obeyed
from engine.training.events import Event, Finished, Previewed, Saved, Slept, Started, StepDone
from engine.training.lessons import LESSONS, Batch
from engine.training.loading import batches
from engine.training.processes import ALONE, Processes
from engine.training.spec import RunSpec
from engine.training.state import Run
from engine.training.step import learn, rate
from engine.training.waking import Waking, ticking


@dataclass(frozen=True, eq=False)
class _Course:
    """What stays the same while a run goes."""

    spec: RunSpec
    folder: Path
    crops: list[Batch]
    scenes: list[previews.Scene]


def train(spec: RunSpec, folder: Path, processes: Processes = ALONE) -> Iterator[Event]:
    """Train as `spec` says, in the run folder `folder`; go on from its checkpoint if it has one.

    Answers events; the caller writes them where they are wanted. The call itself raises DataError
    for missing folders, DeviceError, RunError or WeightsError for a damaged checkpoint or start,
    before anything is written. What it answers raises RunError when the loss is lost or the disk is
    full. Of several `processes` all must call it, and go through what it answers.
    """
    require_shareable(spec, processes.count)
    learnt, kept = material.sources(spec)
    scenes = previews.named(spec)
    run = state.started(spec, folder, machine.chosen(spec, processes))
    return _events(spec, folder, run, (learnt, kept), scenes)


def _events(
    spec: RunSpec,
    folder: Path,
    run: Run,
    sources: tuple[Sources, Sources],
    scenes: list[previews.Scene],
) -> Iterator[Event]:
    torch.set_num_threads(spec.threads)
    yield _started(run)
    drawn = drawn_for(spec, run, sources[0])
    crops = validation.crops(spec, sources[1], run)
    if run.machine.processes.first:
        scenes = [*previews.composites(spec, sources[1]), *scenes]
        previews.laid_out(folder, scenes)
    course = _Course(spec, folder, crops, scenes)
    waking, stopped = Waking(), False
    while state.progress(spec, run) < 1 and not stopped:
        began = ticking()
        learn(spec, run, next(drawn))
        run.seconds += ticking() - began
        if (asleep := waking.slept()) > 0:
            yield Slept(run.step, run.minutes, asleep)
        yield from _due(course, run)
        stopped = _agreed(folder, run)
    yield from _measured(course, run)
    yield _saved(folder, run)
    yield Finished(run.step, run.minutes, stopped)


def _due(course: _Course, run: Run) -> Iterator[Event]:
    """What is to be told and kept after this step."""
    spec = course.spec
    if run.step % spec.report_every == 0:
        yield _report(spec, run)
    if run.step % spec.validate_every == 0:
        yield from _measured(course, run)
    if run.step % spec.save_every == 0:
        yield _saved(course.folder, run)


def _measured(course: _Course, run: Run) -> Iterator[Event]:
    yield validation.validated(course.spec, run, course.crops)
    if course.scenes and run.machine.processes.first:
        entry = entry_of(course.spec.network, course.spec.width)
        network = run.average.module
        files = previews.matted(course.folder, course.scenes, network, entry, run.step)
        yield Previewed(run.step, run.minutes, files)


def _agreed(folder: Path, run: Run) -> bool:
    """Whether the run was told to stop; all processes go by the first one's clock and control."""
    processes = run.machine.processes
    told = obeyed(folder) if processes.first else False
    run.seconds, stopped = processes.agreed(run.seconds, told)
    return bool(stopped)


def drawn_for(spec: RunSpec, run: Run, learnt: Sources) -> Iterator[Batch]:
    """This process's part of the batches that the run learns from, from its next step on."""
    lesson = LESSONS[entry_of(spec.network).trimap_input]
    processes = run.machine.processes
    part = (processes.rank, processes.count)
    stream = lesson.samples(spec, learnt, spec.seed, run.step, part)
    return batches(stream, spec.batch // processes.count, spec.workers)


def _started(run: Run) -> Started:
    machine = run.machine
    device, precision, count = machine.device.type, machine.precision_name, machine.processes.count
    return Started(run.step, run.minutes, device, precision, count, time.time())


def _report(spec: RunSpec, run: Run) -> StepDone:
    sums = torch.tensor(list(run.sums.values()), dtype=torch.float64)
    whole = run.machine.processes.summed(sums) / (run.machine.processes.count * run.summed)
    means = dict(zip(run.sums, whole.tolist(), strict=True))
    run.sums.clear()
    run.summed = 0
    return StepDone(run.step, run.minutes, rate(spec, run), means)


def _saved(folder: Path, run: Run) -> Saved:
    if run.machine.processes.first:
        checkpoint.save(folder, state.kept(run), run.average.module)
    return Saved(run.step, run.minutes)
