"""What weights to start from are made of: others of the same family, and the card that says so."""

from dataclasses import replace

from torch import nn

from engine.catalog import CATALOG, require_name
from engine.errors import WeightsError
from engine.matting.cards import Card
from engine.matting.library import find, located
from engine.matting.weights import load_network
from engine.networks import parameter_counts


def origin(weights: str, name: str, how: str) -> tuple[nn.Module, Card]:
    """The network of `weights`, and its card, for the network `name` to be `how` (“cut from”) it.

    weights: a name in the library, or a .safetensors file with its card. WeightsError if they are
    of another family than `name`.
    """
    require_name(name)
    known, where = located(weights)
    card = find(known, where).card
    if CATALOG[card.network].family != CATALOG[name].family:
        raise WeightsError(
            f"“{name}” cannot be {how} “{weights}”, which is another network"
            f" ({CATALOG[card.network].title}).",
            hint="Name weights of its own family.",
        )
    return load_network(known, where=where), card


def start_card(before: Card, name: str, width: float, *, how: str, limits: str) -> Card:
    """The card of the network `name`, its widths times `width`, `how` (“cut from”) another.

    before: the card of that one.
    """
    return replace(
        before,
        name=name,
        network=name,
        title=CATALOG[name].title,
        parameters=parameter_counts(name, width)["deployed"],
        method=f"{how} “{before.name}” ({before.method}), not trained since",
        steps=0,
        minutes=0,
        metrics={},
        limits=limits,
        sha256="",
        created="",
        width=width,
        run="",
    )


def fits_into(narrow: nn.Module, wide: nn.Module) -> bool:
    """Whether `wide` has every tensor of `narrow`, each at least as large in all dimensions."""
    large = wide.state_dict()
    return all(
        key in large
        and all(mine <= other for mine, other in zip(small.shape, large[key].shape, strict=True))
        for key, small in narrow.state_dict().items()
    )
