"""`gossamer-cli start`: weights to begin a training with, from a trunk, a teacher or a student."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.catalog import require_name
from engine.cli.command import Command, UsageError


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "network",
        metavar="NETWORK",
        help="with --trunk dim-teacher (VGG-16) or indexnet-teacher (MobileNetV2), with --teacher"
        " any, with --student guided-teacher or indexnet-teacher",
    )
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--trunk", type=Path, metavar="FILE.h5", help="the trunk's weights, by Keras"
    )
    source.add_argument(
        "--teacher",
        metavar="WEIGHTS",
        help="cut it from these, a name in the library or a .safetensors file with its card: the"
        " channels that matter most",
    )
    source.add_argument(
        "--student",
        metavar="WEIGHTS",
        help="grow it from these: wider, and at first the same function",
    )
    parser.add_argument(
        "--width",
        type=float,
        default=1.0,
        help="with --teacher or --student: the network's widths times this; default: 1",
    )
    parser.add_argument(
        "--photographs",
        type=Path,
        metavar="FOLDER",
        help="to set batch norms by; default: smooth colours",
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="W.safetensors", help="for a spec's “start”"
    )


def run(arguments: Namespace) -> int:
    """Write the network with what it takes over; the rest of it is fresh."""
    require_name(arguments.network)
    if arguments.out.suffix != ".safetensors":
        raise UsageError(
            f"“{arguments.out}” is no name for weights.", hint="Let it end in .safetensors."
        )
    if arguments.trunk and arguments.width != 1:
        raise UsageError("A trunk has one width only.", hint="Leave out --width.")
    if arguments.trunk:
        _from_trunk(arguments)
    else:
        _from_other(arguments)
    print(f"Written: {arguments.out}; name it in a spec as “start”.")
    return 0


def _from_trunk(arguments: Namespace) -> None:
    # Only here: importing torch takes seconds.
    from engine.matting.weights import save_weights
    from engine.training.starts.trunk import with_trunk

    network = with_trunk(arguments.network, arguments.trunk, arguments.photographs)
    save_weights(arguments.out, network, half=False)


def _from_other(arguments: Namespace) -> None:
    """With a card, so that what a run makes of it says where it came from."""
    from dataclasses import replace

    from engine.matting import library
    from engine.matting.weights import save_weights
    from engine.training.starts.cut import cut_from
    from engine.training.starts.grow import grown_from

    if arguments.student:
        network, card = grown_from(arguments.student, arguments.network, arguments.width)
    else:
        network, card = cut_from(
            arguments.teacher, arguments.network, arguments.width, arguments.photographs
        )
    with TemporaryDirectory() as folder:
        weights = Path(folder) / "weights"
        save_weights(weights, network, half=False)
        library.add(weights, replace(card, name=arguments.out.stem), arguments.out.parent)


COMMAND = Command(
    "Make weights to start from: from a trunk, cut from a teacher, grown from a student.",
    declare,
    run,
)
