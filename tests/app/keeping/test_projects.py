"""Projects in the window: saved, opened again with all that can be undone, refused."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.keeping.reopening import restore
from app.messages import Tone
from app.paths import drafts_folder
from app.refining.amounts import EditAmount
from engine.export.png import photograph_bytes
from engine.imaging.picture import Picture
from engine.imaging.reading import read_image
from engine.keeping.drafts import left_behind, records_in
from engine.keeping.finishing import PackedAmount, finished
from engine.keeping.notes import PictureNote
from engine.keeping.project import read_project, write_project
from engine.keeping.replay import played
from engine.refine.refinement import Refinement
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN
from engine.trimap.paint import Patch, box_of
from tests.engine.imaging.profiles import DISPLAY_P3, profile_of

UNDO = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def painted(window, qtbot, photo, hand_over):
    """A hand that has painted three strokes on a photograph, and undone the last."""
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=5000):
        window.open_files([photo])
    hand = hand_over(window)
    hand.drag((20, 20), (60, 40))
    hand.drag((130, 20), (130, 90), button=Qt.MouseButton.RightButton)
    hand.drag((80, 100), (100, 100))
    window.parts.undo.trigger()
    return hand


def save(window, qtbot, answers, path, action="save"):
    answers.file = path
    with qtbot.waitSignal(window.parts.projects.kept, timeout=5000):
        window.parts.actions[action].trigger()


def reopen(window, qtbot, path):
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=5000):
        window.open_files([path])


def message_of(window):
    return window.parts.stage.messages.message


@pytest.mark.usefixtures("painted")
def test_a_saved_project_opens_with_all_that_can_be_undone_and_done_again(
    window, qtbot, answers, tmp_path, photo
):
    parts, path = window.parts, tmp_path / "fox.gossamer"
    before = parts.document.trimap.copy()
    assert window.isWindowModified()
    save(window, qtbot, answers, path)
    assert answers.suggestion.name == "fox.gossamer"
    assert not window.isWindowModified()
    assert window.windowTitle().startswith("fox.gossamer")
    assert message_of(window).sentence == "Saved fox.gossamer"
    reopen(window, qtbot, photo)
    assert (parts.document.trimap == UNKNOWN).all()
    reopen(window, qtbot, path)
    assert (parts.document.trimap == before).all()
    assert not window.isWindowModified()
    parts.redo.trigger()
    assert parts.document.trimap[100, 90] == FOREGROUND
    for _ in range(3):
        assert parts.history.undoText().startswith("Paint")
        parts.undo.trigger()
    assert (parts.document.trimap == UNKNOWN).all()
    assert window.isWindowModified()
    for _ in range(2):
        parts.redo.trigger()
    assert (parts.document.trimap == before).all()
    assert not window.isWindowModified()


def test_work_goes_on_in_the_same_file(window, qtbot, painted, answers, tmp_path):
    path = tmp_path / "fox.gossamer"
    save(window, qtbot, answers, path)
    reopen(window, qtbot, path)
    painted.drag((30, 90), (50, 90))
    assert window.isWindowModified()
    answers.suggestion = None
    save(window, qtbot, answers, tmp_path / "elsewhere.gossamer")
    assert answers.suggestion is None
    project = read_project(path).project
    assert (project.trimap == window.parts.document.trimap).all()
    assert len([r for r in project.records() if hasattr(r, "changes")]) == 4


@pytest.mark.usefixtures("painted")
def test_the_photograph_goes_inside_if_wanted(window, qtbot, answers, tmp_path, photo):
    one, two = tmp_path / "one.gossamer", tmp_path / "two.gossamer"
    save(window, qtbot, answers, one)
    answers.inside = False
    save(window, qtbot, answers, two, action="save_as")
    assert read_project(one).picture == photo.read_bytes()
    assert read_project(two).picture is None


@pytest.mark.usefixtures("painted")
def test_an_alpha_that_is_up_to_date_comes_back(window, qtbot, answers, tmp_path, photo):
    with qtbot.waitSignal(window.parts.mattes.finished, timeout=5000):
        window.parts.actions["matte"].trigger()
    alpha = window.parts.document.alpha.copy()
    save(window, qtbot, answers, tmp_path / "fox.gossamer")
    reopen(window, qtbot, photo)
    assert window.parts.document.alpha is None
    reopen(window, qtbot, tmp_path / "fox.gossamer")
    assert np.abs(window.parts.document.alpha - alpha).max() < 1e-4
    assert window.parts.document.is_alpha_current


@pytest.mark.usefixtures("painted")
def test_what_was_saved_is_among_the_recent_files(window, qtbot, answers, tmp_path):
    path = tmp_path / "fox.gossamer"
    save(window, qtbot, answers, path)
    menu = next(menu for menu in window.menuBar().findChildren(QMenu) if "recent" in menu.title())
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["fox.gossamer", "fox.png"]
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=5000):
        menu.actions()[0].trigger()
    assert window.windowTitle().startswith("fox.gossamer")


@pytest.mark.usefixtures("painted")
def test_closing_saves_first_if_wanted(window, qtbot, answers, tmp_path):
    answers.file, answers.saves = tmp_path / "fox.gossamer", True
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5000)
    assert (read_project(answers.file).project.trimap == window.parts.document.trimap).all()
    assert not list(drafts_folder().iterdir())


@pytest.mark.usefixtures("painted")
def test_closing_stays_open_if_saving_fails(window, qtbot, answers, tmp_path):
    answers.file, answers.saves = tmp_path / "nowhere" / "fox.gossamer", True
    with qtbot.waitSignal(window.parts.projects.failed, timeout=5000):
        window.close()
    assert window.isVisible()
    assert message_of(window).tone is Tone.ERROR
    assert window.isWindowModified()


@pytest.mark.usefixtures("painted")
def test_work_that_is_given_up_leaves_nothing_behind(window):
    assert len(list(drafts_folder().iterdir())) == 1
    window.close()
    assert not window.isVisible()
    assert not list(drafts_folder().iterdir())


@pytest.mark.usefixtures("painted")
def test_a_damaged_project_is_refused_and_the_work_stays(window, qtbot, tmp_path):
    path = tmp_path / "strange.gossamer"
    path.write_bytes(b"no zip at all")
    before = window.parts.document.trimap.copy()
    with qtbot.waitSignal(window.parts.projects.failed, timeout=5000):
        window.open_files([path])
    assert "no project" in message_of(window).sentence
    assert (window.parts.document.trimap == before).all()
    assert window.isWindowModified()


@pytest.mark.usefixtures("painted")
def test_a_missing_photograph_is_asked_for(window, qtbot, answers, tmp_path, photo):
    answers.inside = False
    save(window, qtbot, answers, tmp_path / "fox.gossamer")
    before = window.parts.document.trimap.copy()
    answers.file = photo.rename(tmp_path / "moved.png")
    reopen(window, qtbot, tmp_path / "fox.gossamer")
    assert (window.parts.document.trimap == before).all()
    assert window.parts.document.path == answers.file
    assert message_of(window) is None


@pytest.mark.usefixtures("painted")
def test_strokes_go_over_to_a_larger_version(window, qtbot, answers, tmp_path, photo):
    before = window.parts.document.trimap.copy()
    big = tmp_path / "big.png"
    cv2.imwrite(str(big), np.repeat(np.repeat(cv2.imread(str(photo)), 3, 0), 3, 1))
    answers.file = big
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=5000):
        window.parts.actions["carry_over"].trigger()
    trimap = window.parts.document.trimap
    assert trimap.shape == (360, 480)
    assert (trimap[1::3, 1::3] == before).mean() > 0.99
    assert window.isWindowModified()
    assert window.parts.history.undoText() == "Strokes of another version"


@pytest.mark.usefixtures("painted")
def test_a_project_beside_a_larger_version_opens_on_that(window, qtbot, answers, tmp_path, photo):
    answers.inside = False
    save(window, qtbot, answers, tmp_path / "fox.gossamer")
    big = np.repeat(np.repeat(cv2.imread(str(photo)), 2, 0), 2, 1)
    cv2.imwrite(str(photo), big)
    reopen(window, qtbot, tmp_path / "fox.gossamer")
    assert window.parts.document.trimap.shape == (240, 320)
    assert {BACKGROUND, FOREGROUND} <= set(np.unique(window.parts.document.trimap))
    assert "320 × 240" in message_of(window).sentence


@pytest.mark.usefixtures("painted")
def test_a_photograph_that_was_changed_is_told(window, qtbot, answers, tmp_path, photo):
    answers.inside = False
    save(window, qtbot, answers, tmp_path / "fox.gossamer")
    cv2.imwrite(str(photo), cv2.imread(str(photo)) // 2)
    reopen(window, qtbot, tmp_path / "fox.gossamer")
    assert "is not the file" in message_of(window).sentence
    assert message_of(window).tone is Tone.WARNING


def test_a_stroke_is_on_disk_before_the_next_begins(window, painted):
    parts = window.parts
    for count in range(4):
        painted.drag((10 + 10 * count, 60), (12 + 10 * count, 70))
        journal = next(drafts_folder().iterdir()) / "journal"
        size = journal.stat().st_size
        painted.drag((10 + 10 * count, 60), release=False)
        assert all(job.done() for job in parts.projects.autosave._waiting)
        QTest.keyClick(painted.canvas, Qt.Key.Key_Escape)
        assert journal.stat().st_size == size


def test_a_disk_that_refuses_is_told_once_and_nobody_is_kept_from_painting(
    window, qtbot, photo, hand_over
):
    drafts_folder().parent.mkdir(parents=True, exist_ok=True)
    drafts_folder().write_text("no folder")
    with qtbot.waitSignal(window.parts.projects.autosave.failed, timeout=5000) as told:
        window.open_files([photo])
    assert "cannot be kept" in told.args[0].sentence
    hand = hand_over(window)
    hand.drag((20, 20), (60, 40))
    window.parts.undo.trigger()
    window.parts.redo.trigger()
    assert window.parts.document.trimap[30, 40] == FOREGROUND
    assert window.parts.projects.autosave.draft is None


def test_a_project_is_saved_whole_even_without_a_draft(window, qtbot, painted, answers, tmp_path):
    window.parts.projects.autosave.discard()
    painted.drag((30, 100), (60, 100))
    save(window, qtbot, answers, tmp_path / "fox.gossamer")
    stored = read_project(tmp_path / "fox.gossamer")
    assert (stored.project.trimap == window.parts.document.trimap).all()


def test_what_the_budget_of_undo_drops_is_still_in_the_draft(window, painted):
    parts = window.parts
    parts.history.set_budget(1)
    for row in (50, 60, 70):
        painted.drag((20, row), (60, row))
    assert parts.history.count() == 1
    parts.undo.trigger()
    parts.redo.trigger()
    parts.undo.trigger()
    draft = parts.projects.autosave.draft
    records, _ = records_in(draft.content(), PictureNote("fox.png", 160, 120, ""))
    assert (played(draft.base(), records).trimap == parts.document.trimap).all()


def test_a_pasted_picture_is_kept_with_its_work(window, hand_over):
    picture = QImage(160, 120, QImage.Format.Format_RGB888)
    picture.fill(QColor(10, 200, 30))
    QGuiApplication.clipboard().setImage(picture)
    window.parts.actions["paste"].trigger()
    hand_over(window).drag((20, 20), (60, 40))
    window.parts.projects.autosave.draft.close()
    window.parts.projects.autosave._draft = None
    (left,) = left_behind(drafts_folder())
    assert read_image(left.picture).image[0, 0].tolist() == [10, 200, 30]
    assert left.note.name == "pasted.png"


def refine(window, hand):
    parts = window.parts
    parts.refine_panel.decided.emit(Refinement(shift=1.5, gamma=2.0))
    parts.actions["clean"].trigger()
    hand.drag((20, 70), (60, 70))


def test_refining_comes_back_with_its_project_and_can_be_undone(
    window, qtbot, painted, answers, tmp_path, photo
):
    parts, path = window.parts, tmp_path / "fox.gossamer"
    refine(window, painted)
    amount = parts.document.finish.amount.copy()
    assert amount.any()
    save(window, qtbot, answers, path)
    reopen(window, qtbot, photo)
    assert parts.document.finish.refinement.is_nothing
    reopen(window, qtbot, path)
    assert parts.document.finish.refinement == Refinement(shift=1.5, gamma=2.0)
    assert (parts.document.finish.amount == amount).all()
    assert not window.isWindowModified()
    parts.undo.trigger()
    assert not parts.document.finish.amount.any()
    parts.undo.trigger()
    assert parts.document.finish.refinement.is_nothing
    parts.redo.trigger()
    assert parts.document.finish.refinement.shift == 1.5


def test_refining_is_in_the_draft_too(window, painted):
    refine(window, painted)
    finish, draft = window.parts.document.finish, window.parts.projects.autosave.draft
    records, _ = records_in(draft.content(), PictureNote("fox.png", 160, 120, ""))
    steps = played(draft.base(), records).steps
    refinement, amount = finished((step.finishing for step in steps), (120, 160))
    assert refinement == finish.refinement
    assert (amount == finish.amount).all()
    draft.close()
    window.parts.projects.autosave._draft = None
    (left,) = left_behind(drafts_folder())
    found = restore(left, None)
    assert found.refinement == refinement
    assert (found.amount == amount).all()


@pytest.mark.usefixtures("painted")
def test_a_project_brings_its_model_or_says_that_it_is_not_there(
    window, qtbot, answers, tmp_path, photo
):
    panel, path = window.parts.matte_panel, tmp_path / "fox.gossamer"
    panel.model_chosen.emit("dim-student")
    save(window, qtbot, answers, path)
    panel.model_chosen.emit("guided-student")
    reopen(window, qtbot, path)
    assert panel.model == "dim-student"
    project = replace(read_project(path).project, model="my-own")
    write_project(path, project, read_image(photo), inside=True)
    reopen(window, qtbot, path)
    assert panel.model == "dim-student"
    assert message_of(window).sentence == "The model of this project, my-own, is not installed."


@pytest.mark.usefixtures("painted")
@pytest.mark.parametrize("changed", [False, True])
def test_a_photograph_that_was_changed_at_the_same_size_is_noticed_with_a_draft(
    window, photo, changed
):
    window.parts.projects.autosave.draft.close()
    window.parts.projects.autosave._draft = None
    if changed:
        cv2.imwrite(str(photo), np.full((120, 160, 3), 7, np.uint8))
    (left,) = left_behind(drafts_folder())
    message = restore(left, None).message
    assert (message.sentence if message else "") == (
        "fox.png was changed since this was painted." if changed else ""
    )


@pytest.mark.usefixtures("painted")
def test_refinement_and_cleaned_colours_go_over_to_a_larger_version(
    window, qtbot, answers, tmp_path, photo
):
    """Pixels are scaled; each part is a step, in the journal of the new draft too."""
    parts = window.parts
    parts.refine_panel.decided.emit(Refinement(shift=-1.5, black=0.1))
    amount = np.zeros((120, 160), np.uint8)
    amount[30:60, 40:90] = 200
    patch = Patch(box_of(amount), parts.document.finish.amount, amount)
    parts.history.push(EditAmount(parts.document, (PackedAmount.of(patch),), "Clean colours"))
    answers.file = tmp_path / "big.png"
    cv2.imwrite(str(answers.file), np.repeat(np.repeat(cv2.imread(str(photo)), 3, 0), 3, 1))
    with qtbot.waitSignal(parts.document.image_changed, timeout=5000):
        parts.actions["carry_over"].trigger()
    finish = parts.document.finish
    assert finish.refinement == Refinement(shift=-4.5, black=0.1)
    assert finish.amount.shape == (360, 480)
    assert (finish.amount[1::3, 1::3] == amount).mean() > 0.99
    draft = parts.projects.autosave.draft
    records, _ = records_in(draft.content(), PictureNote("", 480, 360, ""))
    done = [step.finishing for step in played(draft.base(), records).steps]
    kept = finished(done, (360, 480))
    assert kept[0] == finish.refinement
    assert (kept[1] == finish.amount).all()
    parts.undo.trigger()
    assert not finish.is_cleaned
    parts.undo.trigger()
    assert finish.refinement == Refinement()


@pytest.mark.usefixtures("painted")
def test_what_networks_are_shown_of_another_version_is_found_off_the_gui_thread(
    window, qtbot, answers, tmp_path
):
    parts, wide = window.parts, tmp_path / "wide.png"
    image = np.full((240, 320, 3), (40, 200, 30), np.uint8)
    wide.write_bytes(photograph_bytes(Picture(wide, image, icc=profile_of(DISPLAY_P3))))
    answers.file = wide
    parts.live.switch(False)  # nobody asks for it yet
    with qtbot.waitSignal(parts.document.image_changed, timeout=5000):
        parts.actions["carry_over"].trigger()
    assert "in_srgb" in vars(parts.document.picture)


@pytest.mark.usefixtures("painted")
def test_an_edge_that_cannot_be_shifted_so_far_is_told(window, qtbot, answers, tmp_path, photo):
    window.parts.refine_panel.decided.emit(Refinement(shift=4.0))
    answers.file = tmp_path / "big.png"
    cv2.imwrite(str(answers.file), np.repeat(np.repeat(cv2.imread(str(photo)), 3, 0), 3, 1))
    with qtbot.waitSignal(window.parts.document.image_changed, timeout=5000):
        window.parts.actions["carry_over"].trigger()
    assert window.parts.document.finish.refinement.shift == 10
    assert "shifted by 10 pixels" in message_of(window).sentence


@pytest.mark.usefixtures("painted")
def test_what_a_project_with_a_damaged_journal_refines_outlives_a_kill(
    window, qtbot, answers, tmp_path, photo
):
    """Its strokes cannot be undone any more, but what is refined is in the new draft's journal."""
    parts, path = window.parts, tmp_path / "fox.gossamer"
    save(window, qtbot, answers, path)
    amount = np.zeros((120, 160), np.uint8)
    amount[20:50, 30:90] = 140
    how = Refinement(shift=1.5, gamma=1.2)
    torn = replace(read_project(path).project, journal=b"torn", refinement=how, amount=amount)
    write_project(path, torn, read_image(photo), inside=True)
    reopen(window, qtbot, path)
    assert not window.isWindowModified()
    assert parts.document.finish.refinement == how
    parts.actions["clear_trimap"].trigger()
    draft = parts.projects.autosave.draft
    draft.close()  # as a kill would
    parts.projects.autosave._draft = None
    (left,) = left_behind(drafts_folder())
    again = restore(left, photo)
    assert again.refinement == how
    assert (again.amount == amount).all()
    assert (again.trimap == UNKNOWN).all()
