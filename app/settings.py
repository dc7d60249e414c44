"""What the program remembers between two runs."""

from typing import Literal

from app.stored import Setting, Stored, flag, number, one_of, raw, text, texts, whole, words

Theme = Literal["system", "light", "dark"]
Wheel = Literal["zoom", "size"]
RECENT = 8
"""How many opened files are remembered."""


class Settings(Stored):
    """All that is remembered, each with its key, its default and its limits."""

    geometry = raw("window/geometry")
    """Place and size of the window; empty at the first start."""
    theme: Setting[Theme] = one_of("view/theme", "system", "light", "dark")
    """Which colours the person asked for."""
    language = text("view/language")
    """The language of the window, "en" or "de"; empty for the system's."""
    learnt = words("hints/learnt")
    """What the person has done once, and need not be told any more."""
    still = flag("view/still", default=False)
    """Whether nothing is to move on the screen by itself."""
    panels_shown = flag("view/panels", default=True)
    """Whether the panels at the right are to be seen."""
    advanced = flag("view/advanced", default=False)
    """Whether the page of distillations has been revealed."""
    wheel: Setting[Wheel] = one_of("view/wheel", "zoom", "size")
    """What the wheel does alone; with Ctrl it does the other."""

    diameter = number("brush/diameter", 40.0)
    """Diameter of the brush in pixels of the picture."""
    tolerance = whole("fill/tolerance", 32, 0, 255)
    """How far a fill may stray from the colour it began on."""
    band = whole("band/width", 8, 1, 200)
    """By how many pixels the unknown band is made wider, narrower, or at all."""
    proposal_width = number("proposal/width", 1.0, 0.25, 4.0)
    """Times which a proposal's band is as wide as the picture asks for."""
    history = whole("edit/history", 128, 1, 4096)
    """Megabytes that undoing may take; a stroke takes some thousand bytes."""

    tint = number("view/tint", 0.45, 0.0, 1.0)
    """Opacity of the trimap's tint."""
    border = flag("view/border", default=False)
    """Whether the classes are shown by their border and not by a tint."""
    ground = text("view/ground")
    """What lay behind the cut-out last: the value of a Ground, or something older."""
    ground_colour = text("view/groundColour")
    """The colour chosen for behind the cut-out, as #rrggbb; empty when none was."""
    ground_picture = text("view/groundPicture")
    """File of the picture chosen for behind the cut-out; empty when none was."""

    model = text("matte/model")
    """Name of the network that was used last; empty when none was."""
    device = text("matte/device", "auto")
    """The device that networks run on: "auto", or a name that the engine knows."""
    threads = whole("matte/threads", 0, 0, 4096)
    """How many threads share the processor's work; 0 leaves that to the engine."""
    composite = flag("matte/composite", default=False)
    """Whether pictures are matted as composites, and not as photographs."""
    live = flag("matte/live", default=True)
    """Whether the matte follows while somebody paints."""

    compare_mode = text("compare/mode")
    """How two mattes were laid out last: the value of a Mode, or something older."""
    compare_with = text("compare/with")
    """Name of the model that was compared with last; empty when none was."""

    export = text("export/choice")
    """How files were written last, as the text of an `ExportChoice`, or something older."""
    keeps_mattes = flag("advanced/keepsMattes", default=False)
    """Whether exported mattes are kept on this machine, for a student to learn from."""
    folder = text("files/folder")
    """Where the last picture was opened from; empty when none was."""
    recent = texts("files/recent")
    """The pictures opened last, newest first."""

    def remember(self, path: str) -> None:
        """Put `path` in front of the recent files."""
        others = (each for each in self.recent if each != path)
        self.recent = (path, *others)[:RECENT]

    def tint_colour(self, name: str) -> str:
        """The tint of "foreground" or "background", as #rrggbb; empty for the one to begin with."""
        return text(f"view/tint-{name}").read(self._store)

    def set_tint_colour(self, name: str, value: str) -> None:
        """Remember a tint."""
        text(f"view/tint-{name}").write(self._store, value)

    def is_open(self, section: str, *, default: bool = True) -> bool:
        """Whether the panel section called `section` is unfolded."""
        return flag(f"sections/{section}", default=default).read(self._store)

    def set_open(self, section: str, opened: bool) -> None:
        """Remember whether the section is unfolded."""
        self._store.setValue(f"sections/{section}", opened)

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
