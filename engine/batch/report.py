"""The report of a batch: a page with thumbnails, and a table for spreadsheets."""

import csv
import io

from engine.batch.orders import Orders
from engine.batch.page import Voice, page
from engine.batch.plan import Item
from engine.batch.state import Result
from engine.imaging.placing import write_whole

REPORT, TABLE = "report.html", "report.csv"

_COLUMNS = (
    *("image", "status", "width", "height", "unknown", "seconds"),
    *("trimap", "files", "message", "hint"),
)


def write_report(
    orders: Orders, items: tuple[Item, ...], results: dict[str, Result], voice: Voice
) -> None:
    """Write both beside the results; OutputError when that cannot be done."""
    write_whole(orders.output / REPORT, page(orders, items, results, voice).encode("utf-8"))
    # with a mark at its head, by which spreadsheets know the encoding
    write_whole(orders.output / TABLE, table(items, results).encode("utf-8-sig"))


def table(items: tuple[Item, ...], results: dict[str, Result]) -> str:
    """The table, as CSV; a line for each picture."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for item in items:
        result = results.get(item.name)
        if result is None:
            writer.writerow([_plain(item.name), "waiting", *[""] * (len(_COLUMNS) - 2)])
            continue
        cells = (
            *(item.name, result.status, *result.size, result.unknown, result.seconds),
            *(_source(item, result), " ".join(result.files), result.message, result.hint),
        )
        writer.writerow([_plain(cell) if isinstance(cell, str) else cell for cell in cells])
    return text.getvalue()


def _source(item: Item, result: Result) -> str:
    if result.is_proposed:
        return "proposed trimap"
    return "" if item.trimap is None else item.trimap.name


def _plain(text: str) -> str:
    """The text as no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
