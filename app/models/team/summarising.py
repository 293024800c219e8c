"""Making the summary of a closed month: what leaves a laptop, and nothing else does."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.errors import Conflict, NotFound
from app.models.case_types import Outcome, ReferralState
from app.models.counted_cases import read_counted_promises
from app.models.month_changes import is_corrected
from app.models.people import ERASED_NAME
from app.models.periods import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    Period,
    month_name,
    parse_month,
)
from app.models.rules import age_band
from app.models.team.order_marks import OrderMarks
from app.models.team.summary import (
    Joined,
    Summary,
    ToldActivity,
    ToldContact,
    ToldPerson,
    ToldPlace,
    ToldPromise,
    ToldReferral,
    ToldVisits,
)
from app.models.team.tokens import How, SummaryKeys, ref_of, tokens_of
from app.models.types import (
    AgeBand,
    Channel,
    Gender,
    Person,
    RecordId,
    Role,
    Shift,
    SickLeave,
    TermKind,
    Workplace,
)
from app.models.visit_counting import VisitSums, count_visits, total
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_CONTACTS = """
SELECT i.id, i.person_id, i.alias_id, coalesce(w.code, '') AS workplace, i.date, i.time, i.channel,
       i.gender, i.age_band, i.role, i.sick_leave, i.said_returning,
       (SELECT json_group_array(code) FROM inquiry_reason r WHERE r.inquiry_seq = i.seq) AS reasons,
       (SELECT json_group_array(code) FROM inquiry_advice a WHERE a.inquiry_seq = i.seq) AS advice
FROM inquiry i LEFT JOIN workplace w ON w.id = i.workplace_id
WHERE i.date BETWEEN ? AND ? ORDER BY i.date, i.time, i.seq
"""
_REFERRALS = """
SELECT r.inquiry_id, r.person_id, i.person_id AS of_contact, r.advice_code, r.suggested_on, r.state,
       r.state_on, r.outcome,
       (SELECT json_group_array(held_on) FROM referral_session s WHERE s.referral_id = r.id) AS held
FROM referral r LEFT JOIN inquiry i ON i.id = r.inquiry_id
WHERE r.suggested_on <= ? ORDER BY r.id
"""
_EVER = Period(date(EARLIEST_YEAR, 1, 1), date(LATEST_YEAR, 12, 31))


class _Contact(msgspec.Struct, frozen=True):
    id: str
    person_id: RecordId | None
    alias_id: str | None
    workplace: str
    date: date
    time: str
    channel: Channel
    gender: Gender
    age_band: AgeBand
    role: Role
    sick_leave: SickLeave
    said_returning: bool
    reasons: tuple[str, ...]
    advice: tuple[str, ...]


class _Referral(msgspec.Struct, frozen=True):
    inquiry_id: str | None
    person_id: RecordId | None
    of_contact: RecordId | None
    advice_code: str
    suggested_on: date
    state: ReferralState
    state_on: date
    outcome: Outcome
    held: tuple[date, ...]

    @property
    def own_person(self) -> RecordId | None:
        """Whose it is where the contact does not say so."""
        return None if self.inquiry_id and self.person_id == self.of_contact else self.person_id


def make_summary(store: "Store", month: Period, keys: SummaryKeys) -> Summary:
    """Return the summary of a closed month, with referrals and promises as they stand now.

    Raises:
        NotFound: the month is not closed.
        Conflict: something was corrected since; restate the month first.
    """
    name = f"{month.first:%Y-%m}"
    with store.atomic():
        close = store.month_closes.current(name)
        if close is None:
            raise NotFound(
                _not_made(month),
                Text("Måneden er ikke lukket.", "The month is not closed."),
                Text("Luk den først, når den er slut.", "Close it first when it is over."),
            )
        if is_corrected(store, close):
            raise Conflict(
                _not_made(month),
                Text(
                    "Noget er rettet, siden den blev lukket.", "It was corrected since its close."
                ),
                Text(
                    "Ret de lukkede tal med en begrundelse, og send dem så.",
                    "Restate the closed figures with a reason, then send them.",
                ),
            )
        newest = parse_month(max(store.month_closes.months()))
        return summarise(store, month, close.revision, keys, known_until=newest.last)


def summarise(
    store: "Store", month: Period, revision: int, keys: SummaryKeys, *, known_until: date
) -> Summary:
    """Return the summary of a month without asking whether it is closed.

    Of referrals and promises only those made on ``known_until`` or before are told.
    """
    return _Maker(store, month, keys, known_until).make(revision)


def _not_made(month: Period) -> Text:
    name = month_name(month.first)
    return Text(
        f"{name.da[:1].upper()}{name.da[1:]} blev ikke gjort klar.",
        f"{name.en} was not made ready to be sent.",
    )


class _Maker:
    def __init__(self, store: "Store", month: Period, keys: SummaryKeys, known_until: date) -> None:
        self._store, self._month, self._keys = store, month, keys
        self._codes = {place.id: place.code for place in store.workplaces.all()}
        self._known_until = known_until

    def make(self, revision: int) -> Summary:
        contacts, referrals = self._read_contacts(), self._read_referrals()
        ids = {contact.person_id for contact in contacts} | {each.own_person for each in referrals}
        people = {each.id: each for each in self._store.people.of_ids([i for i in ids if i])}
        told = Summary(
            month=f"{self._month.first:%Y-%m}",
            revision=revision,
            taxonomy=taxonomy_mark(self._store),
            persons=tuple(sorted(map(self._person, people.values()), key=lambda each: each.ref)),
            contacts=self._contacts(contacts, people),
            visits=self._visits(),
            activities=self._activities(),
            referrals=tuple(sorted(map(self._referral, referrals), key=msgspec.json.encode)),
            promises=self._promises(),
            joined=self._joined(),
            erased=self._erased(),
        )
        return msgspec.structs.replace(told, places=self._places(told))

    def _read_contacts(self) -> list[_Contact]:
        ends = (self._month.first.isoformat(), self._month.last.isoformat())
        rows = self._store.database.query(_CONTACTS, ends)
        return msgspec.convert(
            [_decoded(row, "reasons", "advice") for row in rows], list[_Contact], strict=False
        )

    def _read_referrals(self) -> list[_Referral]:
        rows = self._store.database.query(_REFERRALS, (self._known_until.isoformat(),))
        return msgspec.convert(
            [_decoded(row, "held") for row in rows], list[_Referral], strict=False
        )

    def _ref(self, record_id: str | None) -> str:
        return ref_of(record_id, self._keys) if record_id else ""

    def _person(self, person: Person) -> ToldPerson:
        return ToldPerson(
            ref=self._ref(person.id),
            gender=person.gender,
            age=age_band(person.birth_year, self._month.first.year),
            tokens=tokens_of(person, self._keys),
        )

    def _contacts(
        self, contacts: Sequence[_Contact], people: dict[RecordId, Person]
    ) -> tuple[ToldContact, ...]:
        """Return the contacts; only those of one person stand in the order of time."""
        marks = {
            person.id: {
                how: self._marks(token) for how, token in tokens_of(person, self._keys).items()
            }
            for person in people.values()
        }
        told = [
            self._contact(each, marks.get(each.person_id or RecordId(""), {})) for each in contacts
        ]
        return tuple(sorted(told, key=lambda each: (each.person or each.id, bool(each.person))))

    def _marks(self, token: str) -> OrderMarks:
        assert self._keys.team_key is not None, "there are tokens only under a team key"
        return OrderMarks(self._keys.team_key, token, f"{self._month.first:%Y-%m}")

    def _contact(self, contact: _Contact, marks: dict[How, OrderMarks]) -> ToldContact:
        return ToldContact(
            id=self._ref(contact.id),
            person=self._ref(contact.person_id),
            alias="" if contact.person_id else self._ref(contact.alias_id),
            marks={how: each.of(contact.date, contact.time) for how, each in marks.items()},
            workplace=contact.workplace,
            channel=contact.channel,
            gender=contact.gender,
            age=contact.age_band,
            role=contact.role,
            sick_leave=contact.sick_leave,
            said_returning=contact.said_returning,
            reasons=tuple(sorted(contact.reasons)),
            advice=tuple(sorted(contact.advice)),
        )

    def _visits(self) -> tuple[ToldVisits, ...]:
        """Return the sums of the visits; the plan is that for which this counsellor answers."""
        me = self._store.settings.counsellor_id
        found: dict[tuple[str, Shift, int], list[VisitSums]] = {}
        for group in count_visits(self._store, self._month, responsible=me):
            key = (self._codes[group.workplace_id], group.shift, group.weekday)
            found.setdefault(key, []).append(group.sums)
        return tuple(
            ToldVisits(workplace=code, shift=shift, weekday=weekday, sums=tuple(total(sums)))
            for (code, shift, weekday), sums in sorted(found.items())
            if any(total(sums))
        )

    def _activities(self) -> tuple[ToldActivity, ...]:
        told = [
            ToldActivity(
                kind=each.kind,
                status=each.status,
                minutes=each.minutes,
                participants=each.participants,
                topics=tuple(sorted(each.topics)),
                workplaces=tuple(sorted(self._codes[place] for place in each.workplace_ids)),
            )
            for each in self._store.activities.between(self._month.first, self._month.last)
        ]
        return tuple(sorted(told, key=msgspec.json.encode))

    def _referral(self, one: _Referral) -> ToldReferral:
        return ToldReferral(
            contact=self._ref(one.inquiry_id),
            person=self._ref(one.own_person),
            advice=one.advice_code,
            suggested=_month(one.suggested_on),
            state=one.state,
            since=_month(one.state_on),
            outcome=one.outcome,
            sessions=tuple(sorted(map(_month, one.held))),
        )

    def _promises(self) -> tuple[ToldPromise, ...]:
        told = [
            ToldPromise(
                workplace=one.workplace,
                made=_month(one.made_on),
                due=_month(one.due_on),
                done=_month(one.done_on) if one.done_on else "",
                late=one.is_late,
            )
            for one in read_counted_promises(self._store, _EVER, None)
            if one.made_on <= self._known_until
        ]
        return tuple(sorted(told, key=msgspec.json.encode))

    def _joined(self) -> tuple[Joined, ...]:
        merged = {
            self._ref(each.id): self._ref(each.merged_into) for each in self._store.people.merged()
        }
        gone = self._store.database.execute("SELECT ref, into_ref FROM gone_ref").fetchall()
        pairs = merged | dict(gone)
        return tuple(Joined(ref, into) for ref, into in sorted(pairs.items()))

    def _erased(self) -> tuple[str, ...]:
        gone = self._store.database.execute("SELECT ref FROM gone_ref").fetchall()
        nobody = self._store.database.execute(
            "SELECT id FROM person WHERE name = ?", (ERASED_NAME,)
        ).fetchall()
        return tuple(sorted({ref for (ref,) in gone} | {self._ref(one) for (one,) in nobody}))

    def _places(self, told: Summary) -> tuple[ToldPlace, ...]:
        named = {
            row.workplace for rows in (told.contacts, told.visits, told.promises) for row in rows
        }
        named |= {code for one in told.activities for code in one.workplaces}
        places = self._store.workplaces.all()
        return tuple(
            sorted(
                (_place(place) for place in places if place.code in named),
                key=lambda place: place.code,
            )
        )


def keep_gone_refs(
    store: "Store", keys: SummaryKeys, people: Iterable[RecordId], nobody: RecordId
) -> None:
    """Remember which references were of somebody who is erased, so that the lead is told.

    Erasing calls this before the records go: without it the lead would take what is left of them
    (``nobody``) for one more person, and keep the tokens of somebody who is to be forgotten.
    """
    into = ref_of(nobody, keys)
    for person_id in people:
        store.database.execute(
            "INSERT OR IGNORE INTO gone_ref (ref, into_ref) VALUES (?, ?)",
            (ref_of(person_id, keys), into),
        )


def taxonomy_mark(store: "Store") -> str:
    """Return a short mark of the code lists: two stores with the same lists have the same."""
    codes = {kind.value: sorted(store.taxonomy.codes(kind)) for kind in TermKind}
    return hashlib.blake2b(msgspec.json.encode(codes, order="sorted"), digest_size=8).hexdigest()


def _decoded(row: dict[str, object], *names: str) -> dict[str, object]:
    return row | {name: msgspec.json.decode(str(row[name])) for name in names}


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _place(place: Workplace) -> ToldPlace:
    return ToldPlace(
        code=place.code,
        name=place.name,
        sector=place.sector,
        headcount=place.headcount,
        started=_month(place.started_on) if place.started_on else "",
        ended=_month(place.ended_on) if place.ended_on else "",
    )
