"""Views: looks, zoom, theme and panels."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMainWindow

from app.desk.parts import Parts
from app.icons import icon
from app.lessons import MATTE, PAINT
from app.looks import Look
from app.panels.header import LOOK_ACTIONS
from app.panels.key_sheet import KeySheet
from app.panels.swatch import dot_icon
from app.settings import Theme

_THEMES: tuple[Theme, ...] = ("system", "light", "dark")


class ViewsDesk(QObject):
    """Connects the actions of the View, Window and Help menus with what they show."""

    def __init__(self, parts: Parts, window: QMainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._missing = ""
        """What was said of the matte that is not there."""
        actions, canvas = parts.actions, parts.canvas
        for look, name in LOOK_ACTIONS.items():
            actions[name].triggered.connect(self._on_look_chosen)
            actions[name].setChecked(look is parts.looks.look)
        actions["next_ground"].triggered.connect(parts.looks.next_ground)
        actions["zoom_in"].triggered.connect(self._on_zoom_in)
        actions["zoom_out"].triggered.connect(self._on_zoom_out)
        actions["fit"].triggered.connect(canvas.fit)
        actions["full_size"].triggered.connect(self._on_full_size)
        for theme in _THEMES:
            actions[theme].triggered.connect(self._on_theme_chosen)
        actions[parts.theme.choice].setChecked(True)
        actions["panels"].setChecked(parts.settings.panels_shown)
        actions["panels"].toggled.connect(self._on_panels_toggled)
        actions["full_screen"].toggled.connect(self._on_full_screen_toggled)
        actions["keys"].triggered.connect(self._on_keys)
        parts.side.hide()  # with nothing open there is nothing to set
        parts.tools.hide()
        parts.side.section_folded.connect(self._on_section_folded)
        parts.looks.changed.connect(self._on_looks_changed)
        parts.theme.changed.connect(self._colour)
        parts.document.image_changed.connect(self._on_image_changed)
        parts.document.trimap_changed.connect(self._on_trimap_changed)
        parts.document.alpha_changed.connect(self._allow)
        parts.document.alpha_changed.connect(self._tell_missing)
        parts.live.began.connect(self._tell_missing)
        canvas.zoom_changed.connect(self._show_zoom)
        self._colour()
        self._allow()

    @Slot()
    def _on_look_chosen(self) -> None:
        actions = self._parts.actions
        look = next(look for look, name in LOOK_ACTIONS.items() if actions[name].isChecked())
        self._parts.looks.set_look(look)

    @Slot()
    def _on_looks_changed(self) -> None:
        parts, look = self._parts, self._parts.looks.look
        parts.actions[LOOK_ACTIONS[look]].setChecked(True)
        parts.settings.tint = parts.looks.tint
        self._tell_missing()

    @Slot()
    def _tell_missing(self) -> None:
        """Say why a look at the alpha shows none, and take back what is said and done."""
        parts, hint = self._parts, self._parts.stage.hint
        is_looked_for = parts.looks.look in (Look.ALPHA, Look.CUTOUT)
        done = [self._missing, self._words_for_following() if is_looked_for else ""]
        is_missing = is_looked_for and parts.document.alpha is None
        self._missing = self._words_for_missing() if is_missing else ""
        if self._missing:
            hint.say(self._missing)
        elif hint.text() in done:
            hint.say("")

    def _words_for_missing(self) -> str:
        if self._parts.live.is_working:
            return self.tr("The first matte is being made…")
        if self._parts.live.is_on:
            return self.tr("There is no matte yet. Paint foreground and background: it follows.")
        key = self._parts.actions.key("matte")
        words = self.tr("There is no matte yet. Paint foreground and background, then press {0}.")
        return words.format(key)

    def _first_step(self) -> str:
        """What to do with a picture that was just opened."""
        is_known, follows = self._parts.document.knows_both_sides, self._parts.live.is_on
        key = self._parts.actions.key
        if follows and is_known:
            return self._words_for_following()
        if not follows and self._parts.document.unknown_share < 1:
            return self.tr("Press {0} to make the matte.").format(key("matte"))
        return self.tr(
            "Paint where you are sure: {0} foreground, {1} background. Or press {2} for a proposal."
        ).format(key("foreground"), key("background"), key("propose"))

    def _words_for_following(self) -> str:
        key = self._parts.actions.key
        words = self.tr("The matte follows what you paint: {0} shows it, {1} the cut-out.")
        return words.format(key("alpha"), key("cutout"))

    @Slot()
    def _on_zoom_in(self) -> None:
        self._parts.canvas.zoom_by(1)

    @Slot()
    def _on_zoom_out(self) -> None:
        self._parts.canvas.zoom_by(-1)

    @Slot()
    def _on_full_size(self) -> None:
        self._parts.canvas.zoom_to(1.0)

    @Slot()
    def _on_theme_chosen(self) -> None:
        choice = next(theme for theme in _THEMES if self._parts.actions[theme].isChecked())
        self._parts.settings.theme = choice
        self._parts.theme.choose(choice)

    @Slot(bool)
    def _on_panels_toggled(self, shown: bool) -> None:
        self._parts.side.setVisible(shown)
        self._parts.settings.panels_shown = shown

    @Slot(bool)
    def _on_full_screen_toggled(self, full: bool) -> None:
        if full:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    @Slot(str, bool)
    def _on_section_folded(self, name: str, folded: bool) -> None:
        self._parts.settings.set_open(name, not folded)

    @Slot()
    def _on_keys(self) -> None:
        wheel = self._parts.settings.wheel == "size"
        KeySheet(self._parts.actions.keys, wheel_sizes=wheel, parent=self._window).open()

    @Slot()
    def _on_image_changed(self) -> None:
        parts = self._parts
        parts.tools.show()
        parts.side.setVisible(parts.settings.panels_shown)
        parts.stage.show_canvas()
        parts.looks.set_look(Look.TRIMAP)
        knows = parts.document.knows_both_sides or parts.document.unknown_share < 1
        parts.stage.hint.say(parts.lessons.words(MATTE if knows else PAINT, self._first_step()))
        path = parts.document.path
        self._window.setWindowTitle(f"{path.name}[*] — Gossamer" if path else "Gossamer")
        self._on_trimap_changed()
        self._allow()

    @Slot()
    def _on_trimap_changed(self) -> None:
        self._parts.status.show_unknown(self._parts.document.unknown_share)

    @Slot()
    def _show_zoom(self) -> None:
        empty = self._parts.document.is_empty
        self._parts.status.show_zoom(None if empty else self._parts.canvas.viewport.scale)

    @Slot()
    def _allow(self) -> None:
        document = self._parts.document
        self._parts.actions.allow(picture=not document.is_empty, alpha=document.alpha is not None)

    @Slot()
    def _colour(self) -> None:
        parts, colours = self._parts, self._parts.theme.colours
        parts.actions.colour(colours)
        parts.actions["unknown"].setIcon(dot_icon(None))
        parts.undo.setIcon(icon("undo", colours))
        parts.redo.setIcon(icon("redo", colours))
        parts.canvas.set_surround(QColor(colours.surround))
        parts.side.colour(colours)
        parts.empty.colour(colours)
        parts.stage.messages.colour(colours)
