"""Workplaces with their addresses and contact persons."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from app.models.checking import Checker
from app.models.folding import fold, search_text, search_words, word_start
from app.models.repository import Repository
from app.models.rules import is_email, is_p_number
from app.models.sorting import in_danish_order
from app.models.types import RecordId, Workplace
from app.texts import Text

_CODE = re.compile(r"[A-ZÆØÅ][A-ZÆØÅ0-9-]{0,19}")


def is_code(text: str) -> bool:
    """Tell whether ``text`` can be the code of a workplace."""
    return _CODE.fullmatch(text) is not None


def suggest_code(name: str, taken: Sequence[str]) -> str:
    """Return a free code made of the words of ``name``: "Vestas i Lem" gives "VESTAS-LEM"."""
    words = [word for word in fold(name).upper().split() if len(word) > 1] or ["STED"]
    base = "-".join(words)[:16].strip("-")
    base = base if base[0].isalpha() else f"W{base}"
    numbered = (f"{base}-{n}" for n in range(2, len(taken) + 3))
    return next(code for code in (base, *numbered) if code not in taken)


class Workplaces(Repository[Workplace]):
    """Keeps the workplaces; codes are unique and never reused for another place."""

    kind = "workplace"
    table = "workplace"
    record_type = Workplace

    def all(self) -> tuple[Workplace, ...]:
        """Return every workplace, by code."""
        return tuple(self._select("ORDER BY code"))

    def by_code(self, code: str) -> Workplace | None:
        """Return the workplace with this code, or None."""
        found = self._select("WHERE code = ?", (code,))
        return found[0] if found else None

    def search(self, query: str) -> tuple[Workplace, ...]:
        """Return the workplaces in which every word of ``query`` starts a word, by name."""
        words = search_words(query)
        where = " AND ".join("instr(search, ?)" for _ in words) or "1"
        patterns = tuple(word_start(word) for word in words)
        return in_danish_order(self._select(f"WHERE {where}", patterns))

    def refresh_search(self, organisation_id: RecordId) -> None:
        """Let the workplaces of an organisation be found by its name as it is now."""
        for record in self._select("WHERE organisation_id = ?", (organisation_id,)):
            self._database.execute(
                "UPDATE workplace SET search = ? WHERE id = ?",
                (self._search_text(record), record.id),
            )

    def _check(self, record: Workplace) -> None:
        check = Checker(Text("Arbejdspladsen blev ikke gemt.", "The workplace was not saved."))
        check.require(bool(record.name.strip()), "name", "Skriv et navn.", "Enter a name.")
        check.require(
            is_code(record.code),
            "code",
            "Koden skal begynde med et stort bogstav og kun have bogstaver, tal og bindestreg.",
            "The code must start with a capital and hold only capitals, digits and hyphens.",
        )
        other = self.by_code(record.code)
        check.require(
            other is None or other.id == record.id,
            "code",
            f"Koden {record.code} er i brug af {other.name if other else ''}.",
            f"The code {record.code} is taken by {other.name if other else ''}.",
        )
        check.require(
            not record.p_number or is_p_number(record.p_number),
            "p_number",
            "P-nummeret skal have 10 cifre.",
            "The P number must have 10 digits.",
        )
        check.require(
            record.headcount is None or record.headcount >= 0,
            "headcount",
            "Antal ansatte kan ikke være negativt.",
            "The headcount cannot be negative.",
        )
        check.require(
            not (record.started_on and record.ended_on) or record.started_on <= record.ended_on,
            "ended_on",
            "Slutdatoen ligger før startdatoen.",
            "The end lies before the start.",
        )
        for number, contact in enumerate(record.contacts):
            check.require(
                bool(contact.name.strip()),
                f"contacts.{number}.name",
                "Skriv kontaktens navn.",
                "Enter the name of the contact.",
            )
            check.require(
                not contact.email or is_email(contact.email),
                f"contacts.{number}.email",
                "E-mailadressen ser forkert ud.",
                "The e-mail address looks wrong.",
            )
            check.refuse_cpr(**{f"contacts.{number}.name": contact.name})
        self._refuse_cpr(check, record, "name", "place", "visibility", "remark")
        check.finish()

    def _write(self, record: Workplace) -> Workplace:
        row: dict[str, Any] = msgspec.to_builtins(record)
        addresses, contacts = row.pop("addresses"), row.pop("contacts")
        row["search"] = self._search_text(record)
        self._database.table(self.table).upsert(row, pk="id")
        self._replace_children("workplace_address", record.id, addresses)
        self._replace_children("workplace_contact", record.id, contacts)
        return record

    def _search_text(self, record: Workplace) -> str:
        places = " ".join(address.city for address in record.addresses)
        return search_text(record.code, record.name, self._organisation_name(record), places)

    def _organisation_name(self, record: Workplace) -> str:
        if record.organisation_id is None:
            return ""
        return self._store.organisations.get(record.organisation_id).name

    def _replace_children(self, table: str, owner: RecordId, rows: list[dict[str, Any]]) -> None:
        self._database.execute(f"DELETE FROM {table} WHERE workplace_id = ?", (owner,))
        numbered = [
            {"workplace_id": owner, "position": position} | row for position, row in enumerate(rows)
        ]
        if numbered:
            self._database.table(table).insert_all(numbered)

    def _complete(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        wanted = (msgspec.json.encode([row["id"] for row in rows]).decode(),)
        for name in ("address", "contact"):
            by_owner: dict[str, list[dict[str, Any]]] = {}
            source = (
                f"SELECT * FROM workplace_{name} WHERE workplace_id IN"
                " (SELECT value FROM json_each(?)) ORDER BY workplace_id, position"
            )
            for child in self._database.query(source, wanted):
                by_owner.setdefault(child["workplace_id"], []).append(child)
            plural = "addresses" if name == "address" else "contacts"
            for row in rows:
                row[plural] = by_owner.get(row["id"], [])
        return rows
