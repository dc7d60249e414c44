"""Sentences of the engine, which knows no Qt, in the language of the window."""

from PySide6.QtCore import QCoreApplication


def engine_words(text: str) -> str:
    """A sentence of the engine as people read it."""
    return QCoreApplication.translate("Engine", text) if text else ""
