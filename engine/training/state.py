"""Everything that changes while a run goes: made from a spec, kept in a checkpoint."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from engine.errors import RunError
from engine.networks import create, entry_of
from engine.networks.state import load_exactly
from engine.training import checkpoint
from engine.training.learner import Learner
from engine.training.lessons import LESSONS
from engine.training.machine import Machine
from engine.training.spec import RunSpec
from engine.training.teaching import pair_of


@dataclass
class Run:
    """shared: the learner as it is called in a step; sums: losses since the last report."""

    learner: Learner
    shared: nn.Module
    average: AveragedModel
    optimiser: torch.optim.Optimizer
    scaler: torch.amp.GradScaler
    machine: Machine
    step: int = 0
    seconds: float = 0.0
    sums: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    summed: int = 0

    @property
    def minutes(self) -> float:
        """Of training so far."""
        return self.seconds / 60


def progress(spec: RunSpec, run: Run) -> float:
    """The share of the run that is over."""
    return run.step / spec.steps if spec.steps else run.seconds / (spec.minutes * 60)


def fresh(spec: RunSpec) -> nn.Module:
    """The network as the run begins with it; torch's generator is left where its seed led.

    RunError or WeightsError for a start that cannot be read or does not fit.
    """
    torch.manual_seed(spec.seed)
    network = create(spec.network, spec.width)
    if spec.start:
        load_exactly(network, _start_weights(spec.start), of=spec.network)
    return network


def started(spec: RunSpec, folder: Path, machine: Machine) -> Run:
    """The run at its beginning, or where the checkpoint in `folder` left it.

    RunError or WeightsError for a start or a checkpoint that does not fit.
    """
    network = machine.placed(fresh(spec))
    decay = get_ema_multi_avg_fn(spec.average)  # type: ignore[no-untyped-call]
    average = AveragedModel(network, multi_avg_fn=decay, use_buffers=True)
    pair = pair_of(spec, network, machine)
    lesson = LESSONS[entry_of(spec.network).trimap_input]
    learner = Learner(network, pair, lesson, spec.laplacian)
    machine.placed(learner)
    optimiser = torch.optim.AdamW(
        learner.parameters(), lr=spec.rate, weight_decay=spec.weight_decay
    )
    shared = machine.processes.sharing(learner)
    run = Run(learner, shared, average, optimiser, machine.scaler(), machine)
    state = checkpoint.load(folder)
    if state is not None:
        _resume(run, state, folder)
    return run


def kept(run: Run) -> dict[str, Any]:
    """The run as a checkpoint holds it."""
    return {
        "network": run.learner.network.state_dict(),
        "average": run.average.state_dict(),
        "adapters": run.learner.adapters.state_dict(),
        "optimiser": run.optimiser.state_dict(),
        "scaler": run.scaler.state_dict(),
        "step": run.step,
        "seconds": run.seconds,
        "sums": dict(run.sums),
        "summed": run.summed,
    }


def _resume(run: Run, state: dict[str, Any], folder: Path) -> None:
    try:
        run.learner.network.load_state_dict(state["network"])
        run.average.load_state_dict(state["average"])
        run.learner.adapters.load_state_dict(state.get("adapters", {}))
        run.optimiser.load_state_dict(state["optimiser"])
        run.scaler.load_state_dict(state.get("scaler", {}) or run.scaler.state_dict())
        run.step, run.seconds = state["step"], state["seconds"]
        run.sums.update(state.get("sums", {}))
        run.summed = state.get("summed", 0)
    except (KeyError, RuntimeError, TypeError, ValueError) as error:
        raise RunError(
            f"The checkpoint in “{folder}” belongs to another run than the spec.",
            hint="Resume with the spec that the run was started with.",
        ) from error


def _start_weights(path: str) -> dict[str, Tensor]:
    try:
        return load_file(path)
    except (OSError, SafetensorError) as error:
        raise RunError(
            f"The weights “{path}” to start from cannot be read.",
            hint="Name a safetensors file in “start”, or null to start afresh.",
        ) from error
