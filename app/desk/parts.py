"""The parts of one window, built once, in one place, and connected by the rest of this room."""

from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.actions import FIRST_KEYS, Actions
from app.brush import Brush
from app.canvas.canvas import Canvas
from app.colours import ColourController
from app.desk.stage import Stage
from app.devices import DeviceKeeper
from app.dialogs import Dialogs
from app.document import Document
from app.estimating import Estimator
from app.history import History
from app.keeping.autosave import Autosave
from app.keeping.projects import ProjectController
from app.keys import KeyMap
from app.lessons import Lessons
from app.live import LiveController
from app.looks import Looks
from app.matting import MattingController
from app.panels.band_box import BandBox
from app.panels.empty_state import EmptyState
from app.panels.export_panel import ExportPanel
from app.panels.header import Header
from app.panels.matte_panel import MattePanel
from app.panels.proposal_width import ProposalWidth
from app.panels.side import Side
from app.panels.status import Status
from app.panels.tint_box import TintBox
from app.panels.tool_column import ToolColumn
from app.panels.trimap_panel import TrimapPanel
from app.paths import drafts_folder, samples
from app.pictures import PictureController
from app.proposing import ProposalController
from app.refining.panel import RefinePanel
from app.sessions import OpenSession, Sessions
from app.settings import Settings
from app.theme import ThemeKeeper

_ROOMY = 1000
"""Height of a desktop from which every panel can be unfolded without scrolling."""


@dataclass(frozen=True, eq=False)
class Parts:
    """Everything that a window is made of; nothing here knows of anything beside it."""

    settings: Settings
    lessons: Lessons
    theme: ThemeKeeper
    dialogs: Dialogs
    document: Document
    history: History
    undo: QAction
    redo: QAction
    brush: Brush
    looks: Looks
    actions: Actions
    devices: DeviceKeeper
    estimator: Estimator
    second_sessions: Sessions
    mattes: MattingController
    live: LiveController
    colours: ColourController
    pictures: PictureController
    projects: ProjectController
    proposals: ProposalController
    canvas: Canvas
    stage: Stage
    empty: EmptyState
    header: Header
    tools: ToolColumn
    band: BandBox
    proposal_width: ProposalWidth
    tint_box: TintBox
    matte_panel: MattePanel
    refine_panel: RefinePanel
    export_panel: ExportPanel
    side: Side
    status: Status

    @classmethod
    def build(
        cls,
        window: QWidget,
        settings: Settings,
        theme: ThemeKeeper,
        dialogs: Dialogs,
        open_session: OpenSession | None,
    ) -> Self:
        """Build the parts for a window, with what the person chose the last time."""
        document = Document(window)
        history = History(settings.history << 20, window)
        undo, redo = _undo_and_redo(history, window)
        brush = Brush(settings.diameter, window, tolerance=settings.tolerance)
        looks = Looks(settings.tint, window)
        actions = Actions(window, KeyMap(FIRST_KEYS, settings, window), undo=undo, redo=redo)
        canvas = Canvas(document, brush, looks)
        header = Header(document, looks, actions)
        empty = EmptyState(actions, samples(), settings.recent)
        matte_panel, refining = MattePanel(actions), RefinePanel(actions)
        band, exporting = _band(actions, settings, canvas), ExportPanel(actions, settings.export)
        tint_box, width = TintBox(looks.tints, actions), ProposalWidth(settings.proposal_width)
        trimap_panel = TrimapPanel(brush, looks, actions, (tint_box, width))
        trimap_panel.entered.connect(canvas.setFocus)
        devices = DeviceKeeper(settings, window)
        sessions = Sessions(open_session or devices.open, devices.prepare)
        return cls(
            settings=settings,
            lessons=Lessons(settings),
            theme=theme,
            dialogs=dialogs,
            document=document,
            history=history,
            undo=undo,
            redo=redo,
            brush=brush,
            looks=looks,
            actions=actions,
            devices=devices,
            estimator=Estimator(devices, window),
            second_sessions=sessions.twin(),
            mattes=MattingController(document, sessions, window),
            live=LiveController(document, sessions, canvas.seen, window),
            colours=ColourController(document, window),
            pictures=PictureController(document, window),
            projects=_projects(document, history, window),
            proposals=ProposalController(document, window),
            canvas=canvas,
            stage=Stage(header, canvas, empty),
            empty=empty,
            header=header,
            tools=ToolColumn(actions, undo, redo),
            band=band,
            proposal_width=width,
            tint_box=tint_box,
            matte_panel=matte_panel,
            refine_panel=refining,
            export_panel=exporting,
            side=_side(settings, (trimap_panel, band, matte_panel, refining, exporting)),
            status=Status(),
        )


def _band(actions: Actions, settings: Settings, canvas: Canvas) -> BandBox:
    """Its panel; the keys go back to the canvas once a width was typed."""
    band = BandBox(actions, settings.band)
    band.entered.connect(canvas.setFocus)
    return band


def _projects(document: Document, history: History, window: QWidget) -> ProjectController:
    autosave = Autosave(document, history, drafts_folder(), window)
    return ProjectController(document, autosave, window)


def _undo_and_redo(history: History, window: QWidget) -> tuple[QAction, QAction]:
    actions = history.createUndoAction(window), history.createRedoAction(window)
    for action in actions:
        action.setIconVisibleInMenu(False)
    return actions


def _side(settings: Settings, panels: tuple[QWidget, ...]) -> Side:
    """The panels under each other, unfolded as they were left."""
    side = Side()
    titles = (
        ("trimap", QCoreApplication.translate("Parts", "Trimap")),
        ("band", QCoreApplication.translate("Parts", "Band and files")),
        ("matte", QCoreApplication.translate("Parts", "Matte")),
        ("refine", QCoreApplication.translate("Parts", "Refine")),
        ("export", QCoreApplication.translate("Parts", "Export")),
    )
    is_roomy = QGuiApplication.primaryScreen().availableSize().height() >= _ROOMY
    for (name, title), panel in zip(titles, panels, strict=True):
        # what is needed least is folded at first, where there is no room for all of it
        unfolded = is_roomy or name not in ("band", "refine")
        side.add(name, title, panel, opened=settings.is_open(name, default=unfolded))
    return side
