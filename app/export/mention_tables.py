"""The tables of what is mentioned: reasons by group and by code, and advice."""

from collections.abc import Iterable

from app.export.cells import Column, Row, Table, Unit
from app.export.table_source import COUNT, SHARE, TOTAL, Source
from app.models.rules import percent
from app.texts import Text

TOP = 5
"""How many pieces of advice the short table names."""

_FIRST_BAND = Text("Unikke", "First inquiries")
_ALL_BAND = Text("Alle", "All inquiries")
_INQUIRIES_BAND = Text("Henvendelser", "Inquiries")


def reasons_by_group(source: Source) -> Table:
    """Return the mentions by reason group, and how many contacts mention the group at all."""
    first, every = source.tally.reasons.first, source.tally.reasons.all
    contacts = source.tally.contacts.all
    rows = []
    for code, name in source.labels.groups.items():
        inquiries = every.inquiries_by_group[code]
        mentions = _two_shares(first.by_group[code], first.total, every.by_group[code], every.total)
        rows.append(Row(code, (name, *mentions, inquiries, percent(inquiries, contacts))))
    total = (source.say(TOTAL), *_two_shares(first.total, first.total, every.total, every.total))
    return Table(
        "reasons_by_group",
        source.say(Text("Årsager i grupper", "Reasons by group")),
        source.universes(*_two_universes("reasons"), (_INQUIRIES_BAND, "inquiries_by_group")),
        (
            Column("group", source.say(Text("Gruppe", "Group")), Unit.TEXT),
            *_two_bands(source),
            source.column("inquiries", COUNT, band=_INQUIRIES_BAND),
            source.column("inquiries_share", SHARE, Unit.PERCENT, band=_INQUIRIES_BAND),
        ),
        tuple(rows),
        Row("all", (*total, None, None)),
    )


def reasons_by_code(source: Source) -> Table:
    """Return the mentions by single reason, in the order of the code list."""
    first, every = source.tally.reasons.first, source.tally.reasons.all
    groups, labels = source.labels.groups, source.labels
    rows = tuple(
        Row(
            code,
            (
                labels.reasons[code],
                groups[labels.reason_groups[code]],
                *_two_shares(first.by_code[code], first.total, count, every.total),
            ),
        )
        for code, count in every.by_code.items()
    )
    total = _two_shares(first.total, first.total, every.total, every.total)
    return Table(
        "reasons_by_code",
        source.say(Text("Årsager", "Reasons")),
        source.universes(*_two_universes("reasons")),
        (
            Column("reason", source.say(Text("Årsag", "Reason")), Unit.TEXT),
            Column("group", source.say(Text("Gruppe", "Group")), Unit.TEXT),
            *_two_bands(source),
        ),
        rows,
        Row("all", (source.say(TOTAL), "", *total)),
    )


def advice(source: Source, *, top: int) -> Table:
    """Return the advice, all of it in the order of the code list, or the most given first."""
    first, every = source.tally.advice.first, source.tally.advice.all
    counts = list(every.by_code.items())
    title = Text("Råd", "Advice")
    if top:
        counts = sorted(counts, key=lambda item: -item[1])[:top]
        title = Text(f"Råd, de {top} hyppigste", f"Advice, the {top} most frequent")
    rows = tuple(
        Row(
            code,
            (
                source.labels.advice[code],
                *_two_shares(first.by_code[code], first.total, count, every.total),
            ),
        )
        for code, count in counts
    )
    total = _two_shares(first.total, first.total, every.total, every.total)
    name = Text("I alt, alle råd", "Total, all advice") if top else TOTAL
    return Table(
        "advice_top" if top else "advice",
        source.say(title),
        source.universes(*_two_universes("advice")),
        (Column("advice", source.say(Text("Råd", "Advice")), Unit.TEXT), *_two_bands(source)),
        rows,
        Row("all", (source.say(name), *total)),
    )


def _two_universes(family: str) -> tuple[tuple[Text, str], ...]:
    return (_FIRST_BAND, f"{family}.first"), (_ALL_BAND, f"{family}.all")


def _two_bands(source: Source) -> Iterable[Column]:
    for key, band in (("first", _FIRST_BAND), ("all", _ALL_BAND)):
        yield source.column(key, COUNT, band=band)
        yield source.column(f"{key}_share", SHARE, Unit.PERCENT, band=band)


def _two_shares(first: int, first_total: int, every: int, total: int) -> tuple[int, int, int, int]:
    return first, percent(first, first_total), every, percent(every, total)
