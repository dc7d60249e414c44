"""The disk image of macOS: the program, and the folder that it is dragged to.

python -m dmgbuild -s packaging/macos/dmg_settings.py -D app=dist/Gossamer.app Gossamer out.dmg
"""

import os

app = defines["app"]  # noqa: F821  # dmgbuild puts it here
format = "ULFO"  # LZFSE: macOS 10.11 and newer
files = [app]
symlinks = {"Applications": "/Applications"}
badge_icon = os.path.join(app, "Contents", "Resources", "gossamer.icns")
icon_locations = {os.path.basename(app): (140, 140), "Applications": (420, 140)}
window_rect = ((200, 200), (560, 320))
default_view = "icon-view"
icon_size = 112
text_size = 13
