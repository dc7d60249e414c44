"""Sentences of the engine, which knows no Qt, in the language of the window.

The engine says them in English. Here they are recognised by the list that comes with the
translations, and what was put into them is put into the translated sentence. What is not on the
list, such as the words of training and of the command line, stays as it is.
"""

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from app.numbers import number
from engine.resources import resources_folder

_DECIMAL = re.compile(r"(\d+\.(\d+))(| GB)")


def engine_words(text: str) -> str:
    """A sentence of the engine as people read it."""
    for pattern, template in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            said = QCoreApplication.translate
            parts = [_number(said("Engine", part)) for part in found.groups()]
            return said("Engine", template).format(*parts)
    return text


def _number(part: str) -> str:
    """With the decimal sign of the language, if it is a number with decimals; else as it is."""
    found = _DECIMAL.fullmatch(part)
    return number(float(found[1]), len(found[2])) + found[3] if found else part


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
