"""`gossamer-cli study`: a table of runs under one budget and one set of seeds."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.cli.command import Command
from engine.errors import RunError
from engine.training.events import Event, Finished, Validated
from engine.training.study.spec import StudySpec


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("spec", type=Path, metavar="STUDY.json")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="for the runs and the table; default: runs/<name of the spec>. What is there already"
        " is gone on with",
    )


def run(arguments: Namespace) -> int:
    """Train and measure every run; write study.md, study.csv and study.png."""
    study = StudySpec.read(arguments.spec)
    _require_libraries()
    folder = arguments.out or Path("runs") / arguments.spec.stem
    # Only here: importing torch takes seconds.
    from engine.training.study import runs, tables

    found = []
    for result in runs.results(study, folder, _tell):
        print(f"{result.row}, seed {result.seed}: SAD {result.sad:.3f}", flush=True)
        found.append(result)
    table = tables.rows(study, found)
    text = tables.markdown(study, found, table)
    (folder / "study.md").write_text(text, encoding="utf-8")
    tables.write_csv(folder / "study.csv", found)
    tables.draw(folder / "study.png", study, table)
    print(text)
    return 0


def _require_libraries() -> None:
    """Before hours of training: what the table needs must be there."""
    try:
        import matplotlib  # noqa: F401
        import scipy  # noqa: F401
    except ImportError as error:
        raise RunError(
            "A study needs scipy and matplotlib, which are not installed.",
            hint="Install them with: pip install 'gossamer[train]'.",
        ) from error


def _tell(name: str, event: Event) -> None:
    if isinstance(event, Validated | Finished):
        print(f"  {name}: step {event.step}, {event.minutes:.1f} min", flush=True)


COMMAND = Command("Compare ways of training under one budget.", declare, run)
