"""A file that a process left half written when it was killed."""

import multiprocessing
import os
import signal

from engine.imaging.placing import placed

processes = multiprocessing.get_context("fork")


def write_and_die(path):
    with placed(path) as unfinished:
        unfinished.write_bytes(b"half")
        os.kill(os.getpid(), signal.SIGKILL)


def half_written(path):
    """What is left beside `path`; nothing else there is half written."""
    process = processes.Process(target=write_and_die, args=(path,))
    process.start()
    process.join()
    (left,) = path.parent.glob(".gossamer-*")
    return left
