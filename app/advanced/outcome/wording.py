"""A trial and what it measured, in words, and as pictures to look at."""

from PySide6.QtCore import QCoreApplication

from app.advanced.outcome.plate import Shot
from app.advanced.outcome.tables import change_words
from app.numbers import number, wide
from engine.matting.cards import Card
from engine.promotion.comparison import CHECK, Comparison, Row
from engine.promotion.trial import Trial


def about(trial: Trial) -> str:
    """What is compared with what."""
    translate = QCoreApplication.translate
    new = translate("Promotion", "New: {0}.").format(card_words(trial.candidate.card))
    if trial.current is None:
        return new
    return (
        new + "\n" + translate("Promotion", "In use: {0}.").format(card_words(trial.current.card))
    )


def card_words(card: Card) -> str:
    """Weights in one line."""
    return " · ".join(filter(None, (wide(card.title, card.width), card_origin(card))))


def card_origin(card: Card) -> str:
    """The run, how long it learnt, and when; as far as that is known."""
    translate = QCoreApplication.translate
    parts = []
    if card.run:
        parts.append(translate("Promotion", "run “{0}”").format(card.run))
    if card.steps:
        parts.append(translate("Promotion", "{0} steps").format(number(card.steps)))
    if card.created:
        parts.append(card.created[:10])
    return " · ".join(parts)


def shots(found: Comparison) -> list[tuple[Shot, str]]:
    """The pictures with both answers and the truth, those that became worse most first."""
    rows = sorted(found.rows, key=_growth, reverse=True)
    return [(_shot(row), _remark(row)) for row in rows if row.alphas[0] is not None]


def _growth(row: Row) -> float:
    return row.new.errors["sad"] - (row.old.errors["sad"] if row.old is not None else 0.0)


def _shot(row: Row) -> Shot:
    translate = QCoreApplication.translate
    widths = {
        "narrow": translate("Promotion", "narrow"),
        "medium": translate("Promotion", "medium"),
        "wide": translate("Promotion", "wide"),
    }
    parts = [row.case.name, widths.get(row.width, row.width)]
    if row.key != CHECK:
        parts.append(translate("Promotion", "own"))
    new, old = row.alphas
    sides = (
        (translate("Promotion", "In use"), old),
        (translate("Promotion", "New"), new),
        (translate("Promotion", "Truth"), row.case.alpha),
    )
    alphas = tuple((title, path) for title, path in sides if path is not None)
    return Shot(" · ".join(filter(None, parts)), row.case.image, alphas)


def _remark(row: Row) -> str:
    if row.old is None:
        return f"SAD {number(row.new.errors['sad'], 2)}"
    before, after = (number(score.errors["sad"], 2) for score in (row.old, row.new))
    return f"SAD {before} → {after}  {change_words(row.change('sad'))}"
