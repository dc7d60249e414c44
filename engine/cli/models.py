"""`gossamer-cli models`: the networks, and which of them have weights."""

import json
from argparse import ArgumentParser, Namespace
from typing import Any

from engine.catalog import CATALOG
from engine.cli.command import Command
from engine.matting import library
from engine.matting.library import WeightsEntry


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--json", action="store_true", help="tell it as JSON")


def run(arguments: Namespace) -> int:
    """Print the networks: a line each, or the list that the JSON contract gives."""
    rows = _rows()
    if arguments.json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        print("\n".join(_line(row) for row in rows))
    return 0


def _rows() -> list[dict[str, Any]]:
    """Every network of the catalogue, then further trainings of one that the library holds."""
    entries = {entry.card.name: entry for entry in library.entries()}
    further = [entry for name, entry in entries.items() if name not in CATALOG]
    rows = [_row(name, name, entries.get(name)) for name in CATALOG]
    return rows + [
        _row(entry.card.name, entry.card.network, entry)
        for entry in further
        if entry.card.network in CATALOG
    ]


def _row(name: str, network: str, entry: WeightsEntry | None) -> dict[str, Any]:
    # Only here: importing torch takes seconds, and a mistyped command should not cost them.
    from engine.networks import parameter_counts

    known = CATALOG[network]
    weights = None
    if entry is not None:
        card = entry.card
        weights = {"path": str(entry.path), "sha256": card.sha256, "licence": card.licence}
    return {
        "name": name,
        "family": known.family,
        "role": known.role,
        "parameters": parameter_counts(network),
        "weights": weights,
    }


def _line(row: dict[str, Any]) -> str:
    state = "ready" if row["weights"] else "no weights yet"
    return f"{row['name']:<18} {row['role']:<8} {row['parameters']['deployed']:>12,}  {state}"


COMMAND = Command("List the networks and their weights.", declare, run)
