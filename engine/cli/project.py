"""`gossamer-cli project`: what a project file holds, and its trimap at any size."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from engine.cli.command import DONE, Command
from engine.imaging.reading import read_image
from engine.imaging.writing import require_writable, write_trimap
from engine.keeping.photographs import history_of, trimap_for
from engine.keeping.project import Project, read_project
from engine.keeping.replay import seconds_at_work
from engine.refine.refinement import Refinement
from engine.trimap.codes import BACKGROUND, FOREGROUND, UNKNOWN

_SHARES = {"foreground": FOREGROUND, "background": BACKGROUND, "unknown": UNKNOWN}


def declare(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    show = actions.add_parser("show", help="tell what a project holds")
    show.add_argument("--json", action="store_true", help="tell it as one JSON object")
    trimap = actions.add_parser("trimap", help="write its trimap")
    trimap.add_argument("--output", required=True, type=Path, metavar="T.png")
    trimap.add_argument(
        "--photograph",
        type=Path,
        metavar="IMAGE",
        help="another version of the photograph, larger or smaller but not cropped: the strokes"
        " are made again at its size",
    )
    for action in (show, trimap):
        action.add_argument("project", type=Path, metavar="P.gossamer")


def run(arguments: Namespace) -> int:
    """Show a project, or write its trimap."""
    if arguments.action == "trimap":
        return _write(arguments)
    stored = read_project(arguments.project)
    told = _told(stored.project, is_inside=stored.picture is not None)
    if arguments.json:
        print(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        print("\n".join(f"{name.replace('_', ' ')}: {_said(name, told[name])}" for name in told))
    return DONE


def _write(arguments: Namespace) -> int:
    require_writable(arguments.output)
    project = read_project(arguments.project).project
    trimap = project.trimap
    if arguments.photograph is not None:
        picture = read_image(arguments.photograph)
        if picture.image.shape[:2] != project.note.size:
            trimap = trimap_for(project, picture)
    write_trimap(arguments.output, trimap)
    print(f"{arguments.project}: {trimap.shape[1]} × {trimap.shape[0]} → {arguments.output}")
    return DONE


def _told(project: Project, *, is_inside: bool) -> dict[str, Any]:
    history = history_of(project)
    shares = {
        name: round(float((project.trimap == code).mean()), 4) for name, code in _SHARES.items()
    }
    return {
        "photograph": project.note.name,
        "photograph_inside": is_inside,
        "size": [project.note.width, project.note.height],
        **shares,
        "steps": history.index if history else None,
        "minutes_at_work": round(seconds_at_work(project.records()) / 60, 1) if history else None,
        "alpha": project.alpha is not None,
        "refinement": None if project.refinement.is_nothing else project.refinement.to_dict(),
        "colours_cleaned": 0.0
        if project.amount is None
        else round(float((project.amount > 0).mean()), 4),
        "model": project.model or None,
    }


def _said(name: str, value: Any) -> str:
    if name == "refinement":
        return _refined(value) if value else "none"
    if isinstance(value, list):
        return " × ".join(map(str, value))
    if value is None or isinstance(value, bool):
        return {None: "unknown", True: "yes", False: "no"}[value]
    return f"{value:.1%}" if name in (*_SHARES, "colours_cleaned") else str(value)


def _refined(given: dict[str, float | None]) -> str:
    """What differs from nothing: “shift −1.5 px, black 0.1”."""
    usual = Refinement().to_dict()
    units = {"shift": " px"}
    return ", ".join(
        f"{name} {value:g}{units.get(name, '')}"
        for name, value in given.items()
        if value is not None and value != usual[name]
    )


COMMAND = Command("Show what a project file holds, or write its trimap.", declare, run)
