"""The threads of the recipe, beside those of the mattes."""

from PySide6.QtCore import QThreadPool

LOOKING_LANE = QThreadPool()
LOOKING_LANE.setMaxThreadCount(1)  # folders are read one after the other: a disk is one
WORKING_LANE = QThreadPool()
WORKING_LANE.setMaxThreadCount(2)  # one renders, one waits for a measurement
