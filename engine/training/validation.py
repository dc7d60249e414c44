"""How far the averaged weights are from the truth, on crops that stay the same."""

import torch

from engine.data.composition import Sources
from engine.networks import entry_of
from engine.training.events import Validated
from engine.training.lessons import LESSONS, Batch
from engine.training.loading import batches
from engine.training.spec import RunSpec
from engine.training.state import Run

BATCHES = 6
APART = 4
"""Of so many batches one is taken: the next would show the same pictures again."""

SEED = 10_000


def crops(spec: RunSpec, kept: Sources, run: Run) -> list[Batch]:
    """This process's part of them: the same whenever the spec's the same; drawn once."""
    lesson = LESSONS[entry_of(spec.network).trimap_input]
    processes = run.machine.processes
    stream = lesson.samples(spec, kept, SEED, 0, (processes.rank, processes.count))
    drawn = batches(stream, spec.batch // processes.count, min(spec.workers, 1))
    return [next(drawn) for _ in range(BATCHES * APART)][::APART]


def validated(spec: RunSpec, run: Run, crops: list[Batch]) -> Validated:
    """Mean absolute and squared error per unknown pixel, and SAD per crop, in thousands."""
    lesson = LESSONS[entry_of(spec.network).trimap_input]
    network = run.average.module.eval()
    sums = torch.zeros(4, dtype=torch.float64)
    with torch.inference_mode():
        for batch in crops:
            with run.machine.autocast():
                answers = lesson.answer(network, run.machine.prepared(batch))
            alpha, target, unknown = answers["alpha"]
            error = (alpha.float().clamp(0, 1) - target) * unknown
            found = error.abs().sum(), error.square().sum(), unknown.sum()
            sums += torch.tensor([*(float(value) for value in found), len(alpha)])
    absolute, squared, count, number = run.machine.processes.summed(sums).tolist()
    metrics = {
        "mean absolute error": absolute / count,
        "mse": squared / count,
        "sad": absolute / number / 1000,
    }
    return Validated(run.step, run.minutes, metrics)
