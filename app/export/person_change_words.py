"""What was changed about a person, in words: field by field, and a merging as one line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.models.changes import Action
from app.models.person_changes import KINDS as RECORD_KINDS
from app.models.person_changes import LABELS, FieldChange, PersonChange
from app.models.person_file import PersonFile
from app.models.promise_words import PROMISED_CHANNELS, REPEATS
from app.models.referral_words import OUTCOMES, REFERRAL_STATES
from app.models.words import (
    AGE_BANDS,
    CHANNELS,
    GENDERS,
    ROLES,
    SICK_LEAVES,
    clock_time,
    short_date,
    short_time,
)
from app.texts import Language, Text

Fact = tuple[str, str]

_ACTIONS = {
    Action.CREATE: Text("oprettet", "created"),
    Action.UPDATE: Text("rettet", "corrected"),
    Action.DELETE: Text("slettet", "deleted"),
}
_MERGED = Text("Samlet med en anden post", "Merged with another record")
_SPLIT = Text("Skilt ad fra en anden post", "Split from another record")
_MERGED_WITH = Text("Samlet med »{name}«", "Merged with “{name}”")
_SPLIT_FROM = Text("Skilt ad fra »{name}«", "Split from “{name}”")
CODES: Mapping[str, Mapping[Any, Text]] = {
    "gender": GENDERS,
    "age_band": AGE_BANDS,
    "role": ROLES,
    "sick_leave": SICK_LEAVES,
    "channel": CHANNELS,
    "promised": PROMISED_CHANNELS,
    "repeat": REPEATS,
    "state": REFERRAL_STATES,
    "outcome": OUTCOMES,
    "identity": {
        "registered": Text("Registreret", "Registered"),
        "anonymous": Text("Anonym", "Anonymous"),
    },
}
_A_VISIT = Text("et fremmøde", "a visit")
YES, NO = Text("ja", "yes"), Text("nej", "no")
EMPTY = "–"


@dataclass(frozen=True, slots=True)
class Block:
    """One record: a heading, empty for none, and what is known of it."""

    heading: str
    facts: tuple[Fact, ...]


class ChangeWords:
    """The changes of a person's file in one language."""

    def __init__(self, file: PersonFile, language: Language) -> None:
        self._changes = file.changes
        self._merged = {person.id: person.name for person in file.merged}
        self._terms = {term.code: term.label for term in file.terms}
        self._language = language

    def blocks(self) -> Iterator[Block]:
        """Yield the changes; of a merging or splitting the one line that says so, and what it changed.

        The records that only went from one to the other are not told one by one.
        """
        moving = {each.change_set for each in self._changes if each.merged is not None}
        for change in self._changes:
            if change.fields or change.merged is not None or change.change_set not in moving:
                yield self._change(change)

    def _change(self, change: PersonChange) -> Block:
        when = f"{short_date(change.at.date())} {clock_time(change.at)}"
        heading = " · ".join(filter(None, (when, change.counsellor, self._done(change))))
        labels = LABELS.get(change.kind, {})
        gone = change.action is Action.DELETE
        return Block(
            heading,
            tuple(
                (self._say(labels[field.field]), self._difference(field, gone=gone))
                for field in change.fields
            ),
        )

    def _done(self, change: PersonChange) -> str:
        if change.merged is None:
            kind = self._say(RECORD_KINDS.get(change.kind, Text(change.kind, change.kind)))
            return f"{kind} {self._say(_ACTIONS[change.action])}"
        # Who was split off may be somebody else, of whom this file tells nothing.
        named = self._merged.get(change.record_id)
        if named is None:
            return self._say(_MERGED if change.merged else _SPLIT)
        return self._say((_MERGED_WITH if change.merged else _SPLIT_FROM).format(name=named))

    def _difference(self, change: FieldChange, *, gone: bool) -> str:
        before = self._value(change.field, change.before)
        return before if gone else f"{before} → {self._value(change.field, change.after)}"

    def _value(self, field: str, value: Any) -> str:
        if value in (None, "", []):
            return EMPTY
        if isinstance(value, bool):
            return self._say(YES if value else NO)
        if field == "sessions":
            return ", ".join(short_date(date.fromisoformat(day)) for day in value)
        if isinstance(value, list):
            return self.labels(value)
        if field == "advice_code":
            return self.labels([value])
        if field == "visit_id":
            return self._say(_A_VISIT)
        if field in CODES and value in CODES[field]:
            return self._say(CODES[field][value])
        if field == "date" or field.endswith("_on"):
            return short_date(date.fromisoformat(value))
        if field == "time":
            return short_time(value)
        return str(value)

    def labels(self, codes: Sequence[str]) -> str:
        """Return what reasons and advice are called."""
        return ", ".join(self._say(self._terms.get(code, Text(code, code))) for code in codes)

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)
