"""Exports: what is asked, what it waits for, and what is said of the file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication, QImage

from app.desk.parts import Parts
from app.exporting.choice import ExportChoice, parse_choice
from app.exporting.work import Copied, Origin
from app.following import Settled
from app.matting import Answer
from app.messages import Message, Tone, explain
from app.numbers import number
from app.pictures import Saved
from app.sessions import weights_of
from engine.errors import EngineError
from engine.export.kinds import Colours, Depth, What
from engine.export.round_trip import RoundTrip


class ExportDesk(QObject):
    """Connects the panel and the actions of the export with the picture controller."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._choice = parse_choice(parts.settings.export)
        self._origin: Origin | None = None
        """Who has made the alpha that is there."""
        self._waiting: list[Callable[[], None]] = []
        """Exports that wait for the live matte to settle, or for a whole one."""
        actions, pictures = parts.actions, parts.pictures
        actions["export_alpha"].triggered.connect(self._on_export_alpha)
        actions["export_cutout"].triggered.connect(self._on_export_cutout)
        actions["copy_cutout"].triggered.connect(self._on_copy)
        records = actions["record_exports"]
        records.setChecked(self._choice.records)
        records.toggled.connect(self._on_records_toggled)
        records.setToolTip(
            self.tr(
                "Puts a small file beside each export that says what the matte was made of:"
                "\n“gossamer-cli redo” makes the same alpha of it again."
            )
        )
        parts.export_panel.chosen.connect(self._on_chosen)
        pictures.saved.connect(self._on_saved)
        pictures.copied.connect(self._on_copied)
        parts.live.rested.connect(self._on_rested)
        parts.live.settled.connect(self._on_settled)
        parts.mattes.finished.connect(self._on_finished)
        parts.mattes.dropped.connect(self._waiting.clear)
        parts.mattes.failed.connect(self._on_failed)
        parts.mattes.cancelled.connect(self._on_rested)
        parts.document.image_changed.connect(self._on_image_changed)
        parts.document.alpha_changed.connect(self._allow)
        self._allow()

    @Slot(object)
    def _on_chosen(self, choice: ExportChoice) -> None:
        self._choice = choice
        self._parts.settings.export = choice.to_text()
        self._allow()

    @Slot(bool)
    def _on_records_toggled(self, on: bool) -> None:
        choice = replace(self._choice, records=on)
        self._parts.export_panel.show_choice(choice)
        self._on_chosen(choice)

    @Slot()
    def _allow(self) -> None:
        """An alpha alone is for formats that hold one."""
        actions, holds = self._parts.actions, self._choice.holds(What.ALPHA)
        actions.permit("export_alpha", holds)
        actions["export_alpha"].setEnabled(holds and self._parts.document.alpha is not None)

    @Slot()
    def _on_export_alpha(self) -> None:
        self._ask(self.tr("Export the alpha"), What.ALPHA)

    @Slot()
    def _on_export_cutout(self) -> None:
        self._ask(self.tr("Export the cut-out"), What.CUTOUT)

    def _ask(self, title: str, what: What) -> None:
        parts = self._parts
        suggestion = parts.pictures.suggested(str(what)).with_suffix(self._choice.suffix)
        path = parts.dialogs.file_to_write(title, suggestion)
        if path is None:
            return
        try:
            wish = self._choice.wish(path, what)
        except EngineError as error:
            parts.stage.messages.show_message(explain(error))
            return
        self._once_whole(
            path,
            lambda: parts.pictures.export(
                path,
                wish,
                origin=self._origin,
                records=self._choice.records,
                learns=parts.settings.keeps_mattes,
            ),
        )

    @Slot()
    def _on_copy(self) -> None:
        self._parts.pictures.copy_cutout()

    def _once_whole(self, path: Path, export: Callable[[], None]) -> None:
        """Export now; or when the live matte has settled or is given up; or of a whole matte.

        A matte that grew stroke by stroke is within 1/255 of one that is made at once, but only
        the latter can be made again to the bit: so for a record it is made at once, once more.
        """
        parts, origin = self._parts, self._origin
        if parts.live.is_working:
            self._waiting.append(export)
            parts.stage.messages.show_message(
                Message(
                    Tone.INFO,
                    self.tr("{0} is written once the matte has settled.").format(path.name),
                    self.tr("Press {0} to have it written as it is.").format(
                        parts.actions.key("cancel")
                    ),
                )
            )
        elif self._choice.records and origin is not None and self._is_live(origin):
            self._waiting.append(export)
            parts.mattes.start(origin.model)
        else:
            export()

    def _is_live(self, origin: Origin) -> bool:
        return origin.made == "live" and self._parts.document.is_alpha_current

    @Slot(object)
    def _on_settled(self, settled: Settled) -> None:
        self._origin = _origin(settled, "live")

    @Slot(object)
    def _on_finished(self, answer: Answer) -> None:
        self._origin = _origin(answer, "whole")
        self._on_rested()

    @Slot(object)
    def _on_failed(self, _message: Message) -> None:
        self._waiting.clear()

    @Slot()
    def _on_rested(self) -> None:
        if self._parts.mattes.is_running:
            return
        waiting, self._waiting[:] = list(self._waiting), []
        for export in waiting:
            export()

    @Slot()
    def _on_image_changed(self) -> None:
        self._origin = None
        self._waiting.clear()
        self._parts.export_panel.show_note("")
        self._allow()

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        if saved.trip is not None:
            self._parts.export_panel.show_note(self._words_for(saved.trip))

    def _words_for(self, trip: RoundTrip) -> str:
        depths = {
            Depth.EIGHT: self.tr("8 bit"),
            Depth.SIXTEEN: self.tr("16 bit"),
            Depth.HALF: self.tr("half float"),
            Depth.FLOAT: self.tr("float"),
        }
        ways = {
            Colours.STRAIGHT: self.tr("straight colours"),
            Colours.PREMULTIPLIED: self.tr("premultiplied colours"),
            Colours.MASK: self.tr("a layer with a mask"),
            None: self.tr("alpha alone"),
        }
        said = self.tr("Read back by {0}: {1}, {2}, off by at most {3} of a step.").format(
            trip.reader, depths[trip.depth], ways[trip.colours], number(trip.steps, 2)
        )
        if trip.drops_exif:
            said += " " + self.tr("The camera's notes (EXIF) are not in it.")
        return said

    @Slot(object)
    def _on_copied(self, copied: Copied) -> None:
        height, width = copied.rgba.shape[:2]
        view = QImage(
            copied.rgba.data, width, height, copied.rgba.strides[0], QImage.Format.Format_RGBA8888
        )
        content = QMimeData()
        content.setImageData(view.copy())
        content.setData("image/png", copied.png)  # some programs take transparency only from this
        QGuiApplication.clipboard().setMimeData(content)
        self._parts.stage.messages.show_message(
            Message(
                Tone.INFO,
                self.tr("The cut-out is on the clipboard."),
                self.tr("8 bit, straight colours."),
            )
        )


def _origin(made: Settled | Answer, how: str) -> Origin:
    return Origin(made.model, made.device, how, weights_of(made.model), made.mixing)
