"""What an import says, as an object of JSON; described in docs/import.md."""

from app.export.json_objects import JsonObject
from app.models.import_report import ImportReport
from app.texts import Language

FORMAT = "vejviser-import-1"


def import_object(report: ImportReport, language: Language, *, dry_run: bool) -> JsonObject:
    """Return the figures of an import, foreseen or done; sentences are in ``language``."""
    return {
        "format": FORMAT,
        "kind": report.kind,
        "dry_run": dry_run,
        "rows": report.rows,
        "added": report.added,
        "updated": report.updated,
        "already_there": report.already_there,
        "left_out": report.left_out,
        "rejected": [
            {
                "row": problem.row,
                "column": problem.column,
                "reason": problem.reason.in_language(language),
            }
            for problem in report.rejected
        ],
        "new_people": report.new_people,
        "new_rules": report.new_rules,
        "new_counsellors": list(report.new_counsellors),
        "new_organisations": list(report.new_organisations),
        "closed_months": [
            {"month": each.month, "rows": each.rows} for each in report.closed_months
        ],
        "notices": [notice.in_language(language) for notice in report.notices],
    }
