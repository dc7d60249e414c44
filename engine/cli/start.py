"""`gossamer-cli start`: weights to begin a training with, from a trunk that exists."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.catalog import require_name
from engine.cli.command import Command, UsageError


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "network", metavar="NETWORK", help="dim-teacher (VGG-16) or indexnet-teacher (MobileNetV2)"
    )
    parser.add_argument(
        "--trunk", type=Path, required=True, metavar="FILE.h5", help="the trunk's weights, by Keras"
    )
    parser.add_argument(
        "--photographs",
        type=Path,
        metavar="FOLDER",
        help="to set the batch norms by that VGG-16 does not have; default: smooth colours",
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="W.safetensors", help="for a spec's “start”"
    )


def run(arguments: Namespace) -> int:
    """Fill the network's trunk, leave the rest fresh, and write it all."""
    require_name(arguments.network)
    if arguments.out.suffix != ".safetensors":
        raise UsageError(
            f"“{arguments.out}” is no name for weights.", hint="Let it end in .safetensors."
        )
    # Only here: importing torch takes seconds.
    from engine.matting.weights import save_weights
    from engine.training.starts.trunk import with_trunk

    network = with_trunk(arguments.network, arguments.trunk, arguments.photographs)
    save_weights(arguments.out, network, half=False)
    print(f"Written: {arguments.out}; name it in a spec as “start”.")
    return 0


COMMAND = Command("Make weights to start from out of a trained trunk.", declare, run)
