"""A run as it is watched: from the files that its worker writes, and with what is said to it."""

from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from app.advanced.watching.keys_of_lines import LineKeys
from app.advanced.watching.plot import Plot
from app.advanced.watching.series import lines, positive, smoothed
from app.advanced.watching.words import time_words
from engine.runs import launching, queue
from engine.training import checkpoint, control, lock, presence
from engine.training.events import Failed, Finished, Slept, Started
from engine.training.spec import RunSpec
from tests.app.conftest import on_screen
from tests.hand import LEFT


@contextmanager
def trained(run):
    """Somebody trains in its folder: this process."""
    with lock.held(run.folder):
        presence.announce(run.folder)
        try:
            yield
        finally:
            presence.leave(run.folder)


@pytest.fixture
def watch(written, page, qtbot):
    written.learn(10, 200)
    page.watch.watch(written.folder)
    qtbot.waitUntil(lambda: page.watch.state == "Ended unexpectedly")
    return page.watch


def shown_buttons(watch):
    controls = watch.controls
    named = ("pause", "stop", "kill", "go_on")
    return [name for name in named if getattr(controls, name).isVisible()]


def test_curves_follow_what_a_run_tells_and_take_back_what_it_took_back(watch, written, qtbot):
    curves = watch.curves
    assert set(curves.losses.lines) == {"alpha", "spatial"}
    assert [len(plot.lines) for plot in curves.errors.values()] == [1, 1]
    assert curves.losses.lines["alpha"][0][-1] == 200
    written.learn(210, 250)
    qtbot.waitUntil(lambda: curves.losses.lines["alpha"][0][-1] == 250)
    written.tell(Started(200, 200 / 120, "cpu", "float32", 1))
    qtbot.waitUntil(lambda: curves.losses.lines["alpha"][0][-1] == 200)
    assert "step 200 of 1000" in watch.facts


def test_lines_are_drawn_in_their_colours_and_go_with_a_click(watch, qtbot):
    plot, keys = watch.curves.losses, watch.curves._keys[0]
    watch.curves.smoothing.setValue(0)
    colour = plot.colour_of("alpha")

    def is_drawn():
        picture = plot.grab().toImage()
        return any(
            max(abs(a - b) for a, b in zip(found.getRgb(), colour.getRgb(), strict=True)) < 40
            for x in range(60, picture.width(), 3)
            for y in range(picture.height())
            if (found := QColor(picture.pixel(x, y)))
        )

    qtbot.waitUntil(is_drawn)
    QTest.mouseClick(keys._buttons["alpha"], LEFT)
    assert not is_drawn()
    QTest.mouseClick(keys._buttons["alpha"], LEFT)
    QTest.mouseClick(watch.curves.log, LEFT, pos=QPoint(8, watch.curves.log.height() // 2))
    assert is_drawn()


def test_the_wheel_zooms_what_follows_stays_outside_and_a_button_shows_all(watch, written, qtbot):
    plot = watch.curves.losses
    QTest.qWait(1)
    plot.getViewBox().setXRange(50, 60)
    written.learn(210, 300)
    qtbot.waitUntil(lambda: plot.lines["alpha"][0][-1] == 300)
    assert plot.viewRange()[0][1] < 80
    QTest.mouseClick(watch.curves.fit, LEFT)
    qtbot.waitUntil(lambda: plot.viewRange()[0][1] >= 300)


def test_each_state_has_its_words_and_its_buttons(watch, written, qtbot):
    assert shown_buttons(watch) == ["go_on"]
    assert watch.controls.go_on.text() == "Go on from step 200"
    assert "up to step 200 is kept" in watch.notice
    with trained(written):
        qtbot.waitUntil(lambda: watch.state == "Starting…")
        assert shown_buttons(watch) == ["kill"]
        written.tell(Started(200, 200 / 120, "cpu", "float32", 1, at=4e9))
        qtbot.waitUntil(lambda: watch.state == "Learning")
        assert shown_buttons(watch) == ["pause", "stop"]
        assert "GB of memory" in watch.facts
        QTest.mouseClick(watch.controls.pause, LEFT)
        qtbot.waitUntil(lambda: watch.state == "Paused")
        assert watch.controls.pause.text() == "Go on"
        QTest.mouseClick(watch.controls.pause, LEFT)
        qtbot.waitUntil(lambda: watch.state == "Learning")
        written.learn(210, 300)
        qtbot.waitUntil(lambda: "2.0 steps/s · about 6 min left" in watch.facts)
        QTest.mouseClick(watch.controls.stop, LEFT)
        qtbot.waitUntil(lambda: watch.state == "Saving and ending…")
        assert control.is_stopping(written.folder)
        assert shown_buttons(watch) == ["kill"]
        written.tell(Finished(310, 2.6, stopped=True))
    qtbot.waitUntil(lambda: watch.state == "Stopped")
    assert shown_buttons(watch) == ["go_on"]
    written.tell(Started(310, 2.6, "cpu", "float32", 1), Finished(1000, 8.3, stopped=False))
    qtbot.waitUntil(lambda: watch.state == "Finished")
    assert shown_buttons(watch) == []


@pytest.mark.parametrize(
    "event",
    [
        Failed(200, 1.7, "The loss was lost at step 200.", "Lower the rate."),
        Failed(200, 1.7, "The checkpoint could not be written (the disk is full).", "Free space."),
    ],
)
def test_what_stopped_a_run_is_said_with_its_remedy(watch, written, qtbot, event):
    written.tell(event)
    qtbot.waitUntil(lambda: watch.state == "Cannot go on")
    assert watch.notice == f"{event.message} {event.hint}"
    assert shown_buttons(watch) == ["go_on"]


def test_a_night_with_the_lid_closed_is_said(watch, written, qtbot):
    written.tell(Slept(201, 1.7, 7 * 3600 + 60), Finished(202, 1.7, stopped=True))
    qtbot.waitUntil(lambda: "slept for 7 h 1 min at step 201" in watch.notice)


def test_what_cannot_be_done_is_said(watch, written, qtbot):
    (written.folder / "checkpoint.pt").unlink(missing_ok=True)
    QTest.mouseClick(watch.controls.go_on, LEFT)
    qtbot.waitUntil(lambda: "is gone" in watch.notice)


def test_the_log_is_folded_away_and_shows_its_end(watch, written, qtbot):
    (written.folder / "log.txt").write_text("a library says hello\n")
    title = watch._log_title
    qtbot.waitUntil(title.isVisible)
    assert not watch._log.isVisible()
    QTest.mouseClick(title, LEFT)
    assert watch._log.isVisible()
    assert watch._log.toPlainText() == "a library says hello"


def test_previews_go_back_in_time_and_follow_the_latest(watch, written, qtbot):
    previews = watch.window().hidden.inside.page.previews

    def centre():
        view = previews.view
        return on_screen(view, view.width() // 2, view.height() // 2)

    qtbot.waitUntil(lambda: centre() == (50, 50, 50))
    assert previews.step == "step 200"
    written.learn(210, 300)
    qtbot.waitUntil(lambda: centre() == (75, 75, 75))
    previews.slider.setFocus()
    QTest.keyClick(previews.slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: centre() == (25, 25, 25))
    assert previews.step == "step 100"
    written.learn(310, 400)
    qtbot.waitUntil(lambda: previews.slider.maximum() == 3)
    assert previews.step == "step 100"
    QTest.mouseClick(previews.after, LEFT)
    qtbot.waitUntil(lambda: centre() == (230, 230, 230))
    tabs = previews._group.buttons()
    QTest.mouseClick(tabs[3], LEFT)
    qtbot.waitUntil(lambda: centre() == (77, 77, 77))
    QTest.mouseClick(tabs[0], LEFT)
    qtbot.waitUntil(lambda: centre() == (200, 60, 10))
    QTest.mouseClick(previews.before, LEFT)
    QTest.mouseClick(tabs[2], LEFT)
    qtbot.waitUntil(lambda: centre()[0] > centre()[2] + 10)  # something of the photograph
    assert not tabs[3].isEnabled()


def test_a_run_waits_for_its_turn_and_is_watched_when_it_comes(watch, written, another, qtbot):
    desk = watch.window().hidden.inside
    written.tell(Started(200, 200 / 120, "cpu", "float32", 1, at=4e9))
    with trained(written):
        qtbot.waitUntil(lambda: watch.state == "Learning")
        desk.recipe.machine._processes.setValue(2)
        desk.start(RunSpec(network="dim-student", width=0.05, procedural=1, crop=64), "Hair")
        qtbot.waitUntil(lambda: watch.queue.isVisible())
        (waiting,) = queue.queue().waiting
        assert queue.queue().processes == {waiting: 2}
        assert "waits" in desk.page.messages.message.sentence
        queue.take_out(waiting)
        qtbot.waitUntil(lambda: not watch.queue.isVisible())
        next_ = another("Lace")
        queue.enqueue(next_.folder)
        qtbot.waitUntil(lambda: watch.queue.isVisible())
    with trained(next_):  # as when the run before has started it
        queue.take_out(next_.folder)
        qtbot.waitUntil(lambda: watch.folder == next_.folder)


def test_a_run_is_started_killed_and_goes_on_to_its_end(page, written, qtbot):
    """With a worker of its own, whose few steps are watched as they come."""
    desk, watch = page.window().hidden.inside, page.watch
    spec = replace(RunSpec.read(written.folder / "spec.json"), steps=100_000, save_every=2)
    desk.start(replace(spec, report_every=1, validate_every=4), "Quick")
    qtbot.waitUntil(lambda: watch.folder is not None and "Quick" in watch.folder.name)
    qtbot.waitUntil(lambda: len(watch.curves.losses.lines) > 0, timeout=60_000)
    folder = watch.folder
    qtbot.waitUntil(lambda: bool(watch.watcher.last.story.saved), timeout=60_000)
    launching.kill(folder)
    qtbot.waitUntil(lambda: watch.state == "Ended unexpectedly")
    told = watch.watcher.last.story.saved[-1].step
    saved = checkpoint.load(folder)["step"]
    assert saved in (told, told + 2)  # it may have been killed before it told of the last one
    (folder / "spec.json").write_text(replace(spec, steps=saved + 2).to_json())
    QTest.mouseClick(watch.controls.go_on, LEFT)
    qtbot.waitUntil(lambda: watch.state == "Finished", timeout=60_000)
    assert watch.watcher.last.story.started.step == saved


def test_a_length_of_time_is_told_as_precisely_as_is_of_use():
    hour, day = 3600, 86_400
    told = [time_words(seconds) for seconds in (50, 1.5 * hour, 7 * hour + 60, 3 * day, 12.4 * day)]
    assert told == ["50 s", "90 min", "7 h 1 min", "3.0 days", "12 days"]


def test_smoothing_begins_with_the_first_value_and_is_a_mean_of_those_before():
    values = np.array([4.0, 0.0, 2.0, 2.0])
    weights = [0.5 ** np.arange(n, -1, -1) for n in range(4)]
    slow = [np.sum(w * values[: len(w)]) / np.sum(w) for w in weights]
    np.testing.assert_allclose(smoothed(values, 0.5), slow)
    assert smoothed(values, 0) is values


def test_lines_have_gaps_where_there_is_no_logarithm():
    told = [(step, {"a": float(step - 3)}) for step in range(1001)]
    line = lines([*told, (1001, {"b": 1.0})])["a"]
    assert (line[0][-1], line[1][-1]) == (1000, 997)
    assert np.isnan(positive(line)[1][:4]).all()
    assert not np.isnan(positive(line)[1][4:]).any()


def test_a_line_left_out_stays_so_when_the_run_watched_next_tells_other_lines_too(qtbot):
    plot = Plot("Losses")
    keys = LineKeys(plot)
    qtbot.addWidget(plot)
    qtbot.addWidget(keys)
    plot.show_lines(lines([(1, {"alpha": 1.0})]))
    keys.refresh()
    keys._buttons["alpha"].click()
    plot.show_lines(lines([(1, {"alpha": 1.0, "spatial": 1.0})]))
    keys.refresh()
    raw, _ = plot._pairs["alpha"]
    assert (keys._buttons["alpha"].isChecked(), raw.isVisible()) == (False, False)
    keys._buttons["alpha"].click()
    assert (keys._buttons["alpha"].isChecked(), raw.isVisible()) == (True, True)


def test_a_legend_of_ten_lines_wraps_and_tells_values_by_the_pointer(qtbot):
    plot = Plot("Losses")
    keys = LineKeys(plot)
    for widget in (plot, keys):
        qtbot.addWidget(widget)
        widget.resize(390, 200)
        widget.show()
    names = [f"coarse laplacian {number}" for number in range(10)]
    plot.show_lines(lines([(1, dict.fromkeys(names, 0.00005))]))
    keys.refresh()
    places = [keys._buttons[name].geometry() for name in names]
    assert len({place.top() for place in places}) > 2
    assert all(keys.rect().contains(place) for place in places)
    assert not any(one.intersects(two) for one in places for two in places if one is not two)
    assert "5.0e-05" in keys._buttons[names[0]].toolTip()
    assert len({plot.colour_of(name).name() for name in names}) == 10
