"""Every format that is written, by name."""

from importlib.util import find_spec
from pathlib import Path

from engine.errors import OutputError
from engine.export import exr, png, psd, tiff, webp
from engine.export.kinds import Colours, Depth, Format, What, Wish

_WHOLE = (Depth.EIGHT, Depth.SIXTEEN)
_FLOATS = (Depth.HALF, Depth.FLOAT)

FORMATS: dict[str, Format] = {
    "png": Format(
        "PNG",
        (".png",),
        {What.ALPHA: _WHOLE, What.CUTOUT: _WHOLE},
        (Colours.STRAIGHT,),
        png.write,
        keeps=frozenset({"icc", "dpi", "note", "exif"}),
    ),
    "tiff": Format(
        "TIFF",
        (".tif", ".tiff"),
        {What.ALPHA: _WHOLE[::-1], What.CUTOUT: _WHOLE[::-1]},
        (Colours.STRAIGHT, Colours.PREMULTIPLIED),
        tiff.write,
    ),
    "webp": Format(
        "WebP",
        (".webp",),
        {What.CUTOUT: (Depth.EIGHT,)},
        (Colours.STRAIGHT,),
        webp.write,
        largest=webp.LARGEST,
    ),
    "exr": Format(
        "OpenEXR",
        (".exr",),
        {What.ALPHA: _FLOATS, What.CUTOUT: _FLOATS},
        (Colours.PREMULTIPLIED,),
        exr.write,
        module="OpenEXR",
        extra="exr",
        is_linear=True,
        keeps=frozenset({"dpi", "note"}),
    ),
    "psd": Format(
        "Photoshop",
        (".psd",),
        {What.CUTOUT: _WHOLE},
        (Colours.MASK,),
        psd.write,
        largest=psd.LARGEST,
        module="psd_tools",
        extra="psd",
    ),
}


def suffixes(what: What) -> tuple[str, ...]:
    """The endings of files that can hold this."""
    kinds = (kind for kind in FORMATS.values() if what in kind.depths)
    return tuple(suffix for kind in kinds for suffix in kind.suffixes)


def wish_for(
    path: Path, what: What, depth: Depth | None = None, colours: Colours | None = None
) -> Wish:
    """What is meant by a file of this name; the usual depth and colours unless others are asked.

    OutputError for an ending that stands for no format, and for what the format cannot hold: a
    depth is never lowered, nor are colours stored in another way, without a word.
    """
    name = next(
        (name for name, kind in FORMATS.items() if path.suffix.lower() in kind.suffixes), ""
    )
    if not name or what not in FORMATS[name].depths:
        thing = "an alpha" if what is What.ALPHA else "a cut-out"
        raise OutputError(
            f"“{path}” cannot be written: no format of that ending holds {thing}.",
            hint=f"Let its name end in one of: {' '.join(suffixes(what))}.",
        )
    kind = FORMATS[name]
    ways = kind.colours if what is What.CUTOUT else ()
    wish = Wish(what, name, depth or kind.depths[what][0], colours or (ways[0] if ways else None))
    require_possible(wish)
    return wish


def require_possible(wish: Wish) -> None:
    """Raise OutputError unless the format can hold what is wished for, and its library is here."""
    kind = FORMATS[wish.format]
    depths = kind.depths[wish.what]
    if wish.depth not in depths:
        raise OutputError(
            f"{kind.title} does not hold {_words(wish.depth)}.",
            hint=f"Choose {' or '.join(_words(depth) for depth in depths)}, or another format.",
        )
    if wish.what is What.CUTOUT and wish.colours not in kind.colours:
        raise OutputError(
            f"{kind.title} does not hold colours as “{wish.colours}”.",
            hint=f"Choose {' or '.join(kind.colours)}, or another format.",
        )
    if kind.module and find_spec(kind.module) is None:
        raise OutputError(
            f"{kind.title} files need a library that is not installed.",
            hint=f"Install it with: pip install 'gossamer[{kind.extra}]'",
        )


def require_room(wish: Wish, size: tuple[int, int]) -> None:
    """Raise OutputError if `size` (height, width) is too large for the format."""
    kind = FORMATS[wish.format]
    if kind.largest and max(size) > kind.largest:
        raise OutputError(
            f"{kind.title} holds at most {kind.largest} pixels a side, and this has {max(size)}.",
            hint="Choose TIFF or PNG.",
        )


def _words(depth: Depth) -> str:
    return f"{depth} bits" if depth in _WHOLE else f"{depth} floating point"
