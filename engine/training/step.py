"""One step: the losses of a batch, their gradients, better weights."""

from contextlib import nullcontext

import torch
from torch import Tensor, nn

from engine.errors import RunError
from engine.networks import entry_of
from engine.training.lessons import LESSONS, Batch
from engine.training.processes import unshared
from engine.training.schedule import rate_at
from engine.training.shares import shares
from engine.training.spec import RunSpec
from engine.training.state import Run, progress

CLIP = 1.0
"""Largest norm of a step's gradient."""


def learn(spec: RunSpec, run: Run, batch: Batch) -> None:
    """Take one step with this process's part of a batch; RunError once the loss is lost."""
    _draw_alike(spec, run)
    for group in run.optimiser.param_groups:
        group["lr"] = rate(spec, run)
    run.learner.train()
    if progress(spec, run) >= spec.freeze_norms:
        run.learner.keep_norms()
    run.optimiser.zero_grad(set_to_none=True)
    for name, part in _gradients(spec, run, run.machine.prepared(batch)).items():
        run.sums[name] += float(part)
    run.summed += 1
    run.scaler.unscale_(run.optimiser)
    norm = nn.utils.clip_grad_norm_(run.learner.network.parameters(), CLIP)
    _require_sound(run, norm)
    run.scaler.step(run.optimiser)
    run.scaler.update()
    run.average.update_parameters(run.learner.network)
    run.step += 1


def rate(spec: RunSpec, run: Run) -> float:
    """The learning rate of the next step."""
    return rate_at(
        step=run.step, progress=progress(spec, run), highest=spec.rate, warm_up=spec.warm_up
    )


def _draw_alike(spec: RunSpec, run: Run) -> None:
    """What a network itself draws (dropout) follows from the seed and the step, so a resumed run
    draws what an unbroken one does; each process draws for itself."""
    processes = run.machine.processes
    torch.manual_seed((spec.seed << 32) + run.step * processes.count + processes.rank)


def _gradients(spec: RunSpec, run: Run, batch: Batch) -> dict[str, Tensor]:
    """Leave the batch's gradients in the parameters, scaled; its losses by name."""
    lesson = LESSONS[entry_of(spec.network).trimap_input]
    chunks = {name: tensor.chunk(spec.accumulate) for name, tensor in batch.items()}
    pieces = [
        {name: chunk[number] for name, chunk in chunks.items()} for number in range(spec.accumulate)
    ]
    sums: dict[str, Tensor] = {}
    for number, share in enumerate(shares(lesson, pieces, run.machine.processes), start=1):
        with nullcontext() if number == len(pieces) else unshared(run.shared):
            with run.machine.autocast():
                parts = run.shared(pieces[number - 1], share)
            total = torch.stack(list(parts.values())).sum()
            run.scaler.scale(total).backward()  # type: ignore[no-untyped-call]
        for name, part in parts.items():
            sums[name] = sums.get(name, 0) + part.detach()
    return sums


def _require_sound(run: Run, norm: Tensor) -> None:
    # Scaled gradients may overflow: the scaler leaves out that step, and scales less from then on.
    may_overflow = run.scaler.is_enabled() and run.scaler.get_scale() >= 1
    if not may_overflow and not bool(norm.isfinite()):
        raise RunError(
            f"After {run.step} steps the loss is no number any more.",
            hint="Resume with a lower rate: the last checkpoint is sound.",
        )
