"""Files that are broken, or made to do harm: refused in words or read, quickly, and never a crash.

500 files in this process. With GOSSAMER_FUZZ=10000 in the environment so many more, each with 10
seconds of the processor and little memory, in processes of their own that may die (and that is a
finding); GOSSAMER_FUZZ_SEED=7 makes others.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

import pytest

from tests.engine.hostile.attempts import attempt, case
from tests.engine.hostile.memory import Peak, allowed
from tests.engine.hostile.seeds import seeds

CASES, SEED, SECONDS, CHUNK = 500, 11, 10, 500


class Hang(BaseException):
    """Something took too long; no `except Exception` swallows it."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return seeds(tmp_path_factory.mktemp("seeds"))


def watched(call):
    """What `call` gives; it is interrupted after 10 seconds, where the system can do that."""

    def ring(_number, _frame):
        raise Hang

    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        return call()
    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(SECONDS)
    try:
        return call()
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_every_sound_file_is_read(tmp_path, corpus):
    """Else what is done to it would show nothing."""
    as_image = next(n for n in range(99) if random.Random(n).randrange(4) > 1)
    for kind, data in corpus.items():
        (tmp_path / kind).mkdir()
        assert attempt(kind, data, tmp_path / kind, corpus, as_image) >= 0, kind


@pytest.mark.parametrize("part", range(5))
def test_hostile_files_are_refused_in_words_or_read(tmp_path, corpus, part):
    kinds, refused = sorted(corpus), 0
    for number in range(part, CASES, 5):
        kind, data = case(number, SEED, corpus, kinds)
        folder = tmp_path / "case"
        folder.mkdir()
        peak, started = Peak(), time.perf_counter()
        try:
            pixels = watched(lambda: attempt(kind, data, folder, corpus, number))  # noqa: B023
        except (Exception, Hang) as error:
            error.add_note(f"case {number} of seed {SEED}: {kind}, {len(data)} bytes")
            raise
        assert time.perf_counter() - started < SECONDS, (number, kind)
        assert peak.grown() <= allowed(pixels, len(data)), (number, kind)
        refused += pixels == -1
        shutil.rmtree(folder)
    assert CASES / 5 * 0.2 < refused < CASES / 5


@pytest.mark.skipif("GOSSAMER_FUZZ" not in os.environ, reason="the long run: GOSSAMER_FUZZ=10000")
def test_no_process_dies_of_a_hostile_file():
    cases, seed = int(os.environ["GOSSAMER_FUZZ"]), os.environ.get("GOSSAMER_FUZZ_SEED", "1")
    at, findings = 0, []
    while at < cases:
        end = min(cases, at + CHUNK)
        done = subprocess.run(
            [sys.executable, "-m", "tests.engine.hostile.child", seed, str(at), str(end)],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        lines = done.stdout.splitlines()
        findings += [line for line in lines if not line.startswith("case ")]
        begun = [int(re.split(" ", line)[1]) for line in lines if line.startswith("case ")]
        assert begun, done.stderr[-2000:]
        if done.returncode:  # it died, or hung, of the last one
            is_hung = done.returncode in (-signal.SIGALRM, -signal.SIGPROF)
            how = "hung" if is_hung else f"died {done.returncode}"
            findings.append(f"{how}: {[line for line in lines if line.startswith('case ')][-1]}")
            end = begun[-1] + 1
        at = end
        print(f"{at} of {cases}, {len(findings)} findings", file=sys.__stderr__, flush=True)
    assert not findings, "\n".join(findings)
