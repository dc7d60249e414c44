"""A run's events for TensorBoard, in `RUN/tensorboard/`, where tensorboard is installed."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import cv2

from engine.training.events import Event, Finished, Previewed, Started, StepDone, Validated

FOLDER = "tensorboard"


def listener(run: Path) -> Callable[[Event], None] | None:
    """What passes events on to TensorBoard; None where it is not installed."""
    try:
        from torch.utils.tensorboard import SummaryWriter
    except ImportError:
        return None
    board = _Board(run, SummaryWriter)
    return board.heard


class _Board:
    def __init__(self, run: Path, writer: Callable[..., Any]) -> None:
        self._run, self._opened = run, writer
        self._writer: Any = None

    def heard(self, event: Event) -> None:
        match event:
            case Started():  # what a killed run told of later steps is hidden
                self._writer = self._opened(self._run / FOLDER, purge_step=event.step + 1)
            case StepDone():
                for name, loss in event.losses.items():
                    self._writer.add_scalar(f"loss/{name}", loss, event.step)
                self._writer.add_scalar("rate", event.rate, event.step)
            case Validated():
                for name, value in event.metrics.items():
                    self._writer.add_scalar(f"validation/{name}", value, event.step)
            case Previewed():
                self._show(event)
            case Finished():
                self._writer.close()
        if self._writer is not None:
            with suppress(OSError):
                self._writer.flush()

    def _show(self, event: Previewed) -> None:
        for name in event.files:
            alpha = cv2.imread(str(self._run / name), cv2.IMREAD_GRAYSCALE)
            number = Path(name).stem.rpartition("-")[2]
            if alpha is not None:
                self._writer.add_image(f"preview/{number}", alpha, event.step, dataformats="HW")
