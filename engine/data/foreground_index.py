"""What is in a folder of rendered foregrounds, as a table: `INDEX.tsv`.

    python -m engine.data.foreground_index resources/foregrounds

To be run whenever files are added or taken away. Columns: file, family, seed, mean alpha, and the
share of pixels with 0.05 < alpha < 0.95.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.data.foregrounds import foreground_files, read_foreground
from engine.data.layouts import Cutout

COLUMNS = ("file", "family", "seed", "mean_alpha", "partial_share")


def row(cutout: Cutout) -> tuple[str, ...]:
    """The line of one file, `<family>-<seed>.webp`."""
    alpha = read_foreground(cutout).alpha
    family, seed = cutout.path.stem.rsplit("-", 1)
    partial = float(((alpha > 0.05) & (alpha < 0.95)).mean())
    mean = float(alpha.mean(dtype=np.float64))
    return cutout.path.name, family, seed, f"{mean:.4f}", f"{partial:.4f}"


def table(folder: Path) -> str:
    """All lines, sorted by file, and the names of the columns before them."""
    rows = [COLUMNS, *(row(cutout) for cutout in foreground_files(folder))]
    return "".join("\t".join(one) + "\n" for one in rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table into the folder that is named."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    (folder / "INDEX.tsv").write_text(table(folder), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
