"""How a run stands, in words."""

from PySide6.QtCore import QCoreApplication

from app.advanced.watching.watcher import Sight
from app.numbers import number, short_number
from engine.runs.pace import pace
from engine.runs.story import Story


def state_words(story: Story) -> str:
    """One or two words for its state."""
    if story.is_starting:
        return _said_state("starting")
    if story.is_ending:
        return _said_state("ending")
    return _said_state(story.state)


def _said_state(state: str) -> str:
    translate = QCoreApplication.translate
    return {
        "starting": translate("RunWords", "Starting…"),
        "ending": translate("RunWords", "Saving and ending…"),
        "waiting": translate("RunWords", "Not begun"),
        "running": translate("RunWords", "Learning"),
        "paused": translate("RunWords", "Paused"),
        "finished": translate("RunWords", "Finished"),
        "stopped": translate("RunWords", "Stopped"),
        "died": translate("RunWords", "Ended unexpectedly"),
        "failed": translate("RunWords", "Cannot go on"),
    }[state]


def facts(sight: Sight) -> str:
    """Step, speed, time left and memory, as far as they are known, in one line."""
    translate, story = QCoreApplication.translate, sight.story
    parts = []
    if story.spec is not None and story.spec.steps:
        words = translate("RunWords", "step {0} of {1}")
        parts.append(words.format(number(story.step), number(story.spec.steps)))
    elif story.spec is not None:
        words = translate("RunWords", "step {0} · {1} of {2} min")
        minutes = number(story.minutes, 1 if story.minutes < 10 else 0)
        parts.append(words.format(number(story.step), minutes, short_number(story.spec.minutes, 1)))
    found = pace(story)
    if found is not None:
        speed = number(found.steps_a_second, 1 if found.steps_a_second < 10 else 0)
        parts.append(translate("RunWords", "{0} steps/s").format(speed))
        if story.is_alive and not story.is_ending:
            parts.append(
                translate("RunWords", "about {0} left").format(time_words(found.seconds_left))
            )
    if sight.memory is not None:
        size = number(sight.memory / 1e9, 1)
        parts.append(translate("RunWords", "{0} GB of memory").format(size))
    return " · ".join(parts)


def time_words(seconds: float) -> str:
    """A length of time from seconds to days, as precise as is of use."""
    translate, minutes, days = QCoreApplication.translate, round(seconds / 60), seconds / 86_400
    if minutes < 2:
        return translate("RunWords", "{0} s").format(number(seconds))
    if minutes < 120:
        return translate("RunWords", "{0} min").format(number(minutes))
    if days >= 2:
        return translate("RunWords", "{0} days").format(number(days, 1 if days < 10 else 0))
    return translate("RunWords", "{0} h {1} min").format(
        number(minutes // 60), number(minutes % 60)
    )


def sleep_words(story: Story) -> str:
    """That the computer slept meanwhile; empty if it did not."""
    if not story.slept:
        return ""
    translate, last = QCoreApplication.translate, story.slept[-1]
    words = translate(
        "RunWords", "The computer slept for {0} at step {1}; the run went on where it was."
    )
    return words.format(time_words(last.seconds), number(last.step))
