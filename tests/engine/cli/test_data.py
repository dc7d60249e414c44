"""`gossamer-cli data`: what it prints, and when it answers 2."""

import sys

import numpy as np
import PIL.Image
import pytest

from engine.cli import main
from engine.imaging.reading import read_alpha, read_image, read_trimap
from engine.matting.evaluation import cases


@pytest.fixture
def foregrounds(tmp_path):
    """One soft square, and one empty picture."""
    folder = tmp_path / "foregrounds"
    folder.mkdir()
    pixels = np.zeros((80, 80, 4), np.uint8)
    PIL.Image.fromarray(pixels).save(folder / "fox-1.png")
    pixels[20:60, 20:60, 3] = np.linspace(0, 255, 40)
    pixels[25:55, 25:55, 3] = 255
    PIL.Image.fromarray(pixels).save(folder / "fox-2.png")
    return folder


def test_check_tells_of_every_file_and_counts(foregrounds, capsys):
    assert main(["data", "check", str(foregrounds)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:] == [
        "  fox-1.png: Its alpha is 0 everywhere. Cut it out again, or remove it.",
        "  others                       1",
        "  1 of 2 can be used.",
    ]


@pytest.mark.parametrize("role", ["foregrounds", "backgrounds"])
def test_nothing_to_train_on_is_an_error(foregrounds, tmp_path, role, capsys):
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "broken.png").write_bytes(b"no picture")
    command = {
        "foregrounds": [str(bad)],
        "backgrounds": [str(foregrounds), "--backgrounds", str(bad)],
    }[role]
    assert main(["data", "check", *command]) == 2
    printed = capsys.readouterr()
    assert "broken.png: “broken.png” cannot be read" in printed.out
    assert printed.err == (
        f"Nothing in “{bad}” can be trained on.\n"
        "Mend what is said of its files above, or choose another folder.\n"
    )


def test_folders_that_are_not_there_are_told(refused, tmp_path):
    assert refused("data", "check", str(tmp_path / "none")).endswith("|Check its name.")
    assert "required: ACTION" in refused("data")


@pytest.fixture
def no_blender(monkeypatch, tmp_path):
    """A cache folder in which nothing has been set up."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("", "No family is named.|Name some, or “all”: basket, boa, "),
        ("fox --out o", "There is no family “fox”.|Known families: basket, boa, "),
        ("net", "It is not said where to.|Name a folder with --out."),
        ("net --out o --count 0", "--count is below 1.|Give 1 or more."),
        ("net --out o --seed -1", "--seed is below 0.|Give 0 or more."),
        ("net --out o --side 8", "--side is below 16.|Give 16 or more."),
        ("net --out o", "Rendering needs Blender's Python module, bpy, which is not set up yet.|"),
        ("net --out o --python none", "The Python “none” cannot import bpy.|Install bpy==5.0.1"),
    ],
)
@pytest.mark.usefixtures("no_blender")
def test_render_tells_what_it_lacks(refused, arguments, told):
    assert refused("data", "render", *arguments.split()).startswith(told)


def test_composites_are_written_as_evaluate_reads_them(foregrounds, tmp_path, capsys):
    out = tmp_path / "composites"
    command = ["data", "compose", str(foregrounds), "--out", str(out), "--count", "3"]
    assert main([*command, "--side", "96"]) == 0
    assert capsys.readouterr().out == f"3 pictures in {out}: images, trimaps, alphas.\n"
    found = cases(out / "images", out / "trimaps", out / "alphas")
    assert [case.name for case in found] == ["1-00000", "1-00001", "1-00002"]
    for case in found:
        trimap = read_trimap(case.trimap, (96, 96))
        alpha = read_alpha(case.alpha)
        assert read_image(case.image).image.shape == (96, 96, 3)
        assert alpha[trimap == 255].min() > 0.99
        assert alpha[trimap == 0].max() < 0.01


def test_composites_that_are_there_are_left_alone_and_missing_ones_are_the_same(
    foregrounds, tmp_path
):
    out = tmp_path / "composites"
    command = ["data", "compose", str(foregrounds), "--out", str(out), "--side", "64"]
    assert main([*command, "--count", "2"]) == 0
    first, second = (out / "alphas" / f"1-0000{number}.png" for number in range(2))
    stamp, content = first.stat().st_mtime_ns, second.read_bytes()
    second.unlink()
    assert main([*command, "--count", "2"]) == 0
    assert first.stat().st_mtime_ns == stamp
    assert second.read_bytes() == content


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("none --out o", "There is no folder “none”.|"),
        (". --out image.png/o", "“image.png/o/images” cannot be written (Not a directory).|"),
        (". --out o --side 32", "--side is below 64.|Give 64 or more."),
        (".", "The following arguments are required: --out.|"),
    ],
)
def test_compose_tells_what_is_wrong(refused, arguments, told):
    assert refused("data", "compose", *arguments.split()).startswith(told)


@pytest.mark.skipif(sys.platform == "win32", reason="a script cannot stand in for Python there")
def test_render_goes_on_after_a_failure_and_answers_2_in_the_end(tmp_path, capsys):
    """A stand-in for the Python that has bpy, which imports everything and renders nothing."""
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\n[ $1 = -c ] || { echo no light >&2; exit 1; }\n")
    python.chmod(0o755)
    command = ["data", "render", "net", "boa", "--out", str(tmp_path / "out")]
    assert main([*command, "--python", str(python)]) == 2
    printed = capsys.readouterr()
    assert printed.out.count("Blender could not render") == 2
    assert "no light. Try another seed; finished pictures are kept." in printed.out
    assert printed.err.startswith("2 of 2 pictures could not be rendered.\nWhy is said above;")
