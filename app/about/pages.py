"""What the pages of the about dialog say, as rich text."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication

import engine
from app.about.diagnostics import version_of
from app.about.libraries import LIBRARIES, installed_extras
from app.numbers import number
from engine.catalog import CATALOG, DEFAULT
from engine.errors import WeightsError
from engine.matting.cards import Card, parse_card
from engine.matting.library import entries
from engine.resources import models_folder, resources_folder

_PROPOSER = "u2netp.json"
"""The card of a network that is no entry of the library."""


def program_page(log: Path) -> str:
    """What this is, and what to do when something goes wrong."""
    translate = QCoreApplication.translate
    said = (
        translate("About", "A photograph and a painted trimap become an alpha matte."),
        translate("About", "Nothing leaves this machine: no picture, no report, no count."),
        translate(
            "About",
            "When something goes wrong, it is written to a log on this machine. Copy the"
            " diagnostics to tell somebody about it: versions, devices, and the end of the log.",
        ),
    )
    parts = "".join(f"<p>{escape(text)}</p>" for text in said)
    return f"<h2>Gossamer {escape(engine.__version__)}</h2>{parts}<p>{escape(str(log))}</p>"


def models_page() -> str:
    """The cards of all models that are there."""
    order = {name: index for index, name in enumerate(dict.fromkeys((DEFAULT, *CATALOG)))}
    cards = sorted(
        (entry.card for entry in entries()), key=lambda card: order.get(card.name, len(order))
    )
    try:
        path = models_folder() / _PROPOSER
        cards.append(parse_card(path.read_text(encoding="utf-8"), str(path)))
    except (OSError, WeightsError):  # a clone without it proposes nothing
        pass
    return "<hr>".join(map(_card, cards))


def licences_page() -> str:
    """The program's own licence, those of what it is built on, and their texts."""
    translate = QCoreApplication.translate
    rows = "".join(
        f"<tr><td>{escape(library.title)}&nbsp;&nbsp;</td><td>{_version(library.distribution)}"
        f"&nbsp;&nbsp;</td><td>{library.licence}&nbsp;&nbsp;</td><td>{library.home}</td></tr>"
        for library in (*LIBRARIES, *installed_extras())
    )
    texts = "".join(
        f"<h3>{path.stem}</h3><pre style='white-space: pre-wrap'>{_text(path)}</pre>"
        for path in sorted((resources_folder() / "licences").glob("*.txt"), reverse=True)
    )
    own = escape(translate("About", "Gossamer is free software under the MIT licence."))
    built = escape(translate("About", "It is built on:"))
    return f"<p>{own}</p><p>{built}</p><table>{rows}</table>{texts}"


def _card(card: Card) -> str:
    translate = QCoreApplication.translate
    sources = "\n".join(f"{one.source}: {one.licence}" for one in card.data)
    lines = [
        (translate("About", "Parameters"), number(card.parameters)),
        (translate("About", "Licence"), card.licence),
        (translate("About", "Meant for"), card.intended_use),
        (translate("About", "Limits"), card.limits),
        (translate("About", "Made by"), card.method),
        (translate("About", "Made from"), sources),
        ("SHA-256", card.sha256),
    ]
    said = "".join(
        f"<p><b>{escape(name)}</b><br>{escape(text).replace(chr(10), '<br>')}</p>"
        for name, text in lines
        if text
    )
    return f"<h3>{escape(card.title)}</h3>{said}"


def _text(path: Path) -> str:
    return escape(path.read_text(encoding="utf-8"))


def _version(distribution: str) -> str:
    return escape(version_of(distribution)) if distribution else ""
