"""The menu bar, out of the table of actions."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from app.actions import Actions
from app.models import Model

_RULE = ""


@dataclass(frozen=True)
class Lists:
    """The menus whose entries come and go: models, pictures opened last, devices."""

    models: QMenu
    recent: QMenu
    devices: QMenu


def fill_menus(bar: QMenuBar, actions: Actions, undo: QAction, redo: QAction) -> Lists:
    """Build the menus; gives those that others fill."""

    translate = QCoreApplication.translate

    def menu(title: str, *names: str) -> QMenu:
        made = bar.addMenu(title)
        for name in names:
            if name == _RULE:
                made.addSeparator()
            else:
                made.addAction(actions[name])
        return made

    file = menu(
        translate("Menus", "&File"),
        *("open", _RULE, "save", "save_as", "carry_over", _RULE, "import_trimap"),
        *("export_alpha", "export_cutout", "export_trimap", "record_exports", _RULE),
        *("batch", _RULE, "quit"),
    )
    recent = QMenu(translate("Menus", "Open recent"), file)
    file.insertMenu(file.actions()[1], recent)
    edit = bar.addMenu(translate("Menus", "&Edit"))
    edit.addActions([undo, redo])
    edit.addSeparator()
    edit.addActions([actions["copy_cutout"], actions["paste"]])
    edit.addSeparator()
    edit.addAction(actions["preferences"])
    view = menu(
        translate("Menus", "&View"),
        *("original", "trimap", "alpha", "cutout", "next_ground", "ground_picture", _RULE),
        *("border", "reset_tints", _RULE),
        *("zoom_in", "zoom_out", "fit", "full_size", _RULE),
    )
    theme = view.addMenu(translate("Menus", "Theme"))
    theme.addActions([actions["system"], actions["light"], actions["dark"]])
    menu(
        translate("Menus", "&Trimap"),
        *("propose", "propose_within", _RULE),
        *("foreground", "background", "unknown", "swap", _RULE),
        *("brush", "eraser", "lasso", "fill", "clean", "hand", "smaller", "larger", _RULE),
        *("narrow", "widen", "check_band", "take_advice", _RULE),
        *("band_from_file", "band_from_alpha", "clear_trimap"),
    )
    matte = menu(
        translate("Menus", "&Matte"),
        *("matte", "live", "cancel", _RULE, "reset_refining", _RULE, "composite", _RULE),
    )
    models = matte.addMenu(translate("Menus", "Model"))
    devices = matte.addMenu(translate("Menus", "Device"))
    menu(
        translate("Menus", "&Compare"),
        *("compare", "next_comparison", _RULE, "wipe", "side_by_side", "difference", _RULE),
        *("swap_sides", "stop_comparing", _RULE, "next_worst", "disagreement", _RULE),
        *("loupe", "fringe_card", _RULE, "open_truth"),
    )
    menu(translate("Menus", "&Window"), "panels", "full_screen")
    menu(translate("Menus", "&Help"), "guide", "keys", "about")
    return Lists(models, recent, devices)


def fill_recent(menu: QMenu, paths: list[str]) -> None:
    """List pictures, by their names; each action carries its path."""
    menu.clear()
    for path in paths:
        action = menu.addAction(Path(path).name.replace("&", "&&"))
        action.setData(path)
        action.setToolTip(path)
    if not paths:
        menu.addAction(QCoreApplication.translate("Menus", "Nothing yet")).setEnabled(False)


def fill_models(menu: QMenu, models: list[Model]) -> QActionGroup:
    """List the models in their menu, as actions that carry their names; exactly one is checked."""
    menu.clear()
    group = QActionGroup(menu)
    for model in models:
        action = menu.addAction(model.title)
        action.setCheckable(True)
        action.setData(model.name)
        group.addAction(action)
    if not models:
        menu.addAction(QCoreApplication.translate("Menus", "None installed")).setEnabled(False)
    return group
