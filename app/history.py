"""The history: what can be undone, held to so many bytes and not to so many steps."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.commands import EditTrimap


class History(QUndoStack):
    """An undo stack whose oldest steps leave when it grows over its budget; the newest stays.

    Qt has no way to take a step from the bottom, so the stack is then laid anew out of copies of
    the steps that stay: silently, for nobody can see a difference at its top.
    """

    def __init__(self, budget: int, parent: QObject | None = None) -> None:
        """budget: how many bytes the steps may take."""
        super().__init__(parent)
        self._budget = budget
        self._steps: list[EditTrimap] = []

    @property
    def size(self) -> int:
        """How many bytes all steps take, undone ones included."""
        return sum(step.size for step in self._steps)

    def set_budget(self, budget: int) -> None:
        """Keep to another budget from the next step on."""
        self._budget = budget

    def push(self, command: QUndoCommand) -> None:
        """Do a step, which drops what was undone, and the oldest steps if there is no room."""
        if not isinstance(command, EditTrimap):
            raise TypeError("only edits of the trimap can be undone")
        del self._steps[self.index() :]
        self._steps.append(command)
        super().push(command)
        self._trim()

    def clear(self) -> None:
        """Forget everything."""
        self._steps.clear()
        super().clear()

    def _trim(self) -> None:
        spare, dropped = self._budget - self.size, 0
        while spare < 0 and dropped < len(self._steps) - 1:
            spare += self._steps[dropped].size
            dropped += 1
        if dropped:
            self._lay_anew([step.done_again() for step in self._steps[dropped:]], dropped)

    def _lay_anew(self, steps: list[EditTrimap], dropped: int) -> None:
        clean = self.cleanIndex() - dropped  # below 0: nobody can go back there any more
        blocked = self.blockSignals(True)
        self.clear()
        self.resetClean()
        for index, step in enumerate(steps):
            if index == clean:
                self.setClean()
            super().push(step)
        self._steps = steps
        self.blockSignals(blocked)
