"""Steps of a journal as the commands that the history takes over."""

from app.commands import EditTrimap
from app.document import Document
from app.edits import Edit
from app.refining.amounts import EditAmount
from app.refining.commands import EditRefinement
from engine.keeping.finishing import Cleaned, Refined
from engine.keeping.replay import Done


def command_of(document: Document, done: Done) -> Edit:
    """The command that does what a step did."""
    what = done.finishing
    if isinstance(what, Refined):
        return EditRefinement(document, what.before, what.after, done.text)
    if isinstance(what, Cleaned):
        return EditAmount(document, what.pieces, done.text)
    return EditTrimap(document, done.patches, done.text, done.trace)
