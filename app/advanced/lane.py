"""The lane that runs are read on: nothing long is ever queued there, so that curves keep moving."""

from PySide6.QtCore import QThreadPool

RUN_LANE = QThreadPool()
RUN_LANE.setMaxThreadCount(1)
