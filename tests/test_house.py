"""The caps of the house: small files, short functions, one acting class in each file."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(path for room in ("app", "engine") for path in (ROOT / room).rglob("*.py"))
SHOWING = sorted(path for room in ("app", "tests") for path in (ROOT / room).rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 300, 60
PASSIVE = {"Enum", "IntEnum", "StrEnum", "Exception", "NamedTuple", "Protocol", "TypedDict"}

SEVERAL_CLASSES: dict[str, str] = {
    "app/canvas/layers.py": "items of one scene, each a single paint method",
    "app/canvas/tools.py": "siblings that differ in what one gesture means",
    "engine/networks/guided.py": "a context, a local network, and the few blocks both are made of",
}
"""Files that may hold more than one acting class, each with its reason."""

LONG: dict[str, str] = {
    "app/actions.py": "one table of all actions and gestures",
}
"""Files, or `file:function`s, that may be longer than the caps, each with its reason."""


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def is_passive(node):
    """Dataclasses, enums, errors, protocols: they hold, they do not act."""
    decorators = {ast.unparse(decorator).split("(")[0] for decorator in node.decorator_list}
    bases = {ast.unparse(base).split(".")[-1].split("[")[0] for base in node.bases}
    errors = any(base.endswith("Error") for base in bases)
    return "dataclass" in decorators or errors or bool(bases & PASSIVE)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_file_keeps_the_caps(path):
    name, source = name_of(path), path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_FILE or name in LONG
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = node.end_lineno - node.lineno + 1
            assert lines <= LONGEST_FUNCTION or f"{name}:{node.name}" in LONG, node.name


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_file_says_what_it_is(path):
    tree = tree_of(path)
    assert ast.get_docstring(tree) or not tree.body


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_file_has_one_acting_class(path):
    """Modules of one network keep company, at most four public ones and their base."""
    classes = [node for node in tree_of(path).body if isinstance(node, ast.ClassDef)]
    acting = [c.name for c in classes if not is_passive(c) and not c.name.startswith("_")]
    allowed = 4 if path.parent.name == "networks" else 1
    assert len(acting) <= allowed or name_of(path) in SEVERAL_CLASSES, acting


@pytest.mark.parametrize("path", SHOWING, ids=name_of)
def test_nobody_asks_a_widget_for_its_screen(path):
    """PySide would make the screen the widget's child: `app/screens.py` says what comes of it."""
    calls = (node.func for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call))
    asked = [call.lineno for call in calls if getattr(call, "attr", "") == "screen"]
    assert not asked


def test_exceptions_are_still_needed():
    names = {name_of(path) for path in FILES}
    assert {key.split(":")[0] for key in (*LONG, *SEVERAL_CLASSES)} <= names


def test_nothing_mentions_a_machine():
    """No path of the machines that this was written on, and no address of a registry."""
    words = ["/" + "work/", "/" + "tmp/", "shared" + "/data", "shared" + "/golden"]
    words += ["/" + "root/", "pypi" + ".org", "download." + "pytorch", "/" + "opt/"]
    kinds = {".py", ".toml", ".md", ".txt", ".json", ".sh", ".yaml", ".qss", ".svg", ""}
    rooms = ("app", "engine", "packaging", "resources", "tests", ".ci")
    # In a second work tree ".git" is a file that names a place.
    files = [path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"]
    files += [path for room in rooms for path in (ROOT / room).rglob("*") if path.is_file()]
    for path in files:
        if path.suffix in kinds and "__pycache__" not in path.parts:
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not [word for word in words if word in text], path
