"""What whole mattes take: memory, seconds, and how both grow. Not part of the gate:

    python -m tests.benchmarks.mattes memory      # peak memory from 2 to 100 megapixels
    python -m tests.benchmarks.mattes speed       # beside PyMatting's closed form, in one run
    python -m tests.benchmarks.mattes unknown     # more unknown in a picture of one size
    python -m tests.benchmarks.mattes picture     # as much unknown in larger and larger pictures

A photograph is a sample, enlarged, with noise; its trimap is a ring, but for `speed`, which takes
the sample's own: how long closed form takes depends on how much is far from all that is known. Each
row is measured in a
process of its own, after the model was loaded and used once. The last column is a ratio: of what
the matte adds to what picture, trimap and alpha themselves take, or of the processor's seconds (by
one thread, so that other work on the machine does not count) to those of the first row.
"""

import argparse
import resource
import sys
import time
from dataclasses import dataclass

import cv2
import numpy as np

from engine.catalog import DEFAULT
from engine.imaging.reading import read_image
from engine.inspection.rivals import rival
from engine.resources import sample_folder
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN, unknown_of
from tests.benchmarks.estimates import apart

MEMORY = (2, 6, 12, 24, 50, 100)
SHARE = 0.15
"""Of the picture is unknown, where that is not what is varied."""
SHARES = (0.025, 0.05, 0.1, 0.2, 0.4)
AREA, PICTURE = 0.6, 6
"""Megapixels: of the unknown where the picture grows, and of the picture where the unknown does."""
PICTURES = (1.5, 6, 24, 96)
SPEED = (2, 12)
SAMPLES = ("curls", "dandelion")
_STRIP = 512


@dataclass(frozen=True)
class Taken:
    """What one matte takes: seconds of the processor, bytes; and which share was unknown."""

    seconds: float
    most: int
    before: int
    arrays: int
    share: float


def photograph(megapixels, share, name=SAMPLES[0]):
    """Image and trimap of some size, made without large detours.

    share: of it is unknown; None for the sample's own trimap.
    """
    sample = read_image(sample_folder() / f"{name}.jpg").image
    width = round((megapixels * 1e6 * 4 / 3) ** 0.5)
    height = round(width * 3 / 4)
    image = cv2.resize(sample, (width, height), interpolation=cv2.INTER_CUBIC)
    noise = np.random.default_rng(1)
    for top in range(0, height, _STRIP):
        part = image[top : top + _STRIP]
        grain = noise.normal(0, 4, (*part.shape[:2], 1)).astype(np.float32)
        part[...] = np.clip(part + grain, 0, 255).astype(np.uint8)
    own = sample_folder() / f"{name}-trimap.png"
    small = cv2.imread(str(own), cv2.IMREAD_GRAYSCALE) if share is None else ring(share)
    return image, cv2.resize(small, (width, height), interpolation=cv2.INTER_NEAREST)


def ring(share):
    """A ring of unknown that covers that share, around the foreground."""
    side, middle = 2000, 0.3
    rows, columns = np.ogrid[:side, :side]
    radius = np.hypot(rows - side / 2, columns - side / 2) / side
    half = share / (4 * np.pi * middle)
    trimap = np.full((side, side), UNKNOWN, np.uint8)
    trimap[radius < middle - half] = FOREGROUND
    trimap[radius > middle + half] = BACKGROUND
    return trimap


def measured(method, megapixels, share, name, answers):
    """In a process of its own: what a matte takes, as a `Taken`."""
    import psutil

    from engine.matting import devices

    devices.use_threads(1)
    cv2.setNumThreads(1)
    matte = method_called(method)
    matte(*photograph(0.05, 0.3))
    before = psutil.Process().memory_info().rss
    image, trimap = photograph(megapixels, share, name)
    began = time.process_time()
    alpha = matte(image, trimap)
    seconds = time.process_time() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024  # in kilobytes on Linux
    arrays = image.nbytes + trimap.nbytes + alpha.nbytes
    answers.put(Taken(seconds, most, before, arrays, float(unknown_of(trimap).mean())))


def method_called(name):
    """How a model of ours, or PyMatting's closed form, mattes."""
    if name == "closed-form":
        return rival(name)
    from engine.matting.session import Session

    return Session(name, "cpu").matte


def say(words):
    """One line, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def memory(model):
    """Peak memory from small pictures to large ones."""
    say(f"{'picture':>9}{'arrays':>10}{'loaded':>10}{'peak':>10}{'beyond both':>14}{'ratio':>8}")
    for megapixels in MEMORY:
        taken = apart(measured, model, megapixels, SHARE, SAMPLES[0])
        added = taken.most - taken.before
        rest = added / taken.arrays
        columns = (taken.arrays, taken.before, taken.most, added - taken.arrays)
        sizes = [f"{round(each / 1e6)} MB" for each in columns]
        say(f"{megapixels:6} MP{sizes[0]:>10}{sizes[1]:>10}{sizes[2]:>10}{sizes[3]:>14}{rest:8.2f}")


def speed(model):
    """Whole mattes beside closed form."""
    rival("closed-form")  # or say at once that it is not installed
    rows = [("closed-form", SPEED[0]), *((model, megapixels) for megapixels in SPEED)]
    say(f"{'sample':>10}{'method':>16}{'picture':>10}{'unknown':>9}{'seconds':>9}{'as fast':>9}")
    for name in SAMPLES:
        first = None
        for method, megapixels in rows:
            taken = apart(measured, method, megapixels, None, name)
            first = first or taken.seconds
            say(
                f"{name:>10}{method:>16}{megapixels:7} MP{taken.share:9.0%}{taken.seconds:9.2f}"
                f"{first / taken.seconds:8.1f}×"
            )


def growth(model, rows):
    """Seconds as the unknown, or the picture, grows; rows: (megapixels, share)."""
    first = None
    say(f"{'picture':>10}{'unknown':>12}{'seconds':>10}{'of the first':>14}")
    for megapixels, share in rows:
        taken = apart(measured, model, megapixels, share, SAMPLES[0])
        first = first or taken.seconds
        unknown = f"{megapixels * taken.share:.2f} MP"
        say(f"{megapixels:7} MP{unknown:>12}{taken.seconds:10.2f}{taken.seconds / first:14.2f}")


def main():
    """See the head of this file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("what", choices=("memory", "speed", "unknown", "picture"))
    parser.add_argument("--model", default=DEFAULT)
    options = parser.parse_args()
    if options.what == "memory":
        memory(options.model)
    elif options.what == "speed":
        speed(options.model)
    elif options.what == "unknown":
        growth(options.model, [(PICTURE, share) for share in SHARES])
    else:
        growth(options.model, [(size, AREA / size) for size in PICTURES])


if __name__ == "__main__":
    main()
