"""Sound files of every kind that is read, small, from which hostile ones are made."""

import io
import json
import struct
import warnings
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import cv2
import numpy as np
import PIL.Image
import pillow_heif
import tifffile
import torch
from safetensors.torch import save as packed_tensors

from engine.batch.orders import Orders
from engine.batch.state import Result
from engine.data.accepted import Accepted
from engine.export.record import Record, fingerprint, packed_trimap
from engine.imaging.picture import Picture
from engine.keeping.journal import MAGIC, Journal
from engine.keeping.notes import note_as_json, note_of
from engine.keeping.project import Project, write_project
from engine.keeping.records import encode, step_of
from engine.matting.cards import Card, Source
from engine.networks import create
from engine.training.events import (
    Event,
    Failed,
    Previewed,
    Saved,
    Slept,
    Started,
    StepDone,
    Validated,
)
from engine.training.events import encode as encode_event
from engine.training.spec import RunSpec
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.packing import packed
from engine.trimap.paint import Dab
from engine.trimap.traces import StrokeTrace, traced_patches

HEIGHT, WIDTH = 48, 64
NETWORK, NARROW = "guided-student", 0.05
_ACROSS = np.linspace(0, 255, WIDTH)[None, :, None] * (0.3, 0.6, 1.0)
_NOISE = np.random.default_rng(3).integers(0, 60, (HEIGHT, WIDTH, 3))
COLOURS = np.clip(_ACROSS + _NOISE, 0, 255).astype(np.uint8)


def seeds(folder: Path) -> dict[str, bytes]:
    """The content of a file of each kind; `folder` is for what has to be written first."""
    return _pictures() | _projects(folder) | _weights() | _texts(folder)


def _pictures() -> dict[str, bytes]:
    image, alpha = PIL.Image.fromarray(COLOURS), PIL.Image.fromarray(COLOURS[..., 0])
    rgba = image.copy()
    rgba.putalpha(alpha)
    exif = PIL.Image.Exif()
    exif[0x0112], exif[0x0110] = 6, "Box"
    exif.get_ifd(0x8769).update({0xA002: WIDTH, 0xA003: HEIGHT})
    icc = PIL.ImageCms.ImageCmsProfile(PIL.ImageCms.createProfile("sRGB")).tobytes()
    noted = {"exif": exif, "icc_profile": icc}
    frames = [PIL.Image.fromarray(np.roll(COLOURS, 9 * n, 1)) for n in (1, 2)]
    several = {"save_all": True, "append_images": frames}
    deep = COLOURS.astype(np.uint16) * 257
    trimap = np.full((HEIGHT, WIDTH), UNKNOWN, np.uint8)
    trimap[:, :20], trimap[:, 40:] = FOREGROUND, BACKGROUND
    return {
        "png": _saved(image, "PNG", **noted),
        "png-alpha": _saved(rgba, "PNG"),
        "png-palette": _saved(image.quantize(16), "PNG", transparency=3, bits=4),
        "png-trimap": _saved(PIL.Image.fromarray(trimap), "PNG"),
        "png-deep": cv2.imencode(".png", deep)[1].tobytes(),
        "png-animated": _saved(image, "PNG", **several),
        "jpeg": _saved(image, "JPEG", quality=80, **noted),
        "jpeg-progressive": _saved(image, "JPEG", progressive=True, quality=60),
        "jpeg-cmyk": _saved(image.convert("CMYK"), "JPEG"),
        "tiff": _saved(image, "TIFF", **noted),
        "tiff-lzw": _saved(rgba, "TIFF", compression="tiff_lzw"),
        "tiff-deflate": _saved(alpha, "TIFF", compression="tiff_adobe_deflate"),
        "tiff-jpeg": _saved(image, "TIFF", compression="jpeg"),
        "tiff-pages": _saved(image, "TIFF", **several),
        "tiff-deep": _tiff(deep, photometric="rgb"),
        "tiff-tiled": _tiff(COLOURS, photometric="rgb", tile=(16, 32)),
        "webp": _saved(image, "WEBP", quality=70, **noted),
        "webp-lossless": _saved(rgba, "WEBP", lossless=True),
        "webp-animated": _saved(image, "WEBP", **several),
        "gif": _saved(image, "GIF", **several),
        "avif": _saved(rgba, "AVIF", quality=70, speed=10, **noted),
        "avif-animated": _saved(image, "AVIF", quality=50, speed=10, **several),
        "bmp": _saved(image, "BMP"),
        "heic": _heic(icc),
        "dng": _dng(),
    }


def _saved(image: PIL.Image.Image, kind: str, **options) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def _tiff(planes, **options) -> bytes:
    file = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tifffile.imwrite(file, planes, metadata=None, **options)
    return file.getvalue()


def _heic(icc: bytes) -> bytes:
    file = io.BytesIO()
    held = pillow_heif.from_bytes("RGB", (WIDTH, HEIGHT), COLOURS.tobytes())
    held.save(file, quality=50, icc_profile=icc)
    return file.getvalue()


def _dng() -> bytes:
    matrix = [part for number in (3, -1, 0, -1, 2, 0, 0, 0, 1) for part in (number, 1)]
    tags = [
        (33421, "H", 2, (2, 2), True),
        (33422, "B", 4, bytes((0, 1, 1, 2)), True),
        (50706, "B", 4, bytes((1, 4, 0, 0)), True),
        (50717, "H", 1, 4095, True),
        (50721, "2i", 9, matrix, True),
    ]
    return _tiff(COLOURS[..., 0].astype(np.uint16) * 16, photometric="cfa", extratags=tags)


def _projects(folder: Path) -> dict[str, bytes]:
    photograph = folder / "fox.png"
    PIL.Image.fromarray(COLOURS).save(photograph)
    note = note_of(photograph, (HEIGHT, WIDTH))
    base = np.full((HEIGHT, WIDTH), UNKNOWN, np.uint8)
    trimap, records = base.copy(), []
    for code, x in ((FOREGROUND, 12), (BACKGROUND, 50)):
        trace = StrokeTrace(code, (Dab(x, 20, 6), Dab(x, 30, 6)))
        patches = traced_patches(trace, trimap, COLOURS)
        for patch in patches:
            trimap[patch.box.slices] = patch.after
        records.append(step_of("Paint", tuple(packed(patch) for patch in patches), trace, 1.0))
    place = folder / "journal"
    journal = Journal(place)
    for record in records:
        journal.append(encode(record))
    journal.close()
    content = place.read_bytes()
    place.unlink()
    alpha = np.where(trimap == FOREGROUND, np.float32(1), np.float32(0.25))
    project = Project(note, trimap, base, content, alpha, NETWORK)
    picture = Picture(photograph, COLOURS)
    write_project(folder / "a.gossamer", project, picture, inside=True)
    write_project(folder / "b.gossamer", project, picture, inside=False)
    assert content.startswith(MAGIC)
    return {
        "project": (folder / "a.gossamer").read_bytes(),
        "project-apart": (folder / "b.gossamer").read_bytes(),
        "draft-journal": content,
        "draft-note": json.dumps(
            {"format": 1, "began": 1.0, "picture": note_as_json(note), "project": None}
        ).encode(),
    }


def _weights() -> dict[str, bytes]:
    torch.manual_seed(0)
    state = create(NETWORK, NARROW).state_dict()
    file = io.BytesIO()
    torch.save({"state_dict": create("gca-student", NARROW).state_dict()}, file)
    return {
        "weights": packed_tensors({name: part.contiguous() for name, part in state.items()}),
        "checkpoint": file.getvalue(),
        "card": card().to_json().encode(),
    }


def card() -> Card:
    """The card of the weights."""
    return Card(
        name="net",
        network=NETWORK,
        title="A net",
        parameters=18_103,
        method="none",
        data=(Source("noise", "CC0-1.0"),),
        metrics={"check/sad": 4.2},
        intended_use="tests",
        limits="all",
        licence="MIT",
        width=NARROW,
    )


def _texts(folder: Path) -> dict[str, bytes]:
    trimap = np.full((HEIGHT, WIDTH), FOREGROUND, np.uint8)
    print_of = fingerprint(trimap)
    record = Record(
        photograph="fox.png",
        photograph_sha256=print_of,
        trimap_sha256=print_of,
        alpha_sha256=print_of,
        model=NETWORK,
        model_sha256=print_of,
        device="cpu",
        threads=1,
        trimap_png=packed_trimap(trimap),
    )
    orders = Orders(images=folder, trimaps=folder, output=folder / "out")
    result = Result(name="fox.png", status="done", seconds=1.0, stamp=[1, 2], size=(WIDTH, HEIGHT))
    lines = [{"batch": 1, "orders": orders.as_json()}, asdict(result)]
    kept = Accepted("fox", print_of, "fox.png", "2026-11-24T12:00:00+00:00", WIDTH, HEIGHT, True)
    return {
        "record": record.to_json().encode(),
        "spec": RunSpec(network=NETWORK, foregrounds="a", previews=()).to_json().encode(),
        "run-events": "".join(encode_event(event) + "\n" for event in _events()).encode(),
        "run-note": json.dumps({"process": 2**22, "created": 1.5, "folder": "/"}).encode(),
        "accepted": json.dumps(asdict(kept)).encode(),
        "batch": b"".join(json.dumps(line).encode() + b"\n" for line in lines),
    }


def _events() -> Iterator[Event]:
    yield Started(0, 0.0, "cpu", "float32", 1, at=4e9)
    yield StepDone(10, 0.5, 1e-3, {"alpha": 0.4, "spatial": float("nan")})
    yield Validated(10, 0.5, {"sad": 4.2, "mse": 0.01})
    yield Previewed(10, 0.5, ["previews/10-0.png"])
    yield Saved(10, 0.5)
    yield Slept(10, 0.6, 26_000.0)
    yield Failed(12, 0.7, "The disk is full.", "Free some space.")


def little(number: int) -> bytes:
    """Four bytes, the lowest first."""
    return struct.pack("<I", number)
