"""All dumb widgets on one window, as a person would meet them."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets.card import Card
from app.ui.widgets.chips import ChipBoard, ChipGroup, ChipItem
from app.ui.widgets.date_field import DateField
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormGrid
from app.ui.widgets.header import Header
from app.ui.widgets.hit import Hit
from app.ui.widgets.key_badge import KeyBadge
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.notice import Notice
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.period_picker import PeriodPicker
from app.ui.widgets.rail import Rail
from app.ui.widgets.segmented import Option, Segmented
from app.ui.widgets.status_bar import StatusBar
from app.ui.widgets.svg_view import SvgView
from app.ui.widgets.table import DataTable
from app.ui.widgets.typeahead import TypeAhead
from app.ui.widgets.week_grid import WeekGrid
from tests.screens.grid_examples import FRIDAY, WEEK, week_items

REASONS = (
    ChipGroup(
        "Fysiske gener",
        (
            ChipItem("P1", "Lænderyg"),
            ChipItem("P2", "Skulder"),
            ChipItem("P3", "Nakke"),
            ChipItem("P4", "Hænder, albue, arm"),
            ChipItem("P5", "Hofte"),
            ChipItem("P6", "Knæ, fødder"),
        ),
        "P",
    ),
    ChipGroup(
        "Psykiske gener",
        (ChipItem("S1", "Stress"), ChipItem("S2", "Søvn"), ChipItem("S3", "Angst")),
        "S",
    ),
    ChipGroup("Familieliv", (ChipItem("F1", "Børn"), ChipItem("F2", "Parforhold")), "F"),
    ChipGroup("Regler og ordninger", (ChipItem("R1", "§56-aftale"),), "R"),
    ChipGroup("Øvrige", (ChipItem("O1", "Andet"),), "O"),
)
ADVICE = (
    ChipGroup(
        "Øvrige råd",
        (
            ChipItem("A1", "Sundhedsforsikring"),
            ChipItem("A2", "Coaching-samtaler"),
            ChipItem("A3", "Egen læge"),
            ChipItem("A4", "Delvis sygemelding"),
        ),
    ),
)
CHART = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 90">
<clipPath id="c"><rect width="1" height="1"/></clipPath>
<g clip-path="url(#c)" font-family="Inter" font-size="11">
<rect x="90" y="10" width="150" height="14" rx="4" fill="#1f66b0"/>
<rect x="90" y="35" width="90" height="14" rx="4" fill="#7a3f9d"/>
<rect x="90" y="60" width="70" height="14" rx="4" fill="rgb(168,86,15)"/>
<text x="0" y="21" fill="#1b2326">Fysiske gener</text>
<text x="0" y="46" fill="#1b2326">Psykiske gener</text>
<text x="0" y="71" fill="#1b2326">Familieliv</text></g></svg>"""

ROWS = (
    ("Vestas i Ringkøbing", 4, 7),
    ("Arla Danmark Protein", 4, 8),
    ("Fjordglimt Ældrecenter", 12, 0),
)


def find(text: str) -> list[Hit]:
    """Find reasons by what their title contains."""
    return [
        Hit(item.key, item.title, group.title, group.colour)
        for group in REASONS
        for item in group.items
        if text.lower() in item.title.lower()
    ]


def parse_iso(text: str) -> date | None:
    """Read dd-mm-yyyy, which is enough for a gallery."""
    parts = text.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    day, month, year = map(int, parts)
    return date(year, month, day)


class Gallery(QMainWindow):
    """The shell with a page that holds one of everything."""

    def __init__(self) -> None:
        super().__init__()
        self.rail = _rail()
        self.header = Header("Søg person, arbejdsplads eller handling", "Ny henvendelse")
        self.header.set_visit("Vestas i Lem · 09.00–10.00 · Kantinen")
        self.status = _status()
        self.type_ahead = TypeAhead("Find årsag", find, "Skriv for at finde: »læ«, »søvn«")
        self.table = _table()
        self.reasons = ChipBoard("Årsager")
        self.reasons.set_groups(REASONS)
        self.reasons.set_selected({"P1", "S1", "F1", "R1", "O1"})
        self.advice = ChipBoard("Råd")
        self.advice.set_groups(ADVICE)
        self.advice.set_suggested(
            "Foreslået ud fra årsager og tilbud",
            (ChipItem("A1", "Sundhedsforsikring", "70 00 00 00"), ChipItem("A3", "Egen læge")),
        )
        self.advice.set_selected({"A1"})
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        columns = QHBoxLayout(page)
        side = em(self, 1.43)
        columns.setContentsMargins(side, side, side, side)
        columns.setSpacing(em(self, 1.14))
        for part in (self._choices(), self._fields(), self._texts()):
            columns.addWidget(part, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        scroll = QScrollArea()
        scroll.setProperty("surface", "page")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setProperty("transparent", "true")
        scroll.setWidget(page)
        column.addWidget(scroll, 1)
        column.addWidget(self.status)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)
        self.setCentralWidget(middle)

    def _choices(self) -> Card:
        card = Card("Valg")
        who = Segmented("Hvem", (Option("a", "Anonym"), Option("r", "Registreret")))
        who.set_value("r")
        role = Segmented(
            "Rolle",
            (Option("e", "Medarbejder"), Option("t", "TR / AMR"), Option("l", "Leder")),
            look="chip",
        )
        role.set_value("e")
        for widget in (who, role, self.type_ahead, self.reasons, self.advice):
            card.body.addWidget(widget)
        card.body.addStretch(1)
        return card

    def _fields(self) -> Card:
        card = Card("Felter")
        form = FormGrid()
        form.add_row("name", "&Navn", QLineEdit("Karen"), "Som på arbejdspladsen")
        self.date = DateField("Dato", parse_iso, required=True)
        self.date.set_value(date(2026, 11, 21))
        form.add_row("date", "&Dato", self.date)
        combo = QComboBox()
        combo.addItems(["Privat", "Kommunal"])
        form.add_row("sector", "&Sektor", combo)
        self.password = PasswordField("Adgangssætning")
        self.password.line.setText("en lang sætning")
        form.add_row("secret", "&Adgangssætning", self.password)
        form.add_row("phone", "&Telefon", QLineEdit("12"))
        form.set_problems({"phone": "Et dansk nummer har otte cifre."})
        card.body.addWidget(form)
        self.period = PeriodPicker(
            lambda _k, first, _l: f"{first:%m-%Y}", parse_iso, parse_iso, _TODAY
        )
        card.body.addWidget(self.period)
        row = FlowLayout(gap=em(card, 0.57))
        checks = (QCheckBox("Ring tilbage"), QCheckBox("Ikke oplyst"), QRadioButton("Ja"))
        checks[0].setChecked(True)
        checks[2].setChecked(True)
        for check in checks:
            row.addWidget(check)
        card.body.addLayout(row)
        note = QPlainTextEdit("Privat note")
        note.setAccessibleName("Privat note")
        note.setTabChangesFocus(True)
        note.setMaximumHeight(em(card, 4.5))
        card.body.addWidget(note)
        bar = QProgressBar()
        bar.setValue(40)
        card.body.addWidget(bar)
        card.body.addStretch(1)
        return card

    def _texts(self) -> Card:
        card = Card("Tekster og tal")
        for text, role in (
            ("God morgen. Tre fremmøder i dag", "title"),
            ("Overskrift", "heading"),
            ("Vestas i Lem", "strong"),
            ("Kantinen, lokale 2 · hver uge", "caption"),
        ):
            card.body.addWidget(label(text, role, wrap=True))
        buttons = FlowLayout(gap=em(card, 0.57))
        for text, kind in (
            ("Gem", "primary"),
            ("Gem og ny", ""),
            ("Slet", "danger"),
            ("Stille", "quiet"),
            ("Se kontrollen", "link"),
        ):
            buttons.addWidget(button(text, kind))
        off = button("Slået fra", "primary")
        off.setEnabled(False)
        buttons.addWidget(off)
        buttons.addWidget(KeyBadge("Ctrl+Return"))
        card.body.addLayout(buttons)
        card.body.addWidget(Notice("Beskyttet: 4 celler skjult.", "good", "Se"))
        card.body.addWidget(Notice("Det ligner et CPR-nummer.", "warn", "Skjul"))
        card.body.addWidget(Notice("Filen kan ikke læses.", "danger"))
        card.body.addWidget(self.table)
        chart = SvgView()
        chart.set_svg(CHART.encode(), "Årsager", "Fysiske 15, psykiske 8, familieliv 7")
        card.body.addWidget(chart)
        grid = WeekGrid("Fremmødeplan")
        grid.show_days("week", WEEK, week_items(), today=FRIDAY, now=9 * 60 + 24)
        card.body.addWidget(grid)
        card.body.addWidget(EmptyState("Ingen opfølgninger endnu.", "Ny opfølgning", "followups"))
        return card


def _rail() -> Rail:
    rail = Rail("Vejviser")
    for key, text in (
        ("today", "I dag"),
        ("inquiries", "Henvendelser"),
        ("followups", "Opfølgning"),
        ("workplaces", "Arbejdspladser"),
        ("reports", "Rapporter"),
    ):
        rail.add_item(key, text, key)
    rail.add_item("settings", "Indstillinger", "settings", bottom=True)
    rail.add_item("lock", "Lås", "lock", keys="Ctrl+L", bottom=True, place=False)
    rail.set_count("followups", 4)
    rail.set_current("today")
    return rail


def _status() -> StatusBar:
    bar = StatusBar("Status")
    bar.add_part("key", "Krypteret")
    bar.add_part("backup", "Sikkerhedskopi i dag kl. 07.58")
    bar.add_part("day", "uge 47 · lørdag 21-11-2026", right=True)
    bar.set_part("key", "Krypteret", state="good")
    bar.add_part("month", "Oktober: ikke sendt")
    bar.set_part("month", "Oktober: ikke sendt", state="warn")
    return bar


def _table() -> DataTable:
    model = QStandardItemModel(0, 3)
    model.setHorizontalHeaderLabels(["Arbejdsplads", "Fremmøder", "Henvendelser"])
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for column in (1, 2):
        model.setHeaderData(
            column, Qt.Orientation.Horizontal, right, Qt.ItemDataRole.TextAlignmentRole
        )
    for name, *numbers in ROWS:
        cells = [QStandardItem(name)]
        for number in numbers:
            cell = QStandardItem()
            cell.setData(number, Qt.ItemDataRole.DisplayRole)
            cell.setTextAlignment(right)
            cells.append(cell)
        model.appendRow(cells)
    table = DataTable("Henvendelser pr. arbejdsplads")
    model.setParent(table)
    table.setModel(model)
    table.resizeColumnsToContents()
    return table


def texts(window: QWidget) -> list[str]:
    """Return the words of all labels that are shown."""
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]


_TODAY = date(2026, 10, 21)
