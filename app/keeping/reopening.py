"""Work that is gone on with, out of a project's file or a draft; read off the GUI thread."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication

from app.keeping.autosave import Beginning
from app.messages import Message, Tone, explain
from engine.arrays import Alpha, Trimap
from engine.errors import PhotographError
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image
from engine.keeping.beginning import anew
from engine.keeping.carrying import Carried, carried
from engine.keeping.drafts import LeftBehind, recovered
from engine.keeping.finishing import finished
from engine.keeping.notes import file_fingerprint
from engine.keeping.photographs import Photograph, found, history_of, photograph_of
from engine.keeping.project import Project, read_project
from engine.keeping.replay import Played
from engine.refine.decontaminating import Amount
from engine.refine.refinement import Refinement


@dataclass(frozen=True, eq=False)
class Reopened:
    """What there is to go on with.

    beginning: of its draft; None when the trimap was made anew for another version of the
    photograph. history: how the trimap came about; alpha: that of the trimap, if it was kept.
    path: the project's file, if it belongs to one, with the photograph inside or not.
    draft: what it was recovered from. refinement, amount: what is done to the alpha, and to its
    colours. carried: what it is on another version of the photograph, where `beginning` is None.
    """

    picture: Picture
    trimap: Trimap
    beginning: Beginning | None
    history: Played | None = None
    alpha: Alpha | None = None
    model: str = ""
    path: Path | None = None
    is_inside: bool = True
    draft: LeftBehind | None = None
    message: Message | None = None
    refinement: Refinement = field(default_factory=Refinement)
    amount: Amount | None = None
    carried: Carried | None = None


@dataclass(frozen=True, eq=False)
class Missed:
    """A project's file, or a draft, whose photograph is not there, and what is said of that."""

    source: Path | LeftBehind
    message: Message


def read(path: Path, photograph: Path | None) -> Reopened | Missed:
    """The project at `path`; photograph: where that is, if it is elsewhere. Raises EngineError."""
    stored = read_project(path)
    project = stored.project
    try:
        if photograph is None:
            shot = photograph_of(path, stored)
        else:
            known = project.note.sha256
            is_same = not known or file_fingerprint(photograph) == known
            shot = Photograph(read_image(photograph), is_same)
    except PhotographError as error:
        return Missed(path, explain(error))
    picture = shot.picture.prepared()
    if not shot.fits(project.note):
        return _carried(project, picture)
    history = history_of(project)
    begun = (project.base, project.journal)
    if history is None:
        translate = QCoreApplication.translate
        names = translate("RefiningDesk", "Refine"), translate("RefiningDesk", "Clean colours")
        begun = (project.trimap, anew(project, *names))
        history = history_of(replace(project, base=begun[0], journal=begun[1]))
    return Reopened(
        picture=picture,
        trimap=project.trimap,
        beginning=Beginning(*begun, path, is_saved=True),
        history=history,
        alpha=project.alpha,
        model=project.model,
        path=path,
        is_inside=stored.picture is not None,
        message=None if shot.is_same else _other_file(picture.path.name),
        refinement=project.refinement,
        amount=np.zeros_like(project.trimap) if project.amount is None else project.amount,
    )


def restore(draft: LeftBehind, photograph: Path | None) -> Reopened | Missed:
    """What a draft holds. Raises EngineError."""
    note = draft.note
    base, content, history = recovered(draft)
    try:
        shot = found(note, (photograph or draft.picture,))
    except PhotographError as error:
        return Missed(draft, explain(error))
    picture = shot.picture.prepared()
    refinement, amount = finished(
        (done.finishing for done in history.steps[: history.index]), note.size
    )
    if not shot.fits(note):
        work = Project(note, history.trimap, base, content, refinement=refinement, amount=amount)
        return _carried(work, picture)
    return Reopened(
        picture=picture,
        trimap=history.trimap,
        refinement=refinement,
        amount=amount,
        beginning=Beginning(base, content, draft.project),
        history=history,
        path=draft.project,
        draft=draft,
        message=None if shot.is_same else _changed(picture.path.name),
    )


def _carried(project: Project, picture: Picture) -> Reopened:
    work = carried(project, picture)
    height, width = work.trimap.shape
    translate = QCoreApplication.translate
    message = Message(
        Tone.INFO,
        translate(
            "Projects", "The strokes were made again for a picture of {0} × {1} pixels."
        ).format(width, height),
        translate("Projects", "The project was made on {0} × {1}; its file is as it was.").format(
            project.note.width, project.note.height
        ),
    )
    return Reopened(picture, work.trimap, None, message=message, carried=work)


def _changed(name: str) -> Message:
    sentence = QCoreApplication.translate("Projects", "{0} was changed since this was painted.")
    return _look_again(sentence.format(name))


def _other_file(name: str) -> Message:
    sentence = QCoreApplication.translate(
        "Projects", "{0} is not the file that this project was made on."
    )
    return _look_again(sentence.format(name))


def _look_again(sentence: str) -> Message:
    hint = QCoreApplication.translate(
        "Projects", "Look whether what is painted still lies where it should."
    )
    return Message(Tone.WARNING, sentence, hint)
