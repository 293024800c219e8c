"""The cells of a period for disclosure control: every count about people, with distinct persons.

A threshold on small counts is one on persons, not on contacts: five contacts of one person reveal
that person. So beside each count stands how many distinct persons are behind it. An anonymous
contact is one person; those with the same code word are one person together, which is what is known
of them, and protects more than it need where two people chose the same word.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.models.case_counting import NOT_ASKED
from app.models.counting import counting
from app.models.frozen import Cells, Count
from app.models.frozen_referrals import ReferralRow, referral_rows
from app.models.periods import Period
from app.models.rules import age_band
from app.models.tallies import NOT_TOLD
from app.models.tally_types import Tally
from app.models.types import ContactKind, TermKind

if TYPE_CHECKING:
    from app.models.store import Store

_ROWS = """
SELECT c.kind, coalesce(w.code, '') AS workplace, coalesce(w.sector, '') AS sector,
       coalesce(i.person_id, i.alias_id, i.id) AS person, p.gender, p.birth_year, i.date,
       i.role, i.sick_leave, i.channel, i.said_returning,
       (SELECT json_group_array(code) FROM inquiry_reason r WHERE r.inquiry_seq = c.seq) AS reasons,
       (SELECT json_group_array(code) FROM inquiry_advice a WHERE a.inquiry_seq = c.seq) AS advice
FROM counted c CROSS JOIN inquiry i ON i.seq = c.seq
LEFT JOIN workplace w ON w.id = c.workplace_id LEFT JOIN person p ON p.id = i.person_id
"""


class Measure(StrEnum):
    """What a cell counts: the path of the figure in the JSON of the tally (docs/tally-json.md).

    ``REASONS_…_TOTAL`` and ``ADVICE_…_TOTAL`` have the one code ``total``, ``PEOPLE`` has
    ``persons_seen`` and ``said_returning``. Referrals are by advice: made, sessions and ended.
    """

    CONTACTS = "contacts"
    PEOPLE = "people"
    GENDER = "persons.gender"
    AGE = "persons.age"
    SECTOR = "persons.sector"
    ROLE_OF_FIRST = "persons.role"
    ROLE = "roles"
    SICK_LEAVE = "sick_leave"
    CHANNEL = "channels"
    REASONS_FIRST_TOTAL = "reasons.first"
    REASONS_FIRST_GROUP = "reasons.first.by_group"
    REASONS_FIRST_CODE = "reasons.first.by_code"
    REASONS_FIRST_INQUIRIES = "reasons.first.inquiries_by_group"
    REASONS_ALL_TOTAL = "reasons.all"
    REASONS_ALL_GROUP = "reasons.all.by_group"
    REASONS_ALL_CODE = "reasons.all.by_code"
    REASONS_ALL_INQUIRIES = "reasons.all.inquiries_by_group"
    ADVICE_FIRST_TOTAL = "advice.first"
    ADVICE_FIRST_CODE = "advice.first.by_code"
    ADVICE_ALL_TOTAL = "advice.all"
    ADVICE_ALL_CODE = "advice.all.by_code"
    REFERRALS_MADE = "referrals.by_advice.made"
    REFERRAL_SESSIONS = "referrals.by_advice.sessions"
    REFERRALS_ENDED = "referrals.by_advice.ended"
    REFERRAL_STATE = "referrals.by_state"
    REFERRAL_OUTCOME = "referrals.by_outcome"


class _Contact(msgspec.Struct, frozen=True):
    kind: ContactKind
    workplace: str
    sector: str
    person: str
    gender: str | None
    birth_year: int | None
    date: date
    role: str
    sick_leave: str
    channel: str
    said_returning: bool
    reasons: tuple[str, ...]
    advice: tuple[str, ...]

    @property
    def is_first(self) -> bool:
        """Whether it is the first contact of a registered person."""
        return self.kind is ContactKind.FIRST


class CellCounter:
    """Counts the cells of one period at any choice of workplaces; read once, counted in memory."""

    def __init__(self, store: "Store", period: Period) -> None:
        with counting(store.database, period, ()):
            rows = list(store.database.query(_ROWS))
        lists = ("reasons", "advice")
        decoded = (row | {name: msgspec.json.decode(row[name]) for name in lists} for row in rows)
        self._contacts = msgspec.convert(list(decoded), list[_Contact], strict=False)
        self._referrals = referral_rows(store, period)
        terms = store.taxonomy.terms(TermKind.REASON, period.last)
        self._groups = {term.code: term.group for term in terms}

    def cells(self, tally: Tally, codes: Collection[str] | None) -> Cells:
        """Return the cells at these workplaces: all of them for None, "" for none.

        ``tally`` says which codes are listed with a zero.
        """
        contacts = [each for each in self._contacts if codes is None or each.workplace in codes]
        referrals = [each for each in self._referrals if codes is None or each.workplace in codes]
        sums = _Sums(tally)
        for contact in contacts:
            for measure, code in _marks(contact, self._groups):
                sums.add(measure, code, contact.person)
        for referral in referrals:
            for measure, code, count in _referral_marks(referral):
                sums.add(measure, code, referral.person, count)
        seen = len({each.person for each in contacts if each.gender is not None})
        cells = sums.cells()
        cells[Measure.PEOPLE]["persons_seen"] = Count(seen, seen)
        return cells


def listed(tally: Tally) -> dict[Measure, Mapping[str, int]]:
    """Return the figures of a tally by measure and code, zeros included."""
    persons, reasons, advice = tally.persons, tally.reasons, tally.advice
    by_advice = tally.referrals.by_advice
    return {
        Measure.CONTACTS: msgspec.to_builtins(tally.contacts),
        Measure.PEOPLE: {
            "persons_seen": tally.persons_seen,
            "said_returning": tally.said_returning,
        },
        Measure.GENDER: persons.gender,
        Measure.AGE: persons.age,
        Measure.SECTOR: persons.sector,
        Measure.ROLE_OF_FIRST: persons.role,
        Measure.ROLE: tally.roles,
        Measure.SICK_LEAVE: tally.sick_leave,
        Measure.CHANNEL: tally.channels,
        Measure.REASONS_FIRST_TOTAL: {"total": reasons.first.total},
        Measure.REASONS_FIRST_GROUP: reasons.first.by_group,
        Measure.REASONS_FIRST_CODE: reasons.first.by_code,
        Measure.REASONS_FIRST_INQUIRIES: reasons.first.inquiries_by_group,
        Measure.REASONS_ALL_TOTAL: {"total": reasons.all.total},
        Measure.REASONS_ALL_GROUP: reasons.all.by_group,
        Measure.REASONS_ALL_CODE: reasons.all.by_code,
        Measure.REASONS_ALL_INQUIRIES: reasons.all.inquiries_by_group,
        Measure.ADVICE_FIRST_TOTAL: {"total": advice.first.total},
        Measure.ADVICE_FIRST_CODE: advice.first.by_code,
        Measure.ADVICE_ALL_TOTAL: {"total": advice.all.total},
        Measure.ADVICE_ALL_CODE: advice.all.by_code,
        Measure.REFERRALS_MADE: {code: sums.made for code, sums in by_advice.items()},
        Measure.REFERRAL_SESSIONS: {code: sums.sessions for code, sums in by_advice.items()},
        Measure.REFERRALS_ENDED: {code: sums.ended for code, sums in by_advice.items()},
        Measure.REFERRAL_STATE: tally.referrals.by_state,
        Measure.REFERRAL_OUTCOME: tally.referrals.by_outcome,
    }


class _Sums:
    def __init__(self, tally: Tally) -> None:
        self._counts = {m: dict.fromkeys(codes, 0) for m, codes in listed(tally).items()}
        self._persons: dict[tuple[Measure, str], set[str]] = {}

    def add(self, measure: Measure, code: str, person: str, count: int = 1) -> None:
        counts = self._counts[measure]
        counts[code] = counts.get(code, 0) + count
        if count:
            self._persons.setdefault((measure, code), set()).add(person)

    def cells(self) -> Cells:
        return {
            measure.value: {
                code: Count(count, len(self._persons.get((measure, code), ())))
                for code, count in counts.items()
            }
            for measure, counts in self._counts.items()
        }


def _marks(contact: _Contact, groups: Mapping[str, str]) -> Iterator[tuple[Measure, str]]:
    """Yield each measure and code to which a contact adds one."""
    yield Measure.CONTACTS, contact.kind.value
    yield Measure.CONTACTS, "all"
    if contact.said_returning:
        yield Measure.PEOPLE, "said_returning"
    yield Measure.ROLE, contact.role or NOT_TOLD
    yield Measure.SICK_LEAVE, contact.sick_leave or NOT_TOLD
    yield Measure.CHANNEL, contact.channel
    if contact.is_first:
        yield Measure.GENDER, contact.gender or NOT_TOLD
        yield Measure.AGE, age_band(contact.birth_year, contact.date.year) or NOT_TOLD
        yield Measure.SECTOR, contact.sector or NOT_TOLD
        yield Measure.ROLE_OF_FIRST, contact.role or NOT_TOLD
    for universe in ("first", "all") if contact.is_first else ("all",):
        yield from _mentions(contact, groups, universe)


def _mentions(
    contact: _Contact, groups: Mapping[str, str], universe: str
) -> Iterator[tuple[Measure, str]]:
    for code in contact.reasons:
        yield Measure(f"reasons.{universe}"), "total"
        yield Measure(f"reasons.{universe}.by_code"), code
        yield Measure(f"reasons.{universe}.by_group"), groups[code]
    for group in {groups[code] for code in contact.reasons}:
        yield Measure(f"reasons.{universe}.inquiries_by_group"), group
    for code in contact.advice:
        yield Measure(f"advice.{universe}"), "total"
        yield Measure(f"advice.{universe}.by_code"), code


def _referral_marks(referral: ReferralRow) -> Iterator[tuple[Measure, str, int]]:
    advice = referral.advice
    if referral.made:
        yield Measure.REFERRALS_MADE, advice, 1
        yield Measure.REFERRAL_STATE, referral.state.value, 1
    yield Measure.REFERRAL_SESSIONS, advice, referral.sessions
    if referral.ended:
        yield Measure.REFERRALS_ENDED, advice, 1
        yield Measure.REFERRAL_OUTCOME, referral.outcome.value or NOT_ASKED, 1
