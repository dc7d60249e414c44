"""What was set up last, for the next time."""

from contextlib import suppress
from pathlib import Path

from app.paths import drafts_folder
from engine.errors import EngineError
from engine.training.spec import RunSpec


def recipe_file() -> Path:
    """Where it is kept; it need not exist yet."""
    return drafts_folder().with_name("recipe.json")


def remembered() -> RunSpec | None:
    """The run that was set up last; None before the first, or if it cannot be read any more."""
    try:
        return RunSpec.read(recipe_file())
    except EngineError:
        return None


def remember(spec: RunSpec) -> None:
    """Keep it; that it cannot be kept is no reason to bother anybody."""
    with suppress(OSError):
        recipe_file().parent.mkdir(parents=True, exist_ok=True)
        recipe_file().write_text(spec.to_json(), encoding="utf-8")
