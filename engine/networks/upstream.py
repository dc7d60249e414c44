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

_INDEXNET = (
    (r"^layer0\.0\.", "layer0.conv."),
    (r"^layer0\.1\.", "layer0.norm."),
    (r"^layer1\.0\.conv\.0\.", "layer1.0.filter.conv."),
    (r"^layer1\.0\.conv\.1\.", "layer1.0.filter.norm."),
    (r"^layer1\.0\.conv\.3\.", "layer1.0.project.conv."),
    (r"^layer1\.0\.conv\.4\.", "layer1.0.project.norm."),
    (r"^(layer\d\.\d)\.conv\.0\.", r"\1.expand.conv."),
    (r"^(layer\d\.\d)\.conv\.1\.", r"\1.expand.norm."),
    (r"^(layer\d\.\d)\.conv\.3\.", r"\1.filter.conv."),
    (r"^(layer\d\.\d)\.conv\.4\.", r"\1.filter.norm."),
    (r"^(layer\d\.\d)\.conv\.6\.", r"\1.project.conv."),
    (r"^(layer\d\.\d)\.conv\.7\.", r"\1.project.norm."),
    (r"^index(\d)\.indexnet1\.", r"pool\1.corners.0."),
    (r"^index(\d)\.indexnet2\.", r"pool\1.corners.1."),
    (r"^index(\d)\.indexnet3\.", r"pool\1.corners.2."),
    (r"^index(\d)\.indexnet4\.", r"pool\1.corners.3."),
    (r"^dconv_pp\.aspp1\.atrous_conv\.0\.", "aspp.point.conv."),
    (r"^dconv_pp\.aspp1\.atrous_conv\.1\.", "aspp.point.norm."),
    (r"^dconv_pp\.aspp2\.", "aspp.dilated.0."),
    (r"^dconv_pp\.aspp3\.", "aspp.dilated.1."),
    (r"^dconv_pp\.aspp4\.", "aspp.dilated.2."),
    (r"\.atrous_conv\.0\.", ".0.conv."),
    (r"\.atrous_conv\.1\.", ".0.norm."),
    (r"\.atrous_conv\.3\.", ".1.conv."),
    (r"\.atrous_conv\.4\.", ".1.norm."),
    (r"^dconv_pp\.global_avg_pool\.1\.", "aspp.whole.conv."),
    (r"^dconv_pp\.global_avg_pool\.2\.", "aspp.whole.norm."),
    (r"^dconv_pp\.bottleneck_conv\.0\.", "aspp.join.conv."),
    (r"^dconv_pp\.bottleneck_conv\.1\.", "aspp.join.norm."),
    (r"^decoder_layer(\d)\.dconv\.0\.", r"up\1.conv."),
    (r"^decoder_layer(\d)\.dconv\.1\.", r"up\1.norm."),
    (r"^pred\.0\.0\.", "alpha.0.conv."),
    (r"^pred\.0\.1\.", "alpha.0.norm."),
    (r"^pred\.1\.", "alpha.1."),
)

RULES: dict[str, tuple[tuple[str, str], ...]] = {
    "dim-teacher": _DIM,
    "dim-student": _DIM,
    "indexnet-teacher": _INDEXNET,
    "indexnet-student": _INDEXNET,
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
