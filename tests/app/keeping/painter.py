"""The real program with a hand over it that paints until somebody kills the process.

Run in a process of its own: `paint(photo, log, seed)`. The log gets a line before each deed, and
one after it with a hash of the trimap.
"""

import hashlib
import os
import random
import sys
import threading
import time

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.__main__ import main
from tests.hand import LEFT, RIGHT, drag


def hash_of(trimap):
    return hashlib.sha1(trimap.tobytes()).hexdigest()


class Painter(QObject):
    """Waits for the program's window, and then does one deed after the other."""

    asked = Signal()

    def __init__(self, log, seed):
        super().__init__()
        self.log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self.draw = random.Random(seed)
        self.parts = None
        self.asked.connect(self.look, Qt.ConnectionType.QueuedConnection)

    def watch(self):
        """In a thread of its own, for there is no application yet; it only asks the GUI thread."""
        while self.parts is None:
            self.asked.emit()
            time.sleep(0.005)

    @Slot()
    def look(self):
        windows = [w for w in QApplication.topLevelWidgets() if hasattr(w, "parts")]
        if self.parts is None and windows and not windows[0].parts.document.is_empty:
            self.parts = windows[0].parts
            self.canvas = self.parts.canvas
            self.tell()
            self.work()

    def work(self):
        os.write(self.log, b"begins\n")
        kind = self.draw.random()
        if kind < 0.15:
            self.parts.undo.trigger()
        elif kind < 0.22:
            self.parts.redo.trigger()
        elif kind < 0.27:
            self.parts.actions["clear_trimap"].trigger()
        else:
            self.stroke()
        self.tell()
        QTimer.singleShot(0, self.work)

    def stroke(self):
        button = self.draw.choice([LEFT, RIGHT])
        places = [self.place() for _ in range(self.draw.randint(2, 5))]
        drag(self.canvas, *places, button=button)

    def place(self):
        rect = self.canvas.rect().adjusted(20, 20, -20, -20)
        x = self.draw.randint(rect.left(), rect.right())
        y = self.draw.randint(rect.top(), rect.bottom())
        return QPoint(x, y)

    def tell(self):
        os.write(self.log, f"done {hash_of(self.parts.document.trimap)} .\n".encode())


def paint(photo, log, seed, environment):
    """Run the program on `photo` and paint; ends only by being killed."""
    os.environ.update(environment)
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - it has no end of its own
    painter = Painter(log, seed)
    threading.Thread(target=painter.watch, daemon=True).start()
    main([str(photo)])
