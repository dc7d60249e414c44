"""From a photograph and its alpha to what is written."""

from pathlib import Path

import numpy as np

from engine.export.kinds import Colours, Depth, What, Wish
from engine.export.plates import plate_of
from engine.imaging.picture import Picture
from engine.refine.refinement import Refinement, refined


def test_an_edge_that_was_moved_outwards_shows_more_foreground_and_no_background():
    """Red over blue; what is seen more of is red, not the blue that was photographed there."""
    alpha = np.zeros((40, 60), np.float32)
    alpha[:, :28], alpha[:, 28:32] = 1, np.linspace(0.8, 0.2, 4)
    share = alpha[..., None]
    image = np.rint(share * (220, 40, 40) + (1 - share) * (20, 40, 230)).astype(np.uint8)
    how = Refinement(shift=3.0)
    wish = Wish(What.CUTOUT, "png", Depth.EIGHT, Colours.STRAIGHT)
    plate = plate_of(Picture(Path("p.png"), image), refined(alpha, how), wish, matte=alpha)
    seen = plate.alpha > 0.02
    assert seen[:, 33].all()
    assert np.abs(plate.foreground[seen].astype(int) - (220, 40, 40)).max() <= 6
