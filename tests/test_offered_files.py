"""Packages: every system is told of the same kinds of photographs, and the program opens them."""

import re
from pathlib import Path

from engine.imaging.suffixes import PLAIN

ROOT = Path(__file__).parents[1]
SHORT = {"jpg": "jpeg", "tif": "tiff"}


def kinds_in(path, pattern):
    found = re.findall(pattern, (ROOT / path).read_text(encoding="utf-8"))
    return {SHORT.get(one, one) for one in found}


def test_every_package_offers_itself_for_the_same_photographs():
    offered = kinds_in("packaging/linux/gossamer.desktop", r"image/(\w+);")
    assert offered == kinds_in("packaging/windows/gossamer.nsi", r'SupportedTypes" "\.(\w+)"')
    assert offered == kinds_in("build.spec", r'"(?:public|org\.webmproject)\.(?!data)(\w+)"')
    assert offered <= {SHORT.get(suffix[1:], suffix[1:]) for suffix in PLAIN}
