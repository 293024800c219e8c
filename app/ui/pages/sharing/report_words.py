"""What came of an exchange of letters, in one sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from app.export.sync_words import taken_lines
from app.texts import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.export.letters.handing import FileTaken
    from app.export.letters.taking import Taken
    from app.export.sync_report import SyncReport
    from app.models.team.inbox import InLetter
    from app.models.team.outbox import OutLetter

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
        parts.append(translate("Sharing", "Sendt: {what}").format(what=_kinds(report.sent)))
    if report.taken:
        letters = [one.letter for one in report.taken]
        parts.append(translate("Sharing", "Hentet: {what}").format(what=_kinds(letters)))
    refused = len(report.refused) + sum(bool(one.reason) for one in report.taken)
    if refused:
        parts.append(translate("Sharing", "Afvist: {count}").format(count=refused))
    if report.roster_is_new:
        parts.append(translate("Sharing", "Ny deltagerliste"))
    if report.package_is_new:
        parts.append(translate("Sharing", "Ny projektpakke"))
    return ". ".join(parts) or translate("Sharing", "Intet nyt at sende eller hente")


def tells_of_copy(told: object) -> bool:
    """Tell whether a SyncReport warns of another computer with the same keys."""
    return cast("SyncReport", told).copy_is_new


def opened_words(told: Sequence[FileTaken], language: Language) -> str:
    """Return what came of files that were opened: each letter, or why there is none."""
    lines = []
    for one in told:
        if one.taken is not None:
            lines += [line.in_language(language).strip() for line in taken_lines(one.taken)]
        elif one.error is not None:
            said = translate("Sharing", "Afvist: {file}. {why}")
            lines.append(said.format(file=one.name, why=one.error.why.in_language(language)))
        elif one.offer.is_link:
            said = translate("Sharing", "Sprunget over, for det er en genvej: {file}")
            lines.append(said.format(file=one.name))
    return ". ".join(line.rstrip(".") for line in lines) or translate(
        "Sharing", "Der var ingen breve til denne computer"
    )


def taken_of(told: object) -> Sequence[Taken]:
    """Return the letters that a SyncReport tells of."""
    return cast("SyncReport", told).taken


def _kinds(letters: Sequence[OutLetter] | Sequence[InLetter]) -> str:
    """Return what letters are, and how many of each kind: nobody has closed a month for a key."""
    names = {
        "summary": translate("Sharing", "månedens tal"),
        "receipt": translate("Sharing", "kvittering"),
        "key": translate("Sharing", "vejledernes fælles nøgle"),
        "roster": translate("Sharing", "deltagerliste"),
        "package": translate("Sharing", "projektpakke"),
    }
    counted = Counter(one.kind for one in letters)
    return ", ".join(
        names[kind] if count == 1 else f"{names[kind]} ({count})" for kind, count in counted.items()
    )


def refused_lines(told: object, language: Language) -> list[str]:
    """Return the files that held no letter for us, each with why."""
    said = translate("Sharing", "Afvist: {file}. {why}")
    return [
        said.format(file=one.called, why=one.error.why.in_language(language))
        for one in cast("SyncReport", told).refused
    ]
