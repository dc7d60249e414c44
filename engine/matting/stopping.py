"""A calculation can be stopped from outside: it asks now and then, and the answer may raise."""

from collections.abc import Callable

Asked = Callable[[], object]


def go_on() -> None:
    """Nobody asks to stop."""
