"""The matting networks: teachers and students, one definition for each architecture.

Every network takes a float tensor (n, 3 + k, h, w) (normalised RGB and k channels that tell it the
trimap, see `NetworkEntry.trimap_input`) and answers alpha (n, 1, h, w), and nothing else. Features
come through `engine.networks.taps`.

**A network does not obey the trimap.** It estimates alpha at every pixel, and on pixels that the
trimap knows it may be wrong or, where it ends without a squashing function, outside [0, 1]. Known
pixels are set to exactly 0 and 1 afterwards, in `engine.matting`; losses and metrics look at
unknown pixels only.

**Parameters are counted as the SPKD paper counts them**: everything in `parameters()`, trainable
or not, batch norm's gamma and beta but not its running statistics. A student in training also
carries adapters (1x1 convolutions with a bias that widen its features to the teacher's). They are
in the paper's number for a student, but not in the student that is deployed.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

import torch
from torch import Tensor, nn

from engine.catalog import LEAST_WIDTH, MOST_WIDTH
from engine.errors import WeightsError
from engine.networks import dim, gca, guided, indexnet
from engine.networks.narrow import narrow_dim, narrow_gca, narrow_guided, narrow_indexnet
from engine.networks.state import load_exactly
from engine.networks.taps import Stage
from engine.networks.upstream import translated

TrimapInput = Literal["scaled", "one-hot", "guided"]


@dataclass(frozen=True, kw_only=True)
class NetworkEntry:
    """How a network is built, what it eats, and where it can be distilled.

    `trimap_input` says which channels follow RGB: `scaled` trimap / 255 (k = 1), `one-hot`
    background, unknown, foreground (k = 3), `guided` the trimap and the guides of
    `engine.matting.guides`. Input heights and widths must be multiples of `stride` (1: any) and at
    least `smallest`. A student names its `teacher`; stages of the two with one name belong
    together. `distilled` names the stages that the paper compares.
    """

    build: Callable[[], nn.Module]
    trimap_input: TrimapInput
    stride: int = 1
    smallest: int = 1
    teacher: str | None = None
    stages: tuple[Stage, ...] = ()
    distilled: tuple[str, ...] = ()

    def stage(self, name: str) -> Stage:
        """The stage called `name`; KeyError if there is none."""
        return {stage.name: stage for stage in self.stages}[name]


def _dim(widths: dim.DimWidths, teacher: str | None = None, factor: float = 1.0) -> NetworkEntry:
    widths = widths if factor == 1 else narrow_dim(widths, factor)
    return NetworkEntry(
        build=partial(dim.Dim, widths),
        trimap_input="scaled",
        smallest=32,
        teacher=teacher,
        stages=dim.stages(widths),
        distilled=dim.PUBLISHED_STAGES,
    )


def _indexnet(
    widths: indexnet.IndexNetWidths, teacher: str | None = None, factor: float = 1.0
) -> NetworkEntry:
    widths = widths if factor == 1 else narrow_indexnet(widths, factor)
    return NetworkEntry(
        build=partial(indexnet.IndexNet, widths),
        trimap_input="scaled",
        stride=32,
        smallest=32,
        teacher=teacher,
        stages=indexnet.stages(widths),
        distilled=indexnet.PUBLISHED_STAGES,
    )


def _gca(widths: gca.GcaWidths, teacher: str | None = None, factor: float = 1.0) -> NetworkEntry:
    widths = widths if factor == 1 else narrow_gca(widths, factor)
    return NetworkEntry(
        build=partial(gca.Gca, widths),
        trimap_input="one-hot",
        stride=32,
        smallest=32,
        teacher=teacher,
        stages=gca.stages(widths),
        distilled=gca.PUBLISHED_STAGES,
    )


def _guided(widths: guided.Widths, teacher: str | None = None, factor: float = 1.0) -> NetworkEntry:
    widths = widths if factor == 1 else narrow_guided(widths, factor)
    return NetworkEntry(
        build=partial(guided.Guided, widths),
        trimap_input="guided",
        stride=16,
        smallest=16,
        teacher=teacher,
        stages=guided.stages(widths),
        distilled=guided.DISTILLED_STAGES,
    )


_MAKERS: dict[str, Callable[[float], NetworkEntry]] = {
    "guided-teacher": partial(_guided, guided.TEACHER, None),
    "guided-student": partial(_guided, guided.STUDENT, "guided-teacher"),
    "dim-teacher": partial(_dim, dim.TEACHER, None),
    "dim-student": partial(_dim, dim.STUDENT, "dim-teacher"),
    "indexnet-teacher": partial(_indexnet, indexnet.TEACHER, None),
    "indexnet-student": partial(_indexnet, indexnet.STUDENT, "indexnet-teacher"),
    "gca-teacher": partial(_gca, gca.TEACHER, None),
    "gca-student": partial(_gca, gca.STUDENT, "gca-teacher"),
}

NETWORKS: dict[str, NetworkEntry] = {name: make(1.0) for name, make in _MAKERS.items()}


def entry_of(name: str, width: float = 1.0) -> NetworkEntry:
    """The entry called `name`, its inner widths times `width` (see `engine.networks.narrow`).

    WeightsError names the known ones for an unknown name, and refuses a width that no network has.
    """
    if name not in NETWORKS:
        raise WeightsError(
            f"There is no network called “{name}”.",
            hint=f"Known networks: {', '.join(NETWORKS)}.",
        )
    if not LEAST_WIDTH <= width <= MOST_WIDTH:
        raise WeightsError(
            f"No network is {width:g} times as wide as “{name}”.",
            hint="Choose a width from 0.05 to 4; 1 is the network itself.",
        )
    return NETWORKS[name] if width == 1 else _MAKERS[name](width)


def create(name: str, width: float = 1.0) -> nn.Module:
    """A freshly initialised network, in training mode; WeightsError as `entry_of`."""
    return entry_of(name, width).build()


def training_adapters(
    name: str, stages: Collection[str] | None = None, width: float = 1.0
) -> nn.ModuleDict:
    """1x1 convolutions with a bias from the student's widths to its teacher's, by stage name.

    `stages` defaults to the published ones. ValueError for a network that has no teacher; KeyError
    for a stage that one of the two does not have.
    """
    student = entry_of(name, width)
    if student.teacher is None:
        raise ValueError(f"“{name}” is no student, so it needs no adapters")
    teacher = entry_of(student.teacher, width)
    names = student.distilled if stages is None else stages
    return nn.ModuleDict(
        {key: nn.Conv2d(student.stage(key).width, teacher.stage(key).width, 1) for key in names}
    )


def parameter_counts(name: str, width: float = 1.0) -> dict[str, int]:
    """{"deployed": n, "training_only": m}: n + m is the SPKD paper's number.

    Built without allocating or initialising any weights, so it takes milliseconds.
    """
    entry = entry_of(name, width)
    with torch.device("meta"):
        network = entry.build()
        adapters = training_adapters(name, width=width) if entry.teacher else nn.ModuleDict()
    return {"deployed": _count(network), "training_only": _count(adapters)}


def load_upstream(name: str, state_dict: Mapping[str, Tensor]) -> nn.Module:
    """The network `name` with the weights of its published checkpoint, in evaluation mode.

    `state_dict` has the key names of the authors' code, with or without DataParallel's prefix.
    WeightsError names the keys that are missing, left over, or of another shape.
    """
    network = create(name)
    load_exactly(network, translated(name, state_dict), of=name)
    return network.eval()


def _count(module: nn.Module) -> int:
    return sum(parameter.numel() for parameter in module.parameters())
