"""Light and dark: neutral greys, so that colours are judged truly, and one accent."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.settings import Theme
from app.style import sheet


@dataclass(frozen=True)
class Colours:
    """The colours of one theme; greys without hue, save the accent and the tones of messages."""

    is_dark: bool
    surround: str
    window: str
    base: str
    button: str
    raised: str
    line: str
    edge: str
    knob: str
    text: str
    faint: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    info: str
    warning: str
    error: str


DARK = Colours(
    is_dark=True,
    surround="#2a2a2a",
    window="#333333",
    base="#292929",
    button="#404040",
    raised="#4a4a4a",
    line="#454545",
    edge="#1e1e1e",
    knob="#c8c8c8",
    text="#dddddd",
    faint="#a2a2a2",
    disabled="#757575",
    accent="#6f5ce6",
    accent_hover="#7b68ee",
    on_accent="#ffffff",
    info="#8fb8ff",
    warning="#f0b34a",
    error="#ff8a80",
)
LIGHT = Colours(
    is_dark=False,
    surround="#d2d2d2",
    window="#f3f3f3",
    base="#ffffff",
    button="#e9e9e9",
    raised="#dedede",
    line="#d4d4d4",
    edge="#9a9a9a",
    knob="#ffffff",
    text="#222222",
    faint="#595959",
    disabled="#a6a6a6",
    accent="#6350d6",
    accent_hover="#5643c4",
    on_accent="#ffffff",
    info="#1f5fbf",
    warning="#946000",
    error="#b3261e",
)


class ThemeKeeper(QObject):
    """Keeps the application's colours as the person, or the system, wants them."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: Theme) -> None:
        super().__init__(application)
        self._application = application
        self._choice: Theme = choice
        self._colours = LIGHT
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._apply()

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        return self._colours

    @property
    def choice(self) -> Theme:
        """What the person asked for."""
        return self._choice

    def choose(self, choice: Theme) -> None:
        """Take another theme."""
        self._choice = choice
        self._apply()

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        scheme = self._application.styleHints().colorScheme()
        is_dark = (
            scheme is Qt.ColorScheme.Dark if self._choice == "system" else (self._choice == "dark")
        )
        self._colours = DARK if is_dark else LIGHT
        self._application.setPalette(_palette(self._colours))
        self._application.setStyleSheet(sheet(self._colours))
        self.changed.emit()


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, value in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.button),
        (role.Text, colours.text),
        (role.Button, colours.button),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.error),
        (role.Light, colours.raised),
        (role.Midlight, colours.raised),
        (role.Mid, colours.line),
        (role.Dark, colours.line),
        (role.Shadow, "#1c1c1c" if colours.is_dark else "#9a9a9a"),
        (role.Highlight, colours.accent),
        (role.Accent, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.ToolTipBase, colours.base),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.faint),
        (role.Link, colours.info),
        (role.LinkVisited, colours.info),
    ):
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.line))
    return palette
