"""Importing presence rules: what a file would plan, and planning it.

What a row does not say is proposed by :mod:`app.models.import_rhythm` and named in the report. A
row without any frequency, weekday, time or length brings no rule.
"""

from collections import Counter

import msgspec
from msgspec.structs import replace

from app.errors import InvalidInput, Problem
from app.models.clock import local_today
from app.models.csv_reading import Table
from app.models.import_columns import (
    RULE_FIELDS,
    WORKPLACE_FIELDS,
    ColumnMapping,
    check_mapping,
    guess_mapping,
    unused_notices,
)
from app.models.import_names import WorkplaceNames, add_counsellors, new_counsellors, same_name
from app.models.import_report import ImportProblem, ImportReport
from app.models.import_rhythm import Proposal, Rhythms
from app.models.import_rows import RowReader
from app.models.import_rule_rows import RuleRow, read_rule_row
from app.models.plan_types import PresenceRule
from app.models.rule_checks import has_visits
from app.models.store import Store
from app.models.words import whole_number
from app.texts import Text

KIND = "rules"
_RHYTHM = frozenset({"every_weeks", "weekdays", "hours_per_visit"})
_MOST_NAMED = 100
"""How many rows a report names one by one."""


class PlannedRule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that can be imported; its counsellors are named as in the file."""

    rule: PresenceRule
    counsellors: tuple[str, ...]
    fingerprint: str


class RulePlan(msgspec.Struct, frozen=True, kw_only=True):
    """What importing a table of presence rules would do."""

    table: Table
    mapping: dict[str, str]
    report: ImportReport
    rules: tuple[PlannedRule, ...]


def plan_rules(store: Store, table: Table, mapping: ColumnMapping | None = None) -> RulePlan:
    """Return what importing ``table`` would do; arguments and errors as for inquiries."""
    chosen = dict(guess_mapping(table.columns, RULE_FIELDS) if mapping is None else mapping)
    check_mapping(table, RULE_FIELDS, chosen)
    _require_a_rhythm(chosen)
    sorter = _Sorter(store)
    for row in table.rows:
        sorter.take(RowReader(table, chosen, row))
    told = [initials for planned in sorter.rules for initials in planned.counsellors]
    report = ImportReport(
        kind=KIND,
        rows=len(table.rows),
        added=sorter.added,
        already_there=sorter.already_there,
        left_out=len(sorter.without),
        rejected=tuple(sorter.problems),
        new_rules=len(sorter.rules),
        new_counsellors=new_counsellors(store, told),
        notices=sorter.told() + unused_notices(table.columns, chosen, WORKPLACE_FIELDS),
    )
    return RulePlan(table=table, mapping=chosen, report=report, rules=tuple(sorter.rules))


def _require_a_rhythm(mapping: ColumnMapping) -> None:
    """Refuse a file that is of something else: inquiries have times and lengths, too."""
    if not _RHYTHM.isdisjoint(mapping):
        return
    named = [field for field in RULE_FIELDS if field.name in _RHYTHM]
    danish = ", ".join(f"{field.name} ({field.label.da})" for field in named)
    english = ", ".join(f"{field.name} ({field.label.en})" for field in named)
    reason = Text(
        f"Filen siger intet om, hvor tit der er fremmøde. Den skal have mindst en af kolonnerne {danish}.",
        f"The file does not say how often there are visits. It needs one of the columns {english}.",
    )
    what = Text("Filen kan ikke importeres.", "The file cannot be imported.")
    raise InvalidInput(what, (Problem("every_weeks", reason),))


def write_rules(store: Store, plan: RulePlan) -> None:
    """Store what ``plan`` holds; to be called inside the transaction in which it was made."""
    counsellors = add_counsellors(store, plan.report.new_counsellors)
    me = (store.settings.counsellor_id,)
    for planned in plan.rules:
        who = tuple(dict.fromkeys(counsellors[same_name(told)] for told in planned.counsellors))
        rule = store.presence_rules.add(replace(planned.rule, counsellor_ids=who or me))
        store.imported_rows.remember(planned.fingerprint, store.presence_rules.kind, rule.id)


class _Sorter:
    """Takes the rows of a file one by one and keeps what becomes of each."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names = WorkplaceNames(store)
        self._places = {place.code: place for place in store.workplaces.all()}
        self._known = store.imported_rows.known()
        self._today = local_today(store.clock)
        self._rhythms = Rhythms(store, self._today)
        self._copies: Counter[RuleRow] = Counter()
        self._notices: list[Text] = []
        self.rules: list[PlannedRule] = []
        self.problems: list[ImportProblem] = []
        self.without: list[tuple[int, str]] = []
        self.added = 0
        self.already_there = 0

    def take(self, reader: RowReader) -> None:
        """Sort one row."""
        row = read_rule_row(reader, self._names)
        if row is not None and not row.has_rhythm:
            self.without.append((reader.number, row.workplace))
            return
        # A row that is there already takes its turn too, so that the others keep theirs.
        made = None if row is None else self._complete(reader, row)
        if row is None or made is None:
            self.problems += reader.problems
            return
        self._copies[row] += 1
        prints = [row.fingerprint(self._copies[row], part) for part in range(len(made.rules))]
        if prints[0] in self._known:
            self.already_there += 1
            return
        self.added += 1
        self.rules += [
            PlannedRule(rule=rule, counsellors=row.counsellors, fingerprint=fingerprint)
            for rule, fingerprint in zip(made.rules, prints, strict=True)
        ]
        notice = made.notice(reader.number, row.workplace)
        if notice is not None:
            self._notices.append(notice)

    def told(self) -> tuple[Text, ...]:
        """Return what the user should know before, and correct after, the import."""
        notices = [*_named(self._notices), *_without(self.without)]
        past = sum(planned.rule.valid_from < self._today for planned in self.rules)
        if past:
            notices.append(
                Text(
                    f"Regler, der begynder før i dag: {whole_number(past)}. Deres fremmøder indtil nu"
                    " står som planlagte i planen.",
                    f"Rules that begin before today: {past:,}. Their visits until now stand as"
                    " planned in the plan.",
                )
            )
        if any(not planned.counsellors for planned in self.rules):
            me = self._store.counsellors.get(self._store.settings.counsellor_id).initials
            notices.append(
                Text(
                    f"Nævner filen ingen vejleder, er det {me}.",
                    f"Where the file names no counsellor, {me} is taken.",
                )
            )
        return tuple(notices)

    def _complete(self, reader: RowReader, row: RuleRow) -> Proposal | None:
        made = self._rhythms.complete(row, self._places[row.workplace])
        reader.require(
            made is not None,
            "visits_per_occasion",
            "De to fremmøder kan ikke være på samme dag. Skriv dem i hver sin række.",
            "The two visits do not fit into one day. Enter them in a row of their own each.",
        )
        if made is not None:
            rule = made.rules[0]
            reader.require(
                rule.valid_until is None or rule.valid_until >= rule.valid_from,
                "valid_until",
                "Slutdatoen ligger før startdatoen.",
                "The end lies before the start.",
            )
            reader.require(
                rule.valid_until is None or has_visits(rule),
                "valid_until",
                "Intet fremmøde falder mellem første og sidste dag. Ret datoerne eller ugedagen.",
                "No visit falls between the first and the last day. Correct the days or the weekday.",
            )
        return None if reader.problems else made


def _named(notices: list[Text]) -> list[Text]:
    """Return the notices of single rows, the first hundred, and how they can be corrected."""
    if not notices:
        return []
    more = len(notices) - _MOST_NAMED
    rest = [Text(f"… og {more} rækker til.", f"… and {more} more rows.")] if more > 0 else []
    advice = Text(
        "Det foreslåede står ikke i filen. Skriv det der, eller ret reglerne bagefter.",
        "What is proposed is not in the file. Write it there, or correct the rules afterwards.",
    )
    return [*notices[:_MOST_NAMED], *rest, advice]


def _without(rows: list[tuple[int, str]]) -> list[Text]:
    if not rows:
        return []
    named = ", ".join(f"{number} ({code})" for number, code in rows[:_MOST_NAMED])
    named += " …" if len(rows) > _MOST_NAMED else ""
    return [
        Text(
            f"Uden hyppighed og derfor uden regel: række {named}.",
            f"Without a frequency and therefore without a rule: row {named}.",
        )
    ]
