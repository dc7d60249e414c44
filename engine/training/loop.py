"""The loop: samples in, better weights out, events on the way. Nothing printed, nothing global."""

import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from engine.data.composition import Sources
from engine.data.foregrounds import background_files, foreground_files, held_out
from engine.distill.pair import Pair
from engine.errors import RunError
from engine.networks import NETWORKS, create
from engine.networks.state import load_exactly
from engine.training import checkpoint
from engine.training.control import obeyed
from engine.training.events import Event, Finished, Saved, StepDone, Validated
from engine.training.lessons import LESSONS, Batch, Lesson, losses
from engine.training.loading import batches
from engine.training.schedule import rate_at
from engine.training.spec import RunSpec
from engine.training.teaching import pair_of, taught

REPORT_EVERY = 50
VALIDATION_BATCHES = 6
VALIDATION_SEED = 10_000
CLIP = 1.0
"""Largest norm of a step's gradient."""


@dataclass
class _Run:
    """Everything that changes while a run goes."""

    network: nn.Module
    average: AveragedModel
    optimiser: torch.optim.Optimizer
    pair: Pair | None
    step: int = 0
    seconds: float = 0.0
    sums: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    summed: int = 0


def train(spec: RunSpec, folder: Path) -> Iterator[Event]:
    """Train as `spec` says, in the run folder `folder`; go on from its checkpoint if it has one.

    Answers events; the caller writes them where they are wanted. The call itself raises DataError
    for missing folders, RunError or WeightsError for a damaged checkpoint or start, before anything
    is written. What it answers raises RunError when the loss is lost or the disk is full.
    """
    torch.manual_seed(spec.seed)
    learnt, kept = _sources(spec)
    return _events(spec, folder, _started(spec, folder), learnt, kept)


def _events(
    spec: RunSpec, folder: Path, run: _Run, learnt: Sources, kept: Sources
) -> Iterator[Event]:
    torch.set_num_threads(spec.threads)
    lesson = LESSONS[NETWORKS[spec.network].trimap_input]
    bfloat16 = _use_bfloat16(spec)
    drawn = _batches(spec, lesson, learnt, run.step)
    validation = _validation_batches(spec, lesson, kept)
    stopped = False
    while run.seconds < spec.minutes * 60 and not stopped:
        began = time.monotonic()
        _step(spec, lesson, run, next(drawn), bfloat16)
        run.seconds += time.monotonic() - began
        if run.step % REPORT_EVERY == 0:
            yield _report(spec, run)
        if run.step % spec.validate_every == 0:
            yield _validated(lesson, run, validation, bfloat16)
        if run.step % spec.save_every == 0:
            yield _saved(folder, run)
        stopped = obeyed(folder)
    yield _validated(lesson, run, validation, bfloat16)
    yield _saved(folder, run)
    yield Finished(run.step, run.seconds / 60, stopped)


def _sources(spec: RunSpec) -> tuple[Sources, Sources]:
    """What is learnt from, and what is kept apart for validation."""
    foregrounds = foreground_files(Path(spec.foregrounds)) if spec.foregrounds else ()
    backgrounds = background_files(Path(spec.backgrounds)) if spec.backgrounds else ()
    learnt = Sources(
        foregrounds=tuple(path for path in foregrounds if not held_out(path)),
        backgrounds=tuple(path for path in backgrounds if not held_out(path)),
        procedural=spec.procedural,
    )
    kept = Sources(
        foregrounds=tuple(path for path in foregrounds if held_out(path)),
        backgrounds=tuple(path for path in backgrounds if held_out(path)),
        procedural=0.0 if foregrounds else 1.0,
        merged=0.0,
    )
    return learnt, kept


def _started(spec: RunSpec, folder: Path) -> _Run:
    network = create(spec.network, spec.width)
    if spec.start:
        load_exactly(network, _start_weights(spec.start), of=spec.network)
    network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    decay = get_ema_multi_avg_fn(spec.average)  # type: ignore[no-untyped-call]
    average = AveragedModel(network, multi_avg_fn=decay, use_buffers=True)
    pair = pair_of(spec, network)
    adapters = pair.adapters.parameters() if pair else ()
    optimiser = torch.optim.AdamW(
        [*network.parameters(), *adapters], lr=spec.rate, weight_decay=spec.weight_decay
    )
    run = _Run(network, average, optimiser, pair)
    state = checkpoint.load(folder)
    if state is not None:
        _resume(run, state, folder)
    return run


def _start_weights(path: str) -> dict[str, Tensor]:
    try:
        return load_file(path)
    except (OSError, SafetensorError) as error:
        raise RunError(
            f"The weights “{path}” to start from cannot be read.",
            hint="Name a safetensors file in “start”, or null to start afresh.",
        ) from error


def _resume(run: _Run, state: dict[str, Any], folder: Path) -> None:
    try:
        run.network.load_state_dict(state["network"])
        run.average.load_state_dict(state["average"])
        if run.pair is not None:
            run.pair.adapters.load_state_dict(state["adapters"])
        run.optimiser.load_state_dict(state["optimiser"])
        run.step, run.seconds = state["step"], state["seconds"]
    except (KeyError, RuntimeError, TypeError, ValueError) as error:
        raise RunError(
            f"The checkpoint in “{folder}” belongs to another run than the spec.",
            hint="Resume with the spec that the run was started with.",
        ) from error


def _use_bfloat16(spec: RunSpec) -> bool:
    if spec.precision == "auto":
        # Elsewhere bfloat16 is emulated, and several times slower than float32.
        return bool(torch.cpu._is_avx512_bf16_supported())
    return spec.precision == "bfloat16"


def _batches(spec: RunSpec, lesson: Lesson, sources: Sources, step: int) -> "Iterator[Batch]":
    stream = lesson.samples(spec, sources, spec.seed, step)
    return batches(stream, spec.batch, spec.workers)


def _validation_batches(spec: RunSpec, lesson: Lesson, kept: Sources) -> list[Batch]:
    """The same crops whenever the seed's the same; drawn once."""
    stream = lesson.samples(spec, kept, VALIDATION_SEED, 0)
    drawn = batches(stream, spec.batch, min(spec.workers, 1))
    return [next(drawn) for _ in range(VALIDATION_BATCHES * 4)][::4]


def _prepared(batch: Batch) -> Batch:
    return {
        name: tensor.float().contiguous(memory_format=torch.channels_last)
        if tensor.ndim == 4
        else tensor.float()
        for name, tensor in batch.items()
    }


def _step(spec: RunSpec, lesson: Lesson, run: _Run, batch: Batch, bfloat16: bool) -> None:
    rate = _rate(spec, run)
    for group in run.optimiser.param_groups:
        group["lr"] = rate
    run.network.train()
    prepared = _prepared(batch)
    with torch.autocast("cpu", torch.bfloat16, enabled=bfloat16):
        if run.pair is None:
            parts = losses(lesson.answer(run.network, prepared), spec.laplacian)
        else:
            parts = taught(
                run.pair, lambda network: lesson.answer(network, prepared), spec.laplacian
            )
    total = torch.stack(list(parts.values())).sum()
    run.optimiser.zero_grad(set_to_none=True)
    total.backward()  # type: ignore[no-untyped-call]
    norm = nn.utils.clip_grad_norm_(run.network.parameters(), CLIP)
    if not bool(norm.isfinite()):
        raise RunError(
            f"After {run.step} steps the loss is no number any more.",
            hint="Resume with a lower rate: the last checkpoint is sound.",
        )
    run.optimiser.step()
    run.average.update_parameters(run.network)
    run.step += 1
    run.summed += 1
    for name, part in parts.items():
        run.sums[name] += float(part.detach())


def _rate(spec: RunSpec, run: _Run) -> float:
    progress = run.seconds / (spec.minutes * 60)
    return rate_at(step=run.step, progress=progress, highest=spec.rate, warm_up=spec.warm_up)


def _report(spec: RunSpec, run: _Run) -> StepDone:
    means = {name: total / run.summed for name, total in run.sums.items()}
    run.sums.clear()
    run.summed = 0
    return StepDone(run.step, run.seconds / 60, _rate(spec, run), means)


def _validated(lesson: Lesson, run: _Run, crops: list[Batch], bfloat16: bool) -> Validated:
    network = run.average.module.eval()
    absolute = squared = count = 0.0
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=bfloat16):
        for batch in crops:
            alpha, target, unknown = lesson.answer(network, _prepared(batch))["alpha"]
            error = _error(alpha, target, unknown)
            absolute += float(error.abs().sum())
            squared += float(error.square().sum())
            count += float(unknown.sum())
    metrics = {"mean absolute error": absolute / count, "mse": squared / count}
    return Validated(run.step, run.seconds / 60, metrics)


def _error(alpha: Tensor, target: Tensor, unknown: Tensor) -> Tensor:
    return (alpha.float().clamp(0, 1) - target) * unknown


def _saved(folder: Path, run: _Run) -> Saved:
    state: dict[str, Any] = {
        "network": run.network.state_dict(),
        "average": run.average.state_dict(),
        "adapters": run.pair.adapters.state_dict() if run.pair else {},
        "optimiser": run.optimiser.state_dict(),
        "step": run.step,
        "seconds": run.seconds,
    }
    checkpoint.save(folder, state, run.average.module)
    return Saved(run.step, run.seconds / 60)
