"""A protected report as plain text, for the command line."""

from app.export.outside.report import OutsideReport, outside_profile
from app.export.plain_text import table_lines, wrapped
from app.models.words import short_date
from app.texts import Text

_PREVIEW = Text("Forhåndsvisning: intet er udgivet.", "Preview: nothing is released.")
_RELEASED = Text("Udgivet {day}: {id}", "Released on {day}: {id}")


def to_text(report: OutsideReport) -> str:
    """Return the report as text, each table under its title, its universe and its legend."""
    language, release = report.language, report.protected.release
    lines = [report.title, "=" * len(report.title), report.whose]
    lines.append(outside_profile(report.protected).in_language(language))
    if report.protected.is_new:
        lines.append(_PREVIEW.in_language(language))
    else:
        told = _RELEASED.format(day=short_date(report.made_on), id=release.id)
        lines.append(told.in_language(language))
    for note in (report.banner, *report.notes):
        lines += wrapped(note)
    for table in report.all_tables:
        lines += ["", *table_lines(table, language)]
    return "\n".join(lines) + "\n"
