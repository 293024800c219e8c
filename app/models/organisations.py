"""The employers that workplaces belong to."""

from app.models.checking import Checker
from app.models.repository import Repository
from app.models.rules import is_cvr
from app.models.sorting import in_danish_order
from app.models.types import Organisation
from app.texts import Text


class Organisations(Repository[Organisation]):
    """Keeps the organisations; names are unique."""

    kind = "organisation"
    table = "organisation"
    record_type = Organisation

    def all(self) -> tuple[Organisation, ...]:
        """Return every organisation, by name."""
        return in_danish_order(self._select(""))

    def by_name(self, name: str) -> Organisation | None:
        """Return the organisation of this name, or None."""
        found = self._select("WHERE name = ?", (name,))
        return found[0] if found else None

    def ensure(self, name: str) -> Organisation:
        """Return the organisation of this name, added if it was not there."""
        return self.by_name(name) or self.add(Organisation(name=name))

    def _write(self, record: Organisation) -> Organisation:
        written = super()._write(record)
        self._store.workplaces.refresh_search(record.id)
        return written

    def _check(self, record: Organisation) -> None:
        check = Checker(Text("Organisationen blev ikke gemt.", "The organisation was not saved."))
        check.require(bool(record.name.strip()), "name", "Skriv et navn.", "Enter a name.")
        other = self.by_name(record.name)
        check.require(
            other is None or other.id == record.id,
            "name",
            f"{record.name} findes allerede.",
            f"{record.name} is already there.",
        )
        check.require(
            not record.cvr or is_cvr(record.cvr),
            "cvr",
            "CVR-nummeret passer ikke: 8 cifre, og det sidste skal stemme med de andre.",
            "The CVR number is not right: 8 digits, and the last must agree with the others.",
        )
        self._refuse_cpr(check, record, "name")
        check.finish()
