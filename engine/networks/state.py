"""Filling a network with a state dict, all of it or not at all."""

from collections.abc import Iterable, Mapping

from torch import Tensor, nn

from engine.errors import WeightsError

_SHOWN = 3


def load_exactly(network: nn.Module, state: Mapping[str, Tensor], *, of: str) -> None:
    """Copy `state` into `network`, converting to the network's own dtype and device.

    WeightsError, with `of` as the network's name, if a key is missing, left over, or holds another
    shape; the network is untouched then. A missing `num_batches_tracked` is no fault: older
    checkpoints do not have it and evaluation does not read it.
    """
    wanted = network.state_dict()
    counters = {key for key in wanted if key.endswith("num_batches_tracked")}
    missing = [key for key in wanted if key not in state and key not in counters]
    unexpected = [key for key in state if key not in wanted]
    reshaped = [
        f"{key} {tuple(state[key].shape)} instead of {tuple(tensor.shape)}"
        for key, tensor in wanted.items()
        if key in state and state[key].shape != tensor.shape
    ]
    faults = [
        f"{what}: {_listed(keys)}"
        for what, keys in (
            ("missing", missing),
            ("unexpected", unexpected),
            ("of another shape", reshaped),
        )
        if keys
    ]
    if faults:
        raise WeightsError(
            f"These weights do not belong to {of} ({'; '.join(faults)}).",
            hint="Choose the network that they were trained for, or another file.",
        )
    network.load_state_dict({**wanted, **state})


def _listed(keys: Iterable[str]) -> str:
    keys = list(keys)
    more = f" and {len(keys) - _SHOWN} more" if len(keys) > _SHOWN else ""
    return ", ".join(keys[:_SHOWN]) + more
