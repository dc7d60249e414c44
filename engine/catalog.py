"""Names of networks and terms, told without importing torch: a window lists them at once.

A test keeps the networks equal to `engine.networks.NETWORKS`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engine.errors import RunError, WeightsError

Role = Literal["teacher", "student"]


@dataclass(frozen=True)
class NetworkName:
    """One network as people meet it: `name` for scripts, `title` for menus."""

    name: str
    title: str
    family: str
    role: Role


_NAMES = (
    NetworkName("guided-teacher", "Guided teacher", "guided", "teacher"),
    NetworkName("guided-student", "Guided student", "guided", "student"),
    NetworkName("dim-teacher", "Deep Image Matting teacher", "dim", "teacher"),
    NetworkName("dim-student", "Deep Image Matting student", "dim", "student"),
    NetworkName("indexnet-teacher", "IndexNet Matting teacher", "indexnet", "teacher"),
    NetworkName("indexnet-student", "IndexNet Matting student", "indexnet", "student"),
    NetworkName("gca-teacher", "GCA Matting teacher", "gca", "teacher"),
    NetworkName("gca-student", "GCA Matting student", "gca", "student"),
)

CATALOG: dict[str, NetworkName] = {entry.name: entry for entry in _NAMES}

DEFAULT = "guided-student"

INPUTS = {"guided": "guided", "dim": "scaled", "indexnet": "scaled", "gca": "one-hot"}
"""How the networks of each family are told the trimap: who takes the same can be compared. A test
keeps them equal to `engine.networks.NETWORKS`."""

_DOWN = ("conv1", "conv2", "conv3", "conv4", "conv5")
STAGES = {
    "guided": (*_DOWN[:4], "dconv4", "dconv3", "dconv2"),
    "dim": (*_DOWN, "dconv5", "dconv4", "dconv3", "dconv2"),
    "indexnet": (*_DOWN, "dconv5", "dconv4", "dconv3", "dconv2", "dconv1"),
    "gca": (*_DOWN, "dconv5", "dconv4", "dconv3", "dconv2", "dconv1"),
}
"""Where features can be compared, by family; DISTILLED: where they are unless others are named."""
DISTILLED = {
    "guided": _DOWN[1:4],
    "dim": _DOWN[1:],
    "indexnet": _DOWN[1:],
    "gca": _DOWN[:4],
}
NORMED = ("dim",)
"""Families whose stages end in the norm and the ReLU that the term “ofd” needs."""

PUBLISHED = ("dim", "indexnet", "gca")
"""Families whose authors' weights can be imported; a test keeps them equal to `upstream.RULES`."""

LEAST_WIDTH, MOST_WIDTH = 0.05, 4
"""Times as wide as it is named that a network may be; sentences say these numbers."""

TERMS = ("batch", "spatial", "channel", "at", "fsp", "ofd", "hinton")
"""Names of the distillation terms; a test keeps them equal to `engine.distill.TERMS`."""


def require_name(name: str) -> NetworkName:
    """The entry called `name`; WeightsError names the known ones otherwise."""
    if name not in CATALOG:
        raise WeightsError(
            f"There is no network called “{name}”.",
            hint=f"Known networks: {', '.join(CATALOG)}.",
        )
    return CATALOG[name]


def require_stage(stage: str, known: Mapping[str, bool], *, with_norm: bool = False) -> None:
    """Raise RunError unless a network has the stage, and a norm at its end if that is needed.

    known: the network's stages by name, and whether they have one. with_norm: as the term “ofd”
    needs it.
    """
    if stage not in known:
        raise RunError(
            f"One of the two networks has no stage “{stage}”.",
            hint=f"Its stages are {', '.join(known)}.",
        )
    if with_norm and not known[stage]:
        raise RunError(
            f"“ofd” compares features before their ReLU, and the stage “{stage}” has none such.",
            hint="Choose another term, or the DIM pair, whose stages all have them.",
        )
