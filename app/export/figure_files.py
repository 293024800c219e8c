"""A figure with its meaning and its rows as text, JSON and CSV; no format names anybody."""

import csv
import io
from collections.abc import Iterable

from app.export.cells import Cell, Column, Row, Table, Unit
from app.export.figure_answer import Answer, amount_title, state_words
from app.export.json_objects import to_json
from app.export.plain_text import table_lines, wrapped
from app.models.figure_rows import RATES, FigureRow
from app.models.periods import month_name
from app.models.words import short_date
from app.texts import Language, Text

FORMAT = "vejviser-figure/1"
CSV_COLUMNS = ("kind", "id", "date", "workplace", "state", "amount", "minutes")

_ROWS = Text("Rækkerne bag tallet: {count}", "The rows behind the figure: {count}")
_DATE, _MONTH = Text("Dato", "Date"), Text("Måned", "Month")
_PLACE = Text("Arbejdsplads", "Workplace")
_STATE, _MINUTES = Text("Slags", "Kind"), Text("Minutter", "Minutes")


def figure_text(answer: Answer, language: Language) -> str:
    """Return a figure as text: what it is called, what it means, how it is made, and its rows."""
    title = f"{answer.name.in_language(language)}: {answer.printed(language)}"
    period = answer.period.label.in_language(language)
    lines = [title, "=" * len(title), f"{answer.key} · {period}", ""]
    word = answer.word.in_language(language)
    lines += wrapped(f"{word}: {answer.definition.in_language(language)}")
    lines += wrapped(answer.universe.in_language(language))
    if answer.note is not None:
        lines += wrapped(answer.note.in_language(language))
    lines += ["", *table_lines(_rows_table(answer, language), language)]
    return "\n".join(lines) + "\n"


def figure_json(answer: Answer) -> bytes:
    """Return a figure as JSON; described in docs/tally-json.md."""
    return to_json(
        {
            "format": FORMAT,
            "key": str(answer.key),
            "period": answer.period,
            "workplaces": answer.workplaces,
            "value": answer.value,
            "closed": _closed(answer),
            "measure": answer.behind.measure,
            **{
                name: {"da": text.da, "en": text.en}
                for name, text in (
                    ("name", answer.name),
                    ("definition", answer.definition),
                    ("universe", answer.universe),
                    ("how", answer.how),
                )
            },
            "rows": [
                dict(zip(CSV_COLUMNS, _values(row, answer), strict=True))
                for row in answer.behind.rows
            ],
        }
    )


def _closed(answer: Answer) -> dict[str, object] | None:
    """Return when the figure was frozen, and what its rows would give now; None of an open month."""
    frozen = answer.frozen
    if frozen is None:
        return None
    return {"on": frozen.on, "revision": frozen.revision, "now": answer.behind.value}


def figure_csv(answer: Answer) -> bytes:
    """Return the rows as CSV: comma, ISO dates, UTF-8, LF."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    writer.writerows(_values(row, answer) for row in answer.behind.rows)
    return text.getvalue().encode()


def _values(row: FigureRow, answer: Answer) -> tuple[str | int, ...]:
    day = f"{row.date:%Y-%m}" if answer.by_month else row.date.isoformat()
    return (row.kind.value, row.id, day, row.workplace, row.state, row.amount, row.minutes)


def _rows_table(answer: Answer, language: Language) -> Table:
    behind = answer.behind
    columns = [
        Column("date", (_MONTH if answer.by_month else _DATE).in_language(language), Unit.TEXT),
        Column("id", "Id", Unit.TEXT),
        Column("workplace", _PLACE.in_language(language), Unit.TEXT),
        Column("state", _STATE.in_language(language), Unit.TEXT),
        Column("amount", amount_title(behind.measure).in_language(language)),
    ]
    if behind.measure in RATES:
        columns.append(Column("minutes", _MINUTES.in_language(language)))
    title = _ROWS.format(count=len(behind.rows)).in_language(language)
    return Table(
        "rows",
        title,
        answer.how.in_language(language),
        tuple(columns),
        tuple(Row(row.id, _cells(row, columns, answer, language)) for row in behind.rows),
    )


def _cells(
    row: FigureRow, columns: Iterable[Column], answer: Answer, language: Language
) -> tuple[Cell, ...]:
    when = month_name(row.date).in_language(language) if answer.by_month else short_date(row.date)
    found: dict[str, Cell] = {
        "date": when,
        "id": row.id,
        "workplace": row.workplace,
        "state": state_words(row).in_language(language),
        "amount": row.amount,
        "minutes": row.minutes,
    }
    return tuple(found[column.key] for column in columns)
