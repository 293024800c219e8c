"""What an import says before and after, in the window and on the command line alike."""

from app.models.import_report import ImportReport
from app.models.periods import month_name, parse_month
from app.models.words import whole_number
from app.texts import Text

_HELD_BACK = Text(
    "Intet bliver importeret, så længe der er rækker med fejl.",
    "Nothing will be imported as long as there are rows with errors.",
)
_SAVED = Text("Importen er gemt.", "The import is saved.")
_NOTHING_NEW = Text("Der var intet nyt at importere.", "There was nothing new to import.")
_NOTHING_IN_IT = Text("uden noget at importere", "without anything to import")


def written(report: ImportReport) -> int:
    """Return how many rows are written, or would be."""
    return report.added + report.updated


def foreseen(report: ImportReport, *, skip_bad_rows: bool) -> tuple[Text, ...]:
    """Return the lines of a dry run.

    Unless they are skipped, rows that cannot be used hold back all the others: then these are
    only said to be possible.
    """
    bad = len(report.rejected_rows)
    there = (
        *_rows(
            report.already_there,
            Text("findes allerede og springes over", "already there, left out"),
        ),
        *_rows(report.left_out, _NOTHING_IN_IT),
    )
    if bad and not skip_bad_rows:
        return (
            _HELD_BACK,
            *_rows(report.added, Text("kan tilføjes", "can be added")),
            *_rows(report.updated, Text("kan opdateres", "can be updated")),
            *there,
            *_rows(bad, Text("kan ikke bruges", "cannot be used")),
        )
    lines = (
        *_rows(report.added, Text("bliver tilføjet", "will be added")),
        *_rows(report.updated, Text("bliver opdateret", "will be updated")),
        *there,
        *_rows(bad, Text("kan ikke bruges og springes over", "cannot be used, left out")),
    )
    return lines or (Text("0 rækker i filen", "0 rows in the file"),)


def done(report: ImportReport) -> tuple[Text, ...]:
    """Return the lines that say what an import has done."""
    return (
        _SAVED if written(report) else _NOTHING_NEW,
        *_rows(report.added, Text("er tilføjet", "added")),
        *_rows(report.updated, Text("er opdateret", "updated")),
        *_rows(
            report.already_there,
            Text("fandtes allerede og er sprunget over", "already there, left out"),
        ),
        *_rows(report.left_out, _NOTHING_IN_IT),
        *_rows(
            len(report.rejected_rows),
            Text("kunne ikke bruges og er sprunget over", "could not be used, left out"),
        ),
    )


def besides(report: ImportReport) -> tuple[Text, ...]:
    """Return what comes along with the rows: persons, presence rules, counsellors, organisations.

    Rows in closed months come first, with what that means for the closed figures.
    """
    told = list(_closed(report))
    for count, one, many in (
        (report.new_people, Text("ny person", "new person"), Text("nye personer", "new people")),
        (
            report.new_rules,
            Text("ny fremmøderegel", "new presence rule"),
            Text("nye fremmøderegler", "new presence rules"),
        ),
    ):
        if count:
            told.append(_counted(count, one if count == 1 else many))
    for names, label in (
        (report.new_counsellors, Text("Nye vejledere", "New counsellors")),
        (report.new_organisations, Text("Nye organisationer", "New organisations")),
    ):
        if names:
            told.append(Text(f"{label.da}: {', '.join(names)}", f"{label.en}: {', '.join(names)}"))
    return tuple(told)


def _closed(report: ImportReport) -> tuple[Text, ...]:
    if not report.closed_months:
        return ()
    months = [
        (month_name(parse_month(each.month).first), each.rows) for each in report.closed_months
    ]
    danish = ", ".join(f"{name.da} ({whole_number(rows)})" for name, rows in months)
    english = ", ".join(f"{name.en} ({whole_number(rows)})" for name, rows in months)
    return (
        Text(
            f"Rækker i lukkede måneder: {danish}. De lukkede tal ændrer sig ikke; rækkerne står som"
            " rettelser i rapporten, indtil måneden rettes med en begrundelse",
            f"Rows in closed months: {english}. The closed figures do not change; the rows stand as"
            " corrections in the report until the month is restated with a reason",
        ),
    )


def _rows(count: int, what: Text) -> tuple[Text, ...]:
    rows = Text("række", "row") if count == 1 else Text("rækker", "rows")
    return (_counted(count, Text(f"{rows.da} {what.da}", f"{rows.en} {what.en}")),) if count else ()


def _counted(count: int, what: Text) -> Text:
    number = whole_number(count)
    return Text(f"{number} {what.da}", f"{number} {what.en}")
