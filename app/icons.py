"""Icons of one family, in the colours of the theme."""

import qtawesome
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from app.theme import Colours

SIZE = QSize(18, 18)


def icon(name: str, colours: Colours, colour: str = "") -> QIcon:
    """The icon `name` of Material Design Icons, in the text's colour unless another is given."""
    return qtawesome.icon(  # type: ignore[no-any-return]
        f"mdi6.{name}",
        color=colour or colours.text,
        color_disabled=colours.disabled,
        color_on=colour or colours.text,
        color_on_active=colour or colours.text,
    )
