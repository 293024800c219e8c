"""What is said when a record is asked for by an id that none has."""

from collections.abc import Mapping
from types import MappingProxyType

from app.models.rules import mask_cpr
from app.texts import Text

NO_SUCH: Mapping[str, Text] = MappingProxyType(
    {
        "activity": Text("ingen aktivitet", "no activity"),
        "alias": Text("intet kodeord", "no code word"),
        "closing_days": Text("ingen lukkedage", "no closing days"),
        "counsellor": Text("ingen vejleder", "no counsellor"),
        "different_people": Text("ingen to personer", "no two persons"),
        "followup": Text("ingen opfølgning", "no follow-up"),
        "imported_row": Text("ingen importeret række", "no imported row"),
        "inquiry": Text("ingen henvendelse", "no inquiry"),
        "linked_contact": Text("ingen tilknytning", "no link"),
        "month_close": Text("ingen månedslukning", "no close of a month"),
        "moved_record": Text("ingen flyttet post", "no moved record"),
        "offer": Text("intet tilbud", "no offer"),
        "organisation": Text("ingen organisation", "no organisation"),
        "person": Text("ingen person", "no person"),
        "presence_rule": Text("ingen fremmøderegel", "no presence rule"),
        "referral": Text("ingen henvisning", "no referral"),
        "retention_period": Text("ingen opbevaringsperiode", "no retention period"),
        "setting": Text("ingen indstilling", "no setting"),
        "visit": Text("intet fremmøde", "no visit"),
        "workplace": Text("ingen arbejdsplads", "no workplace"),
    }
)
"""By the kind of record; goes on with "with the id ...", see :func:`never_there`."""


def never_there(kind: str, record_id: str) -> Text:
    """Return that there is no record of a kind with an id, and never was."""
    words, told = NO_SUCH[kind], mask_cpr(record_id)
    return Text(f"Der er {words.da} med id »{told}«.", f"There is {words.en} with the id “{told}”.")
