"""From the rows of a registration to contacts: each row read, each doubt named."""

import hashlib
from datetime import date, timedelta
from functools import partial

import msgspec

from app.models import import_cells as cells
from app.models import import_words as words
from app.models.clock import local_today
from app.models.consent import Consent
from app.models.import_names import WorkplaceNames, require_initials
from app.models.import_rows import RowReader
from app.models.rules import age_band
from app.models.store import Store
from app.models.types import (
    AgeBand,
    Channel,
    Day,
    Gender,
    Identity,
    Role,
    SickLeave,
    TermKind,
)

_NO_DAY = date.min
_NO_CODES: tuple[str, ...] = ()


class ImportedContact(msgspec.Struct, frozen=True, kw_only=True):
    """A row that was understood, in the words of the domain; the workplace is still a code."""

    date: date
    time: str = ""
    workplace: str = ""
    channel: Channel
    identity: Identity
    person: str = ""
    name: str = ""
    gender: Gender = Gender.NOT_TOLD
    birth_year: int | None = None
    age_band: AgeBand = AgeBand.NOT_TOLD
    phone: str = ""
    role: Role = Role.NOT_TOLD
    sick_leave: SickLeave = SickLeave.NOT_TOLD
    reasons: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    minutes: int | None = None
    counsellor: str = ""
    said_returning: bool = False
    note: str = ""
    consent_on: Day | None = None
    evaluator_consent_on: Day | None = None

    def fingerprint(self, ordinal: int) -> str:
        """Return what tells this row from all others; ``ordinal`` counts equal rows of a file.

        It is taken from the meaning of the row, so the same registration saved with other
        separators, encodings or date formats has the same fingerprints.
        """
        told = msgspec.to_builtins(self)
        for consent in Consent:
            # Not told, it is no part of the print: files were imported before there were consents.
            if told[consent.value] is None:
                del told[consent.value]
        content = msgspec.json.encode(("inquiry/1", told, ordinal))
        return hashlib.sha256(content).hexdigest()


class ContactReader:
    """Reads rows with the workplaces and codes of a store."""

    def __init__(self, store: Store) -> None:
        self._today = local_today(store.clock)
        self._workplaces = WorkplaceNames(store)
        self._codes = {k: words.code_words(store.taxonomy, k, self._today) for k in TermKind}
        self._retired = {
            kind: {
                term.code: term.retired_on
                for term in store.taxonomy.terms(kind, self._today)
                if term.retired_on is not None
            }
            for kind in TermKind
        }

    def read(self, row: RowReader) -> ImportedContact | None:
        """Return the contact in a row, or None when the row has problems."""
        day = row.read("date", partial(cells.parse_date, today=self._today), _NO_DAY)
        identity = self._identity(row)
        anonymous = identity is Identity.ANONYMOUS
        workplace = row.read("workplace", self._workplaces.code, "")
        band = row.read("age_band", partial(cells.parse_age_band, words=words.AGE_BANDS), _NO_BAND)
        birth_year = row.read(
            "birth_year", partial(_birth_year, latest=min(day, self._today)), None
        )
        counsellor = row.text("counsellor")
        require_initials(row, "counsellor", counsellor)
        contact = ImportedContact(
            date=day,
            time=row.read("time", cells.parse_time, ""),
            workplace=workplace,
            channel=_channel(row, workplace),
            identity=identity,
            person=row.text("person"),
            name=row.text("name"),
            gender=row.read("gender", partial(cells.parse_word, words=words.GENDERS), _NO_GENDER),
            birth_year=birth_year,
            age_band=band if anonymous else AgeBand.NOT_TOLD,
            phone=row.text("phone"),
            role=row.read("role", partial(cells.parse_word, words=words.ROLES), _NO_ROLE),
            sick_leave=row.read(
                "sick_leave", partial(cells.parse_word, words=words.SICK_LEAVES), _NO_STATE
            ),
            reasons=self._read_codes(row, "reasons", TermKind.REASON, day),
            advice=self._read_codes(row, "advice", TermKind.ADVICE, day),
            minutes=row.read("minutes", cells.parse_minutes, None),
            counsellor=counsellor,
            said_returning=anonymous and _said_yes(row),
            note=row.raw("note"),
            **({} if anonymous else self._consents(row)),
        )
        if anonymous:
            _require_nameless(row, contact)
        else:
            _require_named(row, contact, band)
        return None if row.problems else contact

    def _identity(self, row: RowReader) -> Identity:
        """Return the identity told; where none is, a name or a key means registered."""
        named = bool(row.text("name") or row.text("person"))
        untold = Identity.REGISTERED if named else Identity.ANONYMOUS
        return row.read("identity", partial(cells.parse_word, words=words.IDENTITIES), untold)

    def _consents(self, row: RowReader) -> dict[str, date | None]:
        read = partial(_agreed_on, today=self._today)
        return {consent.value: row.read(consent.value, read, None) for consent in Consent}

    def _read_codes(self, row: RowReader, field: str, kind: TermKind, day: date) -> tuple[str, ...]:
        codes = row.read(field, partial(cells.parse_codes, codes=self._codes[kind]), _NO_CODES)
        for code in codes:
            end = self._retired[kind].get(code)
            row.require(
                end is None or day < end,
                field,
                f"Koden {code} var udgået den dag.",
                f"The code {code} was retired on that day.",
            )
        return codes


_NO_BAND, _NO_GENDER, _NO_ROLE = AgeBand.NOT_TOLD, Gender.NOT_TOLD, Role.NOT_TOLD
_NO_STATE = SickLeave.NOT_TOLD


def _birth_year(cell: str, latest: date) -> int | None:
    # A row without a date is refused for that; its year of birth is not blamed as well.
    return cells.parse_birth_year(cell, (latest if latest != _NO_DAY else date.max).year)


def _agreed_on(cell: str, today: date) -> date | None:
    # A talk may be of tomorrow, where the clock of whoever wrote the file ran ahead; this may not.
    return cells.parse_date(cell, today - timedelta(days=1)) if cell else None


def _channel(row: RowReader, workplace: str) -> Channel:
    told = row.read("channel", partial(cells.parse_word, words=words.CHANNELS), Channel.WORKPLACE)
    row.require(
        bool(workplace or row.raw("workplace")) or told is not Channel.WORKPLACE,
        "workplace",
        "Skriv arbejdspladsen, eller at henvendelsen kom et andet sted eller pr. telefon.",
        "Enter the workplace, or that the inquiry came elsewhere or by phone.",
    )
    return told


def _said_yes(row: RowReader) -> bool:
    answer = row.read("returning", partial(cells.parse_word, words=words.ANSWERS), words.Answer.NO)
    return answer is words.Answer.YES


def _require_nameless(row: RowReader, contact: ImportedContact) -> None:
    for field, told in (
        ("name", contact.name),
        ("person", contact.person),
        ("phone", contact.phone),
    ):
        row.require(
            not told,
            field,
            "En anonym henvendelse må ikke have navn, nøgle eller telefon.",
            "An anonymous inquiry must not have a name, a key or a phone number.",
        )
    row.require(
        contact.birth_year is None,
        "birth_year",
        "Skriv aldersgruppen i stedet for fødselsåret, når personen er anonym.",
        "Enter the age band instead of the year of birth when the person is anonymous.",
    )


def _require_named(row: RowReader, contact: ImportedContact, band: AgeBand) -> None:
    row.require(
        bool(contact.name),
        "name",
        "En registreret henvendelse skal have et navn.",
        "A registered inquiry must have a name.",
    )
    row.require(
        band in (AgeBand.NOT_TOLD, age_band(contact.birth_year, contact.date.year)),
        "age_band",
        "Skriv fødselsåret: aldersgruppen er til anonyme og passer ikke til det.",
        "Enter the year of birth: the age band is for anonymous persons and does not fit it.",
    )
