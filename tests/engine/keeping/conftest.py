"""A picture and somebody who works on it."""

from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from engine.keeping.journal import MAGIC, Journal
from engine.keeping.notes import note_of
from engine.keeping.project import Project
from engine.keeping.records import Deed, Mark, Step, encode, step_of
from engine.keeping.replay import played
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.packing import packed
from engine.trimap.paint import Dab
from engine.trimap.traces import FillTrace, LassoTrace, StrokeTrace, traced_patches
from tests.pictures import striped

HEIGHT, WIDTH = 90, 120


class Worker:
    """Paints on a trimap and writes down each deed, as the window does; its own history is slow."""

    def __init__(self, image):
        self.image = image
        self.states = [np.full(image.shape[:2], UNKNOWN, np.uint8)]
        self.index = 0
        self.records = []
        self.past = [self.trimap.copy()]
        """The trimap after each record."""

    @property
    def trimap(self):
        return self.states[self.index]

    def make(self, trace):
        self._change(traced_patches(trace, self.trimap, self.image), trace)

    def replace(self, patches):
        self._change(patches, None)

    def _change(self, patches, trace):
        after = self.trimap.copy()
        for patch in patches:
            after[patch.box.slices] = patch.after
        self.states[self.index + 1 :] = [after]
        self.index += 1
        small = tuple(packed(patch) for patch in patches)
        self._tell(step_of("Paint", small, trace, float(len(self.records))))

    def go(self, deed):
        self.index += {Deed.UNDO: -1, Deed.REDO: 1, Deed.SAVED: 0}[deed]
        self._tell(Mark(deed, float(len(self.records))))

    def _tell(self, record):
        self.records.append(record)
        self.past.append(self.trimap.copy())


@pytest.fixture
def image():
    return striped(HEIGHT, WIDTH)


@pytest.fixture
def worker(image):
    made = Worker(image)
    made.make(StrokeTrace(FOREGROUND, (Dab(20, 20, 8), Dab(40.5, 50.25, 6), Dab(30, 70, 4))))
    made.make(LassoTrace(BACKGROUND, ((70.0, 10.0), (110.5, 15.0), (100.0, 60.0))))
    made.go(Deed.UNDO)
    made.go(Deed.REDO)
    made.make(FillTrace(BACKGROUND, 100.5, 80.5, 20))
    made.go(Deed.UNDO)
    made.go(Deed.SAVED)
    made.make(StrokeTrace(UNKNOWN, (Dab(25, 40, 3), Dab(60, 45, 3))))
    return made


@pytest.fixture
def photo(image, tmp_path):
    path = tmp_path / "fox.png"
    PIL.Image.fromarray(image).save(path)
    return path


def journal_of(records, path):
    """The bytes of a journal with these records."""
    journal = Journal(path)
    for record in records:
        journal.append(encode(record))
    journal.close()
    return path.read_bytes()


@pytest.fixture
def project(worker, photo, tmp_path):
    note = note_of(photo, worker.trimap.shape)
    base = np.full_like(worker.trimap, UNKNOWN)
    journal = journal_of(worker.records, tmp_path / "journal-of-fox")
    alpha = np.linspace(0, 1, base.size, dtype=np.float32).reshape(base.shape)
    assert journal.startswith(MAGIC)
    assert (played(base, worker.records).trimap == worker.trimap).all()
    assert all(isinstance(record, Step | Mark) for record in worker.records)
    assert isinstance(photo, Path)
    return Project(note, worker.trimap, base, journal, alpha, "guided-student")
