"""The tables of a report: the only place where their columns and rows are named.

Screen, PDF, spreadsheet, CSV and command line all render these tables and add no figure to them.
A percentage always stands beside its count.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from app.export.activity_tables import activities, activities_by_workplace, topics
from app.export.case_tables import (
    followups,
    referral_outcomes,
    referrals,
    referrals_by_state,
)
from app.export.cells import Cell, Column, Row, Table, Unit
from app.export.definitions import DEFINITIONS
from app.export.labels import Labels
from app.export.mention_tables import TOP, advice, reasons_by_code, reasons_by_group
from app.export.table_source import COUNT, SHARE, TOTAL, Source, rate, shares
from app.export.visit_tables import (
    HOURS,
    PER_HOUR,
    VISITS,
    WORKPLACE,
    planned,
    planned_by_workplace,
    presence,
    visits,
)
from app.models import words
from app.models.over_time import MonthCount
from app.models.periods import month_name
from app.models.rules import percent
from app.models.tallies import NOT_TOLD
from app.models.tally_types import Contacts, Tally, WorkplaceTally
from app.models.types import ContactKind
from app.texts import Language, Text

Code = TypeVar("Code", bound=str)

_CONTACTS = Text("Henvendelser", "Inquiries")
_FIRST = Text("Unikke", "First")
_RETURNING = Text("Gengangere", "Returning")
_ANONYMOUS = Text("Anonyme", "Anonymous")
_ROLE = Text("Rolle", "Role")
_PHONE = Text("Telefon uden arbejdsplads", "Phone, no workplace")
_NO_WORKPLACE = Text("Andre uden arbejdsplads", "Others, no workplace")


def report_tables(
    tally: Tally, months: Sequence[MonthCount], labels: Labels, language: Language
) -> tuple[Table, ...]:
    """Return every table of the report, in the order in which they are printed."""
    source = Source(tally, tuple(months), labels, language)
    persons = tally.persons
    return (
        _contacts(source),
        _key_figures(source),
        visits(source),
        _by_workplace(source),
        planned(source),
        planned_by_workplace(source),
        presence(source),
        reasons_by_group(source),
        reasons_by_code(source),
        advice(source, top=TOP),
        advice(source, top=0),
        _split(source, "gender", Text("Køn", "Gender"), persons.gender, words.GENDERS),
        _split(source, "age", Text("Alder", "Age"), persons.age, words.AGE_BANDS),
        _split(source, "sector", Text("Sektor", "Sector"), persons.sector, words.SECTORS),
        _split(source, "role", _ROLE, persons.role, words.ROLES),
        _split(
            source,
            "roles",
            Text("Rolle, alle henvendelser", "Role, all inquiries"),
            tally.roles,
            words.ROLES,
            _ROLE,
        ),
        _split(
            source,
            "sick_leave",
            Text("Sygefravær", "Sick leave"),
            tally.sick_leave,
            words.SICK_LEAVES,
        ),
        _split(source, "channels", Text("Form", "Channel"), tally.channels, words.CHANNELS),
        _twelve_months(source),
        activities(source),
        activities_by_workplace(source),
        topics(source),
        referrals(source),
        referrals_by_state(source),
        referral_outcomes(source),
        followups(source),
        _definitions(source),
    )


def _contacts(source: Source) -> Table:
    contacts = source.tally.contacts
    counts = {kind.value: getattr(contacts, kind.value) for kind in ContactKind}
    names = {kind.value: source.say(words.KINDS[kind]) for kind in ContactKind}
    if source.tally.workplaces:
        del counts[ContactKind.PHONE_NO_WORKPLACE]
    return Table(
        "contacts",
        source.say(_CONTACTS),
        source.universe("contacts"),
        (
            Column("kind", source.say(Text("Slags", "Kind")), Unit.TEXT),
            source.column("count", COUNT),
            source.column("share", SHARE, Unit.PERCENT),
        ),
        shares(counts, names, contacts.all),
        Row("all", (source.say(TOTAL), contacts.all, percent(contacts.all, contacts.all))),
    )


def _key_figures(source: Source) -> Table:
    tally = source.tally
    figures = (
        ("persons", Text("Unikke personer", "Unique persons"), tally.contacts.first),
        ("persons_seen", Text("Personer set", "Persons seen"), tally.persons_seen),
        (
            "said_returning",
            Text("Anonyme, der har været her før", "Anonymous, here before"),
            tally.said_returning,
        ),
    )
    return Table(
        "key_figures",
        source.say(Text("Personer", "Persons")),
        source.say(
            Text(
                "Hver linje tælles på sin egen måde, som står ved siden af.",
                "Each line is counted in its own way, given beside it.",
            )
        ),
        (
            Column("figure", source.say(Text("Tal", "Figure")), Unit.TEXT),
            source.column("count", COUNT),
            Column("universe", source.say(Text("Hvad der tælles", "What is counted")), Unit.TEXT),
        ),
        tuple(
            Row(key, (source.say(name), count, source.universe(key)), source.universe(key))
            for key, name, count in figures
        ),
    )


def _by_workplace(source: Source) -> Table:
    tally = source.tally
    rows = {row.workplace: row for row in tally.by_workplace}
    named = [
        Row(code, (name, *_workplace_cells(rows[code])))
        for code, name in source.labels.workplaces.items()
        if code in rows
    ]
    return Table(
        "by_workplace",
        source.say(Text("Arbejdspladser", "Workplaces")),
        source.universe("by_workplace"),
        (
            Column("workplace", source.say(WORKPLACE), Unit.TEXT),
            source.column("visits", VISITS),
            source.column("zero_visits", Text("Heraf uden henv.", "Of these empty")),
            source.column("hours", HOURS, Unit.HOURS),
            source.column("contacts", _CONTACTS),
            source.column("first", _FIRST),
            source.column("returning", _RETURNING),
            source.column("anonymous", _ANONYMOUS),
            source.column("per_hour", PER_HOUR, Unit.RATE),
        ),
        (*named, *_outside(source, tally.without_workplace)),
        Row("all", (source.say(TOTAL), *_total_cells(tally))),
    )


def _workplace_cells(row: WorkplaceTally) -> tuple[Cell, ...]:
    visits = (row.visits, row.zero_visits, row.minutes)
    contacts = (row.all, row.first, row.returning, row.anonymous)
    return (*visits, *contacts, rate(row.visit_contacts, row.minutes))


def _outside(source: Source, outside: Contacts) -> list[Row]:
    """Return the lines of the contacts that concern no workplace, where there are any."""
    rows = []
    phone, others = outside.phone_no_workplace, outside.all - outside.phone_no_workplace
    if phone:
        cells: tuple[Cell, ...] = (None, None, None, phone, None, None, None, None)
        rows.append(Row("phone_no_workplace", (source.say(_PHONE), *cells)))
    if others:
        kinds = (outside.first, outside.returning, outside.anonymous)
        cells = (None, None, None, others, *kinds, None)
        rows.append(Row("no_workplace", (source.say(_NO_WORKPLACE), *cells)))
    return rows


def _total_cells(tally: Tally) -> tuple[Cell, ...]:
    contacts, visits = tally.contacts, tally.visits
    return (
        visits.held,
        visits.zero,
        visits.minutes,
        contacts.all,
        contacts.first,
        contacts.returning,
        contacts.anonymous,
        rate(visits.contacts, visits.minutes),
    )


def _split(
    source: Source,
    key: str,
    title: Text,
    counts: Mapping[str, int],
    vocabulary: Mapping[Code, Text],
    column: Text | None = None,
) -> Table:
    """Return one universe split by one closed vocabulary; a zero of "not told" is left out."""
    names: dict[str, str] = {code: source.say(text) for code, text in vocabulary.items()}
    names[NOT_TOLD] = source.say(words.NOT_TOLD)
    total = sum(counts.values())
    told = {code: count for code, count in counts.items() if count or code != NOT_TOLD}
    of_persons = key in ("gender", "age", "sector", "role")
    return Table(
        key,
        source.say(title),
        source.universe("persons" if of_persons else key),
        (
            Column(key, source.say(column or title), Unit.TEXT),
            source.column("count", COUNT),
            source.column("share", SHARE, Unit.PERCENT),
        ),
        shares(told, names, total),
        Row("all", (source.say(TOTAL), total, percent(total, total))),
    )


def _twelve_months(source: Source) -> Table:
    rows = tuple(
        Row(month, (source.say(month_name(date.fromisoformat(f"{month}-01"))), contacts))
        for month, contacts in source.months
    )
    total = sum(month.contacts for month in source.months)
    return Table(
        "twelve_months",
        source.say(Text("Udvikling, 12 måneder", "Trend, 12 months")),
        source.universe("twelve_months"),
        (
            Column("month", source.say(Text("Måned", "Month")), Unit.TEXT),
            source.column("contacts", _CONTACTS),
        ),
        rows,
        Row("all", (source.say(TOTAL), total)),
    )


def _definitions(source: Source) -> Table:
    return Table(
        "definitions",
        source.say(Text("Sådan er der talt", "How it is counted")),
        source.say(Text("Gælder alle tal i opgørelsen.", "Applies to all figures of the report.")),
        (
            Column("word", source.say(Text("Ord", "Word")), Unit.TEXT),
            Column("meaning", source.say(Text("Betydning", "Meaning")), Unit.TEXT),
        ),
        tuple(
            Row(definition.key, (source.say(definition.word), source.say(definition.meaning)))
            for definition in DEFINITIONS
        ),
    )
