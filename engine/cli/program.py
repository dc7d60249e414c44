"""The program `gossamer-cli`: finds the command, runs it, and turns errors into words."""

import sys
from collections.abc import Sequence

import engine
from engine.cli import (
    batch,
    bench,
    data,
    distill,
    evaluate,
    export,
    import_weights,
    inspect,
    matte,
    models,
    project,
    promote,
    propose,
    redo,
    report,
    start,
    study,
)
from engine.cli.command import STOPPED, WRONG_INPUT, Command, Parser
from engine.errors import EngineError
from engine.threads import let_sleep

COMMANDS: dict[str, Command] = {
    "matte": matte.COMMAND,
    "batch": batch.COMMAND,
    "propose": propose.COMMAND,
    "export": export.COMMAND,
    "redo": redo.COMMAND,
    "project": project.COMMAND,
    "models": models.COMMAND,
    "evaluate": evaluate.COMMAND,
    "promote": promote.COMMAND,
    "inspect": inspect.COMMAND,
    "import-weights": import_weights.COMMAND,
    "distill": distill.COMMAND,
    "data": data.COMMAND,
    "bench": bench.COMMAND,
    "start": start.COMMAND,
    "report": report.COMMAND,
    "study": study.COMMAND,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` (the process's arguments by default); the exit code."""
    let_sleep()
    try:
        arguments = parser().parse_args(argv)
        return COMMANDS[arguments.command].run(arguments)
    except EngineError as error:
        print(f"{error.message}\n{error.hint}", file=sys.stderr)
        return WRONG_INPUT
    except KeyboardInterrupt:
        print("\nStopped; what was finished before is kept.", file=sys.stderr)
        return STOPPED


def parser() -> Parser:
    """What the program can be told; its manual page is made of it, too."""
    parser = Parser(
        prog="gossamer-cli",
        description="Photographs and trimaps become alpha mattes.",
    )
    parser.add_argument("--version", action="version", version=f"gossamer {engine.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        command.declare(
            commands.add_parser(name, help=command.summary, description=command.summary)
        )
    return parser
