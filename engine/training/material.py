"""What a run learns from, and what it keeps apart to be measured on."""

from pathlib import Path

from engine.data.composition import Sources
from engine.data.foregrounds import background_files, foreground_files, held_out
from engine.training.spec import RunSpec


def sources(spec: RunSpec) -> tuple[Sources, Sources]:
    """To learn from, and kept apart; DataError for folders that are missing or empty."""
    folders = [folder for folder in (spec.foregrounds, *spec.more_foregrounds) if folder]
    foregrounds = tuple(file for folder in folders for file in foreground_files(Path(folder)))
    backgrounds = background_files(Path(spec.backgrounds)) if spec.backgrounds else ()
    learnt = Sources(
        foregrounds=tuple(path for path in foregrounds if not held_out(path)),
        backgrounds=tuple(path for path in backgrounds if not held_out(path)),
        procedural=spec.procedural,
    )
    kept = Sources(
        foregrounds=tuple(path for path in foregrounds if held_out(path)),
        backgrounds=tuple(path for path in backgrounds if held_out(path)),
        procedural=0.0 if foregrounds else 1.0,
        merged=0.0,
    )
    return learnt, kept
