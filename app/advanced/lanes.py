"""The lanes of the hidden page, beside those of the mattes and of files."""

from app.tasks import lane

RUN_LANE = lane()
"""What is watched is read here; nothing long is ever queued, so that curves keep moving."""
OUTCOME_LANE = lane()
"""Runs are compared, kept and deleted here."""
LOOKING_LANE = lane()
"""Folders are read one after the other: a disk is one."""
WORKING_LANE = lane(2)
"""One renders, one waits for a measurement."""
