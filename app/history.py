"""The history: what can be undone, held to so many bytes and not to so many steps."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.edits import Edit


class History(QUndoStack):
    """An undo stack whose oldest steps leave when it grows over its budget; the newest stays.

    Qt has no way to take a step from the bottom, so the stack is then laid anew out of copies of
    the steps that stay: silently, for nobody can see a difference at its top.
    """

    pushed = Signal(object)
    """The Edit that was just done; an undo and a redo only change the index."""

    def __init__(self, budget: int, parent: QObject | None = None) -> None:
        """budget: how many bytes the steps may take."""
        super().__init__(parent)
        self._budget = budget
        self._steps: list[Edit] = []
        self._is_pushing = False

    @property
    def is_pushing(self) -> bool:
        """True while the index changes because of a new step."""
        return self._is_pushing

    @property
    def size(self) -> int:
        """How many bytes all steps take, undone ones included."""
        return sum(step.size for step in self._steps)

    def set_budget(self, budget: int) -> None:
        """Keep to another budget from the next step on."""
        self._budget = budget

    def push(self, command: QUndoCommand) -> None:
        """Do a step, which drops what was undone, and the oldest steps if there is no room."""
        if not isinstance(command, Edit):
            raise TypeError("only edits can be undone")
        del self._steps[self.index() :]
        self._steps.append(command)
        self._is_pushing = True
        super().push(command)
        self._trim()
        self._is_pushing = False
        self.pushed.emit(self._steps[-1])  # trimming has put a copy in the place of the command

    def take_over(self, steps: list[Edit], index: int, clean: int | None) -> None:
        """Begin with what was done elsewhere: the first `index` steps are, the others are undone.

        clean: the index at which nothing is to be saved, if there is one.
        """
        spare = self._budget - sum(step.size for step in steps)
        while spare < 0 and index > 0:
            spare += steps[0].size
            steps, index, clean = steps[1:], index - 1, None if clean is None else clean - 1
        self._is_pushing = True
        self.clear()
        self.resetClean()
        for number, step in enumerate(steps):
            if number == clean:
                self.setClean()
            self._steps.append(step.done_again(undone=number >= index))
            super().push(self._steps[-1])
        if clean == len(steps):
            self.setClean()
        self.setIndex(index)
        self._is_pushing = False

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

    def _lay_anew(self, steps: list[Edit], dropped: int) -> None:
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
