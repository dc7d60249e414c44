"""What the program remembers between two runs."""

from typing import Literal, cast

from PySide6.QtCore import QByteArray

from app.stored import Stored

Theme = Literal["system", "light", "dark"]
RECENT = 8
"""How many opened files are remembered."""


class Settings(Stored):
    """All that is remembered, each with its default and its limits."""

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window; empty at the first start."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def theme(self) -> Theme:
        """Which colours the person asked for."""
        value = self._text("view/theme", "system")
        return cast(Theme, value) if value in ("system", "light", "dark") else "system"

    @theme.setter
    def theme(self, value: Theme) -> None:
        self._store.setValue("view/theme", value)

    @property
    def language(self) -> str:
        """The language of the window, "en" or "de"; empty for the system's."""
        return self._text("view/language", "")

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("view/language", value)

    @property
    def learnt(self) -> set[str]:
        """What the person has done once, and need not be told any more."""
        return set(self._text("hints/learnt", "").split())

    @learnt.setter
    def learnt(self, value: set[str]) -> None:
        self._store.setValue("hints/learnt", " ".join(sorted(value)))

    @property
    def still(self) -> bool:
        """Whether nothing is to move on the screen by itself."""
        return self._flag("view/still", default=False)

    @still.setter
    def still(self, value: bool) -> None:
        self._store.setValue("view/still", value)

    @property
    def panels_shown(self) -> bool:
        """Whether the panels at the right are to be seen."""
        return self._flag("view/panels", default=True)

    @panels_shown.setter
    def panels_shown(self, value: bool) -> None:
        self._store.setValue("view/panels", value)

    @property
    def diameter(self) -> float:
        """Diameter of the brush in pixels of the picture."""
        return self._number("brush/diameter", 40.0)

    @diameter.setter
    def diameter(self, value: float) -> None:
        self._store.setValue("brush/diameter", value)

    @property
    def tolerance(self) -> int:
        """How far a fill may stray from the colour it began on, in 0..255."""
        return round(min(255.0, max(0.0, self._number("fill/tolerance", 32))))

    @tolerance.setter
    def tolerance(self, value: int) -> None:
        self._store.setValue("fill/tolerance", value)

    @property
    def band(self) -> int:
        """By how many pixels the unknown band is made wider, narrower, or at all."""
        return round(min(200.0, max(1.0, self._number("band/width", 8))))

    @band.setter
    def band(self, value: int) -> None:
        self._store.setValue("band/width", value)

    @property
    def proposal_width(self) -> float:
        """Times which a proposal's band is as wide as the picture asks for."""
        return min(4.0, max(0.25, self._number("proposal/width", 1.0)))

    @proposal_width.setter
    def proposal_width(self, value: float) -> None:
        self._store.setValue("proposal/width", value)

    @property
    def tint(self) -> float:
        """Opacity of the trimap's tint in [0, 1]."""
        return min(1.0, max(0.0, self._number("view/tint", 0.45)))

    @tint.setter
    def tint(self, value: float) -> None:
        self._store.setValue("view/tint", value)

    def tint_colour(self, name: str) -> str:
        """The tint of "foreground" or "background", as #rrggbb; empty for the one to begin with."""
        return self._text(f"view/tint-{name}", "")

    def set_tint_colour(self, name: str, value: str) -> None:
        """Remember a tint."""
        self._store.setValue(f"view/tint-{name}", value)

    @property
    def border(self) -> bool:
        """Whether the classes are shown by their border and not by a tint."""
        return self._flag("view/border", default=False)

    @border.setter
    def border(self, value: bool) -> None:
        self._store.setValue("view/border", value)

    @property
    def ground(self) -> str:
        """What lay behind the cut-out last: the value of a Ground, or something older."""
        return self._text("view/ground", "")

    @ground.setter
    def ground(self, value: str) -> None:
        self._store.setValue("view/ground", value)

    @property
    def ground_colour(self) -> str:
        """The colour chosen for behind the cut-out, as #rrggbb; empty when none was."""
        return self._text("view/groundColour", "")

    @ground_colour.setter
    def ground_colour(self, value: str) -> None:
        self._store.setValue("view/groundColour", value)

    @property
    def ground_picture(self) -> str:
        """File of the picture chosen for behind the cut-out; empty when none was."""
        return self._text("view/groundPicture", "")

    @ground_picture.setter
    def ground_picture(self, value: str) -> None:
        self._store.setValue("view/groundPicture", value)

    @property
    def model(self) -> str:
        """Name of the network that was used last; empty when none was."""
        return self._text("matte/model", "")

    @model.setter
    def model(self, value: str) -> None:
        self._store.setValue("matte/model", value)

    @property
    def device(self) -> str:
        """The device that networks run on: "auto", or a name that the engine knows."""
        return self._text("matte/device", "auto")

    @device.setter
    def device(self, value: str) -> None:
        self._store.setValue("matte/device", value)

    @property
    def threads(self) -> int:
        """How many threads share the processor's work; 0 leaves that to the engine."""
        return max(0, int(self._number("matte/threads", 0)))

    @threads.setter
    def threads(self, value: int) -> None:
        self._store.setValue("matte/threads", value)

    @property
    def live(self) -> bool:
        """Whether the matte follows while somebody paints."""
        return self._flag("matte/live", default=True)

    @live.setter
    def live(self, value: bool) -> None:
        self._store.setValue("matte/live", value)

    @property
    def export(self) -> str:
        """How files were written last, as the text of an `ExportChoice`, or something older."""
        return self._text("export/choice", "")

    @export.setter
    def export(self, value: str) -> None:
        self._store.setValue("export/choice", value)

    @property
    def history(self) -> int:
        """Megabytes that undoing may take; a stroke takes some thousand bytes."""
        return round(min(4096.0, max(1.0, self._number("edit/history", 128))))

    @history.setter
    def history(self, value: int) -> None:
        self._store.setValue("edit/history", value)

    @property
    def compare_mode(self) -> str:
        """How two mattes were laid out last: the value of a Mode, or something older."""
        return self._text("compare/mode", "")

    @compare_mode.setter
    def compare_mode(self, value: str) -> None:
        self._store.setValue("compare/mode", value)

    @property
    def compare_with(self) -> str:
        """Name of the model that was compared with last; empty when none was."""
        return self._text("compare/with", "")

    @compare_with.setter
    def compare_with(self, value: str) -> None:
        self._store.setValue("compare/with", value)

    @property
    def folder(self) -> str:
        """Where the last picture was opened from; empty when none was."""
        return self._text("files/folder", "")

    @folder.setter
    def folder(self, value: str) -> None:
        self._store.setValue("files/folder", value)

    @property
    def recent(self) -> list[str]:
        """The pictures opened last, newest first."""
        value = self._store.value("files/recent", [])
        texts = [value] if isinstance(value, str) else value
        return [text for text in texts if text] if isinstance(texts, list) else []

    def remember(self, path: str) -> None:
        """Put `path` in front of the recent files."""
        others = [text for text in self.recent if text != path]
        self._store.setValue("files/recent", [path, *others][:RECENT])

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that the person has chosen, by action or gesture; portable texts."""
        self._store.beginGroup("keys")
        values = {name: self._store.value(name) for name in self._store.childKeys()}
        self._store.endGroup()
        return {name: tuple(str(value or "").split()) for name, value in values.items()}

    @keys.setter
    def keys(self, value: dict[str, tuple[str, ...]]) -> None:
        self._store.remove("keys")
        for name, keys in value.items():
            # no list: an ini file gives an empty one, or one of a single text, back as another kind
            self._store.setValue(f"keys/{name}", " ".join(keys))

    @property
    def wheel(self) -> Literal["zoom", "size"]:
        """What the wheel does alone; with Ctrl it does the other."""
        return "size" if self._text("view/wheel", "zoom") == "size" else "zoom"

    @wheel.setter
    def wheel(self, value: str) -> None:
        self._store.setValue("view/wheel", value)

    def is_open(self, section: str, *, default: bool = True) -> bool:
        """Whether the panel section called `section` is unfolded."""
        return self._flag(f"sections/{section}", default=default)

    def set_open(self, section: str, opened: bool) -> None:
        """Remember whether the section is unfolded."""
        self._store.setValue(f"sections/{section}", opened)
