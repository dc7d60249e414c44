"""Errors told to a person: a sentence with a remedy, and everything else in the log."""

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from app.paths import log_file
from app.words import engine_words
from engine.errors import EngineError

_LOG = logging.getLogger("gossamer")


class Tone(Enum):
    """How much a message matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Message:
    """What happened, in one sentence, and what to do about it, in another."""

    tone: Tone
    sentence: str
    hint: str = ""

    @property
    def words(self) -> str:
        """Both in one line."""
        return f"{self.sentence} {self.hint}".strip()


def explain(error: BaseException) -> Message:
    """The message for an error; what is no EngineError is a bug, which is also logged."""
    if isinstance(error, EngineError):
        return Message(Tone.ERROR, engine_words(error.message), engine_words(error.hint))
    if isinstance(error, MemoryError):
        return Message(
            Tone.ERROR,
            QCoreApplication.translate("Messages", "There is not enough memory for that."),
            QCoreApplication.translate(
                "Messages", "Close other programs, or take a smaller picture."
            ),
        )
    _LOG.error("unexpected", exc_info=(type(error), error, error.__traceback__))
    return Message(
        Tone.ERROR,
        QCoreApplication.translate("Messages", "Something went wrong that should not: {0}").format(
            f"{type(error).__name__}: {error}".rstrip(": ")
        ),
        QCoreApplication.translate(
            "Messages", "Your picture is untouched. Details are in {0}"
        ).format(log_file()),
    )


def crashed() -> Message:
    """What to say when the last start ended in a crash."""
    return Message(
        Tone.WARNING,
        QCoreApplication.translate("Messages", "Gossamer ended in a crash the last time."),
        QCoreApplication.translate(
            "Messages", "“About Gossamer” in the Help menu copies what helps to find out why."
        ),
    )


def catch_unexpected(tell: Callable[[Message], None]) -> None:
    """Log what nobody caught, with its traceback, and tell the person instead of dying silently."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            tell(explain(error.with_traceback(trace)))

    sys.excepthook = hook
