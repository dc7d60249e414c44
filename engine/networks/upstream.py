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

_GCA = (
    (r"\.module\.weight_bar$", ".weight"),
    (r"\.module\.weight_([uv])$", r".\1"),
    (r"\.gca\.guidance_conv\.", ".attention.guide."),
    (r"\.gca\.W\.0\.", ".attention.merge.conv."),
    (r"\.gca\.W\.1\.", ".attention.merge.norm."),
    (r"\.guidance_head\.1\.", ".guidance.1.conv."),
    (r"\.guidance_head\.3\.", ".guidance.1.norm."),
    (r"\.guidance_head\.5\.", ".guidance.3.conv."),
    (r"\.guidance_head\.7\.", ".guidance.3.norm."),
    (r"\.guidance_head\.9\.", ".guidance.5.conv."),
    (r"\.guidance_head\.11\.", ".guidance.5.norm."),
    (r"\.shortcut\.(\d)\.0\.", r".shortcuts.\1.0.conv."),
    (r"\.shortcut\.(\d)\.2\.", r".shortcuts.\1.0.norm."),
    (r"\.shortcut\.(\d)\.3\.", r".shortcuts.\1.1.conv."),
    (r"\.shortcut\.(\d)\.5\.", r".shortcuts.\1.1.norm."),
    (r"\.(?:down|up)sample\.1\.", ".skip.conv."),
    (r"\.(?:down|up)sample\.2\.", ".skip.norm."),
    (r"\.layer_bottleneck\.", ".layer4."),
    (r"^encoder\.conv(\d)\.", r"encoder.stem\1.conv."),
    (r"^encoder\.bn(\d)\.", r"encoder.stem\1.norm."),
    (r"^decoder\.conv1\.", "decoder.head.conv."),
    (r"^decoder\.bn1\.", "decoder.head.norm."),
    (r"^decoder\.conv2\.", "decoder.alpha."),
    (r"\.bn(\d)\.", r".norm\1."),
)

RULES: dict[str, tuple[tuple[str, str], ...]] = {
    "dim-teacher": _DIM,
    "dim-student": _DIM,
    "gca-teacher": _GCA,
    "gca-student": _GCA,
}
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
