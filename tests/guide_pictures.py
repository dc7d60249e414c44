"""The pictures of the user guide: which state of the window each shows, and how much of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.advanced.outcome.sheet import PromotionSheet
from app.batch.dialog import BatchDialog
from app.preferences.dialog import Preferences
from app.settings import Theme
from app.window import Window

Part = Callable[[Window], QWidget]
_SMALL, _LARGE = (960, 620), (1120, 700)


@dataclass(frozen=True)
class GuidePicture:
    """state: as `tests.states` names it. size: of the window. part: the widget, None for all."""

    state: str
    mode: Theme = "light"
    size: tuple[int, int] = _SMALL
    part: Part | None = None


def _section(name: str) -> Part:
    return lambda window: window.parts.side._sections[name]


GUIDE_PICTURES: dict[str, GuidePicture] = {
    "empty": GuidePicture("empty"),
    "opened-trimap": GuidePicture("opened-trimap"),
    "alpha": GuidePicture("alpha"),
    "cutout-colour": GuidePicture("cutout-colour"),
    "painting": GuidePicture("painting"),
    "lasso-corners": GuidePicture("lasso-corners"),
    "fill": GuidePicture("fill"),
    "border": GuidePicture("border", "dark"),
    "proposal": GuidePicture("proposal"),
    "proposal-lasso": GuidePicture("proposal-lasso"),
    "band-and-files": GuidePicture("panels-unfolded", part=_section("band")),
    "cutout-picture": GuidePicture("cutout-picture"),
    "loupe": GuidePicture("loupe", size=_LARGE),
    "fringe-card": GuidePicture("fringe-card", "dark"),
    "coach": GuidePicture("coach"),
    "compare-wipe": GuidePicture("compare-wipe-cutout"),
    "differences-map": GuidePicture("differences-map"),
    "refining": GuidePicture("refining", "dark"),
    "export": GuidePicture("export", part=_section("export")),
    "saved": GuidePicture("saved", part=_section("export")),
    "left-behind": GuidePicture("left-behind"),
    "batch": GuidePicture("batch", part=lambda window: window.findChild(BatchDialog)),
    "batch-running": GuidePicture(
        "batch-running", part=lambda window: window.findChild(BatchDialog)
    ),
    "recipe": GuidePicture("distil-empty", size=_LARGE),
    "run": GuidePicture("distil-learning", size=_LARGE),
    "runs": GuidePicture("runs", size=_LARGE),
    "promotion": GuidePicture(
        "runs-quick-look", size=_LARGE, part=lambda window: window.findChild(PromotionSheet)
    ),
    "preferences-performance": GuidePicture(
        "preferences-performance", part=lambda window: window.findChild(Preferences)
    ),
    "refused": GuidePicture("refused-matte"),
}
"""By the name of the file. What is listed here is what the guide shows, no more and no less."""
