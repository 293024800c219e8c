"""Referrals: who was sent on to which offer, how often they went, and what came of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from app.models.case_types import Outcome, Referral, ReferralState
from app.models.checking import Checker
from app.models.clock import local_today
from app.models.followups import NOT_ERASED
from app.models.referral_course import check_course
from app.models.repository import Repository
from app.models.somebody import require_somebody
from app.models.types import Inquiry, RecordId, TermKind
from app.texts import Text

OPEN_STATES = (ReferralState.SUGGESTED, ReferralState.ACCEPTED, ReferralState.STARTED)
"""In these somebody still waits for something."""

ENDED_STATES = (ReferralState.COMPLETED, ReferralState.STOPPED)
"""In these the sessions are over; a declined referral never had any."""

_MOST_SESSIONS = 99
_NOT_SAVED = Text("Henvisningen blev ikke gemt.", "The referral was not saved.")


class Referrals(Repository[Referral]):
    """Keeps the referrals with the days of their sessions."""

    kind = "referral"
    table = "referral"
    record_type = Referral
    counsellors_own = True

    def of_inquiry(self, inquiry_id: RecordId) -> tuple[Referral, ...]:
        """Return the referrals that were made in one inquiry, in the order of entry."""
        return tuple(self._select("WHERE inquiry_id = ? ORDER BY suggested_on, id", (inquiry_id,)))

    def of_person(self, person_id: RecordId) -> tuple[Referral, ...]:
        """Return the referrals of one person, the oldest first."""
        return tuple(
            self._select(
                "WHERE person_id = ? OR inquiry_id IN"
                " (SELECT id FROM inquiry WHERE person_id = ?) ORDER BY suggested_on, id",
                (person_id, person_id),
            )
        )

    def of_offer(self, offer_id: RecordId) -> tuple[Referral, ...]:
        """Return the referrals to one offer."""
        return tuple(self._select("WHERE offer_id = ? ORDER BY id", (offer_id,)))

    def listed(self, *, only_open: bool) -> tuple[Referral, ...]:
        """Return the referrals of everybody who was not erased; who waits longest comes first.

        With ``only_open`` without those that were declined or are over.
        """
        where = f"WHERE {NOT_ERASED}"
        if only_open:
            states = ", ".join(f"'{state}'" for state in OPEN_STATES)
            where += f" AND state IN ({states})"
        return tuple(self._select(f"{where} ORDER BY suggested_on, id"))

    def set_state(
        self, referral_id: RecordId, state: ReferralState, reason: str = "", on: date | None = None
    ) -> Referral:
        """Say how far a referral has come, today or ``on`` another day.

        Raises:
            InvalidInput: it was declined and nobody says why, or it cannot have been on that day.
        """
        referral = self.get(referral_id)
        if (state, reason) == (referral.state, "") and on is None:
            return referral
        return self.correct(
            replace(referral, state=state, state_on=on or self._today(), reason=reason)
        )

    def hold_session(self, referral_id: RecordId, on: date | None = None) -> Referral:
        """Add a session that was held today, or ``on`` another day; with the first one it begins.

        Raises:
            InvalidInput: the day has not come yet, or there is a session on it already.
        """
        referral, day = self.get(referral_id), on or self._today()
        waits = referral.state in (ReferralState.SUGGESTED, ReferralState.ACCEPTED)
        begun = {"state": ReferralState.STARTED, "state_on": day} if waits else {}
        return self.correct(replace(referral, sessions=(*referral.sessions, day), **begun))

    def add(self, record: Referral) -> Referral:
        """Store a new referral; errors as for :meth:`correct`, and for somebody who was erased."""
        check = Checker(_NOT_SAVED)
        require_somebody(check, self._store, record.person_id, record.inquiry_id)
        check.finish()
        self._check_days(record)
        return super().add(replace(record, sessions=tuple(sorted(record.sessions))))

    def correct(self, record: Referral) -> Referral:
        """Store what somebody says of a referral.

        Raises:
            InvalidInput: it breaks a rule, or one of its days has not come yet or cannot be.
        """
        self._check_days(record)
        return self.change(record)

    def follow(self, inquiry: Inquiry) -> None:
        """Let the referrals of an inquiry belong to whom the inquiry belongs to by now."""
        for referral in self.of_inquiry(inquiry.id):
            self.change(replace(referral, person_id=inquiry.person_id))

    def change(self, record: Referral) -> Referral:
        """Store a changed referral, its sessions in the order of their days."""
        return super().change(replace(record, sessions=tuple(sorted(record.sessions))))

    def _check_days(self, record: Referral) -> None:
        """Refuse days that cannot be; in :meth:`change` nobody told any."""
        check = Checker(_NOT_SAVED)
        for field, days in (
            ("suggested_on", (record.suggested_on,)),
            ("state_on", (record.state_on,)),
            ("sessions", record.sessions),
        ):
            check.require(
                max(days, default=date.min) <= self._today(),
                field,
                "Datoen ligger i fremtiden. Skriv den dag, det skete.",
                "The date lies in the future. Enter the day on which it happened.",
            )
        check_course(check, record)
        check.finish()

    def _today(self) -> date:
        return local_today(self._store.clock)

    def _check(self, record: Referral) -> None:
        check = Checker(_NOT_SAVED)
        check.require(
            record.advice_code in self._store.taxonomy.codes(TermKind.ADVICE),
            "advice_code",
            "Vælg et råd fra kodelisten.",
            "Choose a piece of advice from the code list.",
        )
        check.require(
            record.inquiry_id is not None or record.person_id is not None,
            "person_id",
            "Henvisningen skal høre til en henvendelse eller en person.",
            "The referral must belong to an inquiry or to a person.",
        )
        check.require(
            record.state is not ReferralState.DECLINED or bool(record.reason.strip()),
            "reason",
            "Skriv, hvorfor tilbuddet blev afvist.",
            "Enter why the offer was declined.",
        )
        check.require(
            record.quota is None or 1 <= record.quota <= _MOST_SESSIONS,
            "quota",
            f"Antallet af sessioner skal være fra 1 til {_MOST_SESSIONS}.",
            f"The number of sessions must be from 1 to {_MOST_SESSIONS}.",
        )
        self._refuse_cpr(check, record, "provider", "reason", "outcome_words", "note")
        check.finish()

    def _write(self, record: Referral) -> Referral:
        row: dict[str, Any] = msgspec.to_builtins(record)
        sessions: Sequence[str] = row.pop("sessions")
        self._database.table(self.table).upsert(row, pk="id")
        self._database.execute("DELETE FROM referral_session WHERE referral_id = ?", (record.id,))
        for position, day in enumerate(sessions):
            self._database.execute(
                "INSERT INTO referral_session (referral_id, position, held_on) VALUES (?, ?, ?)",
                (record.id, position, day),
            )
        return record

    def _complete(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        by_id = {row["id"]: row for row in rows}
        for row in rows:
            row["sessions"] = []
        wanted = (msgspec.json.encode(list(by_id)).decode(),)
        for owner, day in self._database.execute(
            "SELECT referral_id, held_on FROM referral_session"
            " WHERE referral_id IN (SELECT value FROM json_each(?)) ORDER BY referral_id, position",
            wanted,
        ).fetchall():
            by_id[owner]["sessions"].append(day)
        return rows


def is_over_quota(referral: Referral) -> bool:
    """Tell whether more sessions were held than agreed on: worth a word, and allowed."""
    return referral.quota is not None and len(referral.sessions) > referral.quota


def not_asked(referral: Referral) -> bool:
    """Tell whether the sessions are over and nobody has asked yet what came of them."""
    return referral.state in ENDED_STATES and referral.outcome is Outcome.NOT_ASKED
