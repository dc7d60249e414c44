"""The page of licences: a list of what is bundled, whose texts open on a click."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtWidgets import QTextBrowser

from app.about.bundled import Bundled, bundled
from app.about.pages import licences_page

_BACK = "back"


class LicenceReader(QTextBrowser):
    """Shows the licences, and one text at a time in their place."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._bundled = bundled(folder)
        self._at = 0
        self.setObjectName("reading")
        self.setAccessibleName(self.tr("Licences"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._on_clicked)
        self._list()

    def _list(self) -> None:
        self.setHtml(licences_page() + self._links())
        self.verticalScrollBar().setValue(self._at)

    def _links(self) -> str:
        if not self._bundled:
            return ""
        said = escape(self.tr("This package brings along, each with the text of its licence:"))
        rows = "".join(
            f"<tr><td><a href='{number}'>{escape(one.name)}</a>&nbsp;&nbsp;</td>"
            f"<td>{escape(one.version)}&nbsp;&nbsp;</td><td>{escape(one.licence)}</td></tr>"
            for number, one in enumerate(self._bundled)
        )
        return f"<p>{said}</p><table>{rows}</table>"

    @Slot(QUrl)
    def _on_clicked(self, link: QUrl) -> None:
        if link.toString() == _BACK:
            self._list()
            return
        self._at = self.verticalScrollBar().value()
        self._show(self._bundled[int(link.toString())])

    def _show(self, one: Bundled) -> None:
        try:
            text = one.text.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            text = f"{one.text}: {error.strerror}"
        back = escape(self.tr("Back to all licences"))
        self.setHtml(
            f"<p><a href='{_BACK}'>{back}</a></p><h3>{escape(one.name)} {escape(one.version)}</h3>"
            f"<pre style='white-space: pre-wrap'>{escape(text)}</pre>"
        )
