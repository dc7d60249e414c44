"""The window: builds the parts, lays them out, and lends them its events."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from app.about.desk import AboutDesk
from app.batch.desk import BatchDesk
from app.compare.desk import CompareDesk
from app.desk.band import BandDesk
from app.desk.devices import DevicesDesk
from app.desk.estimates import EstimatesDesk
from app.desk.files import FilesDesk
from app.desk.grounds import GroundsDesk
from app.desk.hidden import HiddenDesk
from app.desk.live import LiveDesk
from app.desk.manners import MannersDesk
from app.desk.mattes import MattesDesk
from app.desk.painting import PaintingDesk
from app.desk.parts import Parts
from app.desk.proposals import ProposalsDesk
from app.desk.tints import TintsDesk
from app.desk.views import ViewsDesk
from app.dialogs import Dialogs
from app.exporting.desk import ExportDesk
from app.guide.desk import GuideDesk
from app.keeping.desk import KeepingDesk
from app.menus import fill_menus
from app.messages import Message
from app.refining.desk import RefiningDesk
from app.screens import room_for
from app.sessions import OpenSession
from app.settings import Settings
from app.theme import ThemeKeeper

_SIZE = QSize(1280, 800)
_FRAME = QSize(16, 48)
"""About what a desktop puts around a window."""
_QUIET = 3000
"""Milliseconds after the start: what comes then imports torch, in another thread."""
_SMALLEST = QSize(860, 560)


class Window(QMainWindow):
    """One window with one document."""

    def __init__(
        self,
        settings: Settings,
        theme: ThemeKeeper,
        dialogs: Dialogs | None = None,
        open_session: OpenSession | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Gossamer")
        self.setAcceptDrops(True)
        self.setMinimumSize(_SMALLEST)
        parts = Parts.build(self, settings, theme, dialogs or Dialogs(self), open_session)
        self.parts = parts
        lists = fill_menus(self.menuBar(), parts.actions, parts.undo, parts.redo)
        self._lay_out()
        self._painting = PaintingDesk(parts, self)
        self._files = FilesDesk(parts, lists.recent, self)
        self._keeping = KeepingDesk(parts, self)
        self._about = AboutDesk(parts, self)
        self._guide = GuideDesk(parts, self)
        self._batch = BatchDesk(parts, self)
        self._mattes = MattesDesk(parts, lists.models, self)
        self._live = LiveDesk(parts, self)
        self._views = ViewsDesk(parts, self)
        self._exports = ExportDesk(parts, self)
        self._refining = RefiningDesk(parts, self)
        self._tints = TintsDesk(parts, self)
        self._grounds = GroundsDesk(parts, self)
        self._devices = DevicesDesk(parts, lists.devices, self)
        self._estimates = EstimatesDesk(parts, self)
        self._manners = MannersDesk(parts, self)
        self.hidden = HiddenDesk(parts, self._rooms, self)
        self._band = BandDesk(parts, self)
        self.compare = CompareDesk(parts, self)
        self._proposals = ProposalsDesk(parts, self)
        self._connect()
        parts.actions.lend_to(parts.canvas)
        parts.empty.setFocus()
        if not self.restoreGeometry(settings.geometry):
            self.resize(_SIZE.boundedTo(room_for(self) - _FRAME))

    def _connect(self) -> None:
        parts = self.parts
        self._band.trimap_made.connect(self._painting.replace_trimap)
        self.compare.coach.trimap_made.connect(self._painting.replace_trimap)
        self._files.save_wanted.connect(self._keeping.save_then)
        self._keeping.discard_asked.connect(self._files.ask_discard)
        self._keeping.opened.connect(self._files.opened)
        self._keeping.trimap_made.connect(self._painting.replace_trimap)
        self._files.trimap_read.connect(self._painting.replace_trimap)
        self._proposals.trimap_found.connect(self._painting.replace_trimap)
        parts.actions["quit"].triggered.connect(self.close)
        parts.history.cleanChanged.connect(self._on_clean_changed)
        self._manners.reveal_chosen.connect(self.hidden.reveal)

    def _lay_out(self) -> None:
        parts = self.parts
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(parts.tools)
        row.addWidget(parts.stage, 1)
        row.addWidget(parts.side)
        self._rooms = QStackedWidget()
        self._rooms.addWidget(middle)
        self.setCentralWidget(self._rooms)
        self.setStatusBar(parts.status)

    def open_files(self, paths: list[Path], *, matte: bool = False) -> None:
        """Open a photograph and, as a second file, its trimap; then matte it, if asked."""
        if matte:
            start, once = (
                self.parts.actions["matte"].trigger,
                Qt.ConnectionType.SingleShotConnection,
            )
            self._files.opened.connect(start, once)
        self._files.open_files(paths)

    def settle_in(self) -> None:
        """Look what was left behind, and, once it is quiet, what the machine has."""
        self._batch.look()
        self._keeping.recovery.look(self.parts.settings.folder)
        self.hidden.look()
        QTimer.singleShot(_QUIET, self.parts.devices.ask)
        self._estimates.settle_in()

    def tell(self, message: Message) -> None:
        """Show a message over the canvas."""
        self.parts.stage.messages.show_message(message)

    def finish(self) -> None:
        """Give up what is under way and wait until it has ended."""
        self.hidden.finish()
        self.parts.live.stop()
        self.parts.estimator.give_way()
        self._refining.finish()
        self.compare.finish()
        self._batch.finish()
        self.parts.mattes.finish()
        self.parts.projects.autosave.close()

    def _on_clean_changed(self, clean: bool) -> None:
        self.setWindowModified(not clean)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if _files_in(event):
            event.acceptProposedAction()
            self.parts.empty.invite(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.parts.empty.invite(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open them."""
        self.parts.empty.invite(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.open_files(_files_in(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give up the matte that runs, wait for it, and remember the window."""
        if not self._files.may_discard(self.close):
            event.ignore()
            return
        if not self.hidden.may_close():
            event.ignore()
            return
        self.parts.projects.autosave.discard()
        self.parts.settings.geometry = self.saveGeometry()
        self.hide()  # nobody should watch a window wait
        self.finish()
        super().closeEvent(event)


def _files_in(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
