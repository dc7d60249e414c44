"""What a batch is to do: folders, names, outputs; in JSON, so that it can be gone on with."""

import string
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from engine.catalog import DEFAULT
from engine.errors import BatchError

Kind = Literal["alpha", "cutout", "trimap"]
KINDS: tuple[Kind, ...] = ("alpha", "cutout", "trimap")
"""What can be written of each picture; the trimap is the one that was used."""
PLACES = ("stem", "name", "kind", "model", "number")
"""What a pattern of names may hold in braces."""


@dataclass(frozen=True, kw_only=True)
class Orders:
    """One batch.

    images: the folder of photographs, with those below it if `below`. trimaps: the folder of their
    trimaps, None for none. output: the folder of the results, which mirrors that of the images.
    pattern: the name of a result: {stem} and {name} are the photograph's without and with its
    ending, {kind} is alpha, cutout or trimap, {model} the model's, {number} counts from 1. Empty
    for `{stem}.png`, or `{stem}-{kind}.png` where several kinds are written.
    propose: make a proposal where a photograph has no trimap, with a band `band` times as wide.
    """

    images: Path
    trimaps: Path | None
    output: Path
    model: str = DEFAULT
    device: str = "auto"
    kinds: tuple[Kind, ...] = ("alpha",)
    pattern: str = ""
    bits: Literal[8, 16] = 8
    propose: bool = False
    band: float = 1.0
    below: bool = False

    def __post_init__(self) -> None:
        """Raise BatchError for orders that make no sense, TrimapError for such a band."""
        if not self.kinds or not set(self.kinds) <= set(KINDS):
            raise BatchError(
                "Nothing is to be written that is known.", hint=f"Choose from {', '.join(KINDS)}."
            )
        if self.trimaps is None and not self.propose:
            raise BatchError(
                "The photographs have no trimaps.",
                hint="Name a folder of trimaps, or let proposals be made.",
            )
        from engine.proposals.proposal import require_width  # not at the window's start

        require_width(self.band)
        require_pattern(self.names)

    @property
    def names(self) -> str:
        """The pattern that names follow."""
        if self.pattern:
            return self.pattern
        return "{stem}.png" if len(self.kinds) == 1 else "{stem}-{kind}.png"

    def as_json(self) -> dict[str, Any]:
        """The orders as JSON has them; folders absolute."""
        folders = {
            "images": str(self.images.absolute()),
            "trimaps": None if self.trimaps is None else str(self.trimaps.absolute()),
            "output": str(self.output.absolute()),
        }
        return asdict(self) | folders | {"kinds": list(self.kinds)}


def require_pattern(names: str) -> None:
    """Raise BatchError unless results can be called so."""
    hint = f"Use letters, and in braces only {', '.join(PLACES)}."
    try:
        parsed = list(string.Formatter().parse(names))
    except ValueError as error:
        raise BatchError(f"“{names}” is no pattern for names ({error}).", hint=hint) from error
    plain = all(not spec and not conversion for _, _, spec, conversion in parsed)
    fields = [name for _, name, _, _ in parsed if name is not None]
    if not plain or not set(fields) <= set(PLACES) or any(c in names for c in "/\\:\0"):
        raise BatchError(f"“{names}” is no pattern for names.", hint=hint)
    if not names.lower().endswith(".png"):
        raise BatchError(
            f"“{names}” is no pattern for names of PNG files.", hint="Let it end in .png."
        )


def orders_from(given: dict[str, Any]) -> Orders:
    """The orders in a JSON object; BatchError for anything else."""
    try:
        trimaps = given["trimaps"]
        return Orders(
            images=Path(given["images"]),
            trimaps=None if trimaps is None else Path(trimaps),
            output=Path(given["output"]),
            model=str(given["model"]),
            device=str(given["device"]),
            kinds=tuple(given["kinds"]),
            pattern=str(given["pattern"]),
            bits=16 if given["bits"] == 16 else 8,
            propose=bool(given["propose"]),
            band=float(given["band"]),
            below=bool(given["below"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BatchError(
            "The orders of this batch are damaged.", hint="Begin it anew in another folder."
        ) from error
