"""The report of a batch: a page with thumbnails, and a table for spreadsheets."""

import csv
import io
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote

from engine.batch.orders import Orders
from engine.batch.plan import Item
from engine.batch.state import Result
from engine.batch.work import strip_name
from engine.imaging.placing import write_whole

REPORT, TABLE = "report.html", "report.csv"

_COLUMNS = (
    *("image", "status", "width", "height", "unknown", "seconds"),
    *("trimap", "files", "message", "hint"),
)

_PAGE = Template("""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Gossamer: $title</title><style>
:root { color-scheme: light dark; }
body { font: 14px/1.45 system-ui, sans-serif; margin: 24px auto; max-width: 1180px;
  padding: 0 16px; background: Canvas; color: CanvasText; }
h1 { font-size: 20px; } table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid #8884; padding: 8px 10px 8px 0; vertical-align: top; }
img { display: block; max-width: 760px; border-radius: 4px; }
.failed { color: #c62828; } .faint { opacity: .7; }
</style></head><body><h1>$title</h1><p>$summary</p>
<p class="faint">From left to right: photograph, trimap, alpha, cut-out.</p>
<table>$rows</table></body></html>
""")


def write_report(orders: Orders, items: tuple[Item, ...], results: dict[str, Result]) -> None:
    """Write both beside the results; OutputError when that cannot be done."""
    write_whole(orders.output / REPORT, page(orders, items, results).encode("utf-8"))
    # with a mark at its head, by which spreadsheets know the encoding
    write_whole(orders.output / TABLE, table(items, results).encode("utf-8-sig"))


def page(orders: Orders, items: tuple[Item, ...], results: dict[str, Result]) -> str:
    """The page, in HTML."""
    done = [one for one in results.values() if one.status == "done"]
    failed, waiting = len(results) - len(done), len(items) - len(results)
    counts = [f"{len(done)} of {len(items)} pictures are done"]
    counts += [f"{failed} failed"] if failed else []
    counts += [f"{waiting} wait"] if waiting else []
    seconds = sum(one.seconds for one in done)
    pace = f" {seconds:.0f} s in all, {seconds / len(done):.2f} s each." if done else ""
    # what failed comes first: somebody must look at it
    rows = sorted(
        (item for item in items if item.name in results),
        key=lambda item: (results[item.name].status == "done", item.number),
    )
    return _PAGE.substitute(
        title=escape(f"Batch of {orders.images.resolve().name}"),
        summary=escape(f"{', '.join(counts)}; model {orders.model}.{pace}"),
        rows="\n".join(_row(item, results[item.name]) for item in rows),
    )


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


def _row(item: Item, result: Result) -> str:
    name = f"<b>{escape(item.name)}</b>"
    if result.status == "failed":
        told = f"{escape(result.message)}<br><span class='faint'>{escape(result.hint)}</span>"
        return f"<tr><td>{name}</td><td class='failed'>{told}</td></tr>"
    links = ", ".join(
        f"<a href='{quote(file)}'>{escape(Path(file).name)}</a>" for file in result.files
    )
    told = (
        f"{result.size[0]} × {result.size[1]}, {result.unknown:.1%} unknown,"
        f" {result.seconds:.2f} s; {_source(item, result)}"
    )
    if result.message:
        told = f"{escape(result.message)}<br>{told}"
    picture = f"<img loading='lazy' alt='' src='{quote(strip_name(item))}'>"
    first = f"{name}<br>{links}<br><span class='faint'>{told}</span>"
    return f"<tr><td>{first}</td><td>{picture}</td></tr>"


def _source(item: Item, result: Result) -> str:
    if result.is_proposed:
        return "proposed trimap"
    return "" if item.trimap is None else item.trimap.name


def _plain(text: str) -> str:
    """The text as no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
