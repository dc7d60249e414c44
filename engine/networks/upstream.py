"""The published checkpoints' names for weights, and ours."""

import re
from collections.abc import Mapping

from torch import Tensor

from engine.errors import WeightsError

_PARALLEL = "module."
"""What torch's DataParallel puts before every name."""

_DIM = (
    (r"^(up\d)\.conv\.cbr_unit\.0\.", r"\1.conv."),
    (r"^(up\d)\.conv\.cbr_unit\.1\.", r"\1.norm."),
    (r"\.cbr_unit\.0\.", ".conv."),
    (r"\.cbr_unit\.1\.", ".norm."),
)

RULES: dict[str, tuple[tuple[str, str], ...]] = {"dim-teacher": _DIM, "dim-student": _DIM}
"""By network: (pattern, replacement) pairs, applied in turn."""


def translated(name: str, state_dict: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The published state dict under our names; names that no rule knows stay as they are.

    WeightsError if no checkpoint of the network `name` has been published.
    """
    if name not in RULES:
        raise WeightsError(
            f"There are no published checkpoints of {name} to import.",
            hint=f"Published checkpoints can be imported as {', '.join(RULES)}.",
        )
    return {_renamed(key, RULES[name]): tensor for key, tensor in state_dict.items()}


def _renamed(key: str, rules: tuple[tuple[str, str], ...]) -> str:
    key = key.removeprefix(_PARALLEL)
    for pattern, replacement in rules:
        key = re.sub(pattern, replacement, key)
    return key
