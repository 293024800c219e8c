"""The section about look-ups: who looked up or handed out what about whom."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QListWidget, QListWidgetItem

from app.models.access import AccessFilter
from app.models.access_reading import AccessRow, access_whom, access_words, read_access
from app.models.store import Store
from app.models.typed_dates import parse_date
from app.models.types import Counsellor, RecordId
from app.models.words import clock_time, short_date, whole_number
from app.ui.pages.settings.section import Section
from app.ui.pages.targets import ShowPerson
from app.ui.pages.workplaces.labelled import Labelled
from app.ui.services import Services
from app.ui.widgets.choice import Choice
from app.ui.widgets.columns import Columns
from app.ui.widgets.date_field import DateField
from app.ui.widgets.measure import announce, button, em, label

_STEP = 200
"""How many more lines are read at a time."""

_PERSON = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Read:
    rows: tuple[AccessRow, ...]
    matching: int
    counsellors: tuple[Counsellor, ...]


class AccessSection(Section):
    """The newest look-ups first; Enter on one opens the person's page."""

    def __init__(self, services: Services, title: str) -> None:
        super().__init__(services, title)
        self._limit = _STEP
        self.person = QLineEdit()
        self.person.setPlaceholderText(self.tr("Navn, fødselsår eller telefon"))
        self.person.setClearButtonEnabled(True)
        self.counsellor = Choice(self.tr("Vejleder"), [("", self.tr("Alle"))])
        today = services.today
        self.first = DateField(self.tr("Fra"), lambda text: parse_date(text, today()))
        self.last = DateField(self.tr("Til og med"), lambda text: parse_date(text, today()))
        self.told = label("", "muted", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Opslag, de nyeste øverst: Enter åbner personen"))
        self.list.setMinimumHeight(em(self, 22))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.more = button(self.tr("Vis flere"))
        self._lay_out()
        self.person.textChanged.connect(self._filter)
        self.counsellor.chosen.connect(self._filter)
        self.first.changed.connect(self._filter)
        self.last.changed.connect(self._filter)
        self.more.clicked.connect(self._show_more)
        self.list.itemActivated.connect(self._open)

    def reload(self) -> None:
        """Read the lines that the filter admits."""
        wanted, limit = self.wanted(), self._limit

        def job(store: Store) -> _Read:
            return _Read(
                read_access(store, wanted, limit),
                store.access.count(wanted),
                store.counsellors.all(),
            )

        self.services.runner.run(job, self._show, key="settings.access")

    def wanted(self) -> AccessFilter:
        """Return what the filter admits."""
        return AccessFilter(
            text=self.person.text(),
            counsellor_id=RecordId(self.counsellor.value()) if self.counsellor.value() else None,
            first=self.first.value(),
            last=self.last.value(),
        )

    def _lay_out(self) -> None:
        card = self.add_card(
            "",
            self.tr(
                "Her står, hvem der har åbnet en persons side, udleveret eller kopieret oplysninger "
                "eller slettet en person, og hvem der har slettet det, hvis opbevaringsperiode var "
                "gået. Det samme inden for ti minutter er én linje. Intet kan rettes; den, der blev "
                "slettet, nævnes ikke."
            ),
        )
        fields = (
            Labelled(self.tr("Person"), self.person),
            Labelled(self.tr("Vejleder"), self.counsellor),
            Labelled(self.tr("Fra"), self.first),
            Labelled(self.tr("Til og med"), self.last),
        )
        card.body.addWidget(Columns(fields, least=44, shares=(5, 4, 3, 3), gap=0.57))
        card.body.addWidget(self.told)
        card.body.addWidget(self.list)
        card.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.finish()

    def _filter(self, *_: object) -> None:
        self._limit = _STEP
        self.reload()

    def _show_more(self) -> None:
        self._limit += _STEP
        self.reload()
        self.list.setFocus()

    def _show(self, read: _Read) -> None:
        everybody = [(who.id, f"{who.name} ({who.initials})") for who in read.counsellors]
        self.counsellor.set_options([("", self.tr("Alle")), *everybody])
        current = self.list.currentRow()
        self.list.clear()
        for row in read.rows:
            item = QListWidgetItem(self._line(row), self.list)
            item.setData(_PERSON, row.person_id)
        self.list.setCurrentRow(max(0, min(current, len(read.rows) - 1)))
        shown = len(read.rows)
        self.more.setVisible(shown < read.matching)
        self.list.setVisible(bool(read.rows))
        self._tell(self._summary(shown, read.matching))

    def _summary(self, shown: int, matching: int) -> str:
        if not matching:
            filtered = self.wanted() != AccessFilter()
            return self.tr("Ingen opslag passer.") if filtered else self.tr("Ingen opslag endnu.")
        if shown < matching:
            return self.tr("{shown} af {count} opslag, de nyeste øverst").format(
                shown=whole_number(shown), count=whole_number(matching)
            )
        return self.tr("Opslag: {count}, de nyeste øverst").format(count=whole_number(matching))

    def _tell(self, text: str) -> None:
        if text != self.told.text():
            self.told.setText(text)
            announce(self.told, text)

    def _line(self, row: AccessRow) -> str:
        when = f"{short_date(row.at.date())} {clock_time(row.at)}"
        who = self.services.words(access_whom(row))
        told = self.services.words(access_words(row))
        return " · ".join(filter(None, (when, row.counsellor, who, told)))

    def _open(self, item: QListWidgetItem) -> None:
        person_id = RecordId(item.data(_PERSON))
        if person_id:
            self.services.go("person", ShowPerson(person_id))
