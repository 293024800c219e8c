"""A person's file as JSON; described in docs/people-json.md."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from app.export.json_objects import JsonObject, to_json
from app.models.access_reading import AccessRow
from app.models.aliases import KnownAlias
from app.models.case_types import Referral
from app.models.consent import Consent, agreed_on
from app.models.duplicates import Suggestion
from app.models.identity_types import LinkedContact
from app.models.inquiry_details import InquiryDetails
from app.models.inquiry_drafts import InquiryDraft
from app.models.person_changes import PersonChange
from app.models.person_file import PersonFile
from app.models.recognition import KnownPerson
from app.models.types import FollowUp, Inquiry, Person

_FORMAT = "vejviser-person/1"


def person_json(file: PersonFile) -> bytes:
    """Return the file as indented UTF-8 JSON."""
    return to_json(person_document(file))


def person_document(file: PersonFile) -> JsonObject:
    """Return everything that is stored about a person."""
    return {
        "format": _FORMAT,
        "project": file.project,
        "demo": file.demo,
        "made_on": file.made_on.isoformat(),
        "person": {
            **_master(file.person),
            "workplace": file.workplace.code if file.workplace else None,
            "import_key": file.person.import_key,
            **{each.value: _day(agreed_on(file.person, each)) for each in Consent},
            "created_at": file.person.created_at,
            "changed_at": file.person.changed_at,
        },
        "merged": [_master(person) | {"import_key": person.import_key} for person in file.merged],
        "told_apart": file.told_apart,
        "contacts": [_contact(details) for details in file.contacts],
        "followups": [_followup(followup) for followup in file.followups],
        "referrals": [_referral(referral) for referral in file.referrals],
        "drafts": [_draft(draft) for draft in file.drafts],
        "changes": [_change(change) for change in file.changes],
        "accesses": [access_object(row) for row in file.accesses],
        "accesses_until": file.accesses_until.isoformat(),
        "backups": [
            {
                "file": holding.path.name,
                "made_at": holding.made_at.isoformat(timespec="seconds"),
                "goes_on": holding.goes_on and holding.goes_on.isoformat(),
            }
            for holding in file.holdings.files
        ],
        "named_elsewhere": len(file.mentions),
    }


def found_object(known: KnownPerson) -> JsonObject:
    """Return a person as they are found: master data and how often they have been there."""
    return {
        **_master(known.person),
        "contacts": known.contacts,
        "last_contact": known.last.date.isoformat() if known.last else None,
    }


def access_object(row: AccessRow) -> JsonObject:
    """Return who looked up or handed out what, and when; whose data they were is not said."""
    return {
        "at": row.at.isoformat(timespec="seconds"),
        "counsellor": row.counsellor,
        "action": row.action.value,
        "ways": [way.value for way in row.ways],
    }


def _master(person: Person) -> JsonObject:
    return {
        "person": person.id,
        "name": person.name,
        "gender": person.gender.value,
        "birth_year": person.birth_year,
        "phone": person.phone,
    }


def _contact(details: InquiryDetails) -> JsonObject:
    inquiry = details.inquiry
    return {
        "inquiry": inquiry.id,
        "date": inquiry.date.isoformat(),
        "time": inquiry.time,
        "kind": details.kind.value,
        "workplace": details.workplace.code if details.workplace else None,
        "visit": inquiry.visit_id,
        "counsellor": details.counsellor.initials,
        "channel": inquiry.channel.value,
        "age_band": details.age_band.value,
        "role": inquiry.role.value,
        "sick_leave": inquiry.sick_leave.value,
        "reasons": list(inquiry.reasons),
        "advice": list(inquiry.advice),
        "minutes": inquiry.minutes,
        "note": inquiry.note,
        "code_word": details.code_word,
        "linked": _link(details.link) if details.link else None,
        "created_at": inquiry.created_at,
        "changed_at": inquiry.changed_at,
    }


def _link(link: LinkedContact) -> JsonObject:
    return {
        "consent_on": link.consent_on.isoformat(),
        "gender": link.gender.value,
        "age_band": link.age_band.value,
        "said_returning": link.said_returning,
    }


def suggestion_object(suggestion: Suggestion) -> JsonObject:
    """Return two records that may be of one person."""
    return {
        "persons": [_master(suggestion.one), _master(suggestion.other)],
        "points": suggestion.likeness.points,
        "reasons": [{"da": one.da, "en": one.en} for one in suggestion.likeness.reasons],
    }


def code_word_object(known: KnownAlias, contacts: Iterable[Inquiry]) -> JsonObject:
    """Return a code word with its contacts; the person is there where they were linked to one."""
    return {
        "code_word": known.word,
        "contacts": [
            {"inquiry": one.id, "date": one.date.isoformat(), "person": one.person_id}
            for one in contacts
        ],
    }


def _followup(followup: FollowUp) -> JsonObject:
    return {
        "due_on": followup.due_on.isoformat(),
        "text": followup.text,
        "channel": followup.channel.value,
        "repeat": followup.repeat.value,
        "comment": followup.comment,
        "done_on": _day(followup.done_on),
        "created_at": followup.created_at,
        "changed_at": followup.changed_at,
    }


def _referral(referral: Referral) -> JsonObject:
    """Return a referral without the ids that bind it to other records."""
    values: JsonObject = msgspec.to_builtins(referral)
    bound = ("id", "inquiry_id", "person_id", "offer_id")
    return {
        name.removesuffix("_code"): value for name, value in values.items() if name not in bound
    }


def _draft(draft: InquiryDraft) -> JsonObject:
    return {
        "date": draft.date.isoformat(),
        "time": draft.time,
        "name": draft.name,
        "gender": draft.gender.value,
        "birth_year": draft.birth_year,
        "phone": draft.phone,
        "consent": draft.consent,
        "evaluator_consent": draft.evaluator_consent,
        "code_word": draft.code_word,
        "role": draft.role.value,
        "sick_leave": draft.sick_leave.value,
        "reasons": list(draft.reasons),
        "advice": list(draft.advice),
        "follow_up_on": draft.follow_up_on and draft.follow_up_on.isoformat(),
        "follow_up_text": draft.follow_up_text,
        "note": draft.note,
    }


def _change(change: PersonChange) -> JsonObject:
    fields: list[dict[str, Any]] = [
        {"field": each.field.removesuffix("_id"), "before": each.before, "after": each.after}
        for each in change.fields
    ]
    return {
        "at": change.at.isoformat(timespec="seconds"),
        "counsellor": change.counsellor,
        "record": change.kind,
        "action": change.action.value,
        "fields": fields,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
