import errno
import os
import resource
import signal
from contextlib import contextmanager

import numpy as np
import PIL.Image
import PIL.ImageCms
import pytest

from engine.errors import OutputError
from engine.imaging.reading import read_alpha
from engine.imaging.writing import require_writable, write_alpha

ALPHA = np.random.default_rng(0).random((20, 30), np.float32)


def refusal(path, write=lambda path: write_alpha(path, ALPHA)):
    with pytest.raises(OutputError) as caught:
        write(path)
    return f"{caught.value.message}|{caught.value.hint}"


@pytest.mark.parametrize("bits", [8, 16])
def test_alpha_comes_back_to_half_a_level(tmp_path, bits):
    write_alpha(tmp_path / "a.png", ALPHA, bits)
    difference = np.abs(read_alpha(tmp_path / "a.png") - ALPHA)
    assert difference.max() <= 0.501 / (2**bits - 1)


def test_alpha_is_grey_and_rounded_to_the_nearest(tmp_path):
    write_alpha(tmp_path / "a.png", np.array([[0, 0.5019, 0.5021, 1]], np.float32))
    with PIL.Image.open(tmp_path / "a.png") as stored:
        assert stored.mode == "L"
        assert np.asarray(stored).tolist() == [[0, 128, 128, 255]]


@pytest.mark.parametrize("name", ["a.jpg", "a", "a.tiff"])
def test_only_png_is_written(tmp_path, name):
    assert "only PNG files can.|Let its name end in .png." in refusal(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_missing_folder_is_refused(tmp_path):
    assert "its folder does not exist.|Create the folder first" in refusal(tmp_path / "b" / "a.png")


def test_file_as_folder_is_refused(tmp_path):
    (tmp_path / "b").write_bytes(b"")
    assert "its folder does not exist.|Create" in refusal(tmp_path / "b" / "a.png")


def test_folder_named_png_is_refused(tmp_path):
    (tmp_path / "a.png").mkdir()
    assert "it is a folder.|Add a file name" in refusal(tmp_path / "a.png")


def test_folder_without_permission_is_refused(tmp_path):
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("the superuser may write anywhere")
    assert "may not be written to.|Choose a folder of your own." in refusal(tmp_path / "a.png")
    tmp_path.chmod(0o700)


def test_overlong_name_is_refused(tmp_path):
    assert "its name is too long.|Choose a shorter name." in refusal(
        tmp_path, lambda path: write_alpha(path / f"{'a' * 300}.png", ALPHA)
    )


@contextmanager
def small_files_only():
    """A disk that is full after 100 bytes: the system refuses to let files grow further.

    No longer than need be: the log that the tests themselves write to may be such a file.
    """
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


def test_failure_half_way_leaves_the_older_file_and_nothing_else(tmp_path):
    (tmp_path / "a.png").write_bytes(b"older")
    with small_files_only():
        words = refusal(tmp_path / "a.png")
    assert f"cannot be written: {os.strerror(errno.EFBIG)}" in words
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"older"]


def test_older_file_is_replaced_and_a_link_stays_one(tmp_path):
    (tmp_path / "real.png").write_bytes(b"older")
    (tmp_path / "a.png").symlink_to(tmp_path / "real.png")
    write_alpha(tmp_path / "a.png", ALPHA)
    assert (tmp_path / "a.png").is_symlink()
    assert read_alpha(tmp_path / "real.png").shape == (20, 30)
    assert len(list(tmp_path.iterdir())) == 2


def test_new_file_has_the_permissions_of_any_other(tmp_path):
    (tmp_path / "other").write_bytes(b"")
    write_alpha(tmp_path / "a.png", ALPHA)
    assert (tmp_path / "a.png").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_what_can_be_written_is_told_beforehand(tmp_path):
    require_writable(tmp_path / "a.PNG")
    assert not list(tmp_path.iterdir())
