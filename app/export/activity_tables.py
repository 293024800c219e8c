"""The tables of activities: by kind, by workplace, and their topics."""

from app.export.cells import Cell, Column, Row, Table, Unit
from app.export.table_source import COUNT, SHARE, TOTAL, Source, shares
from app.export.visit_tables import HOURS, WORKPLACE
from app.models.plan_types import ActivityKind
from app.models.plan_words import ACTIVITY_KINDS
from app.models.rules import percent
from app.models.tally_types import ActivitySums
from app.models.topics import topic_label
from app.texts import Text


def activities(source: Source) -> Table:
    """Return the activities by kind."""
    tally = source.tally.activities
    rows = tuple(
        Row(kind, (source.say(ACTIVITY_KINDS[ActivityKind(kind)]), *_cells(sums)))
        for kind, sums in tally.by_kind.items()
    )
    return Table(
        "activities",
        source.say(Text("Aktiviteter", "Activities")),
        source.universe("activities"),
        (Column("kind", source.say(Text("Slags", "Kind")), Unit.TEXT), *_columns(source)),
        rows,
        Row("all", (source.say(TOTAL), *_cells(tally.all))),
    )


def activities_by_workplace(source: Source) -> Table:
    """Return the activities at each workplace they were for."""
    tally = source.tally.activities
    rows = tuple(
        Row(code, (name, *_cells(tally.by_workplace[code])))
        for code, name in source.labels.workplaces.items()
        if code in tally.by_workplace
    )
    return Table(
        "activities_by_workplace",
        source.say(Text("Aktiviteter pr. arbejdsplads", "Activities by workplace")),
        source.universe("activities_by_workplace"),
        (Column("workplace", source.say(WORKPLACE), Unit.TEXT), *_columns(source)),
        rows,
        Row("all", (source.say(TOTAL), *_cells(tally.all))),
    )


def topics(source: Source) -> Table:
    """Return how often each topic was part of a held activity."""
    counts = source.tally.activities.topics
    names = {code: source.say(topic_label(code)) for code in counts}
    total = sum(counts.values())
    return Table(
        "topics",
        source.say(Text("Emner ved aktiviteter", "Topics of activities")),
        source.universe("topics"),
        (
            Column("topic", source.say(Text("Emne", "Topic")), Unit.TEXT),
            source.column("count", COUNT),
            source.column("share", SHARE, Unit.PERCENT),
        ),
        shares(counts, names, total),
        Row("all", (source.say(TOTAL), total, percent(total, total))),
    )


def _columns(source: Source) -> tuple[Column, ...]:
    return (
        source.column("planned", Text("Planlagt", "Planned")),
        source.column("held", Text("Holdt", "Held")),
        source.column("cancelled", Text("Aflyst", "Cancelled")),
        source.column("hours", HOURS, Unit.HOURS),
        source.column("participants", Text("Deltagere", "Participants")),
        source.column("participants_not_told", Text("Antal ikke oplyst", "Number not told")),
    )


def _cells(sums: ActivitySums) -> tuple[Cell, ...]:
    return (
        sums.planned,
        sums.held,
        sums.cancelled,
        sums.minutes,
        sums.participants,
        sums.participants_not_told,
    )
