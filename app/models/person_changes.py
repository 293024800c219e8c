"""The history of everything that was ever stored about a person, told field by field."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from app.models.audit import AuditEntry
from app.models.changes import Action
from app.models.clock import from_stamp, local
from app.models.consent import CONSENTS
from app.models.inquiry_details import FIELDS
from app.models.types import RecordId
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

IMPORT_KEY = Text("Nummer i den importerede fil", "Number in the imported file")
PERSON_FIELDS = {
    "name": Text("Navn", "Name"),
    "gender": Text("Køn", "Gender"),
    "birth_year": Text("Fødselsår", "Year of birth"),
    "phone": Text("Telefon", "Phone"),
    "workplace_id": Text("Arbejdsplads", "Workplace"),
    "import_key": IMPORT_KEY,
    **{consent.value: text for consent, text in CONSENTS.items()},
}
FOLLOWUP_FIELDS = {
    "due_on": Text("Senest", "Due"),
    "text": Text("Aftalt", "Promised"),
    "channel": Text("Form", "Channel"),
    "repeat": Text("Gentages", "Repeats"),
    "comment": Text("Kommentar", "Comment"),
    "done_on": Text("Gjort", "Done"),
    "workplace_id": Text("Arbejdsplads", "Workplace"),
}
REFERRAL_FIELDS = {
    "advice_code": Text("Råd", "Advice"),
    "provider": Text("Henvist til", "Referred to"),
    "suggested_on": Text("Foreslået", "Suggested"),
    "state": Text("Status", "State"),
    "state_on": Text("Siden", "Since"),
    "reason": Text("Begrundelse", "Reason"),
    "quota": Text("Aftalte sessioner", "Sessions agreed on"),
    "sessions": Text("Sessioner", "Sessions"),
    "outcome": Text("Udbytte", "Outcome"),
    "outcome_words": Text("Med personens ord", "In the person's words"),
    "note": Text("Privat note", "Private note"),
}
LINK_FIELDS = {"consent_on": Text("Samtykke", "Consent")}
ALIAS_FIELDS = {"word": Text("Kodeord", "Code word")}
LABELS = {
    "person": PERSON_FIELDS,
    "inquiry": FIELDS,
    "followup": FOLLOWUP_FIELDS,
    "referral": REFERRAL_FIELDS,
    "linked_contact": LINK_FIELDS,
    "alias": ALIAS_FIELDS,
}
"""What the fields are called, by the kind of record; other fields only bind records together."""

KINDS = {
    "person": Text("Stamoplysninger", "Master data"),
    "inquiry": Text("Henvendelse", "Inquiry"),
    "followup": Text("Opfølgning", "Follow-up"),
    "referral": Text("Henvisning", "Referral"),
    "linked_contact": Text("Tilknytning af en anonym henvendelse", "Link of an anonymous inquiry"),
    "moved_record": Text("Samling af to poster", "Merging of two records"),
    "alias": Text("Kodeord", "Code word"),
}
_BINDING = {"person_id"}


class FieldChange(msgspec.Struct, frozen=True, kw_only=True):
    """One field before and after, as codes; a workplace is its code, a counsellor their initials."""

    field: str
    before: Any
    after: Any


class PersonChange(msgspec.Struct, frozen=True, kw_only=True):
    """One change of one record: when (local time), by whose initials, and what it changed.

    A record that was created lists no fields: what stands in it now, or what the next change
    found there, is what it began with. ``kept`` is false where the values were erased. What was done
    at once has the same ``change_set``. ``merged`` says that the record was merged into another one
    or, when it is false, split off again; None says neither.
    """

    at: datetime
    counsellor: str
    action: Action
    kind: str
    fields: tuple[FieldChange, ...]
    kept: bool
    record_id: RecordId
    change_set: str
    merged: bool | None = None


class ChangeReader:
    """Reads changes with the codes of workplaces and the initials of counsellors."""

    def __init__(self, store: "Store") -> None:
        self._counsellors = {who.id: who.initials for who in store.counsellors.all()}
        places = {place.id: place.code for place in store.workplaces.all()}
        words = {alias.id: alias.word for alias in store.aliases.all()}
        self._codes = self._counsellors | places | words

    def read(self, entry: AuditEntry) -> PersonChange:
        """Return one change of the trail, field by field."""
        return PersonChange(
            at=local(from_stamp(entry.at)),
            counsellor=self._counsellors.get(RecordId(entry.counsellor_id), ""),
            action=entry.action,
            kind=entry.kind,
            fields=() if entry.action is Action.CREATE else self._fields(entry),
            kept=not entry.is_forgotten,
            record_id=entry.record_id,
            change_set=entry.change_set,
            merged=_merged(entry),
        )

    def _fields(self, entry: AuditEntry) -> tuple[FieldChange, ...]:
        before, after = _decoded(entry.before), _decoded(entry.after)
        changes = (
            FieldChange(
                field=name,
                before=self._shown(before.get(name)),
                after=self._shown(after.get(name)),
            )
            for name in LABELS.get(entry.kind, {})
            if name in entry.fields and name not in _BINDING
        )
        return tuple(change for change in changes if change.before or change.after)

    def _shown(self, value: Any) -> Any:
        return self._codes.get(RecordId(value), value) if isinstance(value, str) else value


def _merged(entry: AuditEntry) -> bool | None:
    if entry.action is not Action.UPDATE or "merged_into" not in entry.fields:
        return None
    return None if entry.is_forgotten else bool(_decoded(entry.after).get("merged_into"))


def _decoded(payload: str | None) -> dict[str, Any]:
    return {} if payload is None else msgspec.json.decode(payload, type=dict[str, Any])
