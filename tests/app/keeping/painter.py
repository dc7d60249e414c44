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
from PySide6.QtWidgets import QApplication, QSlider

from app.__main__ import main
from app.canvas.tools import ToolName
from tests.hand import LEFT, RIGHT, drag


def hash_of(trimap):
    return hashlib.sha1(trimap.tobytes()).hexdigest()


def hash_of_all(document):
    """Of the trimap, what its matte is refined by, and how its colours are cleaned."""
    finish = document.finish
    parts = (hash_of(document.trimap), repr(finish.refinement), hash_of(finish.amount))
    return hashlib.sha1("".join(parts).encode()).hexdigest()


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


class Refiner(Painter):
    """Moves the sliders of refining, cleans colours and paints, in turns."""

    def work(self):
        os.write(self.log, b"begins\n")
        kind = self.draw.random()
        if kind < 0.15:
            self.parts.undo.trigger()
        elif kind < 0.2:
            self.parts.actions["reset_refining"].trigger()
        elif kind < 0.6:
            self.slide()
        else:
            tool = ToolName.CLEAN if kind < 0.85 else ToolName.BRUSH
            self.parts.canvas.hand.take(tool)
            self.stroke()
        self.tell()
        QTimer.singleShot(0, self.work)

    def slide(self):
        names = ("Edge", "Black", "White", "Middle", "Threshold")
        name = self.draw.choice(names)
        found = self.parts.refine_panel.findChildren(QSlider)
        slider = next(one for one in found if one.accessibleName() == name)
        slider.setSliderDown(True)
        for _ in range(self.draw.randint(1, 4)):
            slider.setValue(self.draw.randint(slider.minimum(), slider.maximum()))
        slider.setSliderDown(False)

    def tell(self):
        os.write(self.log, f"done {hash_of_all(self.parts.document)} .\n".encode())


def paint(photo, log, seed, environment, hand=Painter):
    """Run the program on `photo` and paint; ends only by being killed."""
    os.environ.update(environment)
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - it has no end of its own
    painter = hand(log, seed)
    threading.Thread(target=painter.watch, daemon=True).start()
    main([str(photo)])
