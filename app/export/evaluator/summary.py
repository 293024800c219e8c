"""What a pack will hold, in a few lines: the preview of the window and of the command line."""

from app.export.evaluator.missing import missing_words
from app.export.evaluator.quasi import LADDERS
from app.export.evaluator.release import Release
from app.export.evaluator.report_words import NAMES, beside_reports, left_out_words
from app.export.evaluator.risk_sheet import rung_words
from app.models.team.coverage import Coverage
from app.models.words import whole_number
from app.texts import Text


def summary(release: Release, k: int, covered: Coverage | None = None) -> tuple[Text, ...]:
    """Return the lines: what comes along, what is coarser and where, what is left out, k and l.

    At a lead, the first ones tell what laptops did not send (``covered``). The last ones tell of the
    reports that went out: whether these were taken into account.
    """
    missing = missing_words(covered)
    contacts, shown = release.contacts, len(release.rows)
    if not contacts:
        return (
            *missing,
            Text(
                "Der er ingen henvendelser i perioden; pakken bliver tom, med de samme kolonner.",
                "There are no contacts in the period; the pack will be empty, with the same columns.",
            ),
        )
    lines = [_shown(release, k)]
    if shown:
        lines += [_coarser(release), *_rungs(release), _reached(release)]
    return (*missing, *lines, *beside_reports(release))


def _shown(release: Release, k: int) -> Text:
    shown, whole, left = map(whole_number, (len(release.rows), release.contacts, release.left_out))
    told = Text(
        f"{shown} af {whole} henvendelser kommer med", f"{shown} of {whole} contacts come along"
    )
    why = left_out_words(release, k)
    if not why:
        return Text(f"{told.da}; ingen udelades.", f"{told.en}; none is left out.")
    return Text(
        f"{told.da}; {left} udelades: {'; '.join(each.da for each in why)}.",
        f"{told.en}; {left} left out: {'; '.join(each.en for each in why)}.",
    )


def _coarser(release: Release) -> Text:
    places = [
        NAMES[ladder.name] for place, ladder in enumerate(LADDERS) if release.coarser_at(place)
    ]
    count = whole_number(release.coarser)
    if not places:
        return Text("Ingen af dem vises grovere.", "None of them is shown coarser.")
    return Text(
        f"{count} vises grovere: {', '.join(place.da for place in places)}.",
        f"{count} are shown coarser: {', '.join(place.en for place in places)}.",
    )


def _rungs(release: Release) -> list[Text]:
    return [
        Text(
            f"Trin {number}: {whole_number(rows)} rækker viser {rung_words(node, 'da', NAMES)}.",
            f"Rung {number}: {whole_number(rows)} rows show {rung_words(node, 'en', NAMES)}.",
        )
        for number, (node, rows) in enumerate(release.nodes, 1)
    ]


def _reached(release: Release) -> Text:
    risk = release.risk
    return Text(
        f"Der er mindst {risk.k} forskellige personer bag rækker, der ligner hinanden (k), med"
        f" mindst {risk.l_reasons} forskellige slags årsager (l).",
        f"At least {risk.k} distinct persons stand behind rows that look alike (k), with at least"
        f" {risk.l_reasons} different kinds of reasons (l).",
    )
