"""Where the picture lies on the screen: plain arithmetic, in device pixels.

A scale of 1 shows one pixel of the picture on one pixel of the screen, whatever the screen's
density. `left` and `top` say where the picture's corner lies; they are whole numbers, so that
moving the picture never resamples it.
"""

import math
from dataclasses import dataclass, replace

from engine.trimap.paint import Box

SMALLEST, LARGEST = 0.005, 64.0
_MARGIN = 0.94
"""Part of the view that a fitted picture takes."""


@dataclass(frozen=True)
class Viewport:
    """A picture of (width, height) pixels, scaled, with its corner at (left, top)."""

    width: int
    height: int
    scale: float = 1.0
    left: int = 0
    top: int = 0

    def to_picture(self, x: float, y: float) -> tuple[float, float]:
        """From the screen to the picture."""
        return (x - self.left) / self.scale, (y - self.top) / self.scale

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """From the picture to the screen."""
        return self.left + x * self.scale, self.top + y * self.scale

    def seen(self, width: int, height: int) -> Box:
        """The part of the picture that a view of that size shows."""
        left, top = self.to_picture(0, 0)
        right, bottom = self.to_picture(width, height)
        shown = Box(math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom))
        return shown.clipped(Box(0, 0, self.width, self.height))

    def moved(self, dx: int, dy: int) -> "Viewport":
        """The picture shifted on the screen."""
        return replace(self, left=self.left + dx, top=self.top + dy)

    def zoomed(self, scale: float, x: float, y: float) -> "Viewport":
        """Another scale, with the point under (x, y) on the screen held where it is."""
        scale = min(LARGEST, max(SMALLEST, scale))
        at_x, at_y = self.to_picture(x, y)
        return replace(self, scale=scale, left=round(x - at_x * scale), top=round(y - at_y * scale))

    def fitted(self, width: int, height: int, *, enlarge: bool = False) -> "Viewport":
        """The whole picture in the middle of a view; small pictures are enlarged only if asked."""
        if self.width == 0 or self.height == 0 or width <= 0 or height <= 0:
            return self
        scale = _MARGIN * min(width / self.width, height / self.height)
        scale = max(SMALLEST, scale if enlarge else min(1.0, scale))
        return replace(
            self,
            scale=scale,
            left=round((width - self.width * scale) / 2),
            top=round((height - self.height * scale) / 2),
        )

    def framing(self, box: Box, width: int, height: int) -> "Viewport":
        """A box of the picture in the middle of a view of that size, as large as it fits."""
        scale = min(width / max(1, box.width), height / max(1, box.height))
        scale = min(LARGEST, max(SMALLEST, scale))
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        left, top = round(width / 2 - x * scale), round(height / 2 - y * scale)
        return replace(self, scale=scale, left=left, top=top)

    def kept_near(self, width: int, height: int) -> "Viewport":
        """Moved, if need be, so that some of the picture stays in a view of that size."""
        keep = 64
        shown_width, shown_height = self.width * self.scale, self.height * self.scale
        left = min(max(self.left, math.ceil(min(keep, width) - shown_width)), width - keep)
        top = min(max(self.top, math.ceil(min(keep, height) - shown_height)), height - keep)
        return replace(self, left=left, top=top)

    @property
    def step(self) -> int:
        """How many pixels of the picture, a power of two, go into one pixel of a shrunk tile."""
        return 1 if self.scale >= 1 else 1 << max(0, math.floor(math.log2(1 / self.scale) + 1e-9))

    @property
    def is_smooth(self) -> bool:
        """Below 100 % pixels are blended; above it each is a square that can be judged."""
        return self.scale < 1
