"""Runs that are known to make sense: three lengths, and the rows of the paper's table.

A preset says only what it is about; everything else of a spec stays as it is.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engine.training.spec import RunSpec

COMPOSITES = 43_100
"""Training pictures of Composition-1k: 431 foregrounds over 100 backgrounds each."""
EPOCHS = 30

LENGTHS: Mapping[str, Mapping[str, Any]] = {
    "ten-minutes": {
        "width": 0.25,
        "minutes": 10.0,
        "steps": None,
        "batch": 8,
        "accumulate": 1,
        "crop": 128,
        "rate": 3e-3,
        "warm_up": 20,
        "weight_decay": 1e-4,
        "laplacian": 0.5,
        "procedural": 0.25,
        "average": 0.98,
        "report_every": 5,
        "validate_every": 50,
        "save_every": 50,
        "preview_composites": 2,
    },
    "overnight": {
        "width": 1.0,
        "minutes": 480.0,
        "steps": None,
        "batch": 16,
        "accumulate": 1,
        "crop": 256,
        "rate": 5e-4,
        "warm_up": 200,
        "weight_decay": 1e-4,
        "laplacian": 0.5,
        "procedural": 0.25,
        "average": 0.999,
        "report_every": 20,
        "validate_every": 250,
        "save_every": 250,
        "preview_composites": 3,
    },
    "paper": {
        "network": "dim-student",
        "width": 1.0,
        "minutes": 60.0,
        "steps": COMPOSITES * EPOCHS // 16,
        "batch": 16,
        "accumulate": 1,
        "crop": 320,
        "rate": 1e-2,
        "warm_up": 200,
        "weight_decay": 0.0,
        "laplacian": 0.0,
        "procedural": 0.0,
        "average": 0.999,
        "w1": 0.5,
        "w2": 1.0,
        "terms": ("spatial", "channel"),
        "stages": None,
        "report_every": 50,
        "validate_every": 1000,
        "save_every": 1000,
        "preview_composites": 3,
    },
}
"""By name. The paper's is SPKD's: its released code trains for 30 epochs of Composition-1k, 16
crops of 320 pixels a step, Adam at 0.01 without decay, one loss of alphas beside similarities."""

_TEN = ("at", "fsp", "ofd", "batch", "spatial", "channel")

ROWS: Mapping[str, Mapping[str, Any]] = {
    "plain": {"w1": 0.0, "w2": 0.0, "terms": ()},
    "hinton": {"w1": 0.5, "w2": 1.0, "terms": ("hinton",)},
    **{name: {"w1": 0.5, "w2": 1.0, "terms": (name,)} for name in _TEN},
    "spatial+channel": {"w1": 0.5, "w2": 1.0, "terms": ("spatial", "channel")},
    "batch+spatial+channel": {"w1": 0.5, "w2": 1.0, "terms": ("batch", "spatial", "channel")},
}
"""The ten rows of the paper's comparison, by name; those of `engine.distill.method.PUBLISHED`, told
without torch. A student of the row “plain” learns from targets alone."""

LAYERS: Mapping[str, tuple[str, ...]] = {
    "conv2-5": ("conv2", "conv3", "conv4", "conv5"),
    "conv3-5 + dconv5": ("conv3", "conv4", "conv5", "dconv5"),
    "conv4-5 + dconv5-4": ("conv4", "conv5", "dconv5", "dconv4"),
    "conv5 + dconv5-3": ("conv5", "dconv5", "dconv4", "dconv3"),
}
"""The four choices of stages that the paper compares; as `LAYER_CHOICES` there."""

DEFAULT = "ten-minutes"


def with_preset(spec: RunSpec, preset: Mapping[str, Any]) -> RunSpec:
    """The spec as the preset has it; RunError if the two cannot be had together."""
    return replace(spec, **preset)


def row_of(spec: RunSpec) -> str | None:
    """The row of the paper's table that the spec's method is; None for one of one's own."""
    if spec.teacher is None:
        return "plain"
    return next((name for name, row in ROWS.items() if _has(spec, row)), None)


def length_of(spec: RunSpec) -> str | None:
    """The preset that the spec has all of; None for one of one's own."""
    return next((name for name, changes in LENGTHS.items() if _has(spec, changes)), None)


def name_of(spec: RunSpec) -> str:
    """What a run is called by itself: student, width, and how it learns."""
    width = "" if spec.width == 1 else f"-{spec.width:g}"
    how = "plain" if spec.teacher is None else "+".join(spec.terms) or "alphas"
    return f"{spec.network}{width}-{how}"


def _has(spec: RunSpec, changes: Mapping[str, Any]) -> bool:
    return all(getattr(spec, name) == value for name, value in changes.items())
