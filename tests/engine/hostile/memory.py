"""How much memory a piece of work took at its highest, by what Linux counts; elsewhere nothing."""

from contextlib import suppress
from pathlib import Path

_STATUS, _CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")
_ALWAYS, _PER_PIXEL, _PER_BYTE = 120_000_000, 32, 64


class Peak:
    """Begins to look when it is made."""

    def __init__(self) -> None:
        with suppress(OSError):
            _CLEAR.write_text("5")  # from now on the highest is counted anew
        self._before = _kilobytes("VmRSS")

    def grown(self) -> int:
        """Bytes by which the highest since then lies above what there was."""
        return (_kilobytes("VmHWM") - self._before) * 1024


def allowed(pixels: int, size: int) -> int:
    """Bytes that a file of `size` may take that gave so many pixels (-1: it was refused)."""
    return _ALWAYS + _PER_PIXEL * max(0, pixels) + _PER_BYTE * size


def _kilobytes(name: str) -> int:
    with suppress(OSError):
        for line in _STATUS.read_text().splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1])
    return 0
