"""What a field of a run's spec may hold; what it may not is told in words."""

import json
from collections.abc import Collection
from types import NoneType
from typing import Any

from engine.errors import RunError

_TOO_LARGE = 2**31

KINDS: dict[object, tuple[tuple[type, ...], str]] = {
    str: ((str,), "a text"),
    str | None: ((str, NoneType), "a text or null"),
    int: ((int,), f"a whole number below {_TOO_LARGE}"),
    int | None: ((int, NoneType), f"a whole number below {_TOO_LARGE}, or null"),
    float: ((int, float), f"a number below {_TOO_LARGE}"),
}
"""What JSON gives for a field of each type, and how people call it."""


def require_kind(name: str, value: Any, kinds: tuple[type, ...], called: str) -> None:
    """Raise RunError unless `value` is one of `kinds`; true and false are no numbers."""
    fits = isinstance(value, kinds) and not isinstance(value, bool)
    if isinstance(value, int | float):
        fits = fits and abs(value) < _TOO_LARGE  # so no NaN either
    if not fits:
        raise RunError(
            f"“{name}” is {json.dumps(value, default=str)}.", hint=f"It must be {called}."
        )


def require_choice(name: str, value: str, choices: Collection[str]) -> None:
    """Raise RunError unless `value` is one of `choices`."""
    if value not in choices:
        raise RunError(
            f"There is no {name} “{value}”.", hint=f"Choose one of: {', '.join(choices)}."
        )


def require_share(name: str, value: float) -> None:
    """Raise RunError unless `value` lies in [0, 1]."""
    if not 0 <= value <= 1:
        raise RunError(f"“{name}” is {value}.", hint="It is a share, from 0 to 1.")


def names(field: str, given: Any) -> tuple[str, ...]:
    """A list of texts, checked."""
    if not isinstance(given, list | tuple) or not all(isinstance(name, str) for name in given):
        raise RunError(
            f"“{field}” is {json.dumps(given, ensure_ascii=False, default=str)}.",
            hint="It is a list of names.",
        )
    return tuple(given)


def records(field: str, given: Any, keys: tuple[str, str], each: str) -> tuple[dict[str, str], ...]:
    """A list of objects that have `keys` with texts, checked; each: what one stands for."""
    if not isinstance(given, list | tuple) or not all(_is_record(item, keys) for item in given):
        one = ", ".join(f'"{key}": …' for key in keys)
        raise RunError(
            f"“{field}” is {json.dumps(given, ensure_ascii=False, default=str)}.",
            hint=f"It is a list of {{{one}}}, one for each {each}.",
        )
    return tuple(given)


def _is_record(item: Any, keys: tuple[str, str]) -> bool:
    return (
        isinstance(item, dict)
        and set(item) == set(keys)
        and all(isinstance(word, str) and word.strip() for word in item.values())
    )
