"""The lane on which runs are compared, kept and deleted; the canvas has its own."""

from PySide6.QtCore import QThreadPool

OUTCOME_LANE = QThreadPool()
OUTCOME_LANE.setMaxThreadCount(1)
