"""Project files: whole after a round trip, at home on any machine, and hostile ones refused."""

import io
import json
import multiprocessing
import os
import pickle
import struct
import sys
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import PIL.Image
import pytest

from engine.errors import ImageError, OutputError, ProjectError
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image
from engine.keeping.notes import note_of
from engine.keeping.photographs import history_of, photograph_of, trimap_for
from engine.keeping.project import FORMAT, MIMETYPE, read_project, write_project
from engine.trimap.codes import UNKNOWN
from tests.engine.half_written import half_written


@pytest.fixture
def kept(project, photo, tmp_path):
    """The file of a project whose photograph lies beside it."""
    path = tmp_path / "fox.gossamer"
    write_project(path, project, read_image(photo), inside=False)
    return path


def with_entries(path, **changed):
    """The archive with other contents; None leaves an entry out."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    entries.update({name.replace("_", "."): content for name, content in changed.items()})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            if content is not None:
                archive.writestr(name, content)
    return path


def refusal(path):
    with pytest.raises(ProjectError) as raised:
        read_project(path)
    assert raised.value.hint
    return raised.value.message


def head_of(path):
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read("project.json"))


def png(pixels):
    held = io.BytesIO()
    PIL.Image.fromarray(pixels).save(held, "png")
    return held.getvalue()


def test_a_project_comes_back_as_it_was(project, kept):
    stored = read_project(kept)
    assert stored.picture is None
    again = stored.project
    assert again.note == project.note
    assert (again.trimap == project.trimap).all()
    assert (again.base == UNKNOWN).all()
    assert np.abs(again.alpha - project.alpha).max() <= 0.5 / 65535 + 1e-7
    assert (again.journal, again.model) == (project.journal, "guided-student")
    history = history_of(again)
    assert (len(history.steps), history.index) == (3, 3)


def test_a_project_is_a_zip_that_says_what_it_is(kept):
    assert kept.read_bytes()[30:].startswith(b"mimetype" + MIMETYPE.encode())
    with zipfile.ZipFile(kept) as archive:
        assert archive.testzip() is None
        assert PIL.Image.open(archive.open("thumbnail.png")).size == (120, 90)
    assert not list(kept.parent.glob(".gossamer-*"))


def test_a_save_removes_what_a_killed_one_left(kept, project, photo):
    left = half_written(kept)
    write_project(kept, project, read_image(photo), inside=False)
    assert not left.exists()
    assert read_project(kept).project.trimap.any()


def test_the_photograph_is_found_inside_wherever_the_project_goes(project, photo, tmp_path):
    away = tmp_path / "away"
    away.mkdir()
    path = away / "fox.gossamer"
    write_project(path, project, read_image(photo), inside=True)
    photo.unlink()
    found = photograph_of(path, read_project(path))
    assert found.is_same
    assert found.picture.path == away / "fox.png"
    assert found.fits(project.note)
    assert sorted(p.name for p in away.iterdir()) == ["fox.gossamer"]


def test_the_photograph_is_found_beside_the_project_on_another_machine(kept, photo, tmp_path):
    away = tmp_path / "away"
    away.mkdir()
    moved, beside = kept.rename(away / kept.name), photo.rename(away / photo.name)
    found = photograph_of(moved, read_project(moved))
    assert (found.picture.path, found.is_same) == (beside, True)


def test_a_photograph_that_was_changed_is_told_apart(kept, photo, image):
    PIL.Image.fromarray(image[:, ::-1]).save(photo)
    assert not photograph_of(kept, read_project(kept)).is_same


def test_of_two_photographs_the_very_same_one_is_taken(project, photo, tmp_path, image):
    away = tmp_path / "away"
    away.mkdir()
    PIL.Image.fromarray(image[:, ::-1]).save(away / photo.name)
    path = away / "fox.gossamer"
    write_project(path, project, read_image(photo), inside=False)
    found = photograph_of(path, read_project(path))
    assert (found.picture.path, found.is_same) == (photo, True)


def test_a_photograph_that_is_gone_is_named(kept, photo):
    photo.unlink()
    with pytest.raises(ProjectError, match="fox.png") as raised:
        photograph_of(kept, read_project(kept))
    assert "beside" in raised.value.hint


def test_a_picture_without_a_file_is_put_inside(project, tmp_path, image):
    path = tmp_path / "pasted.gossamer"
    note = note_of(tmp_path / "pasted.png", image.shape[:2])
    write_project(path, replace(project, note=note), Picture(tmp_path / "x", image), inside=False)
    found = photograph_of(path, read_project(path))
    assert (found.picture.image == image).all()
    assert found.picture.path == tmp_path / "pasted.png"


def test_strokes_go_over_to_a_larger_version_of_the_photograph(kept, image, tmp_path):
    big = tmp_path / "big.png"
    PIL.Image.fromarray(np.repeat(np.repeat(image, 2, 0), 2, 1)).save(big)
    trimap = trimap_for(read_project(kept).project, read_image(big))
    assert trimap.shape == (180, 240)
    small = read_project(kept).project.trimap
    assert (trimap[::2, ::2] == small).mean() > 0.97


def test_a_cropped_version_is_refused(kept, image, tmp_path):
    cropped = tmp_path / "cropped.png"
    PIL.Image.fromarray(image[:50]).save(cropped)
    with pytest.raises(ProjectError, match="proportions"):
        trimap_for(read_project(kept).project, read_image(cropped))


def test_saving_fails_in_words_and_leaves_the_older_file(project, photo, kept):
    before = kept.read_bytes()
    with pytest.raises(OutputError, match="folder"):
        write_project(kept / "x.gossamer", project, read_image(photo), inside=False)
    picture = read_image(photo)
    photo.unlink()
    with pytest.raises(ImageError, match="any more"):
        write_project(kept, project, picture, inside=True)
    assert kept.read_bytes() == before
    assert not list(kept.parent.glob(".gossamer-*"))


def test_what_is_no_project_is_refused(tmp_path, photo):
    for content in (b"", b"PK\x03\x04", photo.read_bytes(), pickle.dumps({"a": 1})):
        path = tmp_path / "strange.gossamer"
        path.write_bytes(content)
        assert "no project" in refusal(path)
    assert "There is no file" in refusal(tmp_path / "nowhere.gossamer")
    assert "cannot be opened" in refusal(tmp_path)


def test_a_project_cut_off_anywhere_is_refused(kept):
    data = kept.read_bytes()
    for length in range(0, len(data) - 1, 97):
        kept.write_bytes(data[:length])
        assert refusal(kept)


def test_a_project_spoilt_anywhere_is_refused_or_whole(kept, project):
    data = kept.read_bytes()
    draw = np.random.default_rng(1)
    for place in draw.integers(0, len(data), 400):
        kept.write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
        try:
            again = read_project(kept).project
        except ProjectError:
            continue
        assert (again.trimap == project.trimap).all()


def test_a_newer_format_is_told(kept):
    head = head_of(kept) | {"format": FORMAT + 1}
    assert "newer version" in refusal(with_entries(kept, project_json=json.dumps(head)))


@pytest.mark.parametrize(
    "head",
    [
        "[]", "{}", "nothing", "[" * 100_000, '{"format": true}', '{"format": 1}',
        '{"format": 1, "picture": {"path": 3, "width": 1, "height": 1, "sha256": ""}}',
        '{"format": 1, "picture": {"path": "a", "width": -1, "height": 1, "sha256": ""}}',
        '{"format": 1, "picture": {"path": "a", "width": 1e9, "height": 1, "sha256": ""}}',
        '{"format": 1, "picture": {"path": "a", "width": 99999, "height": 99999, "sha256": ""}}',
        '{"format": 1, "picture": {"path": "a\\u0000", "width": 9, "height": 9, "sha256": ""}}',
        '{"format": ' + "9" * 5000 + "}",
    ],
)  # fmt: skip
def test_strange_heads_are_refused(kept, head):
    assert refusal(with_entries(kept, project_json=head))


def test_planes_of_another_size_or_kind_are_refused(kept):
    for pixels in (
        np.zeros((91, 120), np.uint8),
        np.zeros((90, 120, 3), np.uint8),
        np.full((90, 120), 7, np.uint8),
        np.zeros((90, 120), np.uint16),
    ):
        assert "trimap.png" in refusal(with_entries(kept, trimap_png=png(pixels)))
    whole = png(np.zeros((90, 120), np.uint8))
    assert "alpha.png" in refusal(with_entries(kept, trimap_png=whole, alpha_png=whole))
    assert "it has no trimap.png" in refusal(with_entries(kept, trimap_png=None))


def test_a_png_that_claims_to_be_huge_takes_no_memory(kept):
    head = head_of(kept)
    content = bytearray(png(np.zeros((90, 120), np.uint8)))
    content[16:24] = struct.pack(">II", 60_000, 60_000)
    content[29:33] = struct.pack(">I", zlib.crc32(content[12:29]))
    assert "trimap.png" in refusal(with_entries(kept, trimap_png=bytes(content)))
    head["picture"] |= {"width": 60_000, "height": 60_000}
    assert "too large" in refusal(with_entries(kept, project_json=json.dumps(head)))


@pytest.mark.skipif(sys.platform != "linux", reason="looks at memory as Linux tells of it")
def test_hostile_files_take_no_memory(kept):
    """Bombs of all kinds, read by a process that may not have much."""
    head = head_of(kept)
    bombs = [
        {"journal": b"\0" * 200_000_000},
        {"trimap_png": b"\0" * 200_000_000},
        {"project_json": b"[" * 200_000_000},
        {"trimap_png": png(np.zeros((8000, 8000), np.uint8))},
    ]
    process = multiprocessing.get_context("fork").Process(target=read_all, args=(kept, bombs, head))
    process.start()
    process.join()
    assert process.exitcode == 0


def read_all(path, bombs, head):
    import resource  # not on every system

    whole = path.read_bytes()
    files = []
    for number, bomb in enumerate(bombs):
        files.append(path.with_name(f"{number}.gossamer"))
        files[-1].write_bytes(whole)
        with_entries(files[-1], **bomb)
    claims = path.with_name("claims.gossamer")
    claims.write_bytes(whole)
    head["picture"] |= {"width": 20_000, "height": 20_000}
    with_entries(claims, project_json=json.dumps(head))
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + 60_000_000
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    for file in (*files, claims):
        try:
            read_project(file)
        except ProjectError:
            continue
        os._exit(1)
    os._exit(0)


def test_a_project_that_memory_cannot_hold_is_refused(kept, monkeypatch):
    free = SimpleNamespace(available=50_000)
    monkeypatch.setattr("psutil.virtual_memory", lambda: free)
    assert "of memory" in refusal(kept)


def test_a_bomb_is_refused_unread(kept):
    bomb = b"\0" * 80_000_000
    assert "too large" in refusal(with_entries(kept, journal=bomb))
    assert "too large" in refusal(with_entries(kept, journal=b"", project_json=bomb))


def test_an_entry_that_is_longer_than_it_says_is_refused(kept):
    with_entries(kept, journal=b"\0" * 900_000)
    data = bytearray(kept.read_bytes())
    with zipfile.ZipFile(kept) as archive:
        info = archive.getinfo("journal")
    for place in range(len(data) - 4):
        if data[place : place + 4] == struct.pack("<I", info.file_size):
            data[place : place + 4] = struct.pack("<I", 1000)
    kept.write_bytes(data)
    assert "journal" in refusal(kept)


def test_names_that_lead_elsewhere_lead_nowhere(kept, tmp_path):
    with zipfile.ZipFile(kept, "a") as archive:
        for name in ("../evil.txt", "/evil.txt", "C:\\evil.txt", "a/../../evil.txt"):
            archive.writestr(name, "evil")
    head = head_of(kept)
    head["picture"]["path"] = "../../../" + str(tmp_path) + "/sub/../secret.png"
    read_project(kept)
    assert not list(tmp_path.parent.rglob("evil*"))
    stored = read_project(with_entries(kept, project_json=json.dumps(head)))
    with pytest.raises(ProjectError, match="secret.png"):
        photograph_of(kept, stored)
    with zipfile.ZipFile(kept, "a") as archive:
        for number in range(100):
            archive.writestr(f"{number}", "")
    assert "too many" in refusal(kept)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_entry_that_is_there_twice_is_refused(kept):
    with zipfile.ZipFile(kept, "a") as archive:
        archive.writestr("trimap.png", b"another")
    assert "twice" in refusal(kept)


def test_other_ways_of_packing_are_refused(kept):
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with_entries(kept, mimetype=None)
        with zipfile.ZipFile(kept, "a", method) as archive:
            archive.writestr("mimetype", MIMETYPE)
        assert "packed" in refusal(kept)


def test_a_journal_that_tells_another_story_costs_only_the_history(kept, project):
    for journal in (b"", b"no journal", project.journal[:-3], project.journal[:200]):
        again = read_project(with_entries(kept, journal=journal)).project
        assert (again.trimap == project.trimap).all()
        assert history_of(again) is None
