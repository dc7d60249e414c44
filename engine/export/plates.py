"""From a photograph and its alpha to what is written."""

from dataclasses import replace

from engine.arrays import Alpha
from engine.export.kinds import Depth, Plate, What, Wish, with_depth
from engine.imaging.foreground import estimate_foreground
from engine.imaging.picture import Picture
from engine.refine.decontaminating import Amount, decontaminated
from engine.refine.sides import sides_of


def plate_of(
    picture: Picture,
    alpha: Alpha,
    wish: Wish,
    *,
    matte: Alpha | None = None,
    amount: Amount | None = None,
    note: str = "",
) -> Plate:
    """The plate for a wish: alpha alone, or with the foreground's colours, estimated and cleaned.

    alpha: float32 (h, w), refined. matte: what it was before it was refined, of which the colours
    are estimated: the photograph is a mixture by that one, and an edge that is moved outwards is
    to show more foreground, not background; None for `alpha` itself. amount: how much of the
    background's colour is taken out, as `decontaminated` has it.
    """
    plate = Plate(alpha, None, picture.icc, picture.dpi, picture.exif, note)
    if wish.what is What.ALPHA:
        return plate
    image = with_depth(picture.image, Depth.EIGHT if wish.depth is Depth.EIGHT else Depth.SIXTEEN)
    mixed = alpha if matte is None else matte
    colours = estimate_foreground(image, mixed)
    sides = sides_of(image, mixed) if amount is not None and amount.any() else None
    if sides is not None and amount is not None:
        colours = decontaminated(colours, alpha, amount, sides)
    return replace(plate, foreground=colours)
