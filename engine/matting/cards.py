"""The card beside a file of weights: what it is, what it was made from, how good it is."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields, replace

from engine.catalog import LEAST_WIDTH, MOST_WIDTH
from engine.errors import WeightsError


@dataclass(frozen=True)
class Source:
    """Something that the weights were trained on or started from, and its licence."""

    source: str
    licence: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """All that is known of one file of weights; one JSON object in a file.

    `name` is the entry's name in the library, `network` the architecture's in
    `engine.networks.NETWORKS` (the same, unless a person keeps several trainings of one network).
    `parameters` counts the deployed network. `pair` and `method` say which teacher and student were
    trained together and how. `metrics` maps a test's name to its number ("check/sad": 4.2).
    `width` is the factor of a narrowed network's widths (`engine.networks.narrow`).
    `sha256` is that of the weights file, `created` an ISO 8601 date or time. `run` is the name of
    the training run that delivered them, empty if that is not known.
    """

    name: str
    network: str = ""
    title: str
    parameters: int
    pair: str = ""
    method: str
    data: tuple[Source, ...]
    steps: int = 0
    minutes: float = 0
    metrics: Mapping[str, float] = field(default_factory=dict)
    intended_use: str
    limits: str
    licence: str
    sha256: str = ""
    created: str = ""
    width: float = 1
    run: str = ""

    def __post_init__(self) -> None:
        if not self.network:
            object.__setattr__(self, "network", self.name)

    def to_json(self) -> str:
        """The card as indented JSON, one field after the other."""
        return json.dumps(asdict(self), indent=2, ensure_ascii=False) + "\n"

    def with_file(self, sha256: str, created: str) -> "Card":
        """The same card for a file with this checksum; a date that is there already stays."""
        return replace(self, sha256=sha256, created=self.created or created)


def parse_card(text: str, where: str) -> Card:
    """The card in `text`; WeightsError names `where` and the first thing that is wrong.

    Fields that this version does not know are passed over, so that cards may grow.
    """
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _bad(where, "is no JSON") from error
    if not isinstance(given, dict):
        raise _bad(where, "is no JSON object")
    known = fields(Card)
    optional = {f.name for f in known if f.default is not MISSING or f.name == "metrics"}
    missing = [f.name for f in known if f.name not in given and f.name not in optional]
    if missing:
        raise _bad(where, f"lacks {', '.join(missing)}")
    values = {f.name: given[f.name] for f in known if f.name in given}
    strange = [name for name, value in values.items() if not isinstance(value, _kinds(name))]
    if not strange and not LEAST_WIDTH <= values.get("width", 1) <= MOST_WIDTH:
        strange.append("width")  # before a network is made that no memory holds
    if strange:
        raise _bad(where, f"has a strange value for {strange[0]}")
    try:
        values["data"] = tuple(Source(s["source"], s["licence"]) for s in values["data"])
        values["metrics"] = {str(k): float(v) for k, v in values.get("metrics", {}).items()}
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError) as error:
        raise _bad(where, "has strange data or metrics") from error
    return Card(**values)


def _kinds(name: str) -> tuple[type, ...]:
    """What a field of this name is in JSON."""
    if name in ("parameters", "steps"):
        return (int,)
    return {
        "minutes": (int, float),
        "width": (int, float),
        "data": (list,),
        "metrics": (dict,),
    }.get(name, (str,))


def _bad(where: str, fault: str) -> WeightsError:
    return WeightsError(
        f"The card {where} {fault}.",
        hint="Import the weights again, or remove the card and its weights file.",
    )
