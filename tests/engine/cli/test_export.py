"""`export`, `redo`, and what `matte` writes beside a PNG."""

import json

import numpy as np
import PIL.Image
import pytest

from engine.cli import main
from engine.errors import EngineError
from engine.export.record import fingerprint, read_record
from engine.imaging.reading import read_alpha, read_image
from engine.imaging.writing import write_alpha
from engine.refine.refinement import Refinement, refined

MATTE = ("matte", "image.png", "--trimap", "trimap.png", "--model", "dim-student")
EXPORT = ("export", "image.png", "--alpha", "alpha.png")


@pytest.fixture
def alpha(desk):
    """alpha.png, with a soft edge."""
    ramp = np.clip((np.arange(48) - 10) / 24, 0, 1).astype(np.float32)
    write_alpha(desk / "alpha.png", np.repeat(ramp[None], 40, 0), 16)
    return read_alpha(desk / "alpha.png")


@pytest.mark.parametrize("name", ["c.png", "c.tif", "c.webp", "c.exr", "c.psd"])
def test_a_cutout_of_any_alpha_in_any_format(answered, alpha, name):
    report = answered(*EXPORT, "--cutout", name, "--output", "a.tif")
    assert set(report["files"]) == {name, "a.tif"}
    assert all("read back by OpenImageIO" in check for check in report["files"].values())
    assert 0 <= report["residual_background"] < 1
    assert np.abs(read_alpha("a.tif") - alpha).max() <= 0.51 / 65535


def test_people_get_a_line_for_each_file(alpha, desk, capsys):  # noqa: ARG001
    assert main([*EXPORT, "--cutout", "c.tif", "--colours", "premultiplied", "--depth", "8"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("c.tif: 8 bits, premultiplied colours, read back by OpenImageIO ")
    assert second.startswith("background left in the colours of soft pixels: ")


def test_refining_is_that_of_the_engine(answered, alpha):
    answered(*EXPORT, "--output", "a.png", "--bits", "16", "--shift", "-1.5", "--black", "0.1")
    expected = refined(alpha, Refinement(shift=-1.5, black=0.1))
    assert np.abs(read_alpha("a.png") - expected).max() <= 0.51 / 65535


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ((), "Neither --output nor --cutout says where anything goes."),
        (("--output", "a.png", "--shift", "11"), "Edges are shifted by at most 10 pixels."),
        (("--cutout", "c.webp", "--depth", "16"), "WebP does not hold 16 bits."),
        (("--output", "a.png", "--depth", "float"), "PNG does not hold float floating point."),
        (("--cutout", "c.png", "--colours", "mask"), "PNG does not hold colours as “mask”."),
        (("--output", "alpha.png"), "“alpha.png” is one of the inputs and would be overwritten."),
        (("--cutout", "no/c.png"), "“no/c.png” cannot be written: its folder does not exist."),
    ],
)
@pytest.mark.usefixtures("alpha")
def test_what_makes_no_sense_is_refused_beforehand(refused, more, words):
    assert refused(*EXPORT, *more).startswith(f"{words}|")


@pytest.fixture
def record(answered):
    """The path of a record beside a matte that was refined."""
    answered(
        *MATTE, "--output", "a.png", "--bits", "16", "--record", "--gamma", "1.5", "--shift", "0.5"
    )
    return "a.png.json"


def test_redo_makes_the_same_alpha_to_the_bit(answered, record, desk):
    (desk / "trimap.png").unlink()  # the record carries it
    report = answered("redo", record, "--output", "again.png")
    assert report == {"identical": True, "made": "whole", "output": "again.png"}
    # again.png has 8 bits: a depth is a matter of the file, not of the alpha
    assert np.abs(read_alpha("again.png") - read_alpha("a.png")).max() <= 0.51 / 255
    assert read_record(desk / record).refinement == Refinement(shift=0.5, gamma=1.5)


def test_the_record_names_what_made_the_matte(record, desk, entry):
    found = read_record(desk / record)
    assert found.model == "dim-student"
    assert found.photograph_sha256 == fingerprint(read_image("image.png").image)
    assert (found.what, found.format, found.depth) == ("alpha", "png", "16")
    assert found.device == "cpu"
    assert found.threads >= 1
    assert len(found.model_sha256) == len(entry.card.sha256) == 64
    with PIL.Image.open("a.png") as picture:
        told = json.loads(picture.text["gossamer"])
    assert told["alpha_sha256"] == found.alpha_sha256


def complaint(*arguments):
    with pytest.raises(EngineError) as caught:
        raise_of(*arguments)
    return caught.value.message


def raise_of(*arguments):
    from engine.cli.program import COMMANDS, parser

    parsed = parser().parse_args(arguments)
    COMMANDS[parsed.command].run(parsed)


def test_a_picture_is_made_again_as_what_it_was_taken_for(answered, desk):
    answered(*MATTE, "--output", "p.png", "--record")
    answered(*MATTE, "--output", "c.png", "--record", "--mixing", "composite")
    photograph, composite = (json.loads((desk / f"{name}.png.json").read_text()) for name in "pc")
    assert (photograph["mixing"], composite["mixing"]) == ("photograph", "composite")
    assert photograph["alpha_sha256"] != composite["alpha_sha256"]
    del composite["mixing"]  # as records were written before there was a choice
    (desk / "old.json").write_text(json.dumps(composite))
    for name in ("p.png.json", "c.png.json", "old.json"):
        assert answered("redo", name)["identical"]
    (desk / "new.json").write_text(json.dumps({**composite, "mixing": "soup"}))
    assert complaint("redo", "new.json").endswith("“soup”.")


def test_another_photograph_is_not_taken_for_the_one_of_the_record(record, desk):
    noise = np.random.default_rng(9).integers(0, 256, (40, 48, 3), dtype=np.uint8)
    PIL.Image.fromarray(noise).save(desk / "image.png")
    assert "is not the photograph of this record." in complaint("redo", record)


def test_a_photograph_that_moved_is_found_beside_the_record_or_named(record, desk, answered):
    moved = desk / "moved"
    moved.mkdir()
    (desk / "image.png").rename(moved / "other.png")
    assert answered("redo", record, "--photograph", "moved/other.png")["identical"]
    (moved / "other.png").rename(moved / "image.png")
    (desk / record).rename(moved / record)
    assert answered("redo", f"moved/{record}")["identical"]


def test_other_weights_are_not_taken_for_those_of_the_record(record, desk):
    told = json.loads((desk / record).read_text())
    told["model_sha256"] = "0" * 64
    (desk / record).write_text(json.dumps(told))
    assert "others than those of this record." in complaint("redo", record)


def test_an_alpha_from_a_file_cannot_be_made_again(record, desk):
    told = json.loads((desk / record).read_text())
    told["model"] = ""
    (desk / record).write_text(json.dumps(told))
    assert complaint("redo", record).startswith("This record names no model")


def test_a_changed_alpha_is_told(record, desk, capsys):
    told = json.loads((desk / record).read_text())
    told["alpha_sha256"] = "0" * 64
    (desk / record).write_text(json.dumps(told))
    assert main(["redo", record]) == 0
    assert capsys.readouterr().out.startswith("Not the same alpha to the bit")
