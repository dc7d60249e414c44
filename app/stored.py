"""How values are read that were written down in an earlier run: a typed front of QSettings."""

from PySide6.QtCore import QSettings


class Stored:
    """Reads with defaults and writes at once; values of the wrong kind count as absent."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings()

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def _flag(self, key: str, *, default: bool) -> bool:
        # an ini file gives back texts, a registry booleans
        return str(self._store.value(key, default)).lower() == "true"

    def _number(self, key: str, default: float) -> float:
        try:
            return float(str(self._store.value(key, default)))
        except ValueError:
            return default
