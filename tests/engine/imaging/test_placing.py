"""Files that are written whole: what a killed process left half written goes, and nothing else."""

import os

import numpy as np

from engine.imaging.placing import placed, tidy
from engine.imaging.writing import write_trimap
from tests.engine.half_written import half_written


def test_what_a_killed_process_left_is_removed(tmp_path):
    left = half_written(tmp_path / "fox.gossamer")
    tidy(tmp_path)
    assert not left.exists()


def test_any_file_that_is_written_there_next_removes_it(tmp_path):
    left = half_written(tmp_path / "fox.png")
    write_trimap(tmp_path / "trimap.png", np.zeros((2, 2), np.uint8))
    assert not left.exists()


def test_folders_within_are_tidied_where_that_is_asked(tmp_path):
    folder = tmp_path / "a"
    folder.mkdir()
    left = half_written(folder / "fox.png")
    tidy(tmp_path)
    assert left.exists()
    tidy(tmp_path, deep=True)
    assert not left.exists()


def test_files_under_way_and_those_of_others_stay(tmp_path):
    left = half_written(tmp_path / "fox.gossamer")
    _, machine, process, rest = left.name.split("-")
    elsewhere = f"{int(machine, 16) ^ 1:08x}"
    names = (f".gossamer-{elsewhere}-{process}-{rest}", ".gossamer-mine.png", "x.png")
    for name in names:
        (tmp_path / name).write_bytes(b"")
    with placed(tmp_path / "one") as unfinished:
        unfinished.write_bytes(b"whole")
        tidy(tmp_path)
        assert not left.exists()
        assert len(list(tmp_path.glob(f".gossamer-{machine}-{os.getpid()}-*"))) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"one", *names}
