"""A week of visits in every state, as the drawing of the presence plan has it."""

from datetime import date, timedelta

from app.ui.widgets.week_grid_types import GridDay, GridItem, Tone, clock

MONDAY = date(2026, 11, 16)
FRIDAY = date(2026, 11, 20)
_NAMES = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_MONTHS = {10: "oktober", 11: "november", 12: "december"}


def day(when: date, note: str = "") -> GridDay:
    name = _NAMES[when.weekday()]
    return GridDay(
        when,
        f"{name[:3].capitalize()} {when.day}",
        note,
        closed=when.weekday() > 4 or bool(note),
        spoken=f"{name} {when.day}. {_MONTHS[when.month]}",
    )


WEEK = tuple(day(MONDAY + timedelta(days=n)) for n in range(5))
MONTH = tuple(
    day(date(2026, 10, 26) + timedelta(days=n), "Mortensaften" if n == 15 else "")
    for n in range(42)
)


def visit(
    key: str,
    weekday: int,
    start: int,
    end: int,
    title: str,
    detail: str = "Kantinen",
    tone: Tone = "planned",
    *,
    movable: bool = True,
    warning: str = "",
) -> GridItem:
    """Return an item of the week; ``weekday`` 0 is Monday."""
    when = MONDAY + timedelta(days=weekday)
    return GridItem(
        key,
        when,
        start,
        end,
        title,
        detail,
        f"{title}, {day(when).spoken} {clock(start)} til {clock(end)}, {detail}",
        tone,
        movable,
        bool(warning),
        warning,
    )


def week_items() -> list[GridItem]:
    """Return the visits of the week."""
    return [
        visit("arla", 0, 480, 540, "Arla Danmark Protein", "Kontorgangen", "held", movable=False),
        visit("skjern", 0, 780, 840, "Skjern Hjemmepleje", "Kontor på gangen", "held"),
        visit("tarm", 1, 540, 600, "VM Tarm", tone="moved"),
        visit("gpv", 1, 840, 900, "GPV i Tarm", warning="samtidig med Fjordparken"),
        visit("fjord", 1, 855, 930, "Fjordparken", warning="samtidig med GPV i Tarm"),
        visit("holm", 2, 540, 600, "Holmbohjemmet", "Ved køkkenet", "skipped"),
        visit("su", 2, 780, 900, "SU-møde: oplæg", "Fjordparken · 14 deltagere", "activity"),
        visit("eng", 3, 480, 540, "Enghaven", "Mødelokale"),
        visit("tim", 3, 660, 720, "Tim Plejehjem", "Aflyst: leder på ferie", "cancelled"),
        visit("lem", 4, 540, 600, "Vestas i Lem", tone="running"),
        visit("ringkøbing", 4, 750, 810, "Vestas i Ringkøbing", "Glasburet · dag"),
        visit("aften", 4, 930, 990, "Vestas i Ringkøbing", "Glasburet · aften"),
    ]
