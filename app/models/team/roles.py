"""What an installation is for: a counsellor's holds own records, a lead's what others reported."""

from typing import TYPE_CHECKING

from app.errors import UserError
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store


class NotAtALead(UserError):
    """A lead's installation registers nothing itself, and knows months but no days."""

    def __init__(self) -> None:
        super().__init__(
            Text("Det kan ikke gøres her.", "This cannot be done here."),
            Text(
                "Her er projektlederens tal: kun det, som vejledernes computere har sendt, uden navne"
                " og uden dage.",
                "Here are the lead's figures: only what the counsellors' computers sent, without names"
                " and without days.",
            ),
            Text(
                "Gør det i vejlederens egen installation (--data-dir).",
                "Do it in the counsellor's own installation (--data-dir).",
            ),
        )


class OnlyAtALead(UserError):
    """A counsellor's installation has nobody's figures but its own."""

    def __init__(self) -> None:
        super().__init__(
            Text("Der er ingen samlede tal her.", "There are no figures of several laptops here."),
            Text(
                "Denne installation er en vejleders, ikke en projektleders.",
                "This installation is a counsellor's, not a project lead's.",
            ),
            Text(
                "Brug projektlederens installation (--data-dir).",
                "Use the lead's installation (--data-dir).",
            ),
        )


def require_own_records(store: "Store") -> None:
    """Raise NotAtALead where records of single contacts, visits and persons have no place."""
    if store.settings.is_lead:
        raise NotAtALead


def require_lead(store: "Store") -> None:
    """Raise OnlyAtALead in an installation that is not a lead's."""
    if not store.settings.is_lead:
        raise OnlyAtALead
