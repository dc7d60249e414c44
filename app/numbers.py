"""Numbers as people read them: decimals and thousands as the language of the window has them."""

from PySide6.QtCore import QLocale


def number(value: float, digits: int = 0) -> str:
    """A number with so many digits behind its decimal sign."""
    return QLocale().toString(float(value), "f", digits)


def short_number(value: float, digits: int) -> str:
    """A number with at most so many digits behind its decimal sign, and no noughts at its end."""
    text, point = number(value, digits), QLocale().decimalPoint()
    return text.rstrip("0").removesuffix(point) if point in text else text


def wide(title: str, width: float) -> str:
    """A network's title with the factor of its widths, if that is another than 1: “DIM × 0.125”."""
    return title if width == 1 else f"{title} × {short_number(width, 3)}"
