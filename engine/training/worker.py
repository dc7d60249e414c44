"""The process of a run: `python -m engine.training.worker SPEC.json RUN [--resume]`.

Events go to `RUN/events.jsonl` and, one line each, to standard output.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from engine.errors import EngineError, RunError
from engine.training.events import encode
from engine.training.spec import RunSpec

EVENTS = "events.jsonl"
SPEC = "spec.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until the time is up or the control file says stop; 2 for a person's mistake."""
    parser = argparse.ArgumentParser(prog="gossamer-train", description=__doc__)
    parser.add_argument("spec", type=Path, metavar="SPEC.json")
    parser.add_argument("run", type=Path, metavar="RUN", help="folder of the run")
    parser.add_argument("--resume", action="store_true", help="go on where the run stopped")
    options = parser.parse_args(arguments)
    try:
        run(RunSpec.read(options.spec), options.run, resume=options.resume)
    except EngineError as error:
        sys.stderr.write(f"{error.message}\n{error.hint}\n")
        return 2
    return 0


def run(spec: RunSpec, folder: Path, *, resume: bool) -> None:
    """Train in `folder`, writing every event; RunError if it holds a run, unless `resume`."""
    if (folder / SPEC).exists() and not resume:
        raise RunError(
            f"“{folder}” already holds a run.", hint="Resume it, or name another folder."
        )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SPEC).write_text(spec.to_json(), encoding="utf-8")
    # Libraries may print: let them do so on stderr, and keep the event stream whole.
    lines = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    from engine.training.loop import train  # torch, only now that the spec is known to be sound

    with (folder / EVENTS).open("a", encoding="utf-8") as file, lines:
        for event in train(spec, folder):
            for stream in (file, lines):
                stream.write(encode(event) + "\n")
                stream.flush()


if __name__ == "__main__":
    sys.exit(main())
