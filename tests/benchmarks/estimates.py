"""How far estimates are from what mattes take: `python -m tests.benchmarks.estimates [MODEL]`.

Every matte runs in a process of its own, by one thread, and its seconds are those of the processor,
so that other work on the machine does not count. Prints ratios: measured over estimated.
"""

import multiprocessing
import sys
import time

import numpy as np

from engine.catalog import CATALOG, DEFAULT
from engine.matting import calibration
from engine.matting.estimates import estimate, work_of
from engine.matting.library import find
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN, unknown_of

SIZES = ((1224, 1632), (3000, 4000), (4000, 6000))
"""2, 12 and 24 megapixels."""

SHARES = (0.05, 0.15)


def picture(height, width, share):
    """A photograph's worth of noise, with an unknown ring that covers `share`."""
    rows, columns = np.ogrid[:height, :width]
    radius = np.hypot((rows - height / 2) / height, (columns - width / 2) / width)
    middle = 0.3
    half = share / (2 * np.pi * middle) / 2
    trimap = np.full((height, width), UNKNOWN, np.uint8)
    trimap[radius < middle - half] = FOREGROUND
    trimap[radius > middle + half] = BACKGROUND
    image = np.random.default_rng(1).integers(0, 256, (height, width, 3), np.uint8)
    return image, trimap


def measured(model, height, width, share, answers):
    """In a process of its own: seconds and bytes."""
    calibration.time.perf_counter = time.thread_time
    from engine.matting import devices
    from engine.matting.session import Session

    devices.use_threads(1)
    memory = calibration._Memory("cpu")
    session = Session(model, "cpu")
    calibration._once(session, memory, *calibration._picture(64, 0.9), guided=True)
    image, trimap = picture(height, width, share)
    one = calibration._once(session, memory, image, trimap, guided=True)
    answers.put((one.seconds, one.bytes))


def rates_of(model, answers):
    """In a process of its own: the rates, by the processor's seconds."""
    calibration.time.perf_counter = time.thread_time
    answers.put(calibration.measure(model, "cpu", 1).rates)


def apart(call, *arguments):
    """What a call in a fresh process puts into its queue."""
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    process = context.Process(target=call, args=(*arguments, answers))
    process.start()
    answer = answers.get()
    process.join()
    return answer


def main(model):
    """See the head of this file."""
    guided = CATALOG[find(model).card.network].family == "guided"
    rates = apart(rates_of, model)
    sys.stdout.write(f"{model}: {rates}\n")
    for height, width in SIZES:
        for share in SHARES:
            _, trimap = picture(height, width, share)
            expected = estimate(rates, work_of(unknown_of(trimap), guided=guided))
            seconds, peak = apart(measured, model, height, width, share)
            sys.stdout.write(
                f"{height * width / 1e6:5.1f} MP, {unknown_of(trimap).mean():.0%} unknown:"
                f" {seconds:.2f} s, estimated {expected.seconds:.2f} s,"
                f" ratio {seconds / expected.seconds:.2f};"
                f" {peak / 1e6:.0f} MB, estimated {expected.bytes / 1e6:.0f} MB,"
                f" ratio {peak / expected.bytes:.2f}\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else DEFAULT)
