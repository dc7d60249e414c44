"""How values are read that were written down in an earlier run: a typed front of QSettings.

A class that is `Stored` says in one line what it keeps: key, default and limits.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Self, TypeVar, overload

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T")


class Stored:
    """Has a store; each of its settings reads with a default, and writes at once."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings()


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One value, as an attribute of a class that is `Stored`.

    parse: makes a value of what the store gives back, an ini file texts, a registry other kinds as
    well; None for what is not one, which counts as absent. pack: makes of a value what is stored.
    """

    key: str
    default: T
    parse: Callable[[object], T | None]
    pack: Callable[[T], object] = lambda value: value

    @overload
    def __get__(self, owner: None, kind: type[Stored]) -> Self: ...
    @overload
    def __get__(self, owner: Stored, kind: type[Stored]) -> T: ...
    def __get__(self, owner: Stored | None, kind: type[Stored]) -> Self | T:
        return self if owner is None else self.read(owner._store)

    def __set__(self, owner: Stored, value: T) -> None:
        self.write(owner._store, value)

    def read(self, store: QSettings) -> T:
        """The value in a store, or the default."""
        stored = store.value(self.key)
        value = None if stored is None else self.parse(stored)
        return self.default if value is None else value

    def write(self, store: QSettings, value: T) -> None:
        """Keep the value in a store."""
        store.setValue(self.key, self.pack(value))


def text(key: str, default: str = "") -> Setting[str]:
    """Any text."""
    return Setting(key, default, lambda value: value if isinstance(value, str) else None)


def one_of(key: str, *values: T) -> Setting[T]:
    """One of a few texts, the first unless another was chosen."""
    return Setting(key, values[0], lambda value: next((v for v in values if v == value), None))


def words(key: str) -> Setting[frozenset[str]]:
    """A set of words, none to begin with."""
    return Setting(
        key,
        frozenset(),
        lambda value: frozenset(value.split()) if isinstance(value, str) else None,
        lambda value: " ".join(sorted(value)),
    )


def flag(key: str, *, default: bool) -> Setting[bool]:
    """Yes or no."""
    return Setting(key, default, lambda value: str(value).lower() == "true")


def number(
    key: str, default: float, least: float = -math.inf, most: float = math.inf
) -> Setting[float]:
    """A number; one beyond its limits is brought back to them."""
    return Setting(key, default, lambda value: _within(value, least, most))


def whole(key: str, default: int, least: int, most: int) -> Setting[int]:
    """A whole number; one beyond its limits is brought back to them."""

    def parse(value: object) -> int | None:
        found = _within(value, least, most)
        return None if found is None else round(found)

    return Setting(key, default, parse)


def raw(key: str) -> Setting[QByteArray]:
    """Bytes that Qt makes and understands; none to begin with."""
    return Setting(
        key, QByteArray(), lambda value: value if isinstance(value, QByteArray) else None
    )


def texts(key: str) -> Setting[tuple[str, ...]]:
    """Texts in their order, none of them empty; none to begin with."""

    def parse(value: object) -> tuple[str, ...] | None:
        found = [value] if isinstance(value, str) else value  # as an ini file gives one back
        return tuple(each for each in found if each) if isinstance(found, list) else None

    return Setting(key, (), parse, list)


def _within(value: object, least: float, most: float) -> float | None:
    try:
        found = float(str(value))
    except ValueError:
        return None
    return min(most, max(least, found)) if math.isfinite(found) else None
