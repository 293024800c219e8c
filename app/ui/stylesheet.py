"""The one stylesheet of the program, made from colours and sizes.

Sizes are multiples of the body text, so the whole window grows with the font.
"""

from string import Template

import msgspec
from PySide6.QtWidgets import QApplication

from app.paths import resource
from app.ui.palette import Tokens, Tone, colour

_BODY_PIXELS = 14.0
_COMPACT_PIXELS = 13.0
_MIN_TARGET = 24
_STEPS = (7, 14, 21, 28, 35, 43, 50, 57, 71, 78, 86, 100, 114, 143, 171)


class Sizes(msgspec.Struct, frozen=True):
    """How large one body text is, in logical pixels, and how tight the controls stand."""

    body: float
    dots_per_inch: float
    compact: bool

    @classmethod
    def of(cls, app: QApplication, compact: bool, scale: float) -> "Sizes":
        """Return the sizes for a density and a font scale on this screen."""
        body = (_COMPACT_PIXELS if compact else _BODY_PIXELS) * scale
        return cls(body, app.primaryScreen().logicalDotsPerInchY(), compact)

    def px(self, em: float) -> int:
        """Return a multiple of the body text in whole logical pixels."""
        return round(self.body * em)

    def points(self, em: float) -> float:
        """Return a multiple of the body text as a font size in points."""
        return round(self.body * em * 72 / self.dots_per_inch, 2)


def stylesheet(colours: Tokens, sizes: Sizes) -> str:
    """Return the stylesheet text."""
    pad = 0.36 if sizes.compact else 0.56
    values: dict[str, str] = {
        name: str(getattr(colours, name))
        for name in colours.__struct_fields__
        if not isinstance(getattr(colours, name), Tone)
    }
    for tone in ("good", "warn", "danger", "info"):
        for part in ("solid", "on_solid", "soft", "text", "border"):
            values[f"{tone}_{part}"] = colour(colours, f"{tone}.{part}")
    values |= {f"f{n}": f"{sizes.points(n / 100)}pt" for n in (82, 86, 93, 100, 107, 114, 143, 200)}
    values |= {f"e{n}": f"{sizes.px(n / 100)}px" for n in _STEPS}
    values |= {
        "pad": f"{sizes.px(pad)}px",
        "pad_focus": f"{sizes.px(pad) - 1}px",
        "side": f"{sizes.px(1.0)}px",
        "side_focus": f"{sizes.px(1.0) - 1}px",
        "gap": f"{sizes.px(0.71)}px",
        "gap_focus": f"{sizes.px(0.71) - 1}px",
        "low": f"{max(sizes.px(1.14), _MIN_TARGET - 2 * sizes.px(0.14) - 2)}px",
        "least": f"{_MIN_TARGET}px",
        "radius": f"{sizes.px(0.43)}px",
        "card_radius": f"{sizes.px(0.57)}px",
        "pill": f"{sizes.px(0.93)}px",
        "box": f"{sizes.px(1.14)}px",
        "box_half": f"{sizes.px(1.14) // 2 + 1}px",
        "row": f"{sizes.px(1.7 if sizes.compact else 2.0)}px",
        "controls": resource("icons", "controls").as_posix(),
    }
    return _SHEET.substitute(values)


_SHEET = Template("""
QMainWindow, QDialog, QFrame[surface="page"], QScrollArea[surface="page"] { background: $window; }
QScrollArea { background: transparent; border: none; }
QScrollArea[reading="true"] { border: 2px solid transparent; border-radius: $radius; }
QScrollArea[reading="true"]:focus { border-color: $accent; }
QScrollArea > QWidget > QWidget[transparent="true"] { background: transparent; }
QToolTip { background: $text; color: $card; border: none; padding: $e28; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: $f143; font-weight: 700; }
QLabel[role="heading"] { font-size: $f114; font-weight: 600; }
QLabel[role="section"] { font-size: $f93; font-weight: 600; color: $muted;
    text-transform: uppercase; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="caption"] { font-size: $f86; color: $muted; }
QLabel[role="figure"] { font-size: $f200; font-weight: 700; }
QLabel[role="brand"] { font-size: $f114; font-weight: 700; color: $accent_text; }
QLabel[role="on-search"] { color: $muted; font-weight: 400; }
QLabel[role="on-primary"] { color: $on_accent; font-weight: 500; }
QLabel[role="error"] { font-size: $f86; color: $danger_text; }
QLabel[role="good"] { font-size: $f86; color: $good_text; }
QLabel[role="warn"] { font-size: $f86; color: $warn_text; }
QLabel[role="key"], QLabel[role="key-search"] { font-size: $f82; color: $muted;
    background: $card; border: 1px solid $border; border-bottom-width: 2px; border-radius: $e28;
    padding: 0px $e28; }
QLabel[role="key-primary"] { font-size: $f82; color: $on_accent; background: transparent;
    border: 1px solid $on_accent; border-radius: $e28;
    padding: 0px $e28; }

QFrame[surface="card"] { background: $card; border: 1px solid $border;
    border-radius: $card_radius; }
QFrame[surface="chosen"] { background: $accent_faint; border: 1px solid $accent_border;
    border-radius: $card_radius; }
QFrame[surface="well"] { background: $accent_faint; border: none; border-left: 3px solid $accent;
    border-radius: $e14; }
QFrame[surface="line"] { background: $border; border: none; }
QFrame[surface="rail"] { background: $rail; border: none; border-right: 1px solid $border; }
QFrame[surface="header"] { background: $rail; border: none; border-bottom: 1px solid $border; }
QFrame[surface="status"] { background: $rail; border: none; border-top: 1px solid $border; }
QFrame[surface="overlay"] { background: $card; border: 1px solid $outline;
    border-radius: $card_radius; }
QFrame[tone="info"] { background: $info_soft; border: 1px solid $info_border;
    border-radius: $card_radius; }
QFrame[tone="good"] { background: $good_soft; border: 1px solid $good_border;
    border-radius: $card_radius; }
QFrame[tone="warn"] { background: $warn_soft; border: 1px solid $warn_border;
    border-radius: $card_radius; }
QFrame[tone="danger"] { background: $danger_soft; border: 1px solid $danger_border;
    border-radius: $card_radius; }
QFrame[tone="info"] > QLabel { color: $info_text; }
QFrame[tone="good"] > QLabel { color: $good_text; }
QFrame[tone="warn"] > QLabel { color: $warn_text; }
QFrame[tone="danger"] > QLabel { color: $danger_text; }
QFrame[surface="toast"] { background: $text; border: none; border-radius: $card_radius; }
QFrame[surface="toast-danger"] { background: $danger_solid; border: none;
    border-radius: $card_radius; }
QFrame[surface="toast"] > QLabel { color: $card; }
QFrame[surface="toast-danger"] > QLabel { color: $danger_on_solid; }
QFrame[surface="toast-danger"] > QPushButton { border-color: $danger_on_solid;
    color: $danger_on_solid; }

QPushButton, QToolButton { background: $card; border: 1px solid $border; border-radius: $radius;
    padding: $pad $side; font-weight: 500; min-height: $e114; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent;
    padding: $pad_focus $side_focus; }
QPushButton:pressed, QToolButton:pressed { background: $border; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; background: transparent; }
QPushButton[kind="primary"] { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { outline: 2px solid $on_accent; outline-offset: 4px;
    outline-radius: $e28; border: 1px solid $accent; padding: $pad $side; }
ActionButton[kind="primary"]:focus { outline: none; }
QPushButton[kind="primary"]:disabled { background: $hover; border-color: $border;
    color: $disabled; }
QPushButton[kind="danger"] { color: $danger_text; border-color: $danger_border; }
QPushButton[kind="danger"]:hover { background: $danger_soft; }
QPushButton[kind="danger"]:focus { border-color: $danger_solid; }
QPushButton[kind="danger"]:disabled { color: $disabled; border-color: $border; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent;
    border-color: transparent; padding: $e28 $e43; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: 2px solid $accent;
    padding: $e21 $e28; }
QPushButton[kind="link"] { background: transparent; border: none;
    border-bottom: 2px solid transparent; border-radius: 0px; color: $accent_text;
    padding: $e14 0px; font-weight: 400; text-decoration: underline; text-align: left;
    min-height: $low; min-width: $least; }
QPushButton[kind="link"]:hover { background: $hover; }
QPushButton[kind="link"]:focus { background: $accent_soft; border: none;
    border-bottom: 2px solid $accent; padding: $e14 0px; }
Chip, RailItem { border: none; padding: 0px; min-height: 0px; font-weight: 400; }
QPushButton[kind="search"] { background: $field; border: 1px solid $border; }
QPushButton[kind="search"]:hover { background: $hover; }
QPushButton[kind="search"]:focus { border: 2px solid $accent; }
QPushButton[kind="visit"] { background: $accent_soft; border: 1px solid $accent_border;
    border-radius: $pill; color: $accent_text; font-weight: 600; padding: $e43 $e86; }
QPushButton[kind="visit"]:hover { background: $selection; }
QPushButton[kind="visit"]:focus { border: 2px solid $accent; padding: $e35 $e78; }
QPushButton[kind="segment"]:checked { background: $accent; border-color: $accent;
    color: $on_accent; }
QPushButton[kind="segment"]:checked:focus { border: 1px solid $accent; padding: $pad $side;
    outline: none; }
QPushButton[kind="status"] { background: transparent; border: 1px solid transparent;
    border-radius: $e28; color: $muted; font-size: $f86; font-weight: 400; padding: $e14 $e57;
    min-height: $low; }
QPushButton[kind="status"]:hover { background: $hover; color: $text; }
QPushButton[kind="status"]:focus { border: 2px solid $accent; padding: $e7 $e50; }
QPushButton[kind="status"][state="good"] { color: $good_text; }
QPushButton[kind="status"][state="warn"] { color: $warn_text; }
QPushButton[kind="status"][state="danger"] { color: $danger_text; }
QPushButton[align="left"] { text-align: left; }
QPushButton[kind="toast"] { background: transparent; border: 1px solid $muted; color: $card;
    padding: $e14 $e57; }
QPushButton[kind="toast"] { min-height: $e143; }
QPushButton[kind="toast"]:hover { background: $muted; }
QPushButton[kind="toast"]:focus { border: 2px solid $card; padding: $e7 $e43; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $card;
    placeholder-text-color: $muted;
    border: 1px solid $outline; border-radius: $radius; padding: $pad $gap; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: $e114; }
QLineEdit > QToolButton { background: transparent; border: none; padding: 0px; min-height: 0px; }
QPlainTextEdit, QTextEdit { padding: $e28 $e43; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent;
    padding: $pad_focus $gap_focus; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: $e21 $e28; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QPlainTextEdit[invalid="true"] {
    border-color: $danger_solid; background: $danger_soft; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $field; border-color: $border; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { background: $window;
    border-color: $border; color: $disabled; }
QComboBox::drop-down { border: none; width: $e171; }
QComboBox::down-arrow { image: url("$controls/down-$name.svg"); width: $e100; height: $e100; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $outline; outline: none;
    padding: $e28; }
QComboBox QAbstractItemView::item { min-height: $row; padding: 0px $e43; border-radius: $e28; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $text; }

QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent;
    width: $e171; }
QAbstractSpinBox::up-arrow { image: url("$controls/up-$name.svg"); width: $e71; height: $e71; }
QAbstractSpinBox::down-arrow { image: url("$controls/down-$name.svg"); width: $e71; height: $e71; }
QPushButton::menu-indicator { image: url("$controls/down-$name.svg"); width: $e86; height: $e86;
    subcontrol-origin: padding; subcontrol-position: right center; right: $e43; }

QCheckBox, QRadioButton { spacing: $e57; padding: $e28; border: 2px solid transparent;
    border-radius: $radius; min-height: $e114; background: transparent; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator { width: $box; height: $box;
    border: 1px solid $outline; background: $card; }
QCheckBox::indicator, QListView::indicator { border-radius: $e21; }
QRadioButton::indicator { border-radius: $box_half; }
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate, QRadioButton::indicator:checked,
QListView::indicator:checked {
    background: $accent; border-color: $accent; }
QCheckBox::indicator:checked, QListView::indicator:checked { image: url("$controls/check-$name.svg"); }
QCheckBox::indicator:indeterminate { image: url("$controls/dash-$name.svg"); }
QRadioButton::indicator:checked { image: url("$controls/dot-$name.svg"); }

QTableView, QListView, QTreeView, QTreeWidget { background: $card; border: 1px solid $border;
    border-radius: $card_radius; outline: none; gridline-color: $border;
    selection-background-color: $selection; selection-color: $text; }
QTableView, QTreeView { padding: 3px; }
QTableView:focus, QTreeView:focus { border: 2px solid $accent; padding: 2px; }
QTableView[frozen="true"] { border: none; border-radius: 0; padding: 0; }
QListView:focus { border: 2px solid $accent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $card; color: $muted; font-size: $f86; font-weight: 600;
    border: none; border-bottom: 1px solid $border; padding: $e43 $e57; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url("$controls/up-$name.svg"); width: $e71; height: $e71; }
QHeaderView::down-arrow { image: url("$controls/down-$name.svg"); width: $e71; height: $e71; }
QTableCornerButton::section { background: $card; border: none; }
QListView::item { padding: $e28 $e43; min-height: $row; }
QListView::item:selected { background: $selection; color: $text; }
QListView::item:hover:!selected { background: $hover; }
QListView[bare="true"] { border: none; background: transparent; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; border: none; border-bottom: 3px solid transparent;
    padding: $e43 $e100; color: $muted; font-weight: 500; }
QTabBar::tab:selected { color: $accent_text; border-bottom-color: $accent; }
QTabBar::tab:hover:!selected { color: $text; }
QTabBar:focus { border: 2px solid $accent; border-radius: $radius; }

QMenu { background: $card; border: 1px solid $outline; border-radius: $radius; padding: $e28; }
QMenu::item { padding: $e43 $e114; border-radius: $e28; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::separator { height: 1px; background: $border; margin: $e28 0px; }
QMenu::item:disabled { color: $disabled; }

QProgressBar { background: $badge; border: none; border-radius: $e21; min-height: $e43;
    max-height: $e43; text-align: center; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: $e21; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: $e86; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: $e86; margin: 0px; }
QScrollBar::handle { background: $outline; border-radius: $e21; margin: $e21; }
QScrollBar::handle:vertical { min-height: $e171; }
QScrollBar::handle:horizontal { min-width: $e171; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QStatusBar { background: $rail; }
""")
