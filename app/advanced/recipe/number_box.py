"""A box for a number with decimals, as few of them as it has."""

from PySide6.QtWidgets import QDoubleSpinBox

from app.numbers import short_number


class NumberBox(QDoubleSpinBox):
    """Shows 0.25 and not 0.250."""

    def textFromValue(self, value: float) -> str:
        """Without noughts at its end."""
        return short_number(value, self.decimals())
