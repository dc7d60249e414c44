"""How each kind of network is taught: where its samples come from and what its losses are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.data import IterableDataset

from engine.data.composition import Sources
from engine.distill.objective import alpha_l1, laplacian
from engine.matting import inputs
from engine.networks import TrimapInput
from engine.training.guided_samples import Crops, guided_samples
from engine.training.plain_samples import Encoding, plain_samples
from engine.training.spec import RunSpec
from engine.training.stream import Arrays, Part

Batch = dict[str, Tensor]
Answers = dict[str, tuple[Tensor, Tensor, Tensor]]
"""By name: (alpha, target, unknown)."""

INNER_SHARE = 0.75
"""Side of the local crop, as a share of the context's."""

COARSE_WEIGHT = 0.5


@dataclass(frozen=True)
class Lesson:
    """samples(spec, sources, seed, first, part) is a stream; answer(network, batch) -> its alphas.

    `first` batches were drawn before; part: as in `SampleStream`. `answer` gives, by name, (alpha,
    target, unknown); the first is the one that is measured. unknown(batch): the same masks, without
    running the network.
    """

    samples: Callable[[RunSpec, Sources, int, int, Part], "IterableDataset[Arrays]"]
    answer: Callable[[nn.Module, Batch], Answers]
    unknown: Callable[[Batch], dict[str, Tensor]]


def losses(
    answers: Answers, laplacian_weight: float, shares: Mapping[str, float] | None = None
) -> dict[str, Tensor]:
    """The weighted losses by name; their sum is what a step minimises.

    shares: what the mean over these unknown pixels counts for, by the names of the answers.
    """
    parts: dict[str, Tensor] = {}
    for name, (alpha, target, unknown) in answers.items():
        weight = 1.0 if name == "alpha" else COARSE_WEIGHT
        if shares is not None:
            weight *= shares[name]
        parts[name] = weight * alpha_l1(alpha, target, unknown)
        if laplacian_weight:
            parts[f"{name} laplacian"] = (
                weight * laplacian_weight * laplacian(alpha, target, unknown)
            )
    return parts


def _guided_samples(
    spec: RunSpec, sources: Sources, seed: int, first: int, part: Part
) -> "IterableDataset[Arrays]":
    inner = int(spec.crop * INNER_SHARE) // 16 * 16
    crops = Crops(spec.crop, inner)
    return guided_samples(sources, crops, seed=seed, batch=spec.batch, first=first, part=part)


def _guided_answer(network: nn.Module, batch: Batch) -> Answers:
    context_input, local_input = batch["context"], batch["local"]
    context = network.get_submodule("context")(context_input)
    handed = F.grid_sample(
        context,
        _grid(batch["corner"], batch["ratio"], context_input.shape[-1], local_input.shape[-1]),
        mode="bilinear",
        padding_mode="border",
        align_corners=False,
    )
    alpha = network.get_submodule("local")(local_input, handed)
    coarse_target = F.avg_pool2d(batch["context_target"], 2)
    unknown = _guided_unknown(batch)
    return {
        "alpha": (alpha, batch["target"], unknown["alpha"]),
        "coarse": (context[:, :1], coarse_target, unknown["coarse"]),
    }


def _guided_unknown(batch: Batch) -> dict[str, Tensor]:
    coarse = F.max_pool2d(batch["context"][:, 4:5], 2)
    return {"alpha": batch["local"][:, 4:5], "coarse": coarse}


def _grid(corner: Tensor, ratio: Tensor, context: int, local: int) -> Tensor:
    """Where on the context each local pixel lies; (n, local, local, 2), x before y."""
    offsets = (torch.arange(local, device=corner.device) + 0.5) / ratio[:, None]
    places = (corner[:, :, None] + offsets[:, None, :]) / context * 2 - 1  # (n, 2, local)
    down = places[:, 0, :, None].expand(-1, -1, local)
    across = places[:, 1, None, :].expand(-1, local, -1)
    return torch.stack([across, down], dim=-1)


def _plain_samples(
    encoding: Encoding, spec: RunSpec, sources: Sources, seed: int, first: int, part: Part
) -> "IterableDataset[Arrays]":
    return plain_samples(
        sources, spec.crop, encoding, seed=seed, batch=spec.batch, first=first, part=part
    )


def _plain_answer(network: nn.Module, batch: Batch) -> Answers:
    return {"alpha": (network(batch["input"]), batch["target"], batch["unknown"])}


def _plain_unknown(batch: Batch) -> dict[str, Tensor]:
    return {"alpha": batch["unknown"]}


LESSONS: dict[TrimapInput, Lesson] = {
    "guided": Lesson(_guided_samples, _guided_answer, _guided_unknown),
    "scaled": Lesson(partial(_plain_samples, inputs.scaled), _plain_answer, _plain_unknown),
    "one-hot": Lesson(partial(_plain_samples, inputs.one_hot), _plain_answer, _plain_unknown),
}
