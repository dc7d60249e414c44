"""Wrong input: exit code 2, one sentence and a hint, and no file left behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from engine.cli import main

MATTE = ("matte", "image.png", "--trimap", "trimap.png", "--model", "dim-student")


def paint(name, value, size=(48, 40)):
    PIL.Image.new("L", size, value).save(name)


def test_nothing_said_is_answered_with_help(refused):
    expected = "The following arguments are required: COMMAND.|“gossamer-cli --help” shows"
    assert refused().startswith(expected)


def test_missing_trimap_is_asked_for(refused):
    expected = "The following arguments are required: --trimap.|“gossamer-cli matte --help” shows"
    assert refused("matte", "image.png").startswith(expected)


def test_unknown_command_is_refused(refused):
    assert "invalid choice: 'mate'" in refused("mate")


def test_unknown_depth_is_refused(refused):
    assert "invalid choice: '12'" in refused(*MATTE, "--bits", "12")


def test_unknown_model_is_refused_with_those_there_are(refused):
    words = refused("matte", "image.png", "--trimap", "trimap.png", "--model", "nope")
    assert words.startswith("There are no weights called “nope”.|")
    assert "dim-student" in words


def test_missing_image_is_named(refused):
    words = refused("matte", "none.png", *MATTE[2:])
    assert words == "There is no file “none.png”.|Check its name and folder."


@pytest.mark.parametrize("content", [b"", b"Dear diary,", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"])
@pytest.mark.parametrize("name", ["image.png", "trimap.png"])
def test_broken_files_are_refused(refused, desk, name, content):
    (desk / name).write_bytes(content)
    assert f"“{name}” is " in refused(*MATTE)


@pytest.mark.parametrize("name", ["image.png", "trimap.png"])
def test_truncated_files_are_refused(refused, desk, name):
    whole = (desk / name).read_bytes()
    (desk / name).write_bytes(whole[: len(whole) * 2 // 3])
    assert f"“{name}” is damaged or cut off" in refused(*MATTE)


def test_folder_as_image_is_refused(refused, desk):
    words = refused("matte", str(desk), "--trimap", "trimap.png", "--model", "dim-student")
    assert words == f"“{desk}” is a folder.|Name a picture inside it."


@pytest.mark.parametrize(
    ("value", "missing"),
    [(0, "foreground"), (255, "background"), (128, "foreground and no background")],
)
def test_trimap_that_knows_too_little_is_refused(refused, value, missing):
    paint("trimap.png", value)
    assert f"The trimap has no {missing}.|Paint a few strokes of" in refused(*MATTE)


def test_trimap_of_another_size_is_refused_with_both(refused):
    paint("trimap.png", 128, (20, 10))
    assert "is 20 × 10 pixels, the image is 48 × 40.|Save the trimap" in refused(*MATTE)


def test_grey_ramp_is_no_trimap(refused):
    PIL.Image.linear_gradient("L").resize((48, 40)).save("trimap.png")
    assert "other than 0, 128 and 255" in refused(*MATTE)


@pytest.mark.parametrize("option", ["--output", "--cutout"])
def test_results_that_cannot_be_written_are_refused_beforehand(refused, desk, option):
    assert "its folder does not exist.|Create" in refused(*MATTE, option, "no/a.png")
    words = refused(*MATTE, option, "a.jpg")
    assert "no format of that ending holds a" in words
    assert "|Let its name end in one of: .png .tif .tiff" in words
    (desk / "folder.png").mkdir()
    assert "it is a folder.|Add a file name" in refused(*MATTE, option, "folder.png")
    assert "cannot be written" in refused(*MATTE, option, "/proc/self/mem/a.png")


@pytest.mark.parametrize("name", ["image.png", "trimap.png", "../desk/image.png", "link.png"])
def test_inputs_are_never_overwritten(refused, desk, name):
    (desk / "link.png").symlink_to("trimap.png")
    words = refused(*MATTE, "--output", name)
    assert words.endswith("would be overwritten.|Choose another name for the result.")


def test_alpha_and_cutout_need_two_names(refused):
    assert "Two results would be written to" in refused(
        *MATTE, "--output", "a.png", "--cutout", "a.png"
    )


def test_default_name_never_replaces_a_file(refused, desk):
    (desk / "image-alpha.png").write_bytes(b"truth")
    assert "“image-alpha.png” in this folder already.|Say --output" in refused(*MATTE)


def test_truth_of_another_size_is_refused(refused):
    paint("truth.png", 9, (4, 5))
    words = refused(*MATTE, "--truth", "truth.png")
    assert "is 4 × 5 pixels, the image is 48 × 40.|Give the alpha" in words


def test_several_images_need_folders(refused):
    words = refused("matte", "image.png", *MATTE[1:])
    assert "With several images --trimap must be a folder, and “trimap.png” is none." in words


def test_image_without_trimap_in_the_folder_is_named(refused, desk):
    (desk / "trimaps").mkdir()
    words = refused("matte", "image.png", "--trimap", "trimaps", "--model", "dim-student")
    assert "The folder “trimaps” has no trimap for “image.png”.|Name it image.png or" in words


def test_second_image_is_checked_before_the_first_is_matted(refused, desk):
    for name in ("image", "other"):
        (desk / f"{name}-trimap.png").write_bytes((desk / "trimap.png").read_bytes())
    (desk / "other.png").write_bytes(b"")
    words = refused("matte", "image.png", "other.png", "--trimap", ".", "--model", "dim-student")
    assert "“other.png” is empty." in words


@pytest.mark.usefixtures("entry", "desk")
def test_wrong_input_is_refused_without_torch_or_qt():
    script = (
        "import sys; from engine.cli import main; code = main(sys.argv[1:]);"
        "heavy = {'torch', 'PySide6', 'app'} & set(sys.modules);"
        "sys.exit(f'{code} {heavy}' if code != 2 or heavy else 0)"
    )
    paint("trimap.png", 128)
    done = subprocess.run(
        [sys.executable, "-c", script, *MATTE],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("The trimap has no foreground and no background.\n")


@pytest.mark.usefixtures("entry")
def test_interrupt_ends_with_130_and_leaves_nothing(desk, capsys):
    PIL.Image.fromarray(np.zeros((6000, 6000, 3), np.uint8)).save("image.png", compress_level=0)
    before = sorted(desk.iterdir())
    handler = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.03)  # while the large picture is being read
    try:
        assert main([*MATTE, "--output", "a.png"]) == 130
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
    assert capsys.readouterr().err.endswith("Stopped; what was finished before is kept.\n")
    assert sorted(desk.iterdir()) == before


def test_a_word_that_is_no_device_is_refused_before_anything_is_measured(capsys):
    assert main(["evaluate", "--device", "toaster"]) == 2
    said = capsys.readouterr().err
    assert "toaster" in said
    assert "cpu" in said
