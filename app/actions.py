"""Every action once: its words, keys and icon; menus, columns and the key sheet show them."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from app.icons import icon
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
        ("Ctrl+S",),
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
    _anywhere("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",)),
    _on_canvas("brush", QT_TRANSLATE_NOOP("Actions", "Brush"), "B", icon="brush", group="tool"),
    _on_canvas("eraser", QT_TRANSLATE_NOOP("Actions", "Eraser"), "E", icon="eraser", group="tool"),
    _on_canvas("lasso", QT_TRANSLATE_NOOP("Actions", "Lasso"), "L", icon="lasso", group="tool"),
    _on_canvas(
        "fill", QT_TRANSLATE_NOOP("Actions", "Fill"), "G", icon="format-color-fill", group="tool"
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
    _anywhere(
        "clear_trimap",
        QT_TRANSLATE_NOOP("Actions", "Make everything unknown"),
        (),
        "selection-remove",
        _PICTURE,
    ),
    _anywhere("live", QT_TRANSLATE_NOOP("Actions", "Live")),
    _on_canvas("matte", QT_TRANSLATE_NOOP("Actions", "Matte"), "M", "Return", icon="auto-fix"),
    _anywhere("cancel", QT_TRANSLATE_NOOP("Actions", "Cancel the matte"), ("Esc",), "close"),
    _on_canvas("original", QT_TRANSLATE_NOOP("Actions", "Original"), "O", group="look"),
    _on_canvas("trimap", QT_TRANSLATE_NOOP("Actions", "Trimap"), "T", group="look"),
    _on_canvas("alpha", QT_TRANSLATE_NOOP("Actions", "Alpha"), "A", group="look"),
    _on_canvas("cutout", QT_TRANSLATE_NOOP("Actions", "Cut-out"), "U", group="look"),
    _on_canvas("next_ground", QT_TRANSLATE_NOOP("Actions", "Next ground"), "F"),
    _anywhere("ground_picture", QT_TRANSLATE_NOOP("Actions", "Ground picture…"), needs=_PICTURE),
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
    _anywhere("full_screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), ("F11",)),
    _anywhere(
        "keys", QT_TRANSLATE_NOOP("Actions", "Keys and gestures"), ("?", "F1"), "keyboard-outline"
    ),
    _anywhere("about", QT_TRANSLATE_NOOP("Actions", "About Gossamer")),
)

_TOGGLES = ("panels", "full_screen", "live")


class Actions(QObject):
    """The actions of one window, by name; built once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._forbidden: set[str] = set()
        for spec in SPECS:
            self._actions[spec.name] = self._build(spec)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def _build(self, spec: ActionSpec) -> QAction:
        action = QAction(QCoreApplication.translate(_T, spec.text), self)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setIconVisibleInMenu(False)
        action.setCheckable(bool(spec.group) or spec.name in _TOGGLES)
        action.setToolTip(self._tip(action))
        if spec.on_canvas:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if spec.group:
            self._group(spec.group).addAction(action)
        return action

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
            self._actions[spec.name].setEnabled(is_met)

    def permit(self, name: str, permitted: bool) -> None:
        """Enable an action that needs nothing else, or disable it until it is permitted again."""
        (self._forbidden.discard if permitted else self._forbidden.add)(name)
        self._actions[name].setEnabled(permitted)
