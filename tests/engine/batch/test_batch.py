"""A batch: names, bad files, stopping, pausing, going on, and the report at its end."""

import csv
import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from engine.batch.orders import Orders, orders_from
from engine.batch.page import Voice
from engine.batch.plan import plan
from engine.batch.run import Demand, Ended, Paused, Started, Told, Working, demand_in, run
from engine.batch.state import CONTROL, STATE, begun
from engine.batch.strips import HEIGHT, strip
from engine.errors import BatchError, OutputError, WeightsError
from engine.export.kinds import Depth
from engine.imaging.colours import to_srgb
from engine.imaging.picture import Picture
from engine.imaging.reading import read_alpha, read_trimap
from engine.refine.refinement import Refinement
from tests.engine.batch.conftest import GOOD, picture, save, trimap
from tests.engine.half_written import half_written
from tests.engine.imaging.profiles import ADOBE, profile_of


def through(orders, blur, **how):
    """All events of a batch."""
    return list(run(orders, open_session=lambda _model, _device: blur, **how))


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_every_photograph_gets_its_alpha(orders, blur):
    events = through(orders, blur)
    assert isinstance(events[0], Started)
    assert isinstance(events[-1], Ended)
    assert (events[-1].failed, len(events[-1].results)) == (0, 5)
    assert [event.name for event in events if isinstance(event, Working)] == [
        f"{name}.png" for name in GOOD
    ]
    alpha = read_alpha(orders.output / "bee.png")
    assert (alpha[:, :16] == 0).all()
    assert (alpha[:, 32:] == 1).all()
    assert 0 < alpha[20, 24] < 1


def test_bad_files_fail_in_words_and_stop_nobody(orders, folders, blur):
    images, trimaps, output = folders
    (images / "bat.jpg").write_bytes(b"no picture")
    (images / "cow.png").write_bytes((images / "cat.png").read_bytes()[:200])
    save(images, "doe.png", picture(9))  # without a trimap
    save(images, "elk.png", picture(9))
    save(trimaps, "elk.png", trimap(20, 20))
    save(images, "fox.png", picture(9))
    save(trimaps, "fox.png", np.full((40, 48), 128, np.uint8))
    (images / "gnu.tif").write_bytes(b"")
    save(images, "hen.png", picture(9))
    save(trimaps, "hen.png", np.full((40, 48), 77, np.uint8))
    end = through(orders, blur)[-1]
    failed = {result.name: result for result in end.results if result.status == "failed"}
    assert sorted(failed) == [
        *("bat.jpg", "cow.png", "doe.png", "elk.png", "fox.png", "gnu.tif", "hen.png")
    ]
    assert "There is no trimap" in failed["doe.png"].message
    assert "20 × 20" in failed["elk.png"].message
    assert "no foreground" in failed["fox.png"].message
    assert all(result.hint for result in failed.values())
    assert sorted(path.stem for path in output.glob("*.png")) == list(GOOD)


def test_an_error_that_nobody_expects_fails_one_picture(orders, blur):
    class Strange(type(blur)):
        def matte(self, image, trimap, progress=None, cancelled=None):
            if len(self.made) == 2:
                self.made.append(None)
                raise ZeroDivisionError("how strange")
            return super().matte(image, trimap, progress, cancelled)

    end = through(orders, Strange())[-1]
    assert [result.status for result in end.results].count("failed") == 1
    assert "ZeroDivisionError: how strange" in end.results[2].message


def test_names_follow_a_pattern_and_kinds_are_chosen(orders, blur):
    chosen = replace(
        orders, kinds=("alpha", "cutout", "trimap"), pattern="{number}_{stem}.{kind}.png"
    )
    through(chosen, blur)
    assert {"0002_bee.alpha.png", "0002_bee.cutout.png", "0002_bee.trimap.png"} <= set(
        names_in(orders.output)
    )
    with PIL.Image.open(orders.output / "0001_ant.cutout.png") as cutout:
        assert cutout.mode == "RGBA"
    assert (read_trimap(orders.output / "0001_ant.trimap.png", (40, 48)) == trimap()).all()


def test_the_ending_says_the_format_and_what_that_cannot_hold_is_a_png(orders, blur):
    chosen = replace(orders, kinds=("alpha", "cutout", "trimap"), pattern="{stem}-{kind}.webp")
    end = through(chosen, blur)[-1]
    assert end.failed == 0, end.results
    names = ("ant-alpha.png", "ant-cutout.webp", "ant-trimap.png")
    assert end.results[0].files == names
    chosen = replace(orders, depth=Depth.SIXTEEN, pattern="{stem}.tif")
    assert through(chosen, blur, anew=True)[-1].failed == 0
    assert read_alpha(orders.output / "bee.tif").shape == (40, 48)
    with pytest.raises(OutputError, match="does not hold"):
        replace(orders, depth=Depth.HALF)


def test_each_alpha_is_refined(orders, blur):
    through(replace(orders, refinement=Refinement(threshold=0.5)), blur)
    assert set(np.unique(read_alpha(orders.output / "ant.png"))) == {0, 1}


@pytest.mark.parametrize(
    "pattern",
    ["../{stem}.png", "{stem", "{stem!r}.png", "{stem:>99}.png", "{0}.png", "{stem.__class__}.png",
     "{evil}.png", "{stem}.jpg", "{stem}", "a/{stem}.png", "a\\{stem}.png", "{}.png"],
)  # fmt: skip
def test_strange_patterns_are_refused(orders, pattern):
    with pytest.raises(BatchError) as raised:
        replace(orders, pattern=pattern)
    assert raised.value.hint


def test_results_of_two_pictures_never_meet(orders, folders):
    save(folders[0], "ant.jpg", picture(3))
    with pytest.raises(BatchError, match=r"ant\.png"):
        plan(orders)
    assert len(plan(replace(orders, pattern="{name}.png"))) == 6
    with pytest.raises(BatchError, match="Two results"):
        plan(replace(orders, pattern="same.png"))


def test_inputs_are_never_overwritten(orders, folders):
    for output in folders[:2]:
        with pytest.raises(BatchError, match="inputs"):
            plan(replace(orders, output=output))


def test_folders_below_are_mirrored(orders, folders, blur):
    images, trimaps, output = folders
    save(images / "zoo" / "cage", "owl.png", picture(1))
    save(trimaps / "zoo" / "cage", "owl-trimap.png", trimap())
    save(images / "zoo", "yak.png", picture(1))
    save(trimaps, "yak.png", trimap())
    assert through(replace(orders, below=True), blur)[-1].failed == 0
    assert (output / "zoo" / "cage" / "owl.png").exists()
    assert (output / "zoo" / "yak.png").exists()


def test_photographs_and_trimaps_may_share_a_folder(tmp_path, blur):
    save(tmp_path / "all", "ant.jpg", picture(1))
    save(tmp_path / "all", "ant-trimap.png", trimap())
    orders = Orders(
        images=tmp_path / "all", trimaps=tmp_path / "all", output=tmp_path / "out",
        model="dim-student",
    )  # fmt: skip
    end = through(orders, blur)[-1]
    assert [(result.name, result.status) for result in end.results] == [("ant.jpg", "done")]


def test_of_a_cameras_pair_the_raw_file_is_left_out(orders, folders):
    for name in ("ant.nef", "bee.heic", "fox.dng"):
        (folders[0] / name).write_bytes(b"")
    names = [item.image.name for item in plan(orders)]
    assert names == ["ant.png", "bee.png", "cat.png", "dog.png", "eel.png", "fox.dng"]


def test_what_was_taken_of_a_picture_is_told(orders, folders, blur):
    frames = [PIL.Image.fromarray(picture(seed)) for seed in (1, 2)]
    frames[0].save(folders[0] / "ant.png", save_all=True, append_images=frames[1:])
    ended = through(orders, blur)[-1]
    assert ended.results[0].message == "“ant.png” is animated: its first frame is taken."
    assert ended.results[0].status == "done"
    assert "its first frame is taken" in (folders[2] / "report.html").read_text("utf-8")


def test_proposals_are_made_for_photographs_without_a_trimap(orders, folders, blur):
    image = np.full((120, 160, 3), (40, 90, 40), np.uint8)
    rows, columns = np.mgrid[:120, :160]
    image[(rows - 60) ** 2 + (columns - 80) ** 2 < 900] = (230, 60, 40)
    save(folders[0], "sun.png", image)
    end = through(replace(orders, propose=True, kinds=("alpha", "trimap")), blur)[-1]
    sun = next(result for result in end.results if result.name == "sun.png")
    assert sun.status == "done", sun.message
    assert sun.is_proposed
    found = read_trimap(orders.output / "sun-trimap.png", (120, 160))
    assert (found[60, 80], found[0, 0]) == (255, 0)
    assert not next(result for result in end.results if result.name == "ant.png").is_proposed


def stopping_after(count):
    """A demand to stop once so many pictures were told."""
    told = []

    def demand():
        return Demand.STOP if len(told) >= count else Demand.GO

    return told, demand


def test_a_stopped_batch_goes_on_where_it_was(orders, blur):
    told, demand = stopping_after(2)
    events = []
    for event in run(orders, demand=demand, open_session=lambda *_: blur):
        events.append(event)
        told.extend([event] if isinstance(event, Told) else [])
    assert events[-1].is_stopped
    assert len(events[-1].results) == 2
    again = through(orders, blur, resume=True)
    assert (again[0].total, again[0].done) == (5, 2)
    assert (len(blur.made), again[-1].is_stopped) == (5, False)
    assert len(again[-1].results) == 5


def test_a_pause_waits_and_its_picture_is_done_after_it(orders, blur):
    wishes = [Demand.GO, Demand.GO, Demand.GO, Demand.PAUSE, Demand.PAUSE, Demand.PAUSE]
    events = through(orders, blur, demand=lambda: wishes.pop(0) if wishes else Demand.GO)
    assert sum(isinstance(event, Paused) for event in events) == 1
    assert len(events[-1].results) == len(blur.made) == 5


def test_the_control_file_is_heeded(orders):
    orders.output.mkdir()
    assert demand_in(orders.output) is Demand.GO
    for text, demand in (("pause\n", Demand.PAUSE), ("STOP", Demand.STOP), ("go", Demand.GO)):
        (orders.output / CONTROL).write_text(text)
        assert demand_in(orders.output) is demand


def test_going_on_does_anew_what_failed_what_changed_and_what_is_gone(orders, folders, blur):
    (folders[0] / "bad.png").write_bytes(b"")
    through(orders, blur)
    save(folders[0], "bad.png", picture(7))
    save(folders[1], "bad.png", trimap())
    save(folders[0], "cat.png", picture(8, 60, 40))
    save(folders[1], "cat.png", trimap(60, 40))
    (orders.output / "dog.png").unlink()
    blur.made.clear()
    events = through(orders, blur, resume=True)
    assert [event.name for event in events if isinstance(event, Working)] == [
        *("bad.png", "cat.png", "dog.png")
    ]
    assert events[-1].failed == 0
    assert {result.status for result in events[-1].results} == {"done"}


def test_a_torn_state_costs_only_its_last_line(orders, blur):
    through(orders, blur)
    state = orders.output / STATE
    whole = state.read_bytes()
    for cut in (1, 10, len(whole.splitlines()[-1]) // 2):
        state.write_bytes(whole[:-cut])
        before = len(begun(orders.output).results)
        assert before in (4, 5)
        blur.made.clear()
        end = through(orders, blur, resume=True)[-1]
        assert len(end.results) == 5
        assert len(blur.made) == 5 - before
        assert len(begun(orders.output).results) == 5
    state.write_bytes(whole[:20])
    for path in orders.output.glob("*.png"):
        path.unlink()
    assert len(through(orders, blur, resume=True)[-1].results) == 5


def test_nothing_is_replaced_unasked(orders, blur):
    save(orders.output, "cat.png", trimap())
    with pytest.raises(BatchError, match="there already"):
        through(orders, blur)
    assert names_in(orders.output) == [".batch.lock", "cat.png"]
    through(orders, blur, anew=True)
    with pytest.raises(BatchError, match="begun in"):
        through(orders, blur)
    with pytest.raises(BatchError, match="other orders"):
        through(replace(orders, depth=Depth.SIXTEEN), blur, resume=True)
    blur.made.clear()
    through(orders, blur, anew=True)
    assert len(blur.made) == 5


def test_two_batches_do_not_share_a_folder(orders, blur):
    events = run(orders, open_session=lambda *_: blur)
    next(events)
    with pytest.raises(BatchError, match="already"):
        through(orders, blur, resume=True)
    events.close()
    assert len(through(orders, blur, resume=True)[-1].results) == 5


def test_what_a_killed_run_left_half_written_goes(orders, blur):
    for folder in (orders.output, orders.output / "strips"):
        folder.mkdir()
        half_written(folder / "a.png")
    through(orders, blur, anew=True)
    assert not list(orders.output.rglob(".gossamer-*"))


def test_orders_that_cannot_be_followed_are_refused_before_anything_is_written(
    orders, folders, blur, tmp_path
):
    for wrong, error in (
        ({"model": "nobody"}, WeightsError),
        ({"images": tmp_path / "nowhere"}, BatchError),
        ({"trimaps": tmp_path / "nowhere"}, BatchError),
        ({"images": tmp_path}, BatchError),
        ({"output": folders[0] / "ant.png" / "out"}, OutputError),
    ):
        with pytest.raises(error) as raised:
            through(replace(orders, **wrong), blur)
        assert raised.value.hint
    assert not folders[2].exists()
    with pytest.raises(BatchError, match="no trimaps"):
        replace(orders, trimaps=None)


def test_orders_survive_json(orders):
    again = orders_from(json.loads(json.dumps(orders.as_json())))
    assert again == orders
    composites = replace(orders, mixing="composite")
    assert orders_from(composites.as_json()) == composites
    del (old := orders.as_json())["mixing"]  # as they were written before there was a choice
    assert orders_from(old) == composites
    with pytest.raises(BatchError):
        orders_from({"images": 3})


class Page(HTMLParser):
    """A reader of HTML that takes nothing amiss from nobody: every element is closed in turn."""

    VOID = ("meta", "img", "br")

    def __init__(self):
        super().__init__()
        self.open, self.attributes, self.texts = [], {}, []

    def handle_starttag(self, tag, attributes):
        assert len(dict(attributes)) == len(attributes), (tag, attributes)
        self.attributes.setdefault(tag, []).append(dict(attributes))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, self.getpos()

    def handle_data(self, text):
        if text.strip() and self.open[-1] != "style":
            self.texts.append(text)


def test_the_report_shows_each_picture_and_first_those_that_failed(orders, folders, blur):
    (folders[0] / "zzz<b>&'.png").write_bytes(b"")
    (folders[0] / "=1+1.png").write_bytes(b"")
    end = through(orders, blur)[-1]
    page = Page()
    page.feed(end.report.read_text(encoding="utf-8"))
    page.close()
    assert not page.open
    assert page.attributes["html"][0]["lang"] == "en"
    assert len(page.attributes["article"]) == 2
    assert len(page.attributes["tr"]) == 5 + 2  # with head and foot
    pictures = page.attributes["img"]
    for shown in pictures:
        with PIL.Image.open(orders.output / shown["src"]) as made:
            halved = [-(-side // 2) for side in made.size]
            assert halved == [int(shown["width"]), int(shown["height"])]
    links = [link["href"] for link in page.attributes["a"]]
    assert all((orders.output / link).is_file() for link in links)
    assert len(pictures) == len(links) == 5
    said = page.texts
    assert said.index("zzz<b>&'.png") < said.index("ant.png")
    why, remedy = said[said.index("zzz<b>&'.png") + 1 :][:2]
    assert (why, remedy) == next(
        (one.message, one.hint) for one in end.results if one.name == "zzz<b>&'.png"
    )
    assert said[said.index("Done") + 1] == "5 / 7"
    assert said[said.index("Failed") + 1] == "2"
    with (orders.output / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["image"] for row in rows][:2] == ["'=1+1.png", "ant.png"]
    assert (rows[1]["status"], rows[1]["width"], rows[1]["files"]) == ("done", "48", "ant.png")
    assert rows[-1]["message"]


def test_the_report_speaks_the_language_that_it_is_given(orders, folders, blur):
    (folders[0] / "broken.png").write_bytes(b"")
    german = {"What failed": "Was misslang", "Batch of images": "Stapel von images"}
    voice = Voice("de", lambda text: german.get(text, text))
    end = list(run(orders, open_session=lambda *_: blur, voice=voice))[-1]
    page = Page()
    page.feed(end.report.read_text(encoding="utf-8"))
    assert page.attributes["html"][0]["lang"] == "de"
    assert "Was misslang" in page.texts
    assert page.texts[:2] == ["Stapel von images – Gossamer", "Stapel von images"]


def test_a_strip_shows_photograph_trimap_alpha_and_cutout():
    image = np.full((60, 80, 3), (200, 100, 50), np.uint8)
    shot = Picture(Path("p.png"), image)
    made = strip(shot, trimap(80, 60), np.ones((60, 80), np.float32))
    assert made.shape == (HEIGHT, 4 * 320 + 3 * 8, 4)
    assert made[60, 80].tolist() == [200, 100, 50, 255]
    assert made[60, 320 + 4].tolist() == [0, 0, 0, 0]
    assert made[60, 328 + 5].tolist() == [0, 0, 0, 255]
    assert made[60, 656 + 80].tolist() == [255, 255, 255, 255]
    assert made[60, 984 + 80].tolist() == [200, 100, 50, 255]


def test_a_strip_shows_colours_as_they_are_meant():
    image = np.full((8, 8, 3), (90, 200, 60), np.uint8)
    wide_green = Picture(Path("p.png"), image, icc=profile_of(ADOBE))
    made = strip(wide_green, np.full((8, 8), 255, np.uint8), np.ones((8, 8), np.float32))
    shown = to_srgb(wide_green.image, wide_green.icc)
    assert np.abs(made[20, 20, :3].astype(int) - shown[4, 4]).max() <= 1
    assert np.abs(shown[4, 4].astype(int) - wide_green.image[4, 4]).max() > 15


def test_the_time_left_is_told(orders, blur):
    told = [event for event in through(orders, blur) if isinstance(event, Told)]
    assert all(event.left > 0 for event in told[:-1])
    assert told[-1].left == 0
