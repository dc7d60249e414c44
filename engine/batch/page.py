"""The page of a batch's report: HTML of one file, light or dark as the reader's system is."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote

from engine.batch.orders import Orders
from engine.batch.plan import Item
from engine.batch.state import Result
from engine.batch.strips import strip_size
from engine.batch.work import strip_name


@dataclass(frozen=True)
class Voice:
    """The language of a report, by its code, and what says an English sentence in it."""

    language: str = "en"
    say: Callable[[str], str] = str


ENGLISH = Voice()

_PAGE = Template("""<!doctype html>
<html lang="$language"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>$title – Gossamer</title>
<style>
:root { color-scheme: light dark; --page: #f4f4f5; --card: #ffffff; --ink: #1c1c1f;
  --faint: #62626b; --line: #dedee3; --bad: #b3261e; --bad-page: #fdf0ef; --link: #0b57d0; }
@media (prefers-color-scheme: dark) { :root { --page: #19191b; --card: #232326; --ink: #ececef;
  --faint: #a0a0aa; --line: #38383d; --bad: #ff8a80; --bad-page: #35201f; --link: #8ab4f8; } }
* { box-sizing: border-box; }
body { font: 14px/1.5 system-ui, sans-serif; margin: 0; background: var(--page);
  color: var(--ink); font-variant-numeric: tabular-nums; }
main { max-width: 1240px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 16px; margin: 32px 0 10px; }
p { margin: 0; } a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
.faint { color: var(--faint); } .number { text-align: right; white-space: nowrap; }
.totals { display: flex; flex-wrap: wrap; gap: 10px; margin: 20px 0 0; padding: 0; }
.totals div { background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  padding: 10px 16px; min-width: 120px; }
.totals dt { color: var(--faint); font-size: 12px; }
.totals dd { margin: 0; font-size: 22px; font-weight: 600; }
.totals .bad dd { color: var(--bad); }
.failure { background: var(--bad-page); border-left: 4px solid var(--bad); border-radius: 6px;
  padding: 10px 14px; margin: 0 0 8px; overflow-wrap: anywhere; }
.failure h3 { font-size: 14px; margin: 0; } .failure .why { color: var(--bad); }
.sheet { background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th { font-size: 12px; font-weight: 600; color: var(--faint); text-align: left; }
th, td { padding: 10px 14px; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; } th.number { text-align: right; } tfoot td { font-weight: 600; }
td.name { overflow-wrap: anywhere; min-width: 180px; }
img { display: block; height: auto; max-width: min(100%, 720px); border-radius: 3px; }
@media (max-width: 760px) { thead { display: none; } table, tbody, tfoot { display: block; }
  tr { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; }
  td.name { min-width: 0; }
  td:nth-child(2) { grid-area: 2 / 1 / 3 / 4; padding-top: 0; border-top: 0; } }
@media print { body { background: none; } .sheet { border: 0; } tr { break-inside: avoid; } }
</style></head>
<body><main>
<h1>$title</h1>
<p class="faint">$about</p>
<dl class="totals">$totals</dl>
$failures$done</main></body></html>
""")


def page(orders: Orders, items: tuple[Item, ...], results: dict[str, Result], voice: Voice) -> str:
    """The page; what failed comes first, with its remedy: somebody must look at it."""
    say = voice.say
    there = [(item, results[item.name]) for item in items if item.name in results]
    failed = [pair for pair in there if pair[1].status == "failed"]
    done = [pair for pair in there if pair[1].status == "done"]
    about = say(f"Model {orders.model}.")
    return _PAGE.substitute(
        language=escape(voice.language),
        title=escape(say(f"Batch of {orders.images.resolve().name}")),
        about=escape(f"{about} {orders.output.resolve()}"),
        totals=_totals(len(items), len(failed), done, say),
        failures=_failures(failed, say),
        done=_table(done, say),
    )


def _totals(
    count: int, failed: int, done: list[tuple[Item, Result]], say: Callable[[str], str]
) -> str:
    seconds = sum(result.seconds for _, result in done)
    cells = [(say("Done"), f"{len(done)} / {count}", "")]
    cells += [(say("Failed"), str(failed), " class='bad'")] if failed else []
    waiting = count - failed - len(done)
    cells += [(say("Not begun"), str(waiting), "")] if waiting else []
    if done:
        cells.append((say("In all"), say(_time(seconds)), ""))
        cells.append((say("Each picture"), say(_time(seconds / len(done))), ""))
    return "".join(
        f"<div{kind}><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value, kind in cells
    )


def _failures(failed: list[tuple[Item, Result]], say: Callable[[str], str]) -> str:
    if not failed:
        return ""
    told = "\n".join(
        f"<article class='failure'><h3>{escape(item.name)}</h3>"
        f"<p class='why'>{escape(say(result.message))}</p>"
        f"<p>{escape(say(result.hint))}</p></article>"
        for item, result in failed
    )
    return f"<section><h2>{escape(say('What failed'))}</h2>\n{told}\n</section>\n"


def _table(done: list[tuple[Item, Result]], say: Callable[[str], str]) -> str:
    if not done:
        return ""
    heads = [
        *((say("Picture"), ""), (say("Photograph, trimap, alpha and cut-out"), "")),
        *((say("Unknown"), " class='number'"), (say("Time"), " class='number'")),
    ]
    head = "".join(f"<th scope='col'{kind}>{escape(name)}</th>" for name, kind in heads)
    rows = "\n".join(_row(item, result, say) for item, result in done)
    seconds = sum(result.seconds for _, result in done)
    pixels = sum(result.size[0] * result.size[1] for _, result in done) / 1e6
    share = sum(result.unknown for _, result in done) / len(done)
    foot = (
        f"<tr><td>{escape(say(f'{len(done)} pictures'))}</td>"
        f"<td>{escape(say(f'{pixels:.1f} megapixels'))}</td>"
        f"<td class='number'>{escape(say(_percent(share)))}</td>"
        f"<td class='number'>{escape(say(_time(seconds)))}</td></tr>"
    )
    return (
        f"<section><h2>{escape(say('What is done'))}</h2>\n<div class='sheet'><table>"
        f"<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody>\n"
        f"<tfoot>{foot}</tfoot></table></div></section>\n"
    )


def _row(item: Item, result: Result, say: Callable[[str], str]) -> str:
    links = ", ".join(
        f"<a href='{quote(file)}'>{escape(Path(file).name)}</a>" for file in result.files
    )
    width, height = result.size
    across, down = strip_size(width, height) if width and height else (1, 1)
    facts = [f"{width} × {height}"]
    facts += [say("Its trimap is a proposal.")] if result.is_proposed else []
    facts += [say(result.message)] if result.message else []
    picture = (
        f"<img loading='lazy' alt='{escape(item.name)}' src='{quote(strip_name(item))}'"
        f" width='{-(-across // 2)}' height='{-(-down // 2)}'>"
    )
    return (
        f"<tr><td class='name'><b>{escape(item.name)}</b><br>{links}"
        f"<br><span class='faint'>{'<br>'.join(map(escape, facts))}</span></td><td>{picture}</td>"
        f"<td class='number'>{escape(say(_percent(result.unknown)))}</td>"
        f"<td class='number'>{escape(say(_time(result.seconds)))}</td></tr>"
    )


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _time(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.1f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"
