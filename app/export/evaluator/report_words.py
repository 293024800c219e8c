"""What the columns are called in a sentence, and what the reports that went out mean for a pack."""

from app.export.evaluator.release import Release
from app.models.words import whole_number
from app.texts import Text

NAMES = {
    "period": Text("tid", "time"),
    "workplace": Text("arbejdsplads", "workplace"),
    "gender": Text("køn", "gender"),
    "age": Text("alder", "age"),
    "role": Text("rolle", "role"),
    "kind": Text("slags", "kind"),
    "channel": Text("form", "channel"),
}
"""What the ladders are called in a sentence."""

COLUMNS = NAMES | {
    "sick_leave": Text("sygefravær", "sick leave"),
    "reason": Text("enkelte årsager", "single reasons"),
    "advice": Text("råd", "advice"),
}
"""The same for all that can be withheld for all rows."""


def left_out_words(release: Release, k: int) -> tuple[Text, ...]:
    """Return why contacts have no row: every reason that any has, with how many of its own."""
    counted = (
        (
            release.dropped,
            f", fordi færre end {k} personer ligner hinanden, eller så ingen udelades alene",
            f" because fewer than {k} persons look alike, or so that nobody is left out alone",
        ),
        (
            release.because_of_reports,
            " på grund af udgivne opgørelser",
            " because of released reports",
        ),
        (release.erased, ", fordi personen er slettet", " because the person was erased"),
    )
    return tuple(
        Text(f"{whole_number(count)}{da}", f"{whole_number(count)}{en}")
        for count, da, en in counted
        if count
    )


def beside_reports(release: Release) -> tuple[Text, ...]:
    """Return what the reports that went out mean for the pack."""
    if not release.checked:
        return (
            Text(
                "Der er ikke udgivet nogen opgørelse. Udgiv opgørelserne først, hvis evaluator også"
                " skal læse dem: pakken beskytter mod det, der er udgivet, før den laves.",
                "No report has been released. Release the reports first if the evaluator will read"
                " these too: a pack protects against what was released before it is made.",
            ),
        )
    reports = _counted(
        release.checked,
        Text("udgivet opgørelse", "released report"),
        Text("udgivne opgørelser", "released reports"),
    )
    told = [
        Text(
            f"Holdt op mod {reports.da}: det, der er skjult der, kan ikke regnes ud af pakken.",
            f"Set against {reports.en}: what is withheld there cannot be worked out from the pack.",
        )
    ]
    if release.limits.withheld:
        names = [COLUMNS[name] for name in COLUMNS if name in release.limits.withheld]
        told.append(
            Text(
                f"Holdt tilbage i alle rækker for den skyld: {', '.join(n.da for n in names)}.",
                f"Withheld in all rows for that: {', '.join(name.en for name in names)}.",
            )
        )
    if release.limits.left_out:
        persons = _counted(
            len(release.limits.left_out), Text("person", "person"), Text("personer", "persons")
        )
        told.append(
            Text(
                f"Udeladt for den skyld: alle henvendelser fra {persons.da}.",
                f"Left out for that: all contacts of {persons.en}.",
            )
        )
    if release.hidden_visits:
        count = whole_number(len(release.hidden_visits))
        told.append(
            Text(
                f"Linjer med fremmøder, der er skjult for den skyld: {count}.",
                f"Lines of visits withheld for that: {count}.",
            )
        )
    return tuple(told)


def _counted(count: int, one: Text, many: Text) -> Text:
    number, word = whole_number(count), one if count == 1 else many
    return Text(f"{number} {word.da}", f"{number} {word.en}")
