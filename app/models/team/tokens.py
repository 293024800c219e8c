"""References and tokens: how persons are told apart and known again without saying who they are.

A reference tells a person from the others on one laptop. A token is the same on every laptop for
the same phone, or for the same name and year of birth, but only counsellors have the key: a lead
sees that two records are of one person, and cannot try out names.
"""

import hashlib
from enum import StrEnum

import msgspec

from app.models.folding import fold, phone_digits
from app.models.people import is_erased
from app.models.types import Person

TOKEN_BYTES = 16
_PHONE_DIGITS = 8
_FEWEST_WORDS = 2
_REF, _PHONE, _NAME = b"vejviser-ref", b"vejviser-phone", b"vejviser-name"


class How(StrEnum):
    """By what two records of one person are known to be of one person."""

    PHONE = "phone"
    NAME = "name"


class SummaryKeys(msgspec.Struct, frozen=True):
    """The keys with which a laptop tells of persons, each of 32 bytes.

    ``ref_key`` is the laptop's own and is kept when it is restored from a backup. ``team_key`` is
    shared by all counsellors of a project and by nobody else; without it (None) persons are not
    known again on other laptops.
    """

    ref_key: bytes
    team_key: bytes | None = None

    def __repr__(self) -> str:
        return "SummaryKeys(…)"


def ref_of(record_id: str, keys: SummaryKeys) -> str:
    """Return the reference of a record of this laptop, 32 hexadecimal digits."""
    return _keyed(record_id.encode(), keys.ref_key, _REF)


def tokens_of(person: Person, keys: SummaryKeys) -> dict[How, str]:
    """Return the tokens of a person; none for who was erased, or where there is no team key.

    A phone counts with at least eight digits, and then its last eight. A name counts with at least
    two words and a year of birth: a first name alone would make many people one.
    """
    if keys.team_key is None or is_erased(person):
        return {}
    found = {}
    digits = phone_digits(person.phone)
    if len(digits) >= _PHONE_DIGITS:
        found[How.PHONE] = _keyed(digits[-_PHONE_DIGITS:].encode(), keys.team_key, _PHONE)
    name = fold(person.name)
    if person.birth_year is not None and len(name.split()) >= _FEWEST_WORDS:
        named = f"{name}\0{person.birth_year}".encode()
        found[How.NAME] = _keyed(named, keys.team_key, _NAME)
    return found


def _keyed(value: bytes, key: bytes, purpose: bytes) -> str:
    return hashlib.blake2b(value, digest_size=TOKEN_BYTES, key=key, person=purpose).hexdigest()
