"""A protected report: everything that its files and the page of the window need."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.export.cells import Column, Row, Table, Unit
from app.export.closing import names_then
from app.export.definitions import DEFINITIONS
from app.export.file_names import file_stem
from app.export.labels import Labels, read_labels
from app.export.outside.cell_words import span_words
from app.export.outside.method import earlier_releases, method_lines
from app.export.outside.printed_tables import Printer, span_in
from app.export.outside.profiles import PROFILES, Family, Profile
from app.export.outside.releasing import Protected, Request
from app.export.outside.scopes import PROJECT, Kind
from app.models.store import Store
from app.texts import Language, Text

METHOD, DEFINED = "method", "definitions"
_LEFT_OUT = {
    Profile.STEERING: Text(
        "Henvisninger, opfølgninger og årsager ved første henvendelse er ikke med: de er for få til"
        " at vise, eller kunne trækkes fra de viste tal.",
        "Referrals, follow-ups and reasons at first inquiries are left out: they are too few to"
        " show, or could be subtracted from the figures shown.",
    ),
    Profile.PUBLIC: Text(
        "Enkelte årsager og råd, sygefravær, rolle, sektor og de enkelte arbejdspladser er ikke"
        " med: den, der kender en arbejdsplads, kunne kende et menneske i dem.",
        "Single reasons and advice, sick leave, role, sector and single workplaces are left out:"
        " who knows a workplace could know a person in them.",
    ),
}
_ALWAYS_DEFINED = ("contact", "visit", "zero_visit")
_DEFINED = {
    Family.KINDS: ("first", "returning", "phone_no_workplace", "anonymous"),
    Family.GENDER: ("gender",),
    Family.AGE: ("age",),
    Family.SECTOR: ("sector",),
    Family.ROLE: ("role",),
    Family.SICK_LEAVE: ("sick_leave",),
    Family.CHANNEL: ("channel",),
    Family.GROUPS: ("mentions",),
    Family.REASONS: ("mentions",),
    Family.ADVICE: ("mentions",),
}
"""The words that the tables of a family use."""


@dataclass(frozen=True, slots=True)
class OutsideReport:
    """The words and tables of a release in one language; immutable, any thread may render it.

    ``period`` names the time of its figures: its month, or the year to it where nothing else is shown.
    ``banner`` is the sentence that says that it is protected. ``universes`` are what the tables of
    figures are counted over, by their keys, without what their marks mean and what they lack.
    """

    protected: Protected
    language: Language
    labels: Labels
    demo: bool
    title: str
    period: str
    whose: str
    made_on: date
    banner: str
    notes: tuple[str, ...]
    tables: tuple[Table, ...]
    universes: Mapping[str, str]
    method: Table
    definitions: Table

    @property
    def project(self) -> str:
        """The name of the project."""
        return self.labels.project

    @property
    def stem(self) -> str:
        """What its files are called, without their endings."""
        asked = self.protected.request.asked
        release = self.protected.release.id.removeprefix(f"{asked.month.first:%Y-%m}-")
        return file_stem(asked.month, ()) + f"-{release}"

    @property
    def all_tables(self) -> tuple[Table, ...]:
        """The tables of figures, the method and the definitions."""
        return (*self.tables, self.method, self.definitions)

    def table(self, key: str) -> Table | None:
        """Return a table of figures, or None where the report has none such."""
        return next((table for table in self.tables if table.key == key), None)


def outside_labels(store: Store, request: Request, language: Language) -> Labels:
    """Return the names of a report, workplaces as they were called when the month was closed."""
    labels = read_labels(store, request.asked.month.last, language)
    return names_then(labels, request.frozen)


def outside_report(
    protected: Protected, labels: Labels, language: Language, *, demo: bool
) -> OutsideReport:
    """Put a protected report into words."""
    asked, release = protected.request.asked, protected.release
    whole = asked.scope == PROJECT
    period = _period(protected).in_language(language)
    printer = Printer(release, labels, language, whole, protected.lacking)
    whose = _whose(protected, labels, language)
    head = f"{labels.project} · {period}" if whole else f"{labels.project} · {whose} · {period}"
    return OutsideReport(
        protected=protected,
        language=language,
        labels=labels,
        demo=demo,
        title=head,
        period=period,
        whose=whose,
        made_on=date.fromisoformat(release.date),
        banner=_banner(protected).in_language(language),
        notes=_notes(protected, language),
        tables=printer.tables(),
        universes={table.key: printer.universe(table) for table in release.tables},
        method=_method(protected, language),
        definitions=_definitions(protected, language),
    )


def _period(protected: Protected) -> Text:
    """Return the month of a report in words, or the year to it where no figure is the month's."""
    close = protected.request.close
    spans = {span_in(table, each) for table in protected.release.tables for each in table.columns}
    return span_words(close.month if close.month in spans else close.span)


def _banner(protected: Protected) -> Text:
    hidden, earlier = protected.hidden, protected.earlier
    cells = Text("celle", "cell") if hidden == 1 else Text("celler", "cells")
    checked = Text("den første udgivelse", "the first release")
    if earlier:
        before = earlier_releases(earlier)
        checked = Text(f"kontrolleret mod {before.da}", f"checked against {before.en}")
    return Text(
        f"Beskyttet: {hidden} {cells.da} skjult; {checked.da}.",
        f"Protected: {hidden} {cells.en} withheld; {checked.en}.",
    )


def _whose(protected: Protected, labels: Labels, language: Language) -> str:
    scope = protected.request.asked.scope
    if scope.kind is Kind.PLACE:
        return labels.workplaces.get(scope.name, scope.name)
    return scope.name or Text("Alle arbejdspladser", "All workplaces").in_language(language)


def _notes(protected: Protected, language: Language) -> tuple[str, ...]:
    """Return what is left out, and why."""
    asked = protected.request.asked
    notes = [note.in_language(language) for note in protected.notes]
    if asked.scope == PROJECT:
        notes.append(_LEFT_OUT[asked.profile].in_language(language))
    return tuple(notes)


def _method(protected: Protected, language: Language) -> Table:
    lines = method_lines(protected)
    return _sentences(
        METHOD,
        Text("Sådan er tallene beskyttet", "How the figures are protected"),
        Text("Gælder alle tal i opgørelsen.", "Applies to all figures of the report."),
        [
            (key, word.in_language(language), text.in_language(language))
            for key, word, text in lines
        ],
        language,
    )


def _definitions(protected: Protected, language: Language) -> Table:
    """Return what the words mean that the report uses, and no others."""
    keys = {table.key for table in protected.release.tables}
    wanted = {*_ALWAYS_DEFINED}
    wanted.update(*(words for family, words in _DEFINED.items() if family in keys))
    lines = [
        (each.key, each.word.in_language(language), each.meaning.in_language(language))
        for each in DEFINITIONS
        if each.key in wanted
    ]
    title = Text("Sådan er der talt", "How it is counted")
    about = Text("Gælder alle tal i opgørelsen.", "Applies to all figures of the report.")
    return _sentences(DEFINED, title, about, lines, language)


def _sentences(
    key: str, title: Text, about: Text, lines: list[tuple[str, str, str]], language: Language
) -> Table:
    columns = (
        Column("word", Text("Ord", "Word").in_language(language), Unit.TEXT),
        Column("meaning", Text("Betydning", "Meaning").in_language(language), Unit.TEXT),
    )
    rows = tuple(Row(name, (word, meaning)) for name, word, meaning in lines)
    return Table(key, title.in_language(language), about.in_language(language), columns, rows)


def outside_profile(protected: Protected) -> Text:
    """Return whom the report is for."""
    return PROFILES[protected.request.asked.profile]
