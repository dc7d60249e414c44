"""What a batch is to do: folders, names, outputs; in JSON, so that it can be gone on with."""

import string
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from engine.catalog import DEFAULT
from engine.errors import BatchError
from engine.export.formats import suffixes, wish_for
from engine.export.kinds import Colours, Depth, What, Wish
from engine.mixing import Mixing, mixing_of
from engine.refine.refinement import Refinement, parse_refinement

Kind = Literal["alpha", "cutout", "trimap"]
KINDS: tuple[Kind, ...] = ("alpha", "cutout", "trimap")
"""What can be written of each picture; the trimap is the one that was used."""
_WHATS: dict[Kind, What] = {"alpha": What.ALPHA, "cutout": What.CUTOUT}
PLACES = ("stem", "name", "kind", "model", "number")
"""What a pattern of names may hold in braces."""


@dataclass(frozen=True, kw_only=True)
class Orders:
    """One batch.

    images: the folder of photographs, with those below it if `below`. trimaps: the folder of their
    trimaps, None for none. output: the folder of the results, which mirrors that of the images.
    pattern: the name of a result: {stem} and {name} are the photograph's without and with its
    ending, {kind} is alpha, cutout or trimap, {model} the model's, {number} counts from 1. Empty
    for `{stem}.png`, or `{stem}-{kind}.png` where several kinds are written. Its ending says the
    format; what that cannot hold (PSD and WebP no alpha, none but PNG a trimap) becomes a PNG.
    depth, colours: as `engine.export` has them; None for the usual ones of the format.
    mixing: what the photographs are, as in `engine.mixing`; refinement: what is done to each alpha.
    propose: make a proposal where a photograph has no trimap, with a band `band` times as wide.
    """

    images: Path
    trimaps: Path | None
    output: Path
    model: str = DEFAULT
    device: str = "auto"
    mixing: Mixing = "photograph"
    kinds: tuple[Kind, ...] = ("alpha",)
    pattern: str = ""
    depth: Depth | None = None
    colours: Colours | None = None
    refinement: Refinement = field(default_factory=Refinement)
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
        for kind in self.kinds:
            self.wish(kind)

    @property
    def names(self) -> str:
        """The pattern that names follow."""
        if self.pattern:
            return self.pattern
        return "{stem}.png" if len(self.kinds) == 1 else "{stem}-{kind}.png"

    def wish(self, kind: Kind) -> Wish | None:
        """How files of a kind are written; None for trimaps. OutputError where that cannot be."""
        what = _WHATS.get(kind)
        if what is None:
            return None
        path = Path(f"{kind}{ending_of(self.names, kind)}")
        return wish_for(path, what, self.depth, self.colours if what is What.CUTOUT else None)

    def as_json(self) -> dict[str, Any]:
        """The orders as JSON has them; folders absolute."""
        folders = {
            "images": str(self.images.absolute()),
            "trimaps": None if self.trimaps is None else str(self.trimaps.absolute()),
            "output": str(self.output.absolute()),
        }
        others = {"kinds": list(self.kinds), "refinement": self.refinement.to_dict()}
        return asdict(self) | folders | others


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
    endings = suffixes(What.CUTOUT)
    if Path(names).suffix.lower() not in endings:
        raise BatchError(
            f"“{names}” is no pattern for names of pictures.",
            hint=f"Let it end in one of: {' '.join(endings)}.",
        )


def ending_of(names: str, kind: Kind) -> str:
    """How files of a kind end: as the pattern does, or .png where that format cannot hold them."""
    ending, what = Path(names).suffix, _WHATS.get(kind)
    return ending if what is not None and ending.lower() in suffixes(what) else ".png"


def result_name(names: str, kind: Kind, **words: str) -> str:
    """What a result is called; words: for the places in the pattern. BatchError for no pattern."""
    require_pattern(names)
    name = Path(names.format(**words, kind=kind))
    return f"{name.with_suffix(ending_of(names, kind))}"


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
            mixing=mixing_of(given.get("mixing", "composite")),  # before there was a choice
            kinds=tuple(given["kinds"]),
            pattern=str(given["pattern"]),
            depth=Depth(given["depth"]) if given["depth"] else None,
            colours=Colours(given["colours"]) if given["colours"] else None,
            refinement=parse_refinement(given["refinement"]),
            propose=bool(given["propose"]),
            band=float(given["band"]),
            below=bool(given["below"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError) as error:
        raise BatchError(
            "The orders of this batch are damaged.", hint="Begin it anew in another folder."
        ) from error
