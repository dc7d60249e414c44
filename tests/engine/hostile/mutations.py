"""What makes a sound file hostile: each takes a random generator and bytes, and gives others."""

import io
import json
import struct
import warnings
import zipfile
import zlib

ODD_NUMBERS = (0, 1, 2, 0x7F, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
ODD_VALUES = (
    *(
        None,
        True,
        False,
        "",
        0,
        -1,
        1e308,
        float("inf"),
        float("nan"),
        10**30,
        -(10**400),
        [],
        {},
        [[]],
    ),
    *("\x00", "\ud800", "../../etc/passwd", "x" * 5000, [{}], {"": None}, 2**63, 0.5, "nan"),
)
ODD_NAMES = (
    *("../../evil.png", "/etc/passwd", "C:\\evil", "", "con", "a" * 3000, "project.json/"),
    *("trimap.png\0.exe", "\u202egnp.pamirt", "journal", "alpha.png", "picture", "mimetype"),
)


def truncated(draw, data, _other):
    """Cut off somewhere."""
    return data[: draw.randrange(len(data) + 1)]


def flipped(draw, data, _other):
    """A few bits are others."""
    changed = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 8, 40))):
        changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
    return bytes(changed)


def renumbered(draw, data, _other):
    """A number somewhere, most likely near the beginning, is an odd one: a length, or a size."""
    changed = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 4))):
        size, order = draw.choice((1, 2, 4)), draw.choice("<>")
        reach = draw.choice((64, 512, len(changed)))
        at = draw.randrange(max(1, min(reach, len(changed) - size)))
        number = draw.choice(ODD_NUMBERS) & (256**size - 1)
        changed[at : at + size] = struct.pack(f"{order}Q", number)[
            slice(0, size) if order == "<" else slice(8 - size, 8)
        ]
    return bytes(changed)


def spliced(draw, data, other):
    """The beginning of one file, and the end of another."""
    return data[: draw.randrange(len(data) + 1)] + other[draw.randrange(len(other) + 1) :]


def repeated(draw, data, _other):
    """A piece stands there many times, or is left out."""
    start = draw.randrange(len(data))
    piece = data[start : start + draw.randrange(1, 400)]
    return data[:start] + piece * draw.choice((0, 2, 50, 1000)) + data[start + len(piece) :]


def giant(draw, data, _other):
    """A picture that says it is far larger than it is, and is else in order."""
    sides = draw.choice(((20_000, 19_999), (65_535, 65_535), (0, 7), (16_384, 16_383), (1, 2**31)))
    changed = bytearray(data)
    for at, form in _places_of_size(data):
        most = 0xFFFF if "H" in form else 0xFFFFFFFF
        if at + struct.calcsize(form) > len(changed):
            continue
        struct.pack_into(form, changed, at, *(side & most for side in sides))
    return with_checksums(bytes(changed))


def _places_of_size(data):
    if data[:4] == b"\x89PNG":
        return [(16, ">II")]
    if data[:2] == b"BM":
        return [(18, "<II")]
    if data[:3] == b"GIF":
        return [(6, "<HH")]
    if data[8:12] == b"WEBP":
        return _webp_places(data)
    if data[:2] == b"\xff\xd8":
        starts = (data.find(bytes((0xFF, kind))) for kind in (0xC0, 0xC2))
        return [(at + 5, ">HH") for at in starts if 0 < at < len(data) - 10]
    if data[4:8] == b"ftyp":
        return [(at + 8, ">II") for at in [data.find(b"ispe")] if at > 0]
    return []


def _webp_places(data):
    if data[12:16] == b"VP8 " and len(data) > 30:
        return [(26, "<HH")]
    return [(24, "<IH")] if data[12:16] == b"VP8X" and len(data) > 34 else []


def retagged(draw, data, _other):
    """A TIFF (or raw file) one of whose tags counts, or says, something else."""
    if data[:4] != b"II*\0":
        return renumbered(draw, data, b"")
    changed = bytearray(data)
    (at,) = struct.unpack_from("<I", data, 4)
    if at + 2 > len(data):
        return data
    (count,) = struct.unpack_from("<H", data, at)
    for _ in range(draw.choice((1, 2))):
        entry = at + 2 + 12 * draw.randrange(max(1, count))
        if entry + 12 <= len(data):
            where, form = draw.choice(((2, "<H"), (4, "<I"), (8, "<I"), (8, "<H")))
            number = draw.choice((*ODD_NUMBERS, 20_000, 40_000, 3, 4, 8, 16, 32_773))
            struct.pack_into(
                form, changed, entry + where, number & (0xFFFF if form == "<H" else ~0)
            )
    return bytes(changed)


def with_checksums(data):
    """A PNG whose checksums are those of what it holds now; others as they are."""
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        return data
    changed, at = bytearray(data), 8
    while at + 12 <= len(changed):
        (length,) = struct.unpack_from(">I", changed, at)
        end = at + 8 + length
        if end + 4 > len(changed):
            break
        struct.pack_into(">I", changed, end, zlib.crc32(changed[at + 4 : end]))
        at = end + 4
    return bytes(changed)


def rezipped(draw, data, other):
    """A zip whose parts are hostile, have odd names, claim odd sizes, or stand there twice."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        return flipped(draw, data or b"x", other)
    at = draw.randrange(len(parts))
    name, content = parts[at]
    way = draw.randrange(6)
    if way == 0:
        parts[at] = (draw.choice(ODD_NAMES), content)
    elif way == 1:
        parts[at] = (name, other)
    elif way == 2:
        parts[at] = (name, hostile(draw, name, content or b"x", other))
    elif way == 3:
        parts.append((name, content[: draw.randrange(len(content) + 1)]))
    elif way == 4:
        parts.pop(at)
    else:
        parts[at] = (name, bytes(draw.choice((10_000, 3_000_000))))
    return _zipped(draw, parts)


def _zipped(draw, parts):
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w") as archive:
        warnings.simplefilter("ignore")  # of names that stand there twice
        for name, content in parts:
            squeezed = draw.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
            archive.writestr(zipfile.ZipInfo(name or "_"), content, compress_type=squeezed)
    return file.getvalue()


def revalued(draw, data, other):
    """JSON in which a value, or a name, is an odd one."""
    lines = data.split(b"\n") if data.count(b"\n{") else [data]
    at = draw.randrange(len(lines))
    try:
        value = json.loads(lines[at])
    except (ValueError, RecursionError):
        return flipped(draw, data or b"x", other)
    for _ in range(draw.choice((1, 1, 3))):
        value = _changed(draw, value)
    text = json.dumps(value)
    if draw.randrange(12) == 0:
        text = text.replace("1", "[" * 20_000, 1)
    lines[at] = text.encode("utf-8", "replace")
    return b"\n".join(lines)


def _changed(draw, value):
    if isinstance(value, dict) and value and draw.random() < 0.9:
        name = draw.choice(sorted(value))
        if draw.random() < 0.1:
            return {key: part for key, part in value.items() if key != name}
        return value | {name: _changed(draw, value[name])}
    if isinstance(value, list) and value and draw.random() < 0.7:
        at = draw.randrange(len(value))
        return [*value[:at], _changed(draw, value[at]), *value[at + 1 :]]
    if isinstance(value, int | float) and draw.random() < 0.4:
        return draw.choice((-value, value * 1000, 0.5, 2**31 - 1, 400_000_000))
    return draw.choice(ODD_VALUES)


ANY = (truncated, flipped, flipped, renumbered, renumbered, spliced, repeated)
_TEXTS = (
    *("card", "record", "spec", "batch", "draft-note", "project.json"),
    *("run-events", "run-note", "accepted"),
)


def hostile(draw, kind, data, other):
    """One mutation that suits files of this kind, or two."""
    ways = ANY
    if kind in _TEXTS:
        ways = (*ANY, *(revalued,) * 14)
    elif kind.startswith("project"):
        ways = (*ANY, *(rezipped,) * 12)
    elif kind.startswith(("tiff", "dng")):
        ways = (*ANY, *(retagged,) * 8)
    elif kind.startswith(("png", "jpeg", "webp", "gif", "bmp", "heic", "avif")):
        ways = (*ANY, giant, giant)
    for _ in range(draw.choice((1, 1, 1, 2))):
        data = draw.choice(ways)(draw, data or b"x", other)
    return with_checksums(data) if draw.random() < 0.6 else data
