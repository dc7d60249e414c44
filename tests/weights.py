"""Weights in the library, for tests that do not care what their card says."""

from engine.matting import library
from engine.matting.cards import Card


def card(name, **changes):
    """A card of that name, and of the network of that name unless another one is given."""
    words = {"title": name, "method": "none", "intended_use": "", "limits": "", "licence": "MIT"}
    return Card(**{"name": name, "parameters": 0, "data": (), **words, **changes})


def put_narrow_teacher(folder):
    """Put “mine” into the library, which a narrower student can learn from; by way of `folder`."""
    import torch

    from engine.matting.weights import save_weights
    from engine.networks import create

    torch.manual_seed(3)
    save_weights(folder / "weights", create("dim-teacher", 0.1), half=False)
    library.add(folder / "weights", card("mine", network="dim-teacher", width=0.1))
