"""Which device a network runs on: chosen by the person or by what is there, never in silence."""

import torch

from engine.errors import DeviceError


def chosen(name: str) -> torch.device:
    """The device called `name`; "auto" takes CUDA, else Apple's Metal, else the processor.

    DeviceError for a device that this machine does not have, or a name that is no device.
    """
    there = available()
    if name == "auto":
        return torch.device(there[0])
    if name not in there:
        raise DeviceError(
            f"This machine has no device “{name}” that can be used.",
            hint=f"Choose one of: auto, {', '.join(there)}.",
        )
    return torch.device(name)


def available() -> tuple[str, ...]:
    """Names of the devices that can be used now, the fastest first; "cpu" always."""
    found = []
    if torch.cuda.is_available():
        found.append("cuda")
    if torch.backends.mps.is_available():
        found.append("mps")
    return (*found, "cpu")
