"""What a run computes with: device, precision, memory layout, and the other processes."""

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from engine.matting import devices
from engine.training.processes import ALONE, Processes
from engine.training.spec import RunSpec

PRECISIONS = {
    "float32": torch.float32,
    "bfloat16": torch.bfloat16,
    "float16": torch.float16,
}


@dataclass(frozen=True)
class Machine:
    """One process's share of the hardware. precision: of the forward pass; the rest is float32."""

    device: torch.device
    precision: torch.dtype = torch.float32
    processes: Processes = ALONE

    @property
    def layout(self) -> torch.memory_format:
        """Channels last, but for Metal, which converts them back at every layer."""
        return torch.contiguous_format if self.device.type == "mps" else torch.channels_last

    @property
    def precision_name(self) -> str:
        """Of its precision, as in `PRECISIONS`."""
        return str(self.precision).removeprefix("torch.")

    def autocast(self) -> torch.autocast:
        """The context of a forward pass."""
        narrow = self.precision != torch.float32
        dtype = self.precision if narrow else None
        return torch.autocast(self.device.type, dtype, enabled=narrow)

    def scaler(self) -> torch.amp.GradScaler:
        """Keeps float16 gradients from vanishing; does nothing for other precisions."""
        return torch.amp.GradScaler(self.device.type, enabled=self.precision == torch.float16)

    def placed(self, module: nn.Module) -> nn.Module:
        """`module` itself, on the device and in its layout."""
        return module.to(self.device).to(memory_format=self.layout)  # type: ignore[call-overload, no-any-return]

    def prepared(self, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """The batch in float32 on the device, pictures in its layout."""
        return {name: self._prepared(tensor) for name, tensor in batch.items()}

    def _prepared(self, tensor: Tensor) -> Tensor:
        there = tensor.to(self.device, non_blocking=True).float()
        return there.contiguous(memory_format=self.layout) if there.ndim == 4 else there


def chosen(spec: RunSpec, processes: Processes = ALONE) -> Machine:
    """The machine that `spec` asks for; DeviceError for a device that is not there."""
    device = devices.chosen(spec.device)
    if device.type == "cuda":
        device = torch.device("cuda", processes.local)
    precision = _native(device) if spec.precision == "auto" else PRECISIONS[spec.precision]
    return Machine(device, precision, processes)


def _native(device: torch.device) -> torch.dtype:
    """The narrowest precision that the device computes in itself, rather than emulating it."""
    if device.type == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported(False) else torch.float16
    if device.type == "cpu" and torch.cpu._is_avx512_bf16_supported():
        return torch.bfloat16
    return torch.float32
