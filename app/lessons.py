"""Hints for the first time: each is given until its deed was done once."""

from app.settings import Settings

PAINT, MATTE = "paint", "matte"
"""The deeds: a stroke on the trimap, and a finished matte."""


class Lessons:
    """Remembers which deeds were done."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def words(self, deed: str, text: str) -> str:
        """The hint for a deed; nothing once it was done."""
        return "" if deed in self._settings.learnt else text

    def learn(self, deed: str) -> None:
        """It was done."""
        if deed not in self._settings.learnt:
            self._settings.learnt = self._settings.learnt | {deed}

    def forget(self) -> None:
        """Give all hints again."""
        self._settings.learnt = frozenset()
