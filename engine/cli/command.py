"""What a command is, and how a mistake in its arguments is told."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from engine.errors import EngineError

DONE, WRONG_INPUT, STOPPED = 0, 2, 130
"""Exit codes."""


@dataclass(frozen=True)
class Command:
    """One command: a line for the overview, its arguments, its work (answers the exit code)."""

    summary: str
    declare: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


class UsageError(EngineError):
    """The arguments make no sense together."""


class Parser(ArgumentParser):
    """A parser whose complaints are EngineErrors, like all others."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError instead of printing the usage and leaving."""
        sentence = message[:1].upper() + message[1:].rstrip(".") + "."
        raise UsageError(sentence, hint=f"“{self.prog} --help” shows what can be said.")
