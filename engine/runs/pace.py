"""How fast a run goes, and how long it has to go."""

from dataclasses import dataclass

from engine.runs.story import Story

_LOOKED_AT = 8
"""Reports that the speed is taken from: enough to be steady, few enough to be of now."""


@dataclass(frozen=True)
class Pace:
    """Steps in a second of learning, and about how many seconds of it are left."""

    steps_a_second: float
    seconds_left: float


def pace(story: Story) -> Pace | None:
    """The run's pace since it began, or went on; None when too little was told."""
    if story.spec is None or story.started is None:
        return None
    begun = story.started.step
    told = [step for step in story.steps[-_LOOKED_AT:] if step.step > begun]
    if not told:
        return None
    first = told[0] if len(told) > 1 else story.started
    minutes = told[-1].minutes - first.minutes
    if minutes <= 0:
        return None
    speed = (told[-1].step - first.step) / (60 * minutes)
    if story.spec.steps:
        left = (story.spec.steps - story.step) / speed
    else:
        left = (story.spec.minutes - story.minutes) * 60
    return Pace(speed, max(0.0, left))
