"""Sentences of the engine, which knows no Qt, in the language of the window.

The engine says them in English. Here they are recognised by the list that comes with the
translations, and what was put into them is put into the translated sentence. What is not on the
list, such as the words of training and of the command line, stays as it is.
"""

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from engine.resources import resources_folder


def engine_words(text: str) -> str:
    """A sentence of the engine as people read it."""
    for pattern, template in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            said = QCoreApplication.translate
            parts = [said("Engine", part) for part in found.groups()]
            return said("Engine", template).format(*parts)
    return text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences, those that leave least open first."""
    path = resources_folder() / "translations" / "engine.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    lines.sort(key=lambda line: len(re.sub(r"\{\d\}", "", line)), reverse=True)
    return tuple((_pattern(line), line) for line in lines if line)


def _pattern(template: str) -> re.Pattern[str]:
    fixed = re.split(r"\{\d\}", template)
    return re.compile("(.+)".join(map(re.escape, fixed)), re.DOTALL)
