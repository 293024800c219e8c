"""Referrals as they are shown: with the person, the workplace and what is agreed on."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.models.case_types import Referral
from app.models.referrals import OPEN_STATES
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store


class ShownReferral(msgspec.Struct, frozen=True, kw_only=True):
    """One referral.

    ``person``, ``phone`` and ``workplace`` (with its ``code``) are empty where there is none;
    ``inquiry_on`` is the day of the talk in which it was suggested, ``offer_phone`` the number of
    the provider.
    """

    referral: Referral
    person: str
    phone: str
    workplace: str
    code: str
    inquiry_on: date | None
    offer_phone: str

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for something."""
        return self.referral.state in OPEN_STATES


def list_referrals(store: "Store", *, only_open: bool) -> tuple[ShownReferral, ...]:
    """Return the referrals of the project, those who wait longest first; nobody who was erased."""
    return _shown(store, store.referrals.listed(only_open=only_open))


def find_referral(store: "Store", referral_id: RecordId) -> ShownReferral | None:
    """Return one referral, or None when it is not there."""
    found = store.referrals.find(referral_id)
    return None if found is None else _shown(store, (found,))[0]


def referrals_of_person(store: "Store", person_id: RecordId) -> tuple[ShownReferral, ...]:
    """Return all referrals of one person, the newest first."""
    return _shown(store, store.referrals.of_person(person_id))[::-1]


def count_open(store: "Store") -> int:
    """Return how many referrals are open."""
    return len(store.referrals.listed(only_open=True))


def _shown(store: "Store", referrals: Iterable[Referral]) -> tuple[ShownReferral, ...]:
    listed = tuple(referrals)
    wanted = msgspec.json.encode([referral.id for referral in listed]).decode()
    rows = store.database.query(
        "SELECT r.id, coalesce(p.name, '') AS person, coalesce(p.phone, '') AS phone,"
        " coalesce(w.name, '') AS workplace, coalesce(w.code, '') AS code,"
        " i.date AS inquiry_on, coalesce(o.phone, '') AS offer_phone FROM referral r"
        " LEFT JOIN inquiry i ON i.id = r.inquiry_id"
        " LEFT JOIN person p ON p.id = coalesce(r.person_id, i.person_id)"
        " LEFT JOIN workplace w ON w.id ="
        " CASE WHEN r.inquiry_id IS NULL THEN p.workplace_id ELSE i.workplace_id END"
        " LEFT JOIN offer o ON o.id = r.offer_id"
        " WHERE r.id IN (SELECT value FROM json_each(?))",
        (wanted,),
    )
    about = {row.pop("id"): row for row in rows}
    return tuple(
        msgspec.convert({"referral": referral, **about[referral.id]}, ShownReferral, strict=False)
        for referral in listed
    )
