"""What does keeping cost? Not part of the gate:

    python -m tests.benchmarks.keeping

For pictures of some megapixels: `stroke` is what the hand waits for when a record is written,
beside `push`, which packs and writes the stroke itself; `disk` until the disk has it, which
happens in another thread; `bytes` of the record. `begin` is a draft's beginning, in that thread.
`save` and `open` are those of a project without and with its photograph inside. Medians.
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import cv2
import numpy as np
from PySide6.QtWidgets import QApplication

from app.commands import EditTrimap
from app.document import Document
from app.history import History
from app.keeping.autosave import Autosave
from engine.imaging.reading import read_image
from engine.keeping.notes import note_of
from engine.keeping.photographs import history_of, photograph_of
from engine.keeping.project import Project, read_project, write_project
from engine.trimap.codes import BACKGROUND, FOREGROUND
from engine.trimap.paint import Dab, stroke_patches
from engine.trimap.traces import StrokeTrace

SIZES = {2: (1632, 1224), 24: (6000, 4000), 100: (12000, 8333)}
STROKES = 60


def timed(call: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def photograph(folder: Path, size: tuple[int, int]) -> Path:
    """A photograph, as noisy as they are."""
    small = np.random.default_rng(0).integers(0, 256, (64, 96, 3), dtype=np.uint8)
    image = cv2.resize(small, size, interpolation=cv2.INTER_CUBIC)
    image += np.random.default_rng(1).integers(0, 8, image.shape, dtype=np.uint8)
    path = folder / "photograph.jpg"
    cv2.imwrite(str(path), image)
    return path


def measured(folder: Path, size: tuple[int, int]) -> str:
    """A line of numbers for pictures of `size`."""
    picture = read_image(photograph(folder, size))
    document, history = Document(), History(1 << 30)
    autosave = Autosave(document, history, folder / "drafts")
    document.open_picture(picture)
    begin = timed(lambda: autosave.draft)
    draw, waits, pushes, disks = np.random.default_rng(2), [], [], []
    tell = autosave._tell
    autosave._tell = lambda record: waits.append(timed(lambda: tell(record)))
    for number in range(STROKES):
        x, y = draw.uniform(0.1, 0.8, 2) * size
        turns = draw.normal(0, 8, (60, 2)).cumsum(0) + np.linspace(0, 200, 60)[:, None]
        dabs = tuple(Dab(x + dx, y + dy, 20) for dx, dy in turns)
        code = (FOREGROUND, BACKGROUND)[number % 2]
        patches = stroke_patches(document.trimap, dabs, code)
        edit = EditTrimap.of(document, patches, "Paint", StrokeTrace(code, dabs))
        pushes.append(timed(lambda edit=edit: history.push(edit)))
        disks.append(timed(lambda: autosave.draft))
    content = autosave.draft.content()
    note = note_of(picture.path, picture.image.shape[:2])
    alpha = cv2.GaussianBlur(document.trimap.astype(np.float32) / 255, (0, 0), 5)
    project = Project(note, document.trimap, autosave.draft.base(), content, alpha)
    path = folder / "p.gossamer"
    save = {}
    for inside in (False, True):
        save[inside] = timed(
            lambda inside=inside: write_project(path, project, picture, inside=inside)
        )
    opened = []

    def reopen() -> None:
        stored = read_project(path)
        opened.append((history_of(stored.project), photograph_of(path, stored)))

    took = timed(reopen)
    autosave.close()
    return (
        f"{median(waits):6.2f} ms stroke, {max(waits):6.2f} at most, {median(pushes):6.2f} push,"
        f" {median(disks):6.2f} disk, {len(content) / STROKES:7.0f} bytes, {begin:6.0f} begin,"
        f" {save[False]:6.0f} save, {save[True]:6.0f} inside, {took:6.0f} open"
    )


def main() -> None:
    """See the head of this file."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    for megapixels, size in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            sys.stdout.write(f"{megapixels:4} megapixels: {measured(Path(folder), size)}\n")
            sys.stdout.flush()
        gc.collect()  # here, and not in a thread that documents do not belong to
    del application


if __name__ == "__main__":
    main()
