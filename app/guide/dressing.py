"""The look of a page of the guide: Qt's Markdown in the colours and spaces of a theme."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from app.theme import Colours

_LINE = 132.0
"""Percent of a line's own height from one to the next."""
_SIZES = {1: 1.75, 2: 1.25, 3: 1.08}
"""Of headings, in the text's size, by their level."""
_ABOVE = {1: 4.0, 2: 26.0, 3: 16.0}
_BELOW = 8.0
_CELL, _PICTURE = 6.0, 14.0


def dress(document: QTextDocument, colours: Colours) -> None:
    """Give all of a page that was just read its spaces, sizes and colours."""
    for block in _blocks(document):
        _dress_block(block, document.defaultFont().pointSizeF(), colours)
    for table in _tables(document):
        _dress_table(table, colours)


def set_margin(document: QTextDocument, sides: float, ends: float) -> None:
    """Leave room at the left and right, and at the top and bottom, in pixels."""
    frame = document.rootFrame()
    how = frame.frameFormat()
    if (how.leftMargin(), how.topMargin()) != (sides, ends):
        how.setLeftMargin(sides)
        how.setRightMargin(sides)
        how.setTopMargin(ends)
        how.setBottomMargin(ends)
        frame.setFrameFormat(how)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _dress_block(block: QTextBlock, size: float, colours: Colours) -> None:
    cursor, how = QTextCursor(block), block.blockFormat()
    level = how.headingLevel()
    is_code = how.hasProperty(QTextFormat.Property.BlockCodeLanguage.value)
    how.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if level:
        how.setTopMargin(_ABOVE.get(level, _BELOW))
        how.setBottomMargin(_BELOW)
    elif is_code:
        how.setBackground(QColor(colours.button))
        how.setLeftMargin(0)
        how.setTextIndent(10)
    elif _holds_picture(block):  # its line is as high as it is, and no more
        how.setBottomMargin(_PICTURE)
        how.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
    cursor.setBlockFormat(how)
    for start, length, letters in _runs(block):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_letters(letters, level, is_code, size, colours))


def _runs(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Where pieces of one look begin, how long they are, and that look."""
    found, step = [], block.begin()
    while not step.atEnd():
        piece = step.fragment()
        found.append((piece.position(), piece.length(), piece.charFormat()))
        step += 1
    return found


def _holds_picture(block: QTextBlock) -> bool:
    return any(letters.isImageFormat() for _start, _length, letters in _runs(block))


def _letters(
    letters: QTextCharFormat, level: int, is_code: bool, size: float, colours: Colours
) -> QTextCharFormat:
    """The look of a piece, made anew."""
    made = QTextCharFormat(letters)
    if level:
        made.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        made.setFontPointSize(size * _SIZES.get(level, 1.0))
        made.setFontWeight(QFont.Weight.DemiBold)
    elif letters.fontFixedPitch() and not is_code:  # a key, or what is typed
        made.setBackground(QBrush(QColor(colours.raised)))
    return made


def _tables(document: QTextDocument) -> Iterator[QTextTable]:
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            yield frame


def _dress_table(table: QTextTable, colours: Colours) -> None:
    how = table.format()
    how.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    how.setBorderBrush(QBrush(QColor(colours.line)))
    how.setBorder(1)
    how.setBorderCollapse(True)
    how.setCellPadding(_CELL)
    how.setCellSpacing(0)
    how.setTopMargin(_BELOW)
    how.setBottomMargin(_BELOW)
    how.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(how)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        head = cell.format()
        head.setBackground(QBrush(QColor(colours.button)))
        cell.setFormat(head)
