"""What came of an exchange of letters, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from app.texts import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.export.letters.taking import Taken
    from app.export.sync import SyncReport

translate = QCoreApplication.translate


def report_words(told: object, language: Language) -> str:
    """Return what a SyncReport tells: what was wrong first, else what was sent and fetched."""
    report = cast("SyncReport", told)
    if report.error is not None:
        return f"{report.error.why.in_language(language)} {report.error.next_step.in_language(language)}"
    if report.cancelled:
        return translate("Sharing", "Afbrudt. Det, der nåede frem, er fremme.")
    if report.roster_refused is not None:
        return report.roster_refused.message(language)
    parts = []
    if report.sent:
        parts.append(translate("Sharing", "{count} sendt").format(count=len(report.sent)))
    if report.taken:
        parts.append(translate("Sharing", "{count} hentet").format(count=len(report.taken)))
    refused = len(report.refused) + sum(bool(one.reason) for one in report.taken)
    if refused:
        parts.append(translate("Sharing", "{count} afvist").format(count=refused))
    if report.roster_is_new:
        parts.append(translate("Sharing", "ny deltagerliste"))
    if report.package_is_new:
        parts.append(translate("Sharing", "ny projektpakke"))
    return ", ".join(parts) or translate("Sharing", "Intet nyt at sende eller hente")


def taken_of(told: object) -> Sequence[Taken]:
    """Return the letters that a SyncReport tells of."""
    return cast("SyncReport", told).taken


def refused_lines(told: object, language: Language) -> list[str]:
    """Return the files that held no letter for us, each with why."""
    said = translate("Sharing", "Afvist: {file}. {why}")
    return [
        said.format(file=one.name, why=one.error.why.in_language(language))
        for one in cast("SyncReport", told).refused
    ]
