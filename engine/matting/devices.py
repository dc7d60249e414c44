"""Which device a network runs on: chosen by the person or by what is there, never in silence."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import torch

from engine.errors import DeviceError

NAMES = ("cuda", "mps", "cpu")
"""Every device that there may be, the fastest first."""

_USUAL = torch.get_num_threads()


@dataclass(frozen=True)
class Device:
    """A device: its name, what it is called by its maker, and why it cannot be used, if so."""

    name: str
    model: str = ""
    reason: str = ""


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
    return tuple(device.name for device in known() if not device.reason)


def known() -> tuple[Device, ...]:
    """Every device by `NAMES`, those that cannot be used with the reason."""
    return (_cuda(), _mps(), Device("cpu"))


def use_threads(count: int) -> None:
    """Let the processor's work be shared by so many threads, 1 or more."""
    torch.set_num_threads(max(count, 1))


def usual_threads() -> int:
    """How many threads there are as long as nobody asks for another number."""
    return _USUAL


def threads() -> int:
    """How many threads share the processor's work."""
    return torch.get_num_threads()


def _cuda() -> Device:
    if torch.cuda.is_available():
        return Device("cuda", torch.cuda.get_device_name(0))
    if torch.version.cuda is not None:
        return Device("cuda", reason="No NVIDIA GPU with a working driver was found.")
    if _has_nvidia_driver():
        return Device("cuda", reason="There is an NVIDIA GPU, but this PyTorch is without CUDA.")
    return Device("cuda", reason="No NVIDIA GPU was found, and this PyTorch is without CUDA.")


def _has_nvidia_driver() -> bool:
    return Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None


def _mps() -> Device:
    if torch.backends.mps.is_available():
        return Device("mps")
    return Device("mps", reason="Only Macs with a processor by Apple have it.")
