"""What a project package changes as an object of JSON; described in docs/package-json.md."""

from app.export.json_objects import JsonObject
from app.models.team.package_changes import PackageChange, PackageChanges


def changes_object(changes: PackageChanges, *, taken: bool) -> JsonObject:
    """Return the changes; ``taken`` tells whether they were made or only looked at."""
    return {
        "format": "vejviser-package-changes/1",
        "taken": taken,
        "verdict": changes.verdict.value,
        "project": changes.project,
        "version": changes.version,
        "changes": [_change_object(change) for change in changes.changes],
        "taxonomy": [
            {
                "change": one.sort.value,
                "codes": list(one.codes),
                "text": {"da": one.text.da, "en": one.text.en},
            }
            for one in changes.taxonomy
        ],
        "own_rules_beside": list(changes.beside),
    }


def _change_object(change: PackageChange) -> JsonObject:
    return {
        "kind": change.kind,
        "name": change.name,
        "fate": change.fate.value,
        "lost": change.lost,
        "fields": [
            {
                "field": field.name,
                "here": field.here,
                "package": field.package,
                "entered_here": field.entered_here,
            }
            for field in change.fields
        ],
    }
