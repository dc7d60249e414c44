"""Whether a matte fits into memory: refused in words before it begins, never killed by the system.

Memory is asked of `psutil`: Python's own library knows it on no system but some.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

from engine.arrays import Trimap
from engine.catalog import CATALOG
from engine.errors import RoomError
from engine.matting.cards import Card
from engine.matting.estimates import (
    Setting,
    estimate,
    fits,
    free_bytes,
    load_rates,
    work_of,
)
from engine.trimap.codes import unknown_of


def require_room(card: Card, device: str, trimap: Trimap) -> None:
    """RoomError, with a remedy, for a matte that memory cannot hold by what was measured before.

    Without measurements, or for another device than the processor, nothing is refused.
    """
    setting = Setting(card.name, card.sha256, device, torch.get_num_threads())
    rates = load_rates(setting) if device == "cpu" else None
    if rates is None:
        return
    known = CATALOG[card.network]
    work = work_of(unknown_of(trimap), guided=known.family == "guided")
    # the network is loaded already
    needed, free = estimate(rates, work).bytes - round(rates.bytes[0]), free_bytes()
    if not fits(needed, free):
        raise RoomError(
            f"This matte needs about {_gigabytes(needed)} of memory, and {_gigabytes(free)} are"
            " free.",
            hint=_remedy(known.role == "teacher"),
        )


@contextmanager
def short_memory_told() -> Iterator[None]:
    """RoomError in place of what torch raises when memory runs out on the way."""
    try:
        yield
    except torch.OutOfMemoryError as error:
        raise RoomError(
            "The graphics card has too little free memory for this matte.",
            hint="Choose the processor as the device, a student, or a smaller picture.",
        ) from error
    except RuntimeError as error:
        if "allocate memory" not in str(error):
            raise
        raise RoomError(
            "There is too little free memory for this matte.", hint=_remedy(False)
        ) from error


def _remedy(is_teacher: bool) -> str:
    if is_teacher:
        return "Choose a student, close other programs, or take a smaller picture."
    return "Close other programs, take a smaller picture, or make less of the trimap unknown."


def _gigabytes(count: int) -> str:
    return f"{max(count, 0) / 1e9:.1f} GB"
