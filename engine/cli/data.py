"""`gossamer-cli data`: look at training data, and make some."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.cli.command import Command, UsageError
from engine.errors import DataError


def declare(parser: ArgumentParser) -> None:
    """Add the commands below this one."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, command in ACTIONS.items():
        command.declare(actions.add_parser(name, help=command.summary, description=command.summary))


def run(arguments: Namespace) -> int:
    """Do what was asked for."""
    return ACTIONS[arguments.action].run(arguments)


def declare_check(parser: ArgumentParser) -> None:
    """Add the arguments of `data check`."""
    parser.add_argument("foregrounds", type=Path, metavar="FOREGROUNDS", help="folder of cut-outs")
    parser.add_argument(
        "--backgrounds", type=Path, metavar="FOLDER", help="photographs to put behind them"
    )


def check(arguments: Namespace) -> int:
    """Say what is in the folders, and what is wrong; DataError if nothing can be learnt from."""
    from engine.data.checking import check_backgrounds, check_foregrounds  # imports OpenCV

    reports = [(arguments.foregrounds, check_foregrounds(arguments.foregrounds))]
    if arguments.backgrounds:
        reports.append((arguments.backgrounds, check_backgrounds(arguments.backgrounds)))
    for folder, report in reports:
        print(f"{folder}: {report.kind}")
        for complaint in report.complaints:
            print(f"  {complaint.file}: {complaint.message} {complaint.hint}")
        for family, (files, kept) in report.families.items():
            print(f"  {family:<24}{files:>6}{f'   {kept} held out' if kept else ''}")
        print(f"  {report.usable} of {report.files} can be used.")
    for folder, report in reports:
        if not report.usable:
            raise DataError(
                f"Nothing in “{folder}” can be trained on.",
                hint="Mend what is said of its files above, or choose another folder.",
            )
    return 0


def declare_render(parser: ArgumentParser) -> None:
    """Add the arguments of `data render`."""
    parser.add_argument("families", nargs="*", metavar="FAMILY", help="what to render; or “all”")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where the pictures go")
    parser.add_argument("--count", type=int, default=1, help="pictures of each family; default: 1")
    parser.add_argument("--seed", type=int, default=1, help="the first one's; default: 1")
    parser.add_argument("--side", type=int, default=640, help="in pixels; default: 640")
    parser.add_argument(
        "--samples", type=int, default=16, help="per pixel, of the colours; default: 16"
    )
    parser.add_argument("--threads", type=int, default=1, help="of the processor; default: 1")
    parser.add_argument(
        "--setup", action="store_true", help="first fetch Blender's module into the cache folder"
    )
    parser.add_argument("--python", type=Path, metavar="PATH", help="a Python that has bpy")


def render(arguments: Namespace) -> int:
    """Render what is missing in the folder, a line for each picture."""
    from engine.data.render import environment, rendering  # imports OpenCV
    from engine.data.render.families import FAMILIES
    from engine.data.render.worker import Job

    families = list(FAMILIES) if arguments.families == ["all"] else arguments.families
    rendering.require_families(families)
    _require_sense(arguments, list(FAMILIES))
    if arguments.setup:
        print(f"Setting up bpy ({environment.MEGABYTES} MB) …", flush=True)
        print(environment.set_up())
    if not families:
        return 0
    python = environment.usable_python(arguments.python)
    seeds = range(arguments.seed, arguments.seed + arguments.count)
    pattern = Job(
        "", 0, arguments.side, "", threads=arguments.threads, colour_samples=arguments.samples
    )
    jobs = rendering.planned(families, seeds, pattern)
    failures = 0
    for done in rendering.render(python, jobs, arguments.out):
        said = "was there" if done.seconds is None else f"{done.seconds:.0f} s"
        if done.failure:
            said, failures = f"{done.failure.message} {done.failure.hint}", failures + 1
        print(f"{done.path}: {said}", flush=True)
    if failures:
        raise DataError(
            f"{failures} of {len(jobs)} pictures could not be rendered.",
            hint="Why is said above; the others are kept, and are not rendered again.",
        )
    return 0


def declare_compose(parser: ArgumentParser) -> None:
    """Add the arguments of `data compose`."""
    parser.add_argument("foregrounds", type=Path, metavar="FOREGROUNDS", help="folder of cut-outs")
    parser.add_argument(
        "--backgrounds", type=Path, metavar="FOLDER", help="photographs; default: smooth colours"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="for the files")
    parser.add_argument("--count", type=int, default=16, help="pictures; default: 16")
    parser.add_argument("--seed", type=int, default=1, help="default: 1")
    parser.add_argument("--side", type=int, default=512, help="in pixels; default: 512")


def compose(arguments: Namespace) -> int:
    """Write composites as training sees them, each with its trimap and its alpha."""
    from engine.data.composites import FOLDERS, write_composites  # imports OpenCV
    from engine.data.composition import Sources
    from engine.data.foregrounds import background_files, foreground_files

    _require_least(arguments, count=1, seed=0, side=64)
    backgrounds = background_files(arguments.backgrounds) if arguments.backgrounds else ()
    sources = Sources(foregrounds=foreground_files(arguments.foregrounds), backgrounds=backgrounds)
    written = write_composites(
        sources,
        arguments.out,
        count=arguments.count,
        seed=arguments.seed,
        side=arguments.side,
    )
    print(f"{len(list(written))} pictures in {arguments.out}: {', '.join(FOLDERS)}.")
    return 0


def _require_sense(arguments: Namespace, known: list[str]) -> None:
    if not arguments.families and not arguments.setup:
        raise UsageError("No family is named.", hint=f"Name some, or “all”: {', '.join(known)}.")
    if arguments.families and arguments.out is None:
        raise UsageError("It is not said where to.", hint="Name a folder with --out.")
    _require_least(arguments, count=1, seed=0, side=16, samples=1, threads=1)


def _require_least(arguments: Namespace, **least: int) -> None:
    for name, value in least.items():
        if getattr(arguments, name) < value:
            raise UsageError(f"--{name} is below {value}.", hint=f"Give {value} or more.")


ACTIONS: dict[str, Command] = {
    "render": Command("Render foregrounds with exact alpha in Blender.", declare_render, render),
    "compose": Command(
        "Write composites as training sees them, with trimaps and alphas.", declare_compose, compose
    ),
    "check": Command(
        "Say what is in folders of training data, and what is wrong.", declare_check, check
    ),
}

COMMAND = Command("Render, compose and check training data.", declare, run)
