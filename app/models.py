"""Which models can be offered: those of the catalogue first, in its order, then a person's own."""

from dataclasses import dataclass

from engine.catalog import CATALOG, DEFAULT
from engine.matting.library import entries


@dataclass(frozen=True)
class Model:
    """A model as it is offered: its name in the library, and how people call it."""

    name: str
    title: str
    follows: bool = False
    """Whether its matte can keep up with a trimap that is being painted."""
    parameters: int = 0
    """Of the network as it is deployed."""


def installed() -> list[Model]:
    """The models that have weights; none in a clone without any."""
    order = {name: index for index, name in enumerate(CATALOG)}
    cards = sorted(
        (entry.card for entry in entries()),
        key=lambda card: (order.get(card.name, len(order)), card.name),
    )
    return [Model(card.name, card.title, _follows(card.network), card.parameters) for card in cards]


def first_choice(models: list[Model], remembered: str) -> str:
    """The model to begin with: the one used last, else the default, else any that is there."""
    names = [model.name for model in models]
    for name in (remembered, DEFAULT, *names):
        if name in names:
            return name
    return DEFAULT


def title_of(models: list[Model], name: str) -> str:
    """How people call a model."""
    titles = {model.name: model.title for model in models}
    return titles.get(name, CATALOG[name].title if name in CATALOG else name)


def can_follow(models: list[Model], name: str) -> bool:
    """Whether a model's matte can keep up; of one that is not there, what the catalogue says."""
    known = {model.name: model.follows for model in models}
    return known.get(name, _follows(name))


def _follows(network: str) -> bool:
    return network in CATALOG and CATALOG[network].family == "guided"
