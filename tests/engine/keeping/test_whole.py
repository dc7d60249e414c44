"""Files that are written whole: what a killed process left half written goes, and nothing else."""

import multiprocessing
import os
import signal

from engine.keeping.whole import replacing

processes = multiprocessing.get_context("fork")


def write_and_die(path):
    with replacing(path) as file:
        file.write(b"half")
        file.flush()
        os.kill(os.getpid(), signal.SIGKILL)


def killed(path):
    process = processes.Process(target=write_and_die, args=(path,))
    process.start()
    process.join()
    (left,) = path.parent.glob(".gossamer-*.part")
    return left


def test_the_next_save_removes_what_a_killed_one_left(tmp_path):
    left = killed(tmp_path / "fox.gossamer")
    with replacing(tmp_path / "owl.gossamer") as file:
        assert not left.exists()
        file.write(b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["owl.gossamer"]


def test_files_under_way_and_those_of_others_stay(tmp_path):
    left = killed(tmp_path / "fox.gossamer")
    _, machine, process, rest = left.name.split("-")
    elsewhere = f"{int(machine, 16) ^ 1:08x}"
    names = (f".gossamer-{elsewhere}-{process}-{rest}", ".gossamer-mine.part", "x.part")
    for name in names:
        (tmp_path / name).write_bytes(b"")
    with replacing(tmp_path / "one"), replacing(tmp_path / "two"):
        assert len(list(tmp_path.glob(f".gossamer-{machine}-{os.getpid()}-*.part"))) == 2
    assert {path.name for path in tmp_path.iterdir()} == {"one", "two", *names}
