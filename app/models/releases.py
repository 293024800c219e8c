"""The ledger of what was released: rows that are only ever appended, each bound to the one before.

A plan stands in it like a release: it says which figures of a month may be told at all, and every
release prints a part of one. It is written together with the first release that does.

What a release holds is the business of those who make it; here it is bytes. ``document`` is what
went out, with what is needed to print it again. ``truth`` are the true figures of the cells that
came into the ledger with it, withheld ones included: the next release is protected against them, and
they leave the encrypted store in no file.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from app.errors import Conflict
from app.models.changes import Action
from app.models.types import RecordId
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

KIND = "release"
"""What the changes of the ledger are called where they are published."""

PLAN = "plan"
"""The profile of a plan: which figures of a month may be told at all. It goes to nobody."""

_HEAD = "id, hash, previous, profile, scope, month, revision, released_on, counsellor_id"


class ReleaseHead(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of releases tells of one.

    ``profile`` is ``steering``, ``public`` or :data:`PLAN`, ``scope`` names the project, a workplace or an
    organisation as the makers of releases do, ``month`` (``YYYY-MM``) and ``revision`` the closed
    month. ``hash`` is that of the content, ``previous`` that of the release before, or empty.
    """

    id: str
    hash: str
    previous: str
    profile: str
    scope: str
    month: str
    revision: int
    released_on: date
    counsellor_id: RecordId


class StoredRelease(ReleaseHead, frozen=True, kw_only=True):
    """One release with its content."""

    document: bytes
    truth: bytes


class Releases:
    """Appends to the ledger and reads it; nothing in it can be changed, deleted or undone."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._database = store.database

    def heads(self) -> tuple[ReleaseHead, ...]:
        """Return every release that went out, without its content, the oldest first."""
        rows = self._database.query(
            f"SELECT {_HEAD} FROM release WHERE profile <> ? ORDER BY seq", (PLAN,)
        )
        return tuple(msgspec.convert(list(rows), list[ReleaseHead], strict=False))

    def all(self) -> tuple[StoredRelease, ...]:
        """Return every release and every plan, the oldest first."""
        return self._select("ORDER BY seq")

    def last_hash(self) -> str:
        """Return what the next release must name as the one before it."""
        row = self._database.execute(
            "SELECT hash FROM release ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        return row[0] if row else ""

    def append(
        self,
        release: StoredRelease,
        close_ids: Collection[RecordId],
        plans: Iterable[StoredRelease] = (),
    ) -> None:
        """Add a release, and let the closed months whose figures it holds stay as they are.

        ``released_on`` and ``counsellor_id`` are set by whoever made the release. The ``plans`` that
        it prints, if they are new, come before it: with it, or not at all.

        Raises:
            Conflict: another release came in between.
        """
        with self._store.atomic():
            for plan in plans:
                self._insert(plan)
            self._insert(release)
            for close_id in close_ids:
                self._store.month_closes.mark_released(close_id, release.id)
            self._store.tell_of(KIND, RecordId(release.id), Action.CREATE)

    def _insert(self, release: StoredRelease) -> None:
        if release.previous != self.last_hash():
            raise Conflict(
                Text("Tallene blev ikke udgivet.", "The figures were not released."),
                Text("En anden udgivelse kom imellem.", "Another release came in between."),
                Text(
                    "Beregn dem igen; så tages den med i kontrollen.",
                    "Compute them again; then that one is checked against.",
                ),
            )
        row: dict[str, Any] = msgspec.to_builtins(release, builtin_types=(bytes,))
        columns = ", ".join((*row, "created_at"))
        marks = ", ".join("?" * (len(row) + 1))
        self._database.execute(
            f"INSERT INTO release ({columns}) VALUES ({marks})",
            (*row.values(), self._store.now()),
        )

    def _select(self, tail: str, parameters: tuple[str, ...] = ()) -> tuple[StoredRelease, ...]:
        rows = self._database.query(
            f"SELECT {_HEAD}, document, truth FROM release {tail}", parameters
        )
        return tuple(msgspec.convert(list(rows), list[StoredRelease], strict=False))
