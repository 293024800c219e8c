"""A project of many laptops, and the sealed, signed bundles that they send to its lead.

What a bundle tells is made up; that it is sealed, signed, numbered and packed as those of a real
laptop is not. Ten counsellors share a municipality, its workplaces and some of its people. Each has
some ten contacts a month, and the referrals and promises that come of them, which every later
bundle tells of again: so the bundles of a laptop grow with the years.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import msgspec
from msgspec.structs import replace

from app.export.letters.letter import Kind, seal, write_letter
from app.export.letters.letter_files import letter_name
from app.models.case_types import Outcome, ReferralState
from app.models.periods import parse_month
from app.models.plan_types import ActivityKind, ActivityStatus
from app.models.store import Store
from app.models.team.cards import Card, signed_card
from app.models.team.devices import DeviceKeys, Devices
from app.models.team.project import create_project
from app.models.team.roster import Member, TeamRole, signed_bytes
from app.models.team.rosters import Rosters
from app.models.team.signing import Label, new_identity, new_seed
from app.models.team.summary import (
    Summary,
    ToldActivity,
    ToldContact,
    ToldPerson,
    ToldPlace,
    ToldPromise,
    ToldReferral,
    ToldVisits,
    encode_summary,
)
from app.models.team.tokens import How
from app.models.types import AgeBand, Channel, Gender, Role, Sector, Shift, SickLeave, TermKind
from benchmarks.seed import STAMP
from tests.stores import new_store

MUNICIPALITIES, COUNSELLORS, MONTHS = 98, 10, 60
FIRST_YEAR = 2021
PLACES = 12
"""Workplaces of a municipality; every counsellor goes to half of them."""

_GENDERS, _BANDS, _SECTORS = list(Gender), [band for band in AgeBand if band], list(Sector)
_CHANNELS, _ROLES, _LEAVES = list(Channel), list(Role), list(SickLeave)
_STATES, _OUTCOMES, _KINDS = list(ReferralState), list(Outcome), list(ActivityKind)


class Laptop(msgspec.Struct, frozen=True):
    """What is needed to make the bundles of one laptop; goes to another process."""

    number: int
    keys: DeviceKeys
    project_id: str
    recipients: tuple[str, ...]
    codes: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def municipality(self) -> int:
        """Whose workplaces and people it shares with nine others."""
        return self.number // COUNSELLORS


def month_of(number: int) -> str:
    """Return the name of the month with so many months before it."""
    return f"{FIRST_YEAR + number // 12}-{number % 12 + 1:02}"


def make_project(folder: Path, count: int) -> tuple[Store, list[Laptop]]:
    """Return the lead's open store with workplaces and roster, and so many laptops."""
    lead = new_store(folder)
    create_project(lead)
    _enter_workplaces(lead, -(-count // COUNSELLORS))
    keys = [_keys(number) for number in range(count)]
    _sign_roster(lead, [_card(number, one) for number, one in enumerate(keys)])
    roster = Rosters(lead).require()
    recipients = (roster.lead.card.recipient, roster.recovery.recipient)
    codes = tuple(
        tuple(sorted(lead.taxonomy.codes(kind))) for kind in (TermKind.REASON, TermKind.ADVICE)
    )
    return lead, [
        Laptop(number, one, roster.project_id, recipients, (codes[0], codes[1]))
        for number, one in enumerate(keys)
    ]


def write_bundles(laptop: Laptop, folder: Path, months: int = MONTHS) -> int:
    """Write every bundle of a laptop into a folder under random names; return their bytes."""
    size, keys = 0, laptop.keys
    for told in _Telling(laptop).summaries(months):
        inner, letter_hash = write_letter(
            keys,
            encode_summary(told),
            kind=Kind.SUMMARY,
            project_id=laptop.project_id,
            recipients=laptop.recipients,
            made_at=parse_month(told.month).last + timedelta(days=1),
            month=told.month,
            revision=told.revision,
        )
        keys = replace(keys, last_seq=keys.last_seq + 1, last_hash=letter_hash)
        sealed = seal(inner, laptop.recipients)
        (folder / letter_name()).write_bytes(sealed)
        size += len(sealed)
    return size


class _Telling:
    """Makes up what one laptop tells, month by month; the same at every call."""

    def __init__(self, laptop: Laptop) -> None:
        self._laptop = laptop
        self._draw = random.Random(laptop.number)
        own = self._draw.sample(range(PLACES), PLACES // 2)
        self._places = tuple(_place(laptop.municipality, number) for number in sorted(own))
        self._known: list[ToldPerson] = []
        self._referrals: list[ToldReferral] = []
        self._promises: list[ToldPromise] = []

    def summaries(self, months: int) -> Iterator[Summary]:
        for number in range(months):
            month = month_of(number)
            contacts = [self._contact() for _ in range(self._draw.randint(7, 13))]
            self._follow(month, contacts)
            refs = {contact.person for contact in contacts}
            yield Summary(
                month=month,
                revision=1,
                taxonomy="benchmark",
                places=self._places,
                persons=tuple(one for one in self._known if one.ref in refs),
                contacts=tuple(contacts),
                visits=self._visits(contacts),
                activities=(self._activity(),) if self._draw.random() < 0.5 else (),
                referrals=tuple(self._referrals),
                promises=tuple(self._promises),
            )

    def _contact(self) -> ToldContact:
        draw = self._draw
        person = self._person() if draw.random() < 0.75 else None
        told = {} if person else {"gender": draw.choice(_GENDERS), "age": draw.choice(_BANDS)}
        reasons, advice = self._laptop.codes
        return ToldContact(
            id=_ref(draw),
            person=person.ref if person else "",
            marks={how: draw.getrandbits(62) for how in person.tokens} if person else {},
            workplace=draw.choice(self._places).code,
            channel=draw.choice(_CHANNELS),
            role=draw.choice(_ROLES),
            sick_leave=draw.choice(_LEAVES),
            reasons=tuple(draw.sample(reasons, draw.randint(1, 4))),
            advice=tuple(draw.sample(advice, draw.randint(0, 3))),
            **told,
        )

    def _person(self) -> ToldPerson:
        """Return somebody who was here before, or somebody new, whom a colleague may know."""
        draw = self._draw
        if self._known and draw.random() < 0.45:
            return draw.choice(self._known[-40:])
        in_common = draw.random() < 0.1
        who = random.Random(
            f"{self._laptop.municipality} {draw.randrange(500)}" if in_common else _ref(draw)
        )
        phone, name = _ref(who), _ref(who)
        gender, age = who.choice(_GENDERS), who.choice(_BANDS)
        tokens = {How.PHONE: phone} if draw.random() < 0.7 else {}
        if not tokens or draw.random() < 0.7:
            tokens[How.NAME] = name
        if any(tokens.items() & one.tokens.items() for one in self._known):
            return draw.choice(self._known[-40:])
        person = ToldPerson(ref=_ref(draw), gender=gender, age=age, tokens=tokens)
        self._known.append(person)
        return person

    def _follow(self, month: str, contacts: Sequence[ToldContact]) -> None:
        """Add the referrals and promises of a month, and let some of those before go on."""
        draw = self._draw
        for at in range(max(0, len(self._referrals) - 10), len(self._referrals)):
            if draw.random() < 0.3:
                self._referrals[at] = self._gone_on(self._referrals[at], month)
        for at in range(max(0, len(self._promises) - 6), len(self._promises)):
            if not self._promises[at].done and draw.random() < 0.5:
                self._promises[at] = replace(self._promises[at], done=month)
        self._referrals += [
            ToldReferral(
                contact=contact.id,
                advice=contact.advice[0],
                suggested=month,
                state=ReferralState.SUGGESTED,
                since=month,
            )
            for contact in contacts
            if contact.advice and draw.random() < 0.3
        ]
        self._promises += [
            ToldPromise(workplace=draw.choice(self._places).code, made=month, due=month)
            for _ in range(2)
        ]

    def _gone_on(self, referral: ToldReferral, month: str) -> ToldReferral:
        return replace(
            referral,
            state=self._draw.choice(_STATES),
            since=month,
            outcome=self._draw.choice(_OUTCOMES),
            sessions=(*referral.sessions, month),
        )

    def _visits(self, contacts: Sequence[ToldContact]) -> tuple[ToldVisits, ...]:
        """Return the sums of four visits at every workplace, on its own weekday."""
        shifts = list(Shift)
        at = [contact.workplace for contact in contacts]
        return tuple(
            ToldVisits(
                workplace=place.code,
                shift=shifts[number % len(shifts)],
                weekday=number % 5 + 1,
                sums=(4, 480, at.count(place.code), 1, 120, 4, 480, 0, 0, 0, 0, 0, 0),
            )
            for number, place in enumerate(self._places)
        )

    def _activity(self) -> ToldActivity:
        return ToldActivity(
            kind=self._draw.choice(_KINDS),
            status=ActivityStatus.HELD,
            minutes=60,
            participants=self._draw.randint(3, 40),
            workplaces=(self._draw.choice(self._places).code,),
        )


def _ref(draw: random.Random) -> str:
    return f"{draw.getrandbits(128):032x}"


def _place(municipality: int, number: int) -> ToldPlace:
    code = f"K{municipality:02}-{number:02}"
    sector = _SECTORS[number % len(_SECTORS)]
    return ToldPlace(code=code, name=f"Arbejdsplads {code}", sector=sector, headcount=200)


def _enter_workplaces(lead: Store, municipalities: int) -> None:
    """Enter the workplaces as the lead's own, as the project package has them."""
    places = [_place(which, at) for which in range(municipalities) for at in range(PLACES)]
    with lead.atomic():
        lead.database.execute_many(
            "INSERT INTO workplace (id, code, name, sector, headcount, p_number, place, visibility,"
            " remark, search, created_at, changed_at)"
            f" VALUES (?, ?, ?, ?, 200, '', '', '', '', '', '{STAMP}', '{STAMP}')",
            [(str(UUID(int=n)), one.code, one.name, one.sector) for n, one in enumerate(places)],
        )


def _keys(number: int) -> DeviceKeys:
    return DeviceKeys(
        id=str(UUID(int=number)),
        seed=new_seed(),
        identity=new_identity(),
        replaces="",
        made_on=date(FIRST_YEAR, 1, 1),
        last_seq=0,
        last_hash="",
    )


def _card(number: int, keys: DeviceKeys) -> Card:
    card = Card(
        device=keys.id,
        initials=f"V{number:03}",
        name=f"Vejleder {number}",
        sign_key=keys.sign_key,
        recipient=keys.recipient,
        made_on=keys.made_on,
    )
    return signed_card(card, keys.seed)


def _sign_roster(lead: Store, cards: Sequence[Card]) -> None:
    """Take all cards in at once; one by one, each would be checked again with every other."""
    known = Rosters(lead).require()
    members = tuple(Member(card=card, role=TeamRole.COUNSELLOR) for card in cards)
    roster = replace(
        known,
        version=known.version + 1,
        previous=known.hash,
        members=(*known.members, *members),
        signature=b"",
    )
    signature = Devices(lead).current().sign(Label.ROSTER, signed_bytes(roster))
    Rosters(lead).take(replace(roster, signature=signature))
