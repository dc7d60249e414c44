"""Files that appear whole, are not made twice, and failures in words; live where bpy is."""

import json
import os
import sys
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from engine.data.render import environment, rendering
from engine.data.render.worker import Job
from engine.errors import DataError, OutputError

RECORDED = Path(__file__).with_name("seedhead-2.npz")
PATTERN = Job("", 0, 64, "")


@pytest.fixture
def blender(tmp_path):
    """A function: lines of Python to a program that stands in for the Python that has bpy."""
    if sys.platform == "win32":
        pytest.skip("a script cannot stand in for Python here")

    def program(*lines):
        path = tmp_path / "python"
        head = [f"#!{sys.executable}", "import json, shutil, sys", "job = json.loads(sys.argv[3])"]
        path.write_text("\n".join([*head, *lines]))
        path.chmod(0o755)
        return path

    return program


@pytest.fixture
def recording(blender):
    """Answers every job with the recorded render."""
    return blender(f"shutil.copy({json.dumps(str(RECORDED))}, job['output'])")


def test_pictures_are_webp_with_exact_alpha(recording, tmp_path):
    jobs = rendering.planned(["net"], [7], PATTERN)
    (done,) = rendering.render(recording, jobs, tmp_path / "new" / "folder")
    assert done.path.name == "net-007.webp"
    with PIL.Image.open(done.path) as image:
        assert (image.format, image.mode, image.size) == ("WEBP", "RGBA", (64, 64))
        alpha = np.asarray(image)[..., 3]
    with np.load(RECORDED) as planes:
        expected = np.rint(planes["alpha"].astype(np.float32) * 255)
    assert (alpha == expected).all()


def test_what_is_there_is_not_rendered_again(recording, tmp_path):
    jobs = rendering.planned(["net", "boa"], [1, 2], PATTERN)
    folder = tmp_path / "out"
    first = rendering.render(recording, jobs, folder)
    assert [next(first).path.stem for _ in range(3)] == ["net-001", "boa-001", "net-002"]
    stamp = (folder / "net-001.webp").stat().st_mtime_ns
    again = list(rendering.render(recording, jobs, folder))
    assert [done.seconds is None for done in again] == [True, True, True, False]
    assert (folder / "net-001.webp").stat().st_mtime_ns == stamp
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{family}-{seed:03}.webp" for family in ("boa", "net") for seed in (1, 2)
    ]


def test_a_failure_of_blender_is_told_and_leaves_no_file(blender, tmp_path):
    copy = f"shutil.copy({json.dumps(str(RECORDED))}, job['output'])"
    python = blender("if job['seed'] == 3: sys.exit('Out of memory, said Blender.')", copy)
    jobs = rendering.planned(["net"], [3, 4], PATTERN)
    bad, good = rendering.render(python, jobs, tmp_path / "out")
    assert bad.failure.message == "Blender could not render net-3: Out of memory, said Blender."
    assert "Try another seed" in bad.failure.hint
    assert good.failure is None
    assert list((tmp_path / "out").iterdir()) == [good.path]


def test_passes_that_do_not_register_are_refused(blender, tmp_path):
    with np.load(RECORDED) as planes:
        moved = {**planes, "alpha": np.roll(planes["alpha"], 1, axis=0)}
    np.savez(tmp_path / "moved.npz", **moved)
    python = blender(f"shutil.copy({json.dumps(str(tmp_path / 'moved.npz'))}, job['output'])")
    jobs = rendering.planned(["net"], [3], PATTERN)
    (bad,) = rendering.render(python, jobs, tmp_path / "out")
    assert bad.failure.message == "Colour and alpha of net-3 do not register."
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_cannot_be_is_told(recording, tmp_path):
    (tmp_path / "file").write_text("no folder")
    jobs = rendering.planned(["net"], [1], PATTERN)
    with pytest.raises(OutputError, match="cannot be written"):
        list(rendering.render(recording, jobs, tmp_path / "file" / "out"))


def test_a_python_without_bpy_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with pytest.raises(DataError, match="is not set up yet") as caught:
        environment.usable_python(None)
    assert "--setup" in caught.value.hint
    for python in (Path(sys.executable), tmp_path / "none"):
        with pytest.raises(DataError, match="cannot import bpy"):
            environment.usable_python(python)


@pytest.fixture(scope="session")
def bpy_python():
    """A Python that has bpy: GOSSAMER_RENDER_PYTHON, or the one that `--setup` made."""
    named = os.environ.get("GOSSAMER_RENDER_PYTHON")
    try:
        return environment.usable_python(Path(named) if named else None)
    except DataError as error:
        pytest.skip(error.message)


@pytest.mark.parametrize("family", ["seedhead", "glass", "smoke"])
def test_a_live_render_registers_and_repeats(bpy_python, family):
    job = Job(family, 2, 48, "", detail=0.2, colour_samples=8, alpha_samples=32)
    first, again = (rendering.rendered(bpy_python, job) for _ in range(2))
    assert (first.alpha == again.alpha).all()
    assert first.alpha.shape == (48, 48)
    soft = (first.alpha > 0.05) & (first.alpha < 0.95)
    assert soft.mean() > 0.05
    assert np.abs(first.coverage - first.alpha)[soft].mean() < 0.15
    assert rendering.picture(job, first)[..., :3].std() > 5
