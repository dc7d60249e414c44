"""Which keys act: those to begin with, unless the person has chosen others."""

from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from app.settings import Settings

Keys = tuple[str, ...]
_BARE = {"Alt": Qt.Key.Key_Alt, "Meta": Qt.Key.Key_Meta}
"""Keys that Qt knows only as modifiers of others, and that can be held by themselves."""


class KeyMap(QObject):
    """Keys by the names of actions and gestures; none is ever that of two."""

    changed = Signal()

    def __init__(
        self, first: Mapping[str, Keys], settings: Settings, parent: QObject | None = None
    ) -> None:
        """first: the keys to begin with, as portable text ("Ctrl+Shift+O")."""
        super().__init__(parent)
        self._first = {name: tuple(map(portable, keys)) for name, keys in first.items()}
        self._settings = settings
        self._keys = dict(self._first)
        for name, keys in settings.keys.items():
            if name in self._keys:
                self._keys[name] = keys
        self._drop_doubles()

    def keys(self, name: str) -> Keys:
        """The keys of an action or gesture, the main one first."""
        return self._keys[name]

    def is_first(self, name: str) -> bool:
        """Whether it has the keys that it began with."""
        return self._keys[name] == self._first[name]

    def holder(self, key: str, besides: str = "") -> str | None:
        """Whose key it is, not counting `besides`; None when it is free."""
        wanted = portable(key)
        names = (name for name, keys in self._keys.items() if wanted in keys)
        return next((name for name in names if name != besides), None)

    def give(self, name: str, keys: Keys) -> None:
        """Let it have these keys and no others; whoever had one of them loses it."""
        wanted = tuple(dict.fromkeys(portable(key) for key in keys if key))
        self._take_away(set(wanted), name)
        self._keys[name] = wanted
        self._save()

    def takes_back(self, name: str) -> list[str]:
        """Who would lose keys if this one had those again that it began with."""
        holders = [self.holder(key, name) for key in self._first[name]]
        return list(dict.fromkeys(holder for holder in holders if holder is not None))

    def reset(self, name: str) -> None:
        """Back to the keys that it began with; whoever has one of them loses it."""
        self.give(name, self._first[name])

    def reset_all(self) -> None:
        """Everything as it began."""
        self._keys = dict(self._first)
        self._save()

    def _take_away(self, wanted: set[str], besides: str) -> None:
        for name, keys in self._keys.items():
            if name != besides and wanted.intersection(keys):
                self._keys[name] = tuple(key for key in keys if key not in wanted)

    def _drop_doubles(self) -> None:
        """A newer program may begin with a key that the person has given to something else."""
        chosen = {key for name in self._keys if not self.is_first(name) for key in self._keys[name]}
        for name in self._keys:
            if self.is_first(name):
                self._keys[name] = tuple(key for key in self._keys[name] if key not in chosen)

    def _save(self) -> None:
        self._settings.keys = {
            name: keys for name, keys in self._keys.items() if not self.is_first(name)
        }
        self.changed.emit()


def portable(key: str) -> str:
    """The one way to write a key in files and tables."""
    if key in _BARE:
        return key
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def native(key: str) -> str:
    """A key as people on this system read it."""
    if key in _BARE:
        return key
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def held_key(key: str) -> int:
    """Qt's number of a key that is held by itself."""
    if key in _BARE:
        return _BARE[key].value
    pressed = combination(key)
    return pressed.key().value if pressed else 0


def combination(key: str) -> QKeyCombination | None:
    """What is pressed for a key, with its modifiers; None for no key."""
    sequence = QKeySequence(key)
    if sequence.isEmpty():
        return None
    first: QKeyCombination = sequence[0]  # type: ignore[index]
    return first
