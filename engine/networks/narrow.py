"""Narrower (or wider) relatives of a network: the same layers, every inner width times a factor.

For studies and first tries: a quarter of the width costs a sixteenth of the multiply-adds.
"""

from dataclasses import replace

from engine.networks.dim import DimWidths
from engine.networks.gca import GcaWidths
from engine.networks.guided import Widths as GuidedWidths
from engine.networks.indexnet import IndexNetWidths

LEAST = 4
"""Channels that every layer keeps."""


def narrow_dim(widths: DimWidths, factor: float) -> DimWidths:
    """The last decoder width is the alpha itself and stays 1."""
    encoder = tuple(_times(stage, factor) for stage in widths.encoder)
    return DimWidths(encoder, (*_times(widths.decoder[:-1], factor), widths.decoder[-1]))


def narrow_indexnet(widths: IndexNetWidths, factor: float) -> IndexNetWidths:
    """Everything scales, the inner width of the ASPP too."""
    inner, after = _times(widths.context, factor)
    return IndexNetWidths(
        _times(widths.trunk, factor), (inner, after), _times(widths.decoder, factor)
    )


def narrow_gca(widths: GcaWidths, factor: float) -> GcaWidths:
    """Everything scales."""
    stem, encoder = _times(widths.stem, factor), _times(widths.encoder, factor)
    guidance, decoder = _times(widths.guidance, factor), _times(widths.decoder, factor)
    a, b, c = stem
    d, e, f, g = encoder
    h, i, j = guidance
    k, m, n, o = decoder
    return GcaWidths((a, b, c), (d, e, f, g), (h, i, j), (k, m, n, o))


def narrow_guided(widths: GuidedWidths, factor: float) -> GuidedWidths:
    """The depth stays."""
    a, b, c, d = _times(widths.context, factor)
    local, handed = _times((widths.local, widths.handed), factor)
    return replace(widths, context=(a, b, c, d), local=local, handed=handed)


def _times(widths: tuple[int, ...], factor: float) -> tuple[int, ...]:
    """Rounded to an even number."""
    return tuple(max(LEAST, 2 * round(width * factor / 2)) for width in widths)
