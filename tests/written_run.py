"""A run as files that a worker would have written, told step by step."""

import math
from dataclasses import replace

import cv2
import numpy as np

from engine.runs import folders, launching
from engine.training import presence
from engine.training.events import Previewed, Saved, StepDone, Validated, encode
from engine.training.files import EVENTS, PREVIEWS
from engine.training.spec import RunSpec

SPEC = RunSpec(
    network="dim-student", width=0.05, procedural=1, batch=1, crop=64, workers=0, steps=1000,
    precision="float32", device="cpu", preview_composites=0, report_every=10, save_every=100,
    validate_every=100,
)  # fmt: skip


class WrittenRun:
    """A run whose events a test writes."""

    def __init__(self, name, **changes):
        self.folder = folders.new_folder(name)
        launching.prepare(replace(SPEC, **changes), self.folder)
        (self.folder / PREVIEWS).mkdir()
        presence.announce(self.folder, where=self.folder)
        presence.leave(self.folder)

    def tell(self, *events):
        with (self.folder / EVENTS).open("a", encoding="utf-8") as file:
            file.writelines(encode(event) + "\n" for event in events)

    def learn(self, first, last):
        """Tell of steps, and after each hundred what a run tells then."""
        for step in range(first, last + 1, 10):
            loss, minutes = math.exp(-step / 300), step / 120
            self.tell(StepDone(step, minutes, 1e-3, {"alpha": loss, "spatial": loss / 50}))
            if step % 100 == 0:
                self.tell(Validated(step, minutes, {"sad": loss * 9, "mse": loss / 9}))
                self.preview(step, minutes)
                self.tell(Saved(step, minutes))

    def preview(self, step, minutes):
        """Two pictures, 12 wide and 8 high: grey alphas that grow lighter."""
        image, name = np.full((8, 12, 3), (10, 60, 200), np.uint8), self.folder / PREVIEWS
        alpha = np.full((8, 12), min(255, step // 4), np.uint8)
        files = [f"{PREVIEWS}/{step}-{number}.png" for number in range(2)]
        for number, file in enumerate(files):
            cv2.imwrite(str(name / f"image-{number}.png"), image)
            cv2.imwrite(str(self.folder / file), alpha if number == 0 else 255 - alpha)
        cv2.imwrite(str(name / "target-1.png"), np.full((8, 12), 77, np.uint8))
        self.tell(Previewed(step, minutes, files))
