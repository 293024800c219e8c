"""The section about the code lists: groups, codes, labels and when they hold."""

from datetime import date

from PySide6.QtWidgets import QLineEdit

from app.models import words
from app.models.store import Store
from app.models.taxonomy import CrosswalkRow, ReasonGroup, Term
from app.models.types import TermKind
from app.texts import Text
from app.ui.pages.settings.section import Section
from app.ui.pages.settings.taxonomy_change_card import TaxonomyChangeCard
from app.ui.pages.settings.taxonomy_model import CodeLine, TaxonomyModel
from app.ui.services import Services
from app.ui.widgets.columns import Columns
from app.ui.widgets.measure import em, label
from app.ui.widgets.segmented import Option, Segmented
from app.ui.widgets.table import DataTable

_Lists = tuple[tuple[ReasonGroup, ...], dict[str, tuple[Term, ...]], tuple[CrosswalkRow, ...]]
_WIDTHS = (5.2, 10.2, 13, 13, 7.8, 7.8)
"""Of the columns, in text sizes."""
_CHANGES = {
    "rename": Text("omdøbt til", "renamed to"),
    "split": Text("delt, nu også", "split, now also"),
    "merge": Text("lagt sammen med", "merged into"),
}


class TaxonomySection(Section):
    """The lists, and for who leads a project or works alone the way to change them."""

    def __init__(self, services: Services, title: str) -> None:
        super().__init__(services, title)
        self._groups: dict[str, str] = {}
        self._terms: dict[str, tuple[Term, ...]] = {}
        self.kind = Segmented(
            self.tr("Liste"),
            [
                Option(TermKind.REASON.value, self.tr("Årsager")),
                Option(TermKind.ADVICE.value, self.tr("Råd")),
            ],
            look="chip",
        )
        self.kind.set_value(TermKind.REASON)
        self.filter = QLineEdit()
        self.filter.setAccessibleName(self.tr("Find kode"))
        self.filter.setPlaceholderText(self.tr("Find kode eller ord"))
        self.filter.setClearButtonEnabled(True)
        self.model = TaxonomyModel(
            (
                self.tr("Kode"),
                self.tr("Gruppe"),
                self.tr("Dansk"),
                self.tr("Engelsk"),
                self.tr("Gælder fra"),
                self.tr("Udgået"),
            ),
            self,
        )
        self.table = DataTable(self.tr("Koder"))
        self.table.setModel(self.model)
        self.table.setMinimumHeight(em(self, 22))
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, em(self, width))
        self.changes = label("", "muted", wrap=True)
        self.change = TaxonomyChangeCard(services)
        self._lay_out()
        self.change.changed.connect(self.reload)
        self.kind.changed.connect(lambda _: self._show_terms())
        self.filter.textChanged.connect(self.model.filter)

    def reload(self) -> None:
        """Read the code lists as they are labelled today."""
        today = self.services.today()
        self.services.runner.run(
            lambda store: _read(store, today), self._show, key="settings.taxonomy"
        )
        self.change.reload()

    def _lay_out(self) -> None:
        card = self.add_card(
            "",
            self.tr(
                "Koder skifter aldrig betydning. En kode, der ikke bruges mere, udgår på en dato, "
                "og det, der er registreret med den, tælles stadig."
            ),
        )
        card.body.addWidget(Columns((self.kind, self.filter), least=30, shares=(1, 2)))
        card.body.addWidget(self.table)
        crosswalk = self.add_card(self.tr("Ændringer af koder"))
        crosswalk.body.addWidget(self.changes)
        self.column.addWidget(self.change)
        self.finish()

    def _show(self, lists: _Lists) -> None:
        groups, self._terms, crosswalk = lists
        said = self.services.words
        self._groups = {group.code: said(group.label) for group in groups}
        self._show_terms()
        lines = [
            f"{words.short_date(row.valid_from)}: {row.from_code} "
            f"{said(_CHANGES[row.change])} {row.to_code}"
            for row in crosswalk
        ]
        self.changes.setText("\n".join(lines) or self.tr("Ingen koder er ændret."))

    def _show_terms(self) -> None:
        terms = self._terms.get(self.kind.value(), ())
        self.model.show_lines(tuple(self._line(term) for term in terms))
        self.table.setColumnHidden(1, self.kind.value() == TermKind.ADVICE)

    def _line(self, term: Term) -> CodeLine:
        return CodeLine(
            code=term.code,
            group=self._groups.get(term.group, ""),
            danish=term.label.da,
            english=term.label.en,
            valid_from=words.short_date(term.valid_from),
            retired=words.short_date(term.retired_on) if term.retired_on else "",
            colour=term.group,
        )


def _read(store: Store, today: date) -> _Lists:
    taxonomy = store.taxonomy
    terms = {kind.value: taxonomy.terms(kind, today) for kind in TermKind}
    return taxonomy.groups(), terms, taxonomy.crosswalk()
