"""A region laid over a trimap in one code: seen at once, dropped without a trace, or kept."""

import numpy as np

from engine.arrays import Trimap
from engine.trimap.paint import Box, Patch
from engine.trimap.regions import Region, no_region, region_patches


class Cover:
    """Like a stroke it never writes the trimap; its region may be exchanged until it ends."""

    def __init__(self, trimap: Trimap, code: int) -> None:
        self.code = code
        self._trimap = trimap
        self._region = no_region()

    def lay(self, region: Region) -> Box:
        """Cover another region instead; the box that may look otherwise, or an empty one."""
        changed = self._region.box.joined(region.box)
        self._region = region
        return changed

    def painted(self, box: Box) -> Trimap:
        """The trimap within `box` as it is seen; a copy."""
        shown = self._trimap[box.slices].copy()
        region = self._region
        part = region.box.clipped(box)
        if not part.is_empty:
            covered = region.mask[part.moved(-region.box.left, -region.box.top).slices]
            place = shown[part.moved(-box.left, -box.top).slices]
            np.copyto(place, np.uint8(self.code), where=covered)
        return shown

    def patches(self) -> tuple[Patch, ...]:
        """What the cover changes, one tight patch for each tile that differs."""
        return region_patches(self._trimap, self._region, self.code)
