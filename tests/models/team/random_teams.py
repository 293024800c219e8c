"""Teams drawn at random: what each laptop registered, and the one store that would hold it all.

The one store is built from the same plain records and shares no code with the summaries: who is one
person is found out here from names and phones as they are written, and contacts are entered laptop
by laptop, so that its entry order settles what was at the same minute.
"""

import dataclasses
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import combinations

from hypothesis import strategies as st

from app.models.case_types import Alias
from app.models.periods import Period
from app.models.plan_types import PresenceRule
from app.models.store import Store
from app.models.team.summarising import summarise
from app.models.team.summary import Summary
from app.models.team.tokens import SummaryKeys
from app.models.types import (
    AgeBand,
    Channel,
    Counsellor,
    Gender,
    Inquiry,
    Person,
    RecordId,
    Role,
    Sector,
    SickLeave,
    TermKind,
    Workplace,
)
from tests.models import random_cases
from tests.models.plain_project import MOST_CONTACTS, PlainContact, PlainProject
from tests.models.random_projects import (
    CODES,
    DAYS,
    HOLIDAYS,
    TIMES,
    WORKPLACES,
    Writer,
    activities,
    arranged_visits,
    closing_days,
    rules,
    visits,
)

NOON = datetime(2025, 2, 10, 11, tzinfo=UTC)
"""All months are over."""

MONTHS = tuple(
    Period.month(date.fromisoformat(f"{month}-01"))
    for month in ("2023-12", "2024-01", "2024-02", "2024-03", "2024-04", "2024-12", "2025-01")
)
UNTIL = MONTHS[-1].last
TEAM_KEY = bytes(range(32))
DEVICES = ("device-a", "device-b", "device-c")
LOCAL = "LOKAL"
"""A workplace that only one laptop knows."""


@dataclass
class PlainRecord:
    """How one laptop wrote a person down."""

    name: str
    phone: str
    gender: str
    born: int | None


@dataclass
class Laptop:
    """One laptop: its project, how it wrote its people down, and whose contacts have a code word.

    ``anonymous`` is what is told of the people behind contacts without a person: gender, age band
    and code word, by the number of the contact.
    """

    device: str
    project: PlainProject
    records: list[PlainRecord]
    anonymous: dict[int, tuple[str, str, str]] = field(default_factory=dict)

    @property
    def keys(self) -> SummaryKeys:
        return SummaryKeys(self.device.encode().ljust(32, b"."), TEAM_KEY)


@dataclass
class Team:
    """Several laptops in one project; ``retired`` and ``closed`` come from the lead."""

    laptops: list[Laptop]
    retired: dict[str, str]
    closed: list[tuple[str, str | None]]


SPELLINGS = (
    lambda digits: digits,
    lambda digits: f"+45 {digits[:2]} {digits[2:4]} {digits[4:6]} {digits[6:]}",
    lambda digits: f"0045{digits}",
    lambda digits: f"{digits[:4]}-{digits[4:]}",
)


@st.composite
def people(draw: st.DrawFn, laptops: int) -> list[list[PlainRecord]]:
    """Draw persons and how each laptop wrote them down.

    Laptops agree about a person by phone, by name and year of birth, by both or by nothing. One
    phone is a family's: every laptop may have it for several people, the first one surely has.
    """
    written: list[list[PlainRecord]] = [[] for _ in range(laptops)]
    family = draw(st.booleans())
    for number in range(draw(st.integers(2, 4))):
        agree = draw(st.sampled_from(["phone", "name", "both", "nothing"]))
        gender = draw(st.sampled_from([str(each) for each in Gender]))
        born = draw(st.sampled_from([1924, 1965, 1966, 1975, 1995, 1996, 2005, 2006]))
        told = agree in ("name", "both") or draw(st.booleans())
        for laptop in range(laptops):
            name = f"Åse Nummer{'abcd'[number]}"
            if agree not in ("name", "both"):
                name = f"{'XYZ'[laptop]}ea Nummer{'abcd'[number]}"
            elif draw(st.booleans()):
                name = name.upper().replace("Å", "Aa")
            phone = ""
            if agree in ("phone", "both"):
                phone = draw(st.sampled_from(SPELLINGS))(f"2000000{number}")
            elif family and number < 2:
                phone = "77 77 77 77"
            elif draw(st.booleans()):
                phone = f"3000{laptop}00{number}"
            shown = gender if draw(st.integers(0, 3)) else ""
            written[laptop].append(PlainRecord(name, phone, shown, born if told else None))
    return written


@st.composite
def contact(draw: st.DrawFn, number: int, persons: int, places: int) -> PlainContact:
    """Draw one contact."""
    person = draw(st.sampled_from([None, *range(persons)]))
    return PlainContact(
        number=number,
        date=draw(st.sampled_from(DAYS)),
        time=draw(st.sampled_from(TIMES)),
        person=person,
        workplace=draw(st.sampled_from([None, *WORKPLACES])),
        visit=draw(st.sampled_from([None, *range(places)])),
        channel=draw(st.sampled_from([str(each) for each in Channel])),
        role=draw(st.sampled_from([str(each) for each in Role])),
        sick_leave=draw(st.sampled_from([str(each) for each in SickLeave])),
        reasons=draw(st.lists(st.sampled_from(CODES["reasons"]), unique=True, max_size=3)),
        advice=draw(st.lists(st.sampled_from(CODES["advice"]), unique=True, max_size=2)),
        said_returning=person is None and draw(st.booleans()),
    )


@st.composite
def laptops(draw: st.DrawFn, device: str, records: list[PlainRecord]) -> Laptop:
    """Draw what one laptop registered."""
    plain_rules = draw(rules)
    plain_visits = draw(visits) + draw(arranged_visits(plain_rules))
    count = draw(st.integers(0, MOST_CONTACTS))
    contacts = [draw(contact(each, len(records), len(plain_visits))) for each in range(count)]
    if device == DEVICES[0]:
        # The family's phone is told for two people, and one workplace is known here only.
        for person in (0, 1):
            one = draw(contact(len(contacts), len(records), len(plain_visits)))
            contacts.append(dataclasses.replace(one, person=person, said_returning=False))
        if draw(st.booleans()):
            contacts[0].workplace = LOCAL
    project = PlainProject(
        workplaces=dict(WORKPLACES),
        people=[(record.gender, record.born) for record in records],
        contacts=contacts,
        visits=plain_visits,
        retired={},
        rules=plain_rules,
        closed=[],
        activities=draw(activities),
        referrals=draw(random_cases.referrals(DAYS)),
        promises=draw(random_cases.promises(DAYS, list(WORKPLACES))),
        today="2024-02-29",
    )
    told = {
        each.number: draw(
            st.tuples(
                st.sampled_from([str(gender) for gender in Gender]),
                st.sampled_from([str(band) for band in AgeBand]),
                st.sampled_from(["", "", f"ord {device}", f"andet {device}"]),
            )
        )
        for each in contacts
        if each.person is None
    }
    return Laptop(device, project, records, told)


@st.composite
def teams(draw: st.DrawFn) -> Team:
    """Draw a team of one to three laptops."""
    count = draw(st.integers(1, len(DEVICES)))
    written = draw(people(count))
    return Team(
        laptops=[draw(laptops(DEVICES[at], written[at])) for at in range(count)],
        retired=draw(
            st.dictionaries(st.sampled_from(["P02", "R02", "A17"]), st.sampled_from(DAYS))
        ),
        closed=draw(closing_days),
    )


class LaptopWriter(Writer):
    """Writes what one laptop registered, into its own store or into the one of all."""

    def __init__(self, store: Store, laptop: Laptop, people: list[RecordId]) -> None:
        self.laptop = laptop
        if any(each.workplace == LOCAL for each in laptop.project.contacts):
            laptop.project.workplaces[LOCAL] = "regional"
        super().__init__(store, laptop.project, people)

    def _contact(self, contact: PlainContact) -> Inquiry:
        stored = super()._contact(contact)
        if contact.person is not None:
            return stored
        gender, band, word = self.laptop.anonymous[contact.number]
        alias = self.store.aliases.ensure(word) if word else Alias(word="")
        self.store.database.execute(
            "UPDATE inquiry SET gender = ?, age_band = ?, alias_id = ? WHERE id = ?",
            (gender, band, alias.id or None, stored.id),
        )
        return stored


def write_laptop(store: Store, team: Team, laptop: Laptop) -> LaptopWriter:
    """Write one laptop: its own records, and the rules of the others, which the lead sent along."""
    own = [
        store.people.add(
            Person(
                name=record.name,
                phone=record.phone,
                gender=Gender(record.gender),
                birth_year=record.born,
            )
        ).id
        for record in laptop.records
    ]
    writer = LaptopWriter(store, laptop, own)
    other = store.counsellors.add(Counsellor(initials="ZZ", name="En anden")).id
    for one in team.laptops:
        for rule in one.project.rules if one is not laptop else ():
            _rule_of(store, writer, rule, other)
    _from_the_lead(store, team, writer)
    return writer


def write_all(store: Store, team: Team) -> None:
    """Write all laptops into one store, in which every person is one record."""
    known: dict[tuple[str, int], RecordId] = {}
    for part in persons_of(team):
        records = [_record(team, key) for key in part]
        one = store.people.add(
            Person(
                name=records[0].name,
                gender=Gender(next((each.gender for each in records if each.gender), "")),
                birth_year=next((each.born for each in records if each.born), None),
            )
        ).id
        known |= dict.fromkeys(part, one)
    for laptop in team.laptops:
        people = [known[laptop.device, number] for number in range(len(laptop.records))]
        writer = LaptopWriter(store, laptop, people)
    _from_the_lead(store, team, writer)


def persons_of(team: Team) -> list[list[tuple[str, int]]]:
    """Return who is one person, worked out pair by pair from what is written."""
    keys = [
        (laptop.device, number) for laptop in team.laptops for number in range(len(laptop.records))
    ]
    told = [key for key in keys if _is_told(team, key)]
    part = {key: {key} for key in keys}
    for one, other in combinations(told, 2):
        if one[0] != other[0] and any(
            mark in _written(team, other) and not _is_doubtful(team, told, mark)
            for mark in _written(team, one)
        ):
            joined = part[one] | part[other]
            for key in joined:
                part[key] = joined
    parts = {tuple(sorted(each)) for each in part.values()}
    return [list(each) for each in sorted(parts)]


def _written(team: Team, key: tuple[str, int]) -> set[str]:
    record = _record(team, key)
    digits = "".join(letter for letter in record.phone if letter.isdigit())[-8:]
    name = record.name.casefold().replace("å", "aa")
    named = {f"{name} {record.born}"} if record.born else set()
    return named | ({digits} if digits else set())


def _is_doubtful(team: Team, told: list[tuple[str, int]], mark: str) -> bool:
    devices = [key[0] for key in told if mark in _written(team, key)]
    return len(devices) != len(set(devices))


def _is_told(team: Team, key: tuple[str, int]) -> bool:
    """Tell whether anything is registered about a person on a laptop."""
    project = next(one.project for one in team.laptops if one.device == key[0])
    numbers = {each.number for each in project.contacts}
    referred = any(each.contact is None for each in project.referrals) and key[1] == 0
    return referred or any(
        each.person == key[1] for each in project.contacts if each.number in numbers
    )


def _record(team: Team, key: tuple[str, int]) -> PlainRecord:
    return next(one.records[key[1]] for one in team.laptops if one.device == key[0])


def _rule_of(store: Store, writer: Writer, rule: object, counsellor: RecordId) -> PresenceRule:
    mine = writer._rule(rule)  # type: ignore[arg-type]
    store.database.execute(
        "UPDATE presence_rule_counsellor SET counsellor_id = ? WHERE rule_id = ?",
        (counsellor, mine.id),
    )
    store.presence_rules._decoded.clear()
    return mine


def _from_the_lead(store: Store, team: Team, writer: Writer) -> None:
    for code, day in team.retired.items():
        kind = TermKind.ADVICE if code.startswith("A") else TermKind.REASON
        store.taxonomy.retire(kind, code, date.fromisoformat(day))
    for closed, where in team.closed:
        if closed not in HOLIDAYS or where is not None:
            writer._close(closed, where)


def prepare_lead(store: Store, team: Team) -> None:
    """Make a store the lead's, with the workplaces and the code lists of the project."""
    store.settings.set("role", "lead")
    for code, sector in WORKPLACES.items():
        store.workplaces.add(Workplace(code=code, name=code, sector=Sector(sector)))
    for code, day in team.retired.items():
        kind = TermKind.ADVICE if code.startswith("A") else TermKind.REASON
        store.taxonomy.retire(kind, code, date.fromisoformat(day))


def summaries_of(store: Store, laptop: Laptop, revision: int = 1) -> list[Summary]:
    """Return the summaries of every month of a laptop."""
    return [summarise(store, month, revision, laptop.keys, known_until=UNTIL) for month in MONTHS]
