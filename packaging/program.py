"""The packaged program: the window, the command line or the worker, by the name it is called by.

One program instead of three saves 90 MB, for each would hold all of Python's modules. On Linux the
other two names are links to it; Windows needs a program with a console and one without.
"""

import multiprocessing
import os
import sys
from pathlib import Path


def window() -> int:
    """The window."""
    from app.__main__ import main

    return main()


def command_line() -> int:
    """The command line."""
    from engine.cli import main

    return main()


def worker() -> int:
    """The training worker, which the hidden page starts for each run."""
    from engine.runs.work import main
    from engine.training.worker import leave

    leave(main())
    return 0


PROGRAMS = {"gossamer-cli": command_line, "gossamer-train": worker}


def restore_environment() -> None:
    """Give others that are started from here, such as browsers, the system's own libraries."""
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        if (before := os.environ.get(f"{name}_ORIG")) is not None:
            os.environ[name] = before
        elif getattr(sys, "frozen", False):
            os.environ.pop(name, None)


if __name__ == "__main__":
    multiprocessing.freeze_support()  # workers of a run, and trials, begin here again
    restore_environment()
    sys.exit(PROGRAMS.get(Path(sys.argv[0]).stem, window)())
