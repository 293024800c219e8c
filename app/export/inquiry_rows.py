"""Inquiries of the list as objects of JSON, described in docs/inquiries-json.md, and as lines."""

from collections.abc import Mapping

from app.export.json_objects import JsonObject
from app.export.plan_rows import one_line
from app.models.inquiry_list import InquiryRow
from app.models.people import ERASED_NAME
from app.models.types import Channel, ContactKind, Identity
from app.models.words import CHANNELS, KINDS, short_date, short_time
from app.texts import Language, Text

_ERASED = Text("slettet person", "erased person")


def inquiry_object(row: InquiryRow) -> JsonObject:
    """Return one inquiry without its private note; of somebody who was erased nothing is told."""
    known = row.identity is Identity.REGISTERED and row.person != ERASED_NAME
    return {
        "inquiry": row.id,
        "date": row.date.isoformat(),
        "time": row.time,
        "kind": row.kind.value,
        "person": row.person_id if known else None,
        "name": row.person if known else "",
        "birth_year": row.birth_year if known else None,
        "phone": row.phone if known else "",
        "workplace": row.workplace_code or None,
        "counsellor": row.counsellor,
        "channel": row.channel.value,
        "role": row.role.value,
        "sick_leave": row.sick_leave.value,
        "reasons": list(row.reasons),
        "advice": list(row.advice),
        "minutes": row.minutes,
    }


def inquiry_line(row: InquiryRow, labels: Mapping[str, Text], language: Language) -> str:
    """Return one inquiry as a line: id, when, kind, who, where, reasons, advice, counsellor."""
    by_phone = row.kind is ContactKind.PHONE_NO_WORKPLACE
    told_already = (Channel.WORKPLACE, Channel.PHONE) if by_phone else (Channel.WORKPLACE,)
    told = (
        row.id,
        f"{short_date(row.date)} {short_time(row.time)}".strip(),
        KINDS[row.kind].in_language(language),
        _who(row, language),
        row.workplace,
        "" if row.channel in told_already else CHANNELS[row.channel].in_language(language).lower(),
        *(
            ", ".join(labels.get(code, Text(code, code)).in_language(language) for code in codes)
            for codes in (row.reasons, row.advice)
        ),
        row.counsellor,
    )
    return "  ".join(filter(None, map(one_line, told)))


def _who(row: InquiryRow, language: Language) -> str:
    if row.person == ERASED_NAME:
        return _ERASED.in_language(language)
    return f"{row.person} ({row.birth_year})" if row.birth_year else row.person
