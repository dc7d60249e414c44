"""Every action and gesture once: its words, keys and icon; all that shows or sets keys reads this.

The keys here are those to begin with. Which ones act is the KeyMap's business.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from app.icons import icon
from app.keys import KeyMap, native
from app.theme import Colours


class Needs(Enum):
    """What must be there before an action can be taken."""

    NOTHING = 0
    PICTURE = 1
    ALPHA = 2


@dataclass(frozen=True)
class ActionSpec:
    """One action. Keys of canvas actions act only while the canvas has the focus."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = Needs.NOTHING
    on_canvas: bool = False
    group: str = ""
    """Of the actions in a group exactly one is checked."""


@dataclass(frozen=True)
class GestureSpec:
    """What is done over the canvas with a key that is held, or with the pointer."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    """The key that is held; none for what only a pointer does."""
    pointer: str = ""
    """How the pointer does it, in words."""


_T = "Actions"
_PICTURE, _ALPHA = Needs.PICTURE, Needs.ALPHA


def _anywhere(
    name: str,
    text: object,
    keys: tuple[str, ...] = (),
    icon: str = "",
    needs: Needs = Needs.NOTHING,
    group: str = "",
) -> ActionSpec:
    return ActionSpec(name, str(text), keys, icon, needs, group=group)


def _on_canvas(name: str, text: object, *keys: str, icon: str = "", group: str = "") -> ActionSpec:
    return ActionSpec(name, str(text), keys, icon, _PICTURE, on_canvas=True, group=group)


SPECS: tuple[ActionSpec, ...] = (
    _anywhere("open", QT_TRANSLATE_NOOP("Actions", "Open…"), ("Ctrl+O",), "folder-open-outline"),
    _anywhere(
        "save",
        QT_TRANSLATE_NOOP("Actions", "Save project"),
        ("Ctrl+S",),
        "content-save-outline",
        _PICTURE,
    ),
    _anywhere(
        "save_as",
        QT_TRANSLATE_NOOP("Actions", "Save project as…"),
        ("Ctrl+Shift+S",),
        "",
        _PICTURE,
    ),
    _anywhere(
        "carry_over",
        QT_TRANSLATE_NOOP("Actions", "Strokes onto another version…"),
        (),
        "",
        _PICTURE,
    ),
    _anywhere("paste", QT_TRANSLATE_NOOP("Actions", "Paste"), ("Ctrl+V",), "content-paste"),
    _anywhere(
        "import_trimap",
        QT_TRANSLATE_NOOP("Actions", "Import trimap…"),
        ("Ctrl+Shift+O",),
        "tray-arrow-down",
        _PICTURE,
    ),
    _anywhere(
        "export_trimap",
        QT_TRANSLATE_NOOP("Actions", "Export trimap…"),
        ("Ctrl+T",),
        "tray-arrow-up",
        _PICTURE,
    ),
    _anywhere(
        "export_alpha",
        QT_TRANSLATE_NOOP("Actions", "Export alpha…"),
        ("Ctrl+E",),
        "gradient-horizontal",
        _ALPHA,
    ),
    _anywhere(
        "export_cutout",
        QT_TRANSLATE_NOOP("Actions", "Export cut-out…"),
        ("Ctrl+Shift+E",),
        "content-cut",
        _ALPHA,
    ),
    _anywhere("record_exports", QT_TRANSLATE_NOOP("Actions", "Record beside exports")),
    _anywhere(
        "copy_cutout",
        QT_TRANSLATE_NOOP("Actions", "Copy cut-out"),
        ("Ctrl+Shift+C",),
        "content-copy",
        _ALPHA,
    ),
    _anywhere("reset_refining", QT_TRANSLATE_NOOP("Actions", "Reset refining"), (), "", _PICTURE),
    _anywhere(
        "batch", QT_TRANSLATE_NOOP("Actions", "Batch…"), ("Ctrl+Shift+A",), "image-multiple-outline"
    ),
    _anywhere("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",)),
    _anywhere("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",)),
    _anywhere("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    _anywhere(
        "preferences", QT_TRANSLATE_NOOP("Actions", "Preferences…"), ("Ctrl+,",), "cog-outline"
    ),
    _on_canvas("brush", QT_TRANSLATE_NOOP("Actions", "Brush"), "B", icon="brush", group="tool"),
    _on_canvas("eraser", QT_TRANSLATE_NOOP("Actions", "Eraser"), "E", icon="eraser", group="tool"),
    _on_canvas("lasso", QT_TRANSLATE_NOOP("Actions", "Lasso"), "L", icon="lasso", group="tool"),
    _on_canvas(
        "fill", QT_TRANSLATE_NOOP("Actions", "Fill"), "G", icon="format-color-fill", group="tool"
    ),
    _on_canvas(
        "clean",
        QT_TRANSLATE_NOOP("Actions", "Clean colours"),
        "R",
        icon="spray-bottle",
        group="tool",
    ),
    _on_canvas(
        "hand",
        QT_TRANSLATE_NOOP("Actions", "Hand"),
        "V",
        icon="hand-back-right-outline",
        group="tool",
    ),
    _on_canvas("foreground", QT_TRANSLATE_NOOP("Actions", "Foreground"), "1", group="class"),
    _on_canvas("background", QT_TRANSLATE_NOOP("Actions", "Background"), "2", group="class"),
    _on_canvas("unknown", QT_TRANSLATE_NOOP("Actions", "Unknown"), "3", group="class"),
    _on_canvas("swap", QT_TRANSLATE_NOOP("Actions", "Swap foreground and background"), "X"),
    _on_canvas("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller brush"), "["),
    _on_canvas("larger", QT_TRANSLATE_NOOP("Actions", "Larger brush"), "]"),
    _on_canvas(
        "narrow",
        QT_TRANSLATE_NOOP("Actions", "Narrow the band"),
        ",",
        icon="arrow-collapse-horizontal",
    ),
    _on_canvas(
        "widen", QT_TRANSLATE_NOOP("Actions", "Widen the band"), ".", icon="arrow-expand-horizontal"
    ),
    _anywhere(
        "band_from_file",
        QT_TRANSLATE_NOOP("Actions", "Trimap from a mask or alpha…"),
        ("Ctrl+Shift+M",),
        "",
        _PICTURE,
    ),
    _anywhere(
        "band_from_alpha",
        QT_TRANSLATE_NOOP("Actions", "Trimap from the present alpha"),
        ("Ctrl+Shift+B",),
        "",
        _ALPHA,
    ),
    _on_canvas("propose", QT_TRANSLATE_NOOP("Actions", "Propose"), "P", icon="creation"),
    _on_canvas(
        "propose_within",
        QT_TRANSLATE_NOOP("Actions", "Propose inside a lasso"),
        "Shift+P",
        icon="lasso",
    ),
    _anywhere(
        "clear_trimap",
        QT_TRANSLATE_NOOP("Actions", "Make everything unknown"),
        (),
        "selection-remove",
        _PICTURE,
    ),
    _anywhere("live", QT_TRANSLATE_NOOP("Actions", "Live")),
    _anywhere("composite", QT_TRANSLATE_NOOP("Actions", "Composite, not a photograph")),
    _on_canvas("matte", QT_TRANSLATE_NOOP("Actions", "Matte"), "M", "Return", icon="auto-fix"),
    _anywhere("cancel", QT_TRANSLATE_NOOP("Actions", "Cancel the matte"), ("Esc",), "close"),
    _on_canvas("original", QT_TRANSLATE_NOOP("Actions", "Original"), "O", group="look"),
    _on_canvas("trimap", QT_TRANSLATE_NOOP("Actions", "Trimap"), "T", group="look"),
    _on_canvas("alpha", QT_TRANSLATE_NOOP("Actions", "Alpha"), "A", group="look"),
    _on_canvas("cutout", QT_TRANSLATE_NOOP("Actions", "Cut-out"), "U", group="look"),
    _on_canvas("border", QT_TRANSLATE_NOOP("Actions", "Border instead of tint"), "Shift+T"),
    _anywhere(
        "reset_tints", QT_TRANSLATE_NOOP("Actions", "Blue and orange again"), (), "backup-restore"
    ),
    _on_canvas("next_ground", QT_TRANSLATE_NOOP("Actions", "Next ground"), "F"),
    _anywhere("ground_picture", QT_TRANSLATE_NOOP("Actions", "Ground picture…"), needs=_PICTURE),
    _on_canvas("compare", QT_TRANSLATE_NOOP("Actions", "Compare"), "C", icon="compare"),
    _on_canvas(
        "next_comparison",
        QT_TRANSLATE_NOOP("Actions", "Next way to compare"),
        "Shift+C",
    ),
    _anywhere(
        "wipe", QT_TRANSLATE_NOOP("Actions", "Wipe"), (), "circle-half-full", _PICTURE, "comparison"
    ),
    _anywhere(
        "side_by_side",
        QT_TRANSLATE_NOOP("Actions", "Side by side"),
        (),
        "view-split-vertical",
        _PICTURE,
        "comparison",
    ),
    _anywhere(
        "difference",
        QT_TRANSLATE_NOOP("Actions", "Difference"),
        (),
        "vector-difference",
        _PICTURE,
        "comparison",
    ),
    _anywhere(
        "swap_sides",
        QT_TRANSLATE_NOOP("Actions", "Swap the sides"),
        (),
        "swap-horizontal",
        _PICTURE,
    ),
    _anywhere(
        "stop_comparing", QT_TRANSLATE_NOOP("Actions", "Stop comparing"), (), "close", _PICTURE
    ),
    _on_canvas("next_worst", QT_TRANSLATE_NOOP("Actions", "Next worst spot"), "N", icon="target"),
    _on_canvas("disagreement", QT_TRANSLATE_NOOP("Actions", "Map of differences"), "Shift+N"),
    _on_canvas("loupe", QT_TRANSLATE_NOOP("Actions", "Loupe with values"), "I", icon="eyedropper"),
    _on_canvas(
        "fringe_card",
        QT_TRANSLATE_NOOP("Actions", "Fringe card"),
        "Shift+F",
        icon="view-grid-outline",
    ),
    _on_canvas("check_band", QT_TRANSLATE_NOOP("Actions", "Check the band"), "K"),
    _on_canvas("take_advice", QT_TRANSLATE_NOOP("Actions", "Take the advice"), "Shift+K"),
    _anywhere(
        "open_truth",
        QT_TRANSLATE_NOOP("Actions", "Open ground truth…"),
        (),
        "bullseye-arrow",
        _PICTURE,
    ),
    _anywhere(
        "zoom_in",
        QT_TRANSLATE_NOOP("Actions", "Zoom in"),
        ("Ctrl++", "Ctrl+="),
        "magnify-plus-outline",
        _PICTURE,
    ),
    _anywhere(
        "zoom_out",
        QT_TRANSLATE_NOOP("Actions", "Zoom out"),
        ("Ctrl+-",),
        "magnify-minus-outline",
        _PICTURE,
    ),
    _on_canvas(
        "fit", QT_TRANSLATE_NOOP("Actions", "Fit to window"), "0", icon="fit-to-page-outline"
    ),
    _anywhere("full_size", QT_TRANSLATE_NOOP("Actions", "100 %"), ("Ctrl+1",), "", _PICTURE),
    _anywhere("system", QT_TRANSLATE_NOOP("Actions", "As the system"), group="theme"),
    _anywhere("light", QT_TRANSLATE_NOOP("Actions", "Light"), group="theme"),
    _anywhere("dark", QT_TRANSLATE_NOOP("Actions", "Dark"), group="theme"),
    _on_canvas("panels", QT_TRANSLATE_NOOP("Actions", "Show panels"), "H", icon="dock-right"),
    _anywhere("distil", QT_TRANSLATE_NOOP("Actions", "Distil a student"), ("Ctrl+Shift+D",)),
    _anywhere("full_screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), ("F11",)),
    _anywhere("guide", QT_TRANSLATE_NOOP("Actions", "Guide"), ("Shift+F1",), "book-open-outline"),
    _anywhere(
        "keys", QT_TRANSLATE_NOOP("Actions", "Keys and gestures"), ("?", "F1"), "keyboard-outline"
    ),
    _anywhere("about", QT_TRANSLATE_NOOP("Actions", "About Gossamer")),
)

_TOGGLES = (
    *("panels", "full_screen", "live", "composite", "border", "record_exports"),
    *("compare", "disagreement", "loupe", "fringe_card", "distil"),
)
_ROLES = {
    "preferences": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
    "quit": QAction.MenuRole.QuitRole,
}
"""Where macOS wants them; it must not guess from words, which are translated."""

GESTURES: tuple[GestureSpec, ...] = (
    GestureSpec(
        "other",
        str(QT_TRANSLATE_NOOP("Actions", "Paint background")),
        ("Alt",),
        str(QT_TRANSLATE_NOOP("Actions", "Right button")),
    ),
    GestureSpec(
        "line",
        str(QT_TRANSLATE_NOOP("Actions", "Straight line from the last point")),
        pointer=str(QT_TRANSLATE_NOOP("Actions", "Shift+click")),
    ),
    GestureSpec(
        "corner",
        str(QT_TRANSLATE_NOOP("Actions", "Lasso: corner, freehand")),
        pointer=str(QT_TRANSLATE_NOOP("Actions", "Click, drag")),
    ),
    GestureSpec(
        "close",
        str(QT_TRANSLATE_NOOP("Actions", "Lasso: close")),
        pointer=str(QT_TRANSLATE_NOOP("Actions", "Enter, double click")),
    ),
    GestureSpec(
        "take_back",
        str(QT_TRANSLATE_NOOP("Actions", "Lasso: take the last corner back")),
        pointer=str(QT_TRANSLATE_NOOP("Actions", "Backspace")),
    ),
    GestureSpec(
        "further",
        str(QT_TRANSLATE_NOOP("Actions", "Fill: further, or less far")),
        pointer=str(QT_TRANSLATE_NOOP("Actions", "Drag sideways")),
    ),
    GestureSpec(
        "any_colour",
        str(QT_TRANSLATE_NOOP("Actions", "Fill: over every colour")),
        pointer=str(QT_TRANSLATE_NOOP("Actions", "Shift+click")),
    ),
    GestureSpec(
        "turned",
        str(QT_TRANSLATE_NOOP("Actions", "Erase to unknown")),
        pointer=str(QT_TRANSLATE_NOOP("Actions", "Pen, turned")),
    ),
    GestureSpec("bare", str(QT_TRANSLATE_NOOP("Actions", "No tint, while held")), ("Q",)),
    GestureSpec("peek", str(QT_TRANSLATE_NOOP("Actions", "Original, while held")), ("Tab",)),
    GestureSpec(
        "pan",
        str(QT_TRANSLATE_NOOP("Actions", "Move the picture")),
        ("Space",),
        str(QT_TRANSLATE_NOOP("Actions", "Middle button")),
    ),
)
"""Keys that are held act, like those of canvas actions, only while the canvas has the focus.

What the wheel does is a setting of its own.
"""

FIRST_KEYS = {
    **{spec.name: spec.keys for spec in SPECS},
    **{gesture.name: gesture.keys for gesture in GESTURES},
}
"""The keys to begin with, by action or gesture."""


class Actions(QObject):
    """The actions of one window, by name; built once, with keys that the key map may change."""

    def __init__(self, parent: QWidget, keys: KeyMap, **adopted: QAction) -> None:
        """adopted: actions that somebody else has made and enables, by name."""
        super().__init__(parent)
        self.keys = keys
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._forbidden: set[str] = set()
        self._adopted = tuple(adopted)
        self._tips: dict[str, str] = {}
        for spec in SPECS:
            self._actions[spec.name] = adopted.get(spec.name) or self._build(spec)
        self._set_keys()
        keys.changed.connect(self._set_keys)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def key(self, name: str) -> str:
        """The first key of an action, as people read it, to be put into a sentence.

        The words of the action, in quotes, if it has no key.
        """
        keys = self.keys.keys(name)
        return native(keys[0]) if keys else f"“{self._actions[name].text().rstrip('…')}”"

    def _build(self, spec: ActionSpec) -> QAction:
        action = QAction(QCoreApplication.translate(_T, spec.text), self)
        action.setIconVisibleInMenu(False)
        action.setCheckable(bool(spec.group) or spec.name in _TOGGLES)
        action.setMenuRole(_ROLES.get(spec.name, QAction.MenuRole.NoRole))
        if spec.on_canvas:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if spec.group:
            self._group(spec.group).addAction(action)
        return action

    @Slot()
    def _set_keys(self) -> None:
        for name, action in self._actions.items():
            action.setShortcuts([QKeySequence(key) for key in self.keys.keys(name)])
            # who has something better to say than this keeps it
            if name not in self._tips or action.toolTip() == self._tips[name]:
                self._tips[name] = self._tip(action)
                action.setToolTip(self._tips[name])

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]

    @staticmethod
    def _tip(action: QAction) -> str:
        text = action.text().rstrip("…")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return f"{text} ({keys})" if keys else text

    def lend_to(self, canvas: QWidget) -> None:
        """Let the keys of canvas actions act while `canvas` has the focus."""
        for spec in SPECS:
            if spec.on_canvas:
                canvas.addAction(self._actions[spec.name])

    def colour(self, colours: Colours) -> None:
        """Draw the icons in the colours of a theme."""
        for spec in SPECS:
            if spec.icon:
                self._actions[spec.name].setIcon(icon(spec.icon, colours))

    def allow(self, *, picture: bool, alpha: bool) -> None:
        """Enable what can be done now."""
        met = {Needs.NOTHING: True, Needs.PICTURE: picture, Needs.ALPHA: picture and alpha}
        for spec in SPECS:
            is_met = met[spec.needs] and spec.name not in self._forbidden
            if spec.name not in self._adopted:
                self._actions[spec.name].setEnabled(is_met)

    def permit(self, name: str, permitted: bool) -> None:
        """Enable an action that needs nothing else, or disable it until it is permitted again."""
        (self._forbidden.discard if permitted else self._forbidden.add)(name)
        self._actions[name].setEnabled(permitted)
