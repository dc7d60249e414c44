"""`python -m engine.cli`, and the packaged `gossamer-cli`."""

import multiprocessing

from engine.cli.program import main

if __name__ == "__main__":  # workers of a training run import this file again
    multiprocessing.freeze_support()
    raise SystemExit(main())
