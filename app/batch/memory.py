"""The orders of the last batch, so that a form begins with them, also after a crash."""

import json
from contextlib import suppress
from pathlib import Path

from engine.batch.orders import Orders, orders_from
from engine.errors import EngineError


def remember(path: Path, orders: Orders) -> None:
    """Keep the orders in a file; where that cannot be written they are forgotten."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(orders.as_json(), ensure_ascii=False), encoding="utf-8")


def remembered(path: Path) -> Orders | None:
    """The orders in a file; None when there are none that make sense."""
    with suppress(OSError, ValueError, EngineError):
        given = json.loads(path.read_text(encoding="utf-8"))
        return orders_from(given) if isinstance(given, dict) else None
    return None
