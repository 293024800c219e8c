"""The place where this installation leaves and fetches letters: where, and how the last try went.

It lies in the encrypted store, because a password is in it, and outside the audit trail, which would
keep every password that was ever used.
"""

from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from app.errors import InvalidInput, NotFound, Problem
from app.models.changes import Action
from app.models.team.troubles import Trouble
from app.models.types import RecordId
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

KIND = "delivery_place"
"""What the place is called where changes are published."""

_LONGEST = 2000


class PlaceKind(StrEnum):
    """What sort of place it is."""

    FOLDER = "folder"
    WEBDAV = "webdav"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where letters are left and fetched: a folder's path, or an address with user and password.

    ``reached_at`` is when it answered last (a stamp, or empty), ``trouble`` what was wrong at the last
    try, ``archive_read_by`` the device that has read everything that was ever sent to the lead.
    """

    kind: PlaceKind
    address: str
    user: str = ""
    password: str = ""
    reached_at: str = ""
    trouble: Trouble | None = None
    archive_read_by: str = ""

    def __repr__(self) -> str:
        """Name the kind alone: this may come into a log."""
        return f"Place({self.kind.value})"


class Places:
    """The one place in a store."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def current(self) -> Place | None:
        """Return the place, or None where none was set."""
        rows = self._store.database.query("SELECT * FROM delivery_place")
        for row in rows:
            return msgspec.convert({**row, "trouble": row["trouble"] or None}, Place)
        return None

    def require(self) -> Place:
        """Return the place, or raise NotFound where none was set."""
        place = self.current()
        if place is None:
            raise NotFound(
                Text("Der blev ikke udvekslet breve.", "No letters were exchanged."),
                Text(
                    "Der er ikke valgt et sted, hvor breve lægges og hentes.",
                    "No place where letters are left and fetched was chosen.",
                ),
                Text(
                    "Vælg et sted, eller gem brevene som filer, og send dem med e-mail.",
                    "Choose a place, or save the letters as files and send them by e-mail.",
                ),
            )
        return place

    def set(self, place: Place) -> None:
        """Use another place from now on; what waits goes there.

        Raises:
            InvalidInput: as for :func:`require_sound`.
        """
        require_sound(place)
        with self._store.atomic():
            self._store.database.execute("DELETE FROM delivery_place")
            self._store.database.execute(
                "INSERT INTO delivery_place (one, kind, address, user, password, reached_at,"
                " trouble, archive_read_by) VALUES (1, ?, ?, ?, ?, '', '', '')",
                (place.kind, place.address, place.user, place.password),
            )
            self._store.database.execute("DELETE FROM inbox_file")
            # Waiting after failures was about the place before.
            self._store.database.execute(
                "UPDATE outbox SET attempts = 0, next_attempt_at = made_at WHERE state = 'queued'"
            )
            self._store.tell_of(KIND, RecordId(KIND), Action.UPDATE)

    def forget(self) -> None:
        """Use no place any more; letters wait."""
        with self._store.atomic():
            self._store.database.execute("DELETE FROM delivery_place")
            self._store.tell_of(KIND, RecordId(KIND), Action.DELETE)

    def note(self, trouble: Trouble | None) -> None:
        """Remember how a try went: reached (None), or what was wrong."""
        with self._store.atomic():
            if trouble is None:
                self._store.database.execute(
                    "UPDATE delivery_place SET trouble = '', reached_at = ?", (self._store.now(),)
                )
            else:
                self._store.database.execute("UPDATE delivery_place SET trouble = ?", (trouble,))
            self._store.tell_of(KIND, RecordId(KIND), Action.UPDATE)

    def note_archive(self, device: str) -> None:
        """Remember that a device has read everything that was ever sent to the lead."""
        with self._store.atomic():
            self._store.database.execute("UPDATE delivery_place SET archive_read_by = ?", (device,))


def require_sound(place: Place) -> None:
    """Return where a place can be used as it is written.

    Raises:
        InvalidInput: the folder has no full path, or the address is not one that keeps a password
            safe.
    """
    problems = tuple(_problems(place))
    if problems:
        raise InvalidInput(Text("Stedet blev ikke valgt.", "The place was not set."), problems)


def _problems(place: Place) -> list[Problem]:
    whole = place.address + place.user + place.password
    if not place.address or len(whole) > _LONGEST or not whole.isprintable():
        return [
            Problem("address", Text("Skriv en mappe eller adresse.", "Enter a folder or address."))
        ]
    if place.kind is PlaceKind.FOLDER:
        if Path(place.address).is_absolute():
            return []
        return [
            Problem("address", Text("Skriv mappens fulde sti.", "Enter the folder's full path."))
        ]
    return _problems_of_address(place)


def _problems_of_address(place: Place) -> list[Problem]:
    try:
        parts = urlsplit(place.address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    if not host or parts.query or parts.fragment or port == 0:
        return [
            Problem(
                "address",
                Text("Skriv hele adressen, https://…", "Enter the whole address, https://…"),
            )
        ]
    if parts.username is not None or parts.password is not None:
        return [
            Problem(
                "address",
                Text(
                    "Skriv bruger og adgangskode for sig, ikke i adressen.",
                    "Enter user and password by themselves, not in the address.",
                ),
            )
        ]
    if parts.scheme == "https" or (parts.scheme == "http" and _is_this_computer(host)):
        return []
    return [
        Problem(
            "address",
            Text(
                "Adressen skal begynde med https://, så ingen kan læse adgangskoden undervejs.",
                "The address must begin with https://, so that nobody can read the password.",
            ),
        )
    ]


def _is_this_computer(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
