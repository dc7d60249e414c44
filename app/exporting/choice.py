"""How files are written: what the person chose, kept from one time to the next."""

from dataclasses import dataclass, replace
from pathlib import Path

from engine.export.formats import FORMATS, wish_for
from engine.export.kinds import Colours, Depth, What, Wish


@dataclass(frozen=True)
class ExportChoice:
    """A format, a depth and a way of storing colours that the format has, and whether a record."""

    format: str = "png"
    depth: Depth = Depth.EIGHT
    colours: Colours = Colours.STRAIGHT
    records: bool = True

    @property
    def suffix(self) -> str:
        """What names of files end in."""
        return FORMATS[self.format].suffixes[0]

    def with_format(self, name: str) -> "ExportChoice":
        """Another format, and what of the rest it has."""
        kind = FORMATS[name]
        depths = kind.depths[What.CUTOUT]
        return replace(
            self,
            format=name,
            depth=self.depth if self.depth in depths else depths[0],
            colours=self.colours if self.colours in kind.colours else kind.colours[0],
        )

    def holds(self, what: What) -> bool:
        """Whether the format can hold this."""
        return what in FORMATS[self.format].depths

    def wish(self, path: Path, what: What) -> Wish:
        """What is wished for at `path`, whose ending has the last word; OutputError for none.

        The depth and colours chosen go along if that format has them, else its usual ones.
        """
        usual = wish_for(path, what)
        kind = FORMATS[usual.format]
        is_coloured = usual.colours is not None
        return replace(
            usual,
            depth=self.depth if self.depth in kind.depths[what] else usual.depth,
            colours=self.colours if is_coloured and self.colours in kind.colours else usual.colours,
        )

    def to_text(self) -> str:
        """The choice in a few words."""
        return f"{self.format} {self.depth} {self.colours} {'record' if self.records else 'plain'}"


def parse_choice(text: str) -> ExportChoice:
    """The choice in a text; the one to begin with where the text makes no sense."""
    try:
        name, depth, colours, record = text.split()
        given = ExportChoice(name, Depth(depth), Colours(colours), record == "record")
        return given.with_format(name)
    except (ValueError, KeyError):
        return ExportChoice()
