"""What `matte` writes and reports. The weights are untrained: only the form of it counts."""

import numpy as np
import PIL.Image
import pytest

from engine.cli import main
from engine.imaging.reading import read_alpha, read_image, read_trimap
from engine.imaging.writing import write_alpha

MATTE = ("matte", "image.png", "--trimap", "trimap.png", "--model", "dim-student")


def test_alpha_goes_where_it_was_asked_for(answered):
    (report,) = answered(*MATTE, "--output", "a.png")["images"]
    alpha, trimap = read_alpha("a.png"), read_trimap("trimap.png", (40, 48))
    assert (alpha[trimap == 0] == 0).all()
    assert (alpha[trimap == 255] == 1).all()
    assert report["output"] == "a.png"
    assert report["cutout"] is None


def test_report_has_what_the_contract_names(answered):
    (report,) = answered(*MATTE, "--device", "cpu")["images"]
    assert report.pop("seconds") >= 0
    (check,) = report.pop("checks")
    assert check.startswith("8 bits, alpha alone, read back by OpenImageIO ")
    assert report == {
        "image": "image.png",
        "trimap": "trimap.png",
        "model": "dim-student",
        "device": "cpu",
        "size": [48, 40],
        "unknown": pytest.approx(1 / 3),
        "output": "image-alpha.png",
        "cutout": None,
        "sad": None,
        "mse": None,
    }


@pytest.mark.parametrize("bits", [8, 16])
def test_cutout_alone_writes_no_alpha(answered, desk, bits):
    answered(*MATTE, "--cutout", "c.png", "--bits", str(bits))
    picture = read_image("c.png")
    assert picture.image.dtype == (np.uint8 if bits == 8 else np.uint16)
    assert picture.alpha.shape == (40, 48)
    assert sorted(path.name for path in desk.iterdir()) == ["c.png", "image.png", "trimap.png"]


def test_truth_is_measured_over_unknown_pixels(answered):
    answered(*MATTE, "--output", "a.png")
    wrong = np.clip(read_alpha("a.png") + np.float32(0.25), 0, None) / 2
    write_alpha("truth.png", wrong.astype(np.float32))
    (report,) = answered(*MATTE, "--output", "b.png", "--truth", "truth.png")["images"]
    difference = (read_alpha("b.png") - read_alpha("truth.png"))[:, 16:32].astype(np.float64)
    assert report["sad"] == pytest.approx(np.abs(difference).sum() / 1000, rel=1e-4)
    assert report["mse"] == pytest.approx((difference**2).mean(), rel=1e-4)


def test_several_images_go_into_folders(answered, desk):
    for folder in ("trimaps", "alphas", "cuts"):
        (desk / folder).mkdir()
    for stem, name in (("image", "image-trimap.png"), ("other", "other.png")):
        (desk / f"{stem}.png").write_bytes((desk / "image.png").read_bytes())
        (desk / "trimaps" / name).write_bytes((desk / "trimap.png").read_bytes())
    where = ("--trimap", "trimaps", "--output", "alphas", "--cutout", "cuts")
    reports = answered("matte", "image.png", "other.png", *where, "--model", "dim-student")
    assert [report["output"] for report in reports["images"]] == [
        "alphas/image.png",
        "alphas/other.png",
    ]
    assert len(list(desk.glob("*/*.png"))) == 6


@pytest.mark.usefixtures("usable", "desk")
def test_people_get_a_line_for_each_picture(capsys):
    assert main(MATTE) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("image.png: 48 × 40, 33.3% unknown, dim-student on ")
    assert printed.out.endswith("s → image-alpha.png\n")
    assert printed.err == ""


def test_turned_photograph_takes_the_trimap_of_the_turned_picture(answered):
    exif = PIL.Image.Exif()
    exif[274] = 6
    PIL.Image.open("image.png").rotate(90, expand=True).save("turned.jpg", exif=exif)
    (report,) = answered("matte", "turned.jpg", *MATTE[2:])["images"]
    assert report["size"] == [48, 40]
    assert read_alpha("turned-alpha.png").shape == (40, 48)
