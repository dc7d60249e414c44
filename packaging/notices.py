"""Licences of everything that is bundled, and a bill of materials (CycloneDX).

They lie in the package under resources/licences/bundled, where the About dialog finds them:
`index.tsv` (name, version, licence, file), a text for each, and `sbom.cdx.json`.
"""

import csv
import json
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distribution
from pathlib import Path

import names
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.utils import canonicalize_name

_LICENCE = re.compile(r"(licen[cs]e|copying|notice|copyright|third.party)", re.IGNORECASE)
_KNOWN = {
    # distributions whose metadata say it in prose only
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
}
_TEXTS = {"LGPL-3.0-only": ("LGPL-3.0.txt", "GPL-3.0.txt")}
"""Texts of licences that those who use them do not enclose; they lie in packaging/licences."""
COLUMNS = ("name", "version", "licence", "file")


def collect(folder: Path = names.NOTICES) -> Path:
    """Write the notices of what Python brings along, and the bill of materials, into `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    rows = [_python(folder)]
    rows += [_library(distribution(name), folder) for name in names.distributions()]
    _write(rows, folder)
    (folder / "sbom.cdx.json").write_text(bill(), encoding="utf-8")
    return folder


def add_system(frozen: Path) -> None:
    """Add those of the system's libraries that PyInstaller took along (Debian and its children)."""
    if shutil.which("dpkg-query") is None:
        return
    folder = frozen / "_internal" / names.NOTICES_PLACE
    bundled = {path.name for path in (frozen / "_internal").glob("*.so*")}
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as file:
        rows = [tuple(row) for row in csv.reader(file, delimiter="\t")][1:]
    seen = {row[0] for row in rows}
    for package, version in sorted(_packages(bundled)):
        text = Path("/usr/share/doc", package, "copyright")
        if package not in seen and text.exists():
            name = f"{package}.txt"
            (folder / name).write_text(text.read_text("utf-8", "replace"), encoding="utf-8")
            rows.append((package, version, "see the text", name))
    _write(rows, folder)


def _packages(libraries: set[str]) -> set[tuple[str, str]]:
    patterns = [f"*/{name}" for name in libraries]
    found = subprocess.run(["dpkg-query", "-S", *patterns], capture_output=True, text=True)
    packages = {
        line.split(":")[0]
        for line in found.stdout.splitlines()
        if "/lib/" in line and "diversion" not in line and "-dev" not in line.split(":")[0]
    }
    shown = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package}\t${Version}\n", *sorted(packages)],
        capture_output=True,
        text=True,
    )
    return {tuple(line.split("\t")) for line in shown.stdout.splitlines()}


def _python(folder: Path) -> tuple[str, str, str, str]:
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    text = next(
        (place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").exists()), None
    )
    if text is None:
        raise SystemExit("This Python encloses no LICENSE.txt, so it cannot be handed on.")
    shutil.copyfile(text, folder / "Python.txt")
    return "Python", sys.version.split()[0], "PSF-2.0", "Python.txt"


def _library(library: Distribution, folder: Path) -> tuple[str, str, str, str]:
    name, version = library.metadata["Name"], library.version
    licence = _licence_of(library)
    parts = [
        f"{'=' * 78}\n{file}\n{'=' * 78}\n\n{_text(Path(str(file.locate())))}"
        for file in sorted(library.files or [], key=str)
        if _LICENCE.search(str(file))
        and file.suffix.lower() in {"", ".txt", ".md", ".rst"}
        and not str(file).startswith("torch/")
        and Path(str(file.locate())).is_file()
    ]
    for one in _TEXTS.get(licence, ()):
        parts.append(_text(names.ROOT / "packaging" / "licences" / one))
    if not parts:
        parts.append(_unenclosed(library, licence))
    target = folder / f"{name}.txt"
    target.write_text("\n\n".join(parts), encoding="utf-8")
    return name, version, licence, target.name


def _licence_of(library: Distribution) -> str:
    head = library.metadata
    known = _KNOWN.get(canonicalize_name(head["Name"]))
    said = known or head.get("License-Expression") or head.get("License") or ""
    if said and len(said) < 80 and "\n" not in said:
        return said
    kinds = [one.split(" :: ")[-1] for one in head.get_all("Classifier") or [] if "License" in one]
    return "; ".join(kinds) or "see the text"


def _unenclosed(library: Distribution, licence: str) -> str:
    shared = names.ROOT / "resources" / "licences" / f"{licence}.txt"
    if shared.exists():
        return _text(shared)
    raise SystemExit(
        f"{library.metadata['Name']} encloses no text of its licence ({licence}).\n"
        "Put it into packaging/licences and name it in packaging/notices.py."
    )


def _text(path: Path) -> str:
    return path.read_text("utf-8", "replace")


def _write(rows: list[tuple[str, ...]], folder: Path) -> None:
    with (folder / "index.tsv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerows([COLUMNS, *sorted(rows, key=lambda row: row[0].lower())])


def bill() -> str:
    """The bill of materials of the package, valid CycloneDX 1.6."""
    made = subprocess.run(
        [
            *(sys.executable, "-m", "cyclonedx_py", "environment", sys.executable),
            *("--pyproject", str(names.ROOT / "pyproject.toml")),
            *("--sv", "1.6", "--of", "JSON", "--output-reproducible"),
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    whole = json.loads(made.stdout)
    kept = set(names.distributions())
    head = whole["metadata"]["component"]
    head["version"] = names.VERSION
    whole["components"] = [
        one for one in whole["components"] if canonicalize_name(one["name"]) in kept
    ]
    refs = {one["bom-ref"] for one in whole["components"]} | {head["bom-ref"]}
    whole["dependencies"] = [
        {**one, "dependsOn": [ref for ref in one.get("dependsOn", []) if ref in refs]}
        for one in whole.get("dependencies", [])
        if one["ref"] in refs
    ]
    for one in (head, *whole["components"]):  # where it lay on the machine that built
        away = [r for r in one.get("externalReferences", []) if not r["url"].startswith("file:")]
        one["externalReferences"] = away
        if not away:
            del one["externalReferences"]
    text = json.dumps(whole, indent=1, sort_keys=True) + "\n"
    if (wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)) is not None:
        raise SystemExit(f"The bill of materials is not valid CycloneDX: {wrong}")
    return text


if __name__ == "__main__":
    print(collect())
