"""The status bar: what is unknown, what made the matte, on what, how long, and the zoom."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QStatusBar, QToolButton, QWidget

from app.numbers import number

_DOT = "  ·  "


class Status(QStatusBar):
    """Facts at the left; the device in use and the zoom at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._unknown = self._matte = self._doing = ""
        self._facts = QLabel()
        self._zoom = QLabel()
        self.setContentsMargins(10, 0, 10, 0)
        self.addWidget(self._facts, 1)
        self._device = QToolButton()
        self._device.setObjectName("device")
        self._device.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._device.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._device.setToolTip(self.tr("What mattes run on"))
        self.addPermanentWidget(self._device)
        self.addPermanentWidget(self._zoom)

    def show_unknown(self, share: float | None) -> None:
        """How much of the picture the trimap does not know; None without a picture."""
        if share is None:
            self._unknown = ""
        else:
            # "0 %" shall mean none
            percent = number(100 * share) if share == 0 or share >= 0.01 else "< 1"
            self._unknown = self.tr("Unknown {0} %").format(percent)
        self._show()

    def show_matte(self, *facts: str) -> None:
        """Model, device, seconds of the matte that is shown."""
        self._matte = _DOT.join(fact for fact in facts if fact)
        self._show()

    def show_doing(self, text: str) -> None:
        """What is being done now; nothing for an empty text."""
        self._doing = text
        self._show()

    def lend_devices(self, menu: QMenu) -> None:
        """The menu that opens from the device."""
        self._device.setMenu(menu)

    def show_device(self, text: str) -> None:
        """What mattes run on, in few words."""
        self._device.setText(text)
        self._device.setAccessibleName(self.tr("Device: {0}").format(text))

    def show_zoom(self, share: float | None) -> None:
        """How large the picture is; None without one."""
        if share is None:
            self._zoom.setText("")
            return
        percent = 100 * share
        digits = 0 if percent >= 10 else 1
        self._zoom.setText(self.tr("{0} %").format(number(percent, digits)))

    def _show(self) -> None:
        parts = (self._unknown, self._matte, self._doing)
        self._facts.setText(_DOT.join(part for part in parts if part))
