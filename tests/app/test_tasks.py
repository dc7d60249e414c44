"""Work off the GUI thread: everybody who waits for an answer has it."""

import sys
import threading

import shiboken6
from PySide6.QtCore import QObject, Slot

from app.tasks import FILE_LANE, Task

TASKS = 200


class Listener(QObject):
    def __init__(self):
        super().__init__()
        self.heard = 0

    @Slot()
    def on_ended(self):
        self.heard += 1


def test_every_receiver_hears_of_every_end(qtbot):
    """Also one that the lane tells while the GUI thread has already begun to clear up."""
    listeners = [Listener() for _ in range(8)]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(TASKS):
            task = Task(lambda _task: None)
            for listener in listeners:
                task.ended.connect(listener.on_ended)
            task.start(FILE_LANE)
            qtbot.wait(1)  # in a loop of its own, as a window: only there is anything deleted
        qtbot.waitUntil(lambda: all(each.heard == TASKS for each in listeners), timeout=10_000)
    finally:
        sys.setswitchinterval(interval)


def test_a_task_outlives_whoever_waits_for_it(qtbot):
    """A window may go while a lane still works for it."""
    door, gone, staying = threading.Event(), Listener(), Listener()
    task = Task(lambda _task: door.wait(20))
    for listener in (gone, staying):
        task.ended.connect(listener.on_ended)
    task.start(FILE_LANE)
    shiboken6.delete(gone)
    door.set()
    qtbot.waitUntil(lambda: staying.heard == 1, timeout=5000)
    assert gone.heard == 0
