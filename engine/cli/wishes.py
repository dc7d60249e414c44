"""Arguments that several commands share: what mattes, how files are written and alphas refined."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from engine.catalog import DEFAULT
from engine.cli.command import UsageError
from engine.export.formats import wish_for
from engine.export.kinds import Colours, Depth, What, Wish
from engine.export.round_trip import RoundTrip
from engine.mixing import MIXINGS
from engine.refine.refinement import Refinement

_DEVICES = ("auto", "cpu", "cuda", "mps")


def declare_model(parser: ArgumentParser) -> None:
    """Add which weights are used, and where."""
    parser.add_argument("--model", default=DEFAULT, metavar="NAME", help=f"default: {DEFAULT}")
    declare_device(parser)


def declare_device(parser: ArgumentParser) -> None:
    """Add where networks run."""
    parser.add_argument("--device", choices=_DEVICES, default="auto", help="default: auto")


def declare_mixing(parser: ArgumentParser, usually: str = "") -> None:
    """Add what the pictures are; None where that depends, `usually` on what the words say."""
    parser.add_argument(
        "--mixing",
        choices=MIXINGS,
        default=None if usually else MIXINGS[0],
        help="how foreground and background mixed: as in a photograph, by light, or as in a"
        f" composite or a drawing, by numbers; default: {usually or MIXINGS[0]}",
    )


def declare_wishes(parser: ArgumentParser) -> None:
    """Add how files are written."""
    parser.add_argument(
        "--depth",
        "--bits",
        choices=[str(depth) for depth in Depth],
        help="how deep; default: the usual one of the format (PNG 8, TIFF 16, EXR half)",
    )
    parser.add_argument(
        "--colours",
        choices=[str(way) for way in Colours],
        help="how a cut-out's colours are stored; default: the usual way of the format. Only TIFF"
        " leaves a choice",
    )


def declare_refinement(parser: ArgumentParser) -> None:
    """Add how the alpha is refined."""
    group = parser.add_argument_group("refine", "in this order; by default nothing is done")
    group.add_argument(
        "--shift",
        type=float,
        default=0.0,
        metavar="PIXELS",
        help="edges outwards, or inwards below 0",
    )
    group.add_argument("--black", type=float, default=0.0, metavar="A", help="alpha that becomes 0")
    group.add_argument("--white", type=float, default=1.0, metavar="A", help="alpha that becomes 1")
    group.add_argument("--gamma", type=float, default=1.0, metavar="G", help="of what lies between")
    group.add_argument(
        "--threshold", type=float, metavar="A", help="from here on alpha is 1, and 0 below"
    )


def refinement_of(arguments: Namespace) -> Refinement:
    """The refinement that was asked for; UsageError for numbers that make no sense."""
    try:
        return Refinement(
            arguments.shift,
            arguments.black,
            arguments.white,
            arguments.gamma,
            arguments.threshold,
        )
    except ValueError as error:
        sentence = str(error)[:1].upper() + str(error)[1:]
        raise UsageError(f"{sentence}.", hint="Leave out what shall stay as it is.") from None


def wish_of(arguments: Namespace, path: Path, what: What) -> Wish:
    """What is wished for at `path`; OutputError for what no file of that name can hold."""
    depth = Depth(arguments.depth) if arguments.depth else None
    way = Colours(arguments.colours) if arguments.colours and what is What.CUTOUT else None
    return wish_for(path, what, depth, way)


def told(trip: RoundTrip) -> str:
    """The check in one clause: “16 bits, straight colours, read back by … to 0.5 steps”."""
    floats = {"half": "floats of 16 bits", "float": "floats of 32 bits"}
    depth = floats.get(trip.depth, f"{trip.depth} bits")
    ways = {
        Colours.STRAIGHT: "straight colours",
        Colours.PREMULTIPLIED: "premultiplied colours",
        Colours.MASK: "a layer with a mask",
        None: "alpha alone",
    }
    lost = ", without the camera's notes (EXIF)" if trip.drops_exif else ""
    return (
        f"{depth}, {ways[trip.colours]}{lost}, read back by {trip.reader} to {trip.steps:.2f} steps"
    )
