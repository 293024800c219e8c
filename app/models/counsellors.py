"""The counsellors of the project."""

from app.models.checking import Checker
from app.models.repository import Repository
from app.models.types import Counsellor
from app.texts import Text


def initials_of(name: str) -> str:
    """Return initials made of the first letters of a name: "Karen Møller" gives "KM"."""
    return "".join(word[0] for word in name.split()).upper()


class Counsellors(Repository[Counsellor]):
    """Keeps the counsellors; initials are unique."""

    kind = "counsellor"
    table = "counsellor"
    record_type = Counsellor

    def all(self) -> tuple[Counsellor, ...]:
        """Return everybody, by initials."""
        return tuple(self._select("ORDER BY initials"))

    def by_initials(self, initials: str) -> Counsellor | None:
        """Return the counsellor with these initials, or None."""
        found = self._select("WHERE initials = ?", (initials,))
        return found[0] if found else None

    def current(self) -> Counsellor | None:
        """Return the counsellor who uses this installation, or None before the first run."""
        return self.find(self._store.settings.counsellor_id)

    def _check(self, record: Counsellor) -> None:
        check = Checker(Text("Vejlederen blev ikke gemt.", "The counsellor was not saved."))
        check.require(bool(record.name.strip()), "name", "Skriv et navn.", "Enter a name.")
        check.require(
            bool(record.initials.strip()), "initials", "Skriv initialer.", "Enter initials."
        )
        other = self.by_initials(record.initials)
        check.require(
            other is None or other.id == record.id,
            "initials",
            f"Initialerne {record.initials} er i brug.",
            f"The initials {record.initials} are taken.",
        )
        check.finish()
