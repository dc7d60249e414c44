"""The orders of the last batch, so that a form begins with them, also after a crash."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from engine.batch.orders import Orders, orders_from
from engine.errors import EngineError


@dataclass(frozen=True)
class Remembered:
    """The orders, and whether their batch had not come to an end."""

    orders: Orders
    is_unfinished: bool


def remember(path: Path, orders: Orders, *, unfinished: bool) -> None:
    """Keep the orders in a file; where that cannot be written they are forgotten."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        given = {"unfinished": unfinished, "orders": orders.as_json()}
        path.write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")


def remembered(path: Path) -> Remembered | None:
    """The orders in a file; None when there are none that make sense."""
    with suppress(OSError, ValueError, EngineError, TypeError, KeyError, RecursionError):
        given = json.loads(path.read_text(encoding="utf-8"))
        return Remembered(orders_from(given["orders"]), given["unfinished"] is True)
    return None
