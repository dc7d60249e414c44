"""How the threads of a calculation wait for each other."""

import os


def let_sleep() -> None:
    """Let torch's threads sleep while they wait for each other; before anything loads OpenMP.

    They would spin: no sooner done where nothing else runs, and three to nine times as slow where
    another program wants the processor, for they take from each other the time they wait for. Short
    steps suffer most: of a sparse product, by hundreds. Who sets OMP_WAIT_POLICY is heard.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
