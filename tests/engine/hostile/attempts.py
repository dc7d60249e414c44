"""Reading a file of each kind as the program does; what may come of it is a result or a refusal."""

import hashlib
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.batch.state import STATE, begun
from engine.data.accepted import accepted, files_of
from engine.errors import EngineError, ImageError, WeightsError
from engine.export.record import read_record
from engine.imaging.colours import to_srgb
from engine.imaging.limits import LARGEST
from engine.imaging.reading import read_alpha, read_image, read_trimap
from engine.keeping.drafts import left_behind, recovered
from engine.keeping.photographs import history_of, photograph_of, trimap_for
from engine.keeping.project import read_project
from engine.matting.cards import parse_card
from engine.matting.checkpoints import import_checkpoint, read_checkpoint
from engine.matting.library import entries
from engine.matting.weights import load_network
from engine.runs.story import told
from engine.training.files import EVENTS, SPEC
from engine.training.presence import NOTE
from engine.training.spec import RunSpec
from tests.engine.hostile.mutations import hostile
from tests.engine.hostile.seeds import HEIGHT, WIDTH, card


def _as_picture(path: Path, draw: random.Random) -> int:
    way = draw.randrange(4)
    if way == 0:
        return _as_alpha(path)
    if way == 1:
        return read_trimap(path, (HEIGHT, WIDTH)).size
    picture = read_image(path)
    height, width, channels = picture.image.shape
    assert picture.image.dtype in (np.uint8, np.uint16)
    assert channels == 3
    assert 0 < height * width <= LARGEST
    if picture.alpha is not None:
        assert picture.alpha.shape == (height, width)
        assert picture.alpha.dtype == np.float32
        assert 0 <= picture.alpha.min() <= picture.alpha.max() <= 1
    if picture.image.dtype == np.uint8 and height * width < 10**6:
        assert to_srgb(picture.image, picture.icc).shape == picture.image.shape
    return height * width


def _as_alpha(path: Path) -> int:
    try:
        return read_alpha(path).size
    except ImageError as error:
        if "in colour and opaque" not in error.message:
            raise
        return read_image(path).image[..., 0].size  # which had to be looked at for that


def _as_project(path: Path, _draw: random.Random) -> int:
    stored = read_project(path)
    project = stored.project
    history_of(project)
    found = photograph_of(path, stored)
    if not found.fits(project.note):
        trimap_for(project, found.picture)
    return project.trimap.size + found.picture.image.size


def _as_draft(path: Path, _draw: random.Random) -> int:
    for draft in left_behind(path.parent.parent):
        recovered(draft)
    return HEIGHT * WIDTH


def _as_weights(path: Path, _draw: random.Random) -> int:
    load_network("net", where=[path.parent])
    return 0


def _as_card(path: Path, _draw: random.Random) -> int:
    parse_card(path.read_text("utf-8", "replace"), str(path))
    entries([path.parent])
    load_network("net", where=[path.parent])
    return 0


def _as_checkpoint(path: Path, _draw: random.Random) -> int:
    read_checkpoint(path)
    with suppress(WeightsError):  # it is of a narrower network
        import_checkpoint(path, "gca-student", path.parent / "library")
    return 0


def _as_record(path: Path, _draw: random.Random) -> int:
    return read_record(path).trimap().size


def _as_spec(path: Path, _draw: random.Random) -> int:
    RunSpec.read(path)
    return 0


def _as_run(path: Path, _draw: random.Random) -> int:
    story = told(path.parent)
    assert 0 <= story.share <= 1
    assert story.step >= 0
    assert not (story.trouble and story.state == "finished")
    return 0


def _as_accepted(path: Path, _draw: random.Random) -> int:
    folder = path.parent.parent
    for one in accepted(folder):
        assert all(made.is_relative_to(folder) for made in files_of(one, folder).values())
    return 0


def _as_batch(path: Path, _draw: random.Random) -> int:
    begun(path.parent)
    return 0


_WAYS: dict[str, tuple[str, Callable[[Path, random.Random], int]]] = {
    "project": ("a.gossamer", _as_project),
    "project-apart": ("a.gossamer", _as_project),
    "draft-journal": ("1-a/journal", _as_draft),
    "draft-note": ("1-a/draft.json", _as_draft),
    "weights": ("net.safetensors", _as_weights),
    "card": ("net.json", _as_card),
    "checkpoint": ("a.pth", _as_checkpoint),
    "record": ("a.json", _as_record),
    "spec": ("a.json", _as_spec),
    "batch": (STATE, _as_batch),
    "run-events": (EVENTS, _as_run),
    "run-note": (NOTE, _as_run),
    "accepted": ("cards/fox.json", _as_accepted),
}


def case(number: int, seed: int, corpus: dict[str, bytes], kinds: list[str]) -> tuple[str, bytes]:
    """The kind of case `number`, and the bytes of its file."""
    draw = random.Random(f"{seed} {number}")
    kind = kinds[number % len(kinds)]
    other = corpus[draw.choice(kinds)]
    return kind, hostile(draw, kind, corpus[kind], other)


def attempt(kind: str, data: bytes, folder: Path, corpus: dict[str, bytes], reading: int) -> int:
    """Read `data` as a file of its kind; gives the pixels that were had, -1 for a refusal.

    reading: a number that decides which of the readers is taken, where there are several.
    Whatever else is raised is a bug. So is a file that is left behind, or changed.
    """
    suffix = ".dng" if kind == "dng" else f".{kind.partition('-')[0]}"
    name, way = _WAYS.get(kind, (f"a{suffix}", _as_picture))
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    _beside(kind, path, corpus)
    before, refusal = _content(folder), None
    try:
        pixels = way(path, random.Random(reading))
    except EngineError as error:
        refusal = error
        pixels = -1
    if refusal is not None:
        assert refusal.message.strip()
        assert refusal.hint.strip()
    if kind.startswith("draft"):
        assert path.exists() or not any(folder.rglob("journal"))
    else:
        assert _content(folder) == before
    return pixels


def _beside(kind: str, path: Path, corpus: dict[str, bytes]) -> None:
    if kind == "weights":
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        path.with_suffix(".json").write_text(replace(card(), sha256=sha256).to_json())
    elif kind == "card":
        path.with_suffix(".safetensors").write_bytes(corpus["weights"])
        sha256 = hashlib.sha256(corpus["weights"]).hexdigest().encode()
        path.write_bytes(path.read_bytes().replace(b'"sha256": ""', b'"sha256": "%s"' % sha256))
    elif kind.startswith("run"):
        (path.parent / SPEC).write_bytes(corpus["spec"])
    elif kind == "draft-journal":
        (path.parent / "draft.json").write_bytes(corpus["draft-note"])
    elif kind == "draft-note":
        (path.parent / "journal").write_bytes(corpus["draft-journal"])
    elif kind.startswith("project"):
        (path.parent / "fox.png").write_bytes(corpus["png"])


def _content(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
