"""The style sheet: only what Fusion cannot say, in the colours of the theme."""

from typing import Protocol

from app.paths import icon_file

_SHEET = """
QToolTip {{ color: {text}; background: {base}; border: 1px solid {line}; padding: 4px 6px; }}
QMainWindow::separator {{ width: 1px; height: 1px; background: {line}; }}
QMenuBar {{ background: {window}; border-bottom: 1px solid {line}; padding: 1px 4px; }}
QMenuBar::item {{ padding: 4px 8px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {raised}; }}
QStatusBar {{ background: {window}; border-top: 1px solid {line}; color: {faint}; }}
QStatusBar::item {{ border: none; }}
#device {{
    border: 1px solid transparent; border-radius: 4px; background: transparent; color: {faint};
    padding: 1px 6px;
}}
#device:hover {{ background: {raised}; color: {text}; }}
#device:focus {{ border-color: {accent}; }}
#device::menu-indicator {{ image: none; }}
QStatusBar QLabel {{ color: {faint}; padding: 0 2px; }}

#tools {{ background: {window}; border: none; border-right: 1px solid {line}; }}
#tools QToolButton, #header QToolButton {{
    border: none; border-radius: 5px; background: transparent; color: {text};
}}
#tools QToolButton {{ padding: 7px; margin: 1px 5px; }}
#tools QToolButton:hover, #header QToolButton:hover {{ background: {raised}; }}
#tools QToolButton:checked {{ background: {button}; border: 1px solid {accent}; padding: 6px; }}
#tools #tool:checked {{ background: {accent}; border: none; padding: 7px; }}
#tools #toggle:checked {{ background: {button}; border: none; padding: 7px; }}
#tools QToolButton:focus, #header QToolButton:focus {{ border: 1px solid {accent}; }}
#tools QToolButton:checked:focus, #tools #tool:checked:focus, #tools #toggle:checked:focus {{
    border: 2px solid {text}; padding: 5px;
}}
#tools #rule {{ background: {line}; margin: 5px 8px; max-height: 1px; min-height: 1px; }}

#header {{ background: {window}; border-bottom: 1px solid {line}; }}
#segments {{ background: {button}; border-radius: 6px; }}
#segments QToolButton {{
    border: none; padding: 4px 9px; border-radius: 5px; margin: 2px; background: transparent;
    color: {text};
}}
#segments QToolButton:hover {{ background: {raised}; }}
#segments QToolButton:checked {{ background: {accent}; color: {on_accent}; }}
#segments QToolButton:focus {{ border: 1px solid {accent}; padding: 3px 9px; }}
#segments QToolButton:checked:focus {{ border: 2px solid {text}; padding: 2px 8px; }}
#segments QToolButton:disabled {{ color: {disabled}; }}
#grounds QToolButton {{ padding: 2px; }}
#grounds QToolButton:checked {{ border: 2px solid {accent}; padding: 0; }}

#views {{ background: {line}; }}
#strip {{ background: {window}; border-bottom: 1px solid {line}; }}
#strip QToolButton {{
    border: none; border-radius: 5px; background: transparent; color: {text}; padding: 4px;
}}
#strip QToolButton:hover {{ background: {raised}; }}
#strip QToolButton:focus {{ border: 1px solid {accent}; padding: 3px; }}
#strip #side_name {{ font-weight: 600; padding: 4px 18px 4px 8px; }}
#strip #side_name::menu-indicator {{
    image: url({arrow}); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 4px;
}}
#strip #segments QToolButton {{ padding: 3px 7px; }}
#strip #segments QToolButton:checked {{ background: {accent}; }}
#quiet {{ border: none; border-radius: 4px; padding: 3px; background: transparent; }}
#quiet:hover {{ background: {raised}; }}
#quiet:focus {{ border: 1px solid {accent}; padding: 2px; }}
#legend {{ background: {base}; border: 1px solid {line}; border-radius: 8px; color: {text}; }}

#side {{ background: {window}; border: none; border-left: 1px solid {line}; }}
#side > QWidget > QWidget {{ background: {window}; }}
QComboBox {{
    background: {button}; border: 1px solid {line}; border-radius: 5px; padding: 4px 8px;
    color: {text};
}}
QComboBox:hover {{ background: {raised}; }}
QComboBox:focus {{ border-color: {accent}; }}
QComboBox:disabled {{ color: {disabled}; background: {window}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url({arrow}); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {base}; border: 1px solid {line}; outline: none; }}
#sectionTitle {{
    border: none; background: transparent; color: {faint}; text-align: left;
    padding: 3px 12px 3px 10px; font-weight: 600;
}}
#sectionTitle:hover, #sectionTitle:focus {{ color: {text}; }}
#sectionRule {{ background: {line}; max-height: 1px; min-height: 1px; border: none; }}
#note {{ color: {faint}; }}
#trouble {{ color: {warning}; }}
#chapterTitle {{
    border: none; background: transparent; color: {text}; text-align: left;
    padding: 4px 4px 4px 10px; font-weight: 600;
}}
#chapterTitle:hover {{ color: {accent_hover}; }}
#chapterTitle:focus {{ border: 1px solid {accent}; border-radius: 4px; padding: 3px 3px 3px 9px; }}
#card {{
    border: 1px solid {line}; border-radius: 8px; background: {button}; color: {text};
    padding: 8px 6px;
}}
#card:hover {{ background: {raised}; }}
#card:checked {{ border: 2px solid {accent}; padding: 7px 5px; }}
#card:focus {{ border-color: {text}; }}
#link {{
    border: none; background: transparent; color: {info}; padding: 2px 4px; border-radius: 4px;
}}
#link:hover {{ background: {raised}; }}
#link:focus {{ border: 1px solid {accent}; padding: 1px 3px; }}
#link:disabled {{ color: {disabled}; }}
#recipe {{ background: {window}; }}
#recipe > QWidget > QWidget {{ background: {window}; }}
#recipeFoot {{ background: {window}; border-top: 1px solid {line}; }}

#classes QToolButton {{
    border: 1px solid transparent; border-radius: 5px; background: transparent; color: {text};
    padding: 4px 8px; text-align: left;
}}
#classes QToolButton:hover {{ background: {button}; }}
#classes QToolButton:focus {{ border-color: {text}; }}
#classes QToolButton:checked {{ background: {button}; border-color: {accent}; }}
#classes QToolButton:checked:focus {{ border: 2px solid {text}; padding: 3px 7px; }}

#swatch {{ border: 1px solid transparent; border-radius: 5px; padding: 3px; }}
#swatch:hover {{ background: {raised}; }}
#swatch:focus {{ border-color: {accent}; }}

QPushButton {{
    background: {button}; border: 1px solid {line}; border-radius: 5px; padding: 5px 12px;
    color: {text};
}}
#slim {{ padding: 5px 6px; }}
QPushButton:hover {{ background: {raised}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:disabled {{ color: {disabled}; background: {window}; }}
#primary {{ background: {accent}; border-color: {accent}; color: {on_accent}; font-weight: 600; }}
#secondary {{ border-color: {disabled}; }}
#primary:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
#primary:focus {{ border-color: {text}; }}
#primary:disabled {{ background: {button}; border-color: {line}; color: {disabled}; }}

QSlider:horizontal {{ min-height: 20px; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {raised}; }}
QSlider::sub-page:horizontal {{ border-radius: 2px; background: {accent}; }}
QSlider::handle:horizontal {{
    width: 14px; margin: -6px 0; border-radius: 8px; background: {knob}; border: 1px solid {edge};
}}
QSlider::handle:horizontal:hover {{ border-color: {accent}; }}
QSlider::handle:horizontal:focus {{ border: 3px solid {accent}; width: 10px; }}
QSpinBox, QDoubleSpinBox {{
    background: {base}; border: 1px solid {line}; border-radius: 5px; padding: 3px 6px;
    color: {text}; selection-background-color: {accent};
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow {{ image: none; }}
QSpinBox:focus, QDoubleSpinBox:focus {{ border-color: {accent}; }}
QSpinBox:disabled, QDoubleSpinBox:disabled {{ color: {disabled}; background: {window}; }}

#lineKeys QToolButton {{
    border: 1px solid transparent; border-radius: 5px; background: transparent; color: {disabled};
    padding: 2px 5px;
}}
#lineKeys QToolButton:checked {{ color: {text}; }}
#lineKeys QToolButton:hover {{ background: {raised}; }}
#lineKeys QToolButton:focus {{ border-color: {accent}; }}
QTableWidget {{
    background: {base}; border: 1px solid {line}; border-radius: 8px; gridline-color: {line};
    color: {text};
}}
QTableWidget::item {{ padding: 2px 8px; }}
QHeaderView {{ background: transparent; }}
QHeaderView::section {{
    background: transparent; border: none; padding: 4px 8px; color: {faint};
}}
QTableCornerButton::section {{ background: transparent; border: none; }}
#failures::item {{ padding: 4px 6px; border-radius: 5px; }}
#failures::item:selected {{ background: {raised}; color: {text}; }}
#advanced QSplitter::handle {{ background: {line}; }}

QProgressBar {{ background: {button}; border: none; border-radius: 2px; max-height: 4px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}

#messageBar {{ background: {base}; border: 1px solid {line}; border-radius: 8px; }}
#messageBar[tone="error"] {{ border-color: {error}; }}
#messageBar[tone="warning"] {{ border-color: {warning}; }}
#messageBar QLabel {{ background: transparent; }}
#messageBar #sentence {{ font-weight: 600; }}
#messageBar #hintText {{ color: {faint}; }}
#messageBar QToolButton {{
    border: none; border-radius: 4px; padding: 3px; background: transparent;
}}
#messageBar QToolButton:hover {{ background: {raised}; }}
#keycap {{
    background: {button}; border: 1px solid {line}; border-radius: 4px; padding: 1px 6px;
    color: {text};
}}
#keyField {{ padding: 3px 8px; min-width: 92px; }}
#keyField[empty="true"] {{ color: {faint}; }}
#keyField[waiting="true"] {{ border-color: {accent}; color: {text}; background: {base}; }}
#keyArea {{ background: {base}; border: 1px solid {line}; border-radius: 8px; }}
#keyList {{ background: transparent; }}
#keyList QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 3px; }}
#keyList QToolButton:hover {{ background: {raised}; }}
#keyList QToolButton:focus {{ border-color: {accent}; }}
#notice {{ background: {button}; border: none; border-radius: 8px; }}
#notice QPushButton {{ border-color: {disabled}; }}
#notice QPushButton:focus {{ border-color: {accent}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {raised}; border-radius: 4px; min-height: 32px; }}
QScrollBar::handle:vertical:hover {{ background: {disabled}; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
#pages {{ background: {base}; border: none; border-right: 1px solid {line}; padding: 8px 6px; }}
#pages {{ outline: none; }}
#pages::item {{ border-radius: 5px; padding: 0 8px; color: {text}; }}
#pages::item:hover {{ background: {button}; }}
#pages::item:selected {{ background: {raised}; color: {text}; }}
#pages::item:selected:active {{ background: {accent}; color: {on_accent}; }}
QLineEdit {{
    background: {base}; border: 1px solid {line}; border-radius: 5px; padding: 4px 8px;
    color: {text}; selection-background-color: {accent};
}}
QLineEdit:focus {{ border-color: {accent}; }}
QAbstractSpinBox QLineEdit {{ border: none; padding: 0 4px; background: transparent; }}
QCheckBox::indicator:unchecked:enabled {{
    width: 13px; height: 13px; border: 1px solid {disabled}; border-radius: 3px; background: {base};
}}
QCheckBox::indicator:unchecked:enabled:focus {{ border-color: {accent}; }}
#failures {{ background: {base}; border: 1px solid {line}; border-radius: 8px; padding: 6px; }}
#reading {{ background: {base}; border: 1px solid {line}; border-radius: 8px; padding: 8px 12px; }}
#guide {{ background: {base}; border: none; border-bottom: 1px solid {line}; }}
#topic {{ color: {faint}; font-weight: 600; }}
#hint {{
    background: {base}; border: 1px solid {line}; border-radius: 8px; padding: 8px 14px;
    color: {text};
}}

#empty {{ background: {surround}; }}
#dropTarget {{ border: 2px dashed {disabled}; border-radius: 14px; background: transparent; }}
#dropTarget[hovered="true"] {{ border-color: {accent}; background: {window}; }}
#empty QLabel {{ background: transparent; }}
#emptyTitle {{ font-size: 20px; font-weight: 600; }}
#emptyText {{ color: {faint}; }}
#sample {{
    border: 1px solid transparent; border-radius: 8px; background: transparent; padding: 6px;
    color: {text};
}}
#sample:hover, #sample:focus {{ background: {window}; border-color: {line}; }}
#recent {{ border: none; background: transparent; color: {text}; padding: 3px 8px; }}
#recent:hover, #recent:focus {{ background: {window}; }}
"""


class Named(Protocol):
    """Something with a colour for each name in the sheet."""

    @property
    def is_dark(self) -> bool:
        """Light on dark, or dark on light."""


def sheet(colours: Named) -> str:
    """The sheet for a theme."""
    arrow = icon_file("chevron-down-dark" if colours.is_dark else "chevron-down-light")
    return _SHEET.format(**vars(colours), arrow=arrow.as_posix())
