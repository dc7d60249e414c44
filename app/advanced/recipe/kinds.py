"""What a folder was found to hold, in the language of the window."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.data.layouts import ALPHAS, COLOURS

KINDS: dict[str, object] = {
    "Composition-1k": QT_TRANSLATE_NOOP(
        "Recipe", "Composition-1k: in “Training_set”, folders that each hold “fg” and “alpha”"
    ),
    "alphamatting.com": QT_TRANSLATE_NOOP(
        "Recipe", "alphamatting.com: photographs and their true alphas, in two folders"
    ),
    "pairs": QT_TRANSLATE_NOOP(
        "Recipe", "Pairs: colours ({0}) and alphas ({1}) of the same names, in two folders"
    ),
    "files with alpha": QT_TRANSLATE_NOOP(
        "Recipe", "PNG, WebP or TIFF files with an alpha channel"
    ),
    "photographs": QT_TRANSLATE_NOOP("Recipe", "Photographs"),
}
"""By the layouts of the engine, which says them in English to the command line."""


def kind_words(kind: str) -> str:
    """The kind of a Report, as people read it."""
    words = KINDS.get(kind.partition(" (")[0])
    if words is None:
        return kind
    said = QCoreApplication.translate("Recipe", str(words))
    return said.format(", ".join(COLOURS), ", ".join(ALPHAS))
