"""Which part of the recipe a sentence of the engine is about, so that it stands beside it."""

import re

_PLACES = (
    ("method", r"term “|“terms”|“w1”|“w2”|“ofd”"),
    ("layers", r"“stages”|no stage “"),
    ("pair", r"“width”|“network”|“start”|“teacher”|take different inputs|There are no weights"),
    ("data", r"folder|foreground|“procedural”|“data”|accepted matte"),
    ("machine", r"crop|batch|Batch|“minutes”|“steps”|“rate”|“threads”|“workers”|“accumulate”"),
)
"""In this order: a sentence about a term may well name the batch."""


def place_of(message: str) -> str:
    """The chapter that a sentence belongs to; "machine", which has the most fields, if unsure."""
    return next((place for place, words in _PLACES if re.search(words, message)), "machine")
