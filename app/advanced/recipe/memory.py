"""What was set up last, for the next time."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app.advanced.recipe.known_folders import own_foregrounds
from app.paths import drafts_folder
from engine.errors import EngineError
from engine.training.spec import RunSpec

BUILT_IN = "gossamer:foregrounds"
"""Stands for the cut-outs that come along, wherever the program lies the next time."""


def recipe_file() -> Path:
    """Where it is kept; it need not exist yet."""
    return drafts_folder().with_name("recipe.json")


def remembered() -> RunSpec | None:
    """The run that was set up last; None before the first, or if it cannot be read any more."""
    try:
        return _with_folders(RunSpec.read(recipe_file()), _found)
    except EngineError:
        return None


def remember(spec: RunSpec) -> None:
    """Keep it; that it cannot be kept is no reason to bother anybody."""
    with suppress(OSError):
        recipe_file().parent.mkdir(parents=True, exist_ok=True)
        recipe_file().write_text(_with_folders(spec, _named).to_json(), encoding="utf-8")


def _with_folders(spec: RunSpec, each: Callable[[str], str]) -> RunSpec:
    """The spec with every folder of cut-outs called otherwise; those that are no more, left out."""
    names = (spec.foregrounds, *spec.more_foregrounds)
    first, *others = [*filter(None, map(each, names)), ""]
    return replace(spec, foregrounds=first, more_foregrounds=tuple(filter(None, others)))


def _named(folder: str) -> str:
    return BUILT_IN if folder and Path(folder) == own_foregrounds() else folder


def _found(name: str) -> str:
    """A folder; "" for the cut-outs that come along where none do, as in a package.

    Before they had a name of their own their path was kept, which a clone that moved took along.
    """
    own = own_foregrounds()
    was_own = Path(name).parts[-2:] == own.parts[-2:] and not Path(name).is_dir()
    if name != BUILT_IN and not was_own:
        return name
    return str(own) if own.is_dir() else ""
