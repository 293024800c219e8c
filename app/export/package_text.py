"""What a project package changes, as lines that people read."""

from collections import Counter
from collections.abc import Iterator

from app.models.team.package import Package
from app.models.team.package_changes import Fate, PackageChange, PackageChanges
from app.models.team.roster import Verdict
from app.models.words import short_date
from app.texts import Text

_KINDS = {
    "counsellor": Text("Vejledere", "Counsellors"),
    "organisation": Text("Organisationer", "Organisations"),
    "workplace": Text("Arbejdspladser", "Workplaces"),
    "offer": Text("Tilbud", "Offers"),
    "presence_rule": Text("Fremmøderegler", "Presence rules"),
    "closing_days": Text("Lukkedage", "Closing days"),
    "retention_period": Text("Opbevaringsperioder", "Retention periods"),
    "setting": Text("Indstillinger", "Settings"),
}
_FATES = {
    Fate.ADDED: Text("nye", "new"),
    Fate.ADOPTED: Text("hører nu til pakken", "belong to the package now"),
    Fate.CHANGED: Text("ændret", "changed"),
    Fate.REMOVED: Text("fjernet", "removed"),
    Fate.ENDED: Text("afsluttet", "ended"),
    Fate.STAYS: Text("udgået, men bliver her", "gone from the package, but stay here"),
}
_OUTLOOK = {
    Fate.REMOVED: Text("fjernes", "removed"),
    Fate.ADDED: Text("nye", "new"),
    Fate.CHANGED: Text("ændres", "changed"),
}
"""What a lead's next package does, the most serious first."""
_FIELDS = {
    "name": Text("navn", "name"),
    "code": Text("kode", "code"),
    "cvr": Text("CVR-nummer", "CVR number"),
    "organisation_id": Text("organisation", "organisation"),
    "workplace_id": Text("arbejdsplads", "workplace"),
    "sector": Text("sektor", "sector"),
    "headcount": Text("ansatte", "headcount"),
    "p_number": Text("P-nummer", "P number"),
    "started_on": Text("startdato", "start"),
    "ended_on": Text("slutdato", "end"),
    "place": Text("sted", "place"),
    "visibility": Text("synlighed", "visibility"),
    "addresses": Text("adresser", "addresses"),
    "kind": Text("slags", "kind"),
    "provider": Text("leverandør", "provider"),
    "advice_code": Text("råd", "advice"),
    "phone": Text("telefon", "phone"),
    "link": Text("link", "link"),
    "note": Text("note", "note"),
    "valid_from": Text("gælder fra", "valid from"),
    "valid_until": Text("gælder til", "valid until"),
    "quota": Text("antal samtaler", "number of sessions"),
    "every_weeks": Text("uger imellem", "weeks between"),
    "weekdays": Text("ugedage", "weekdays"),
    "time": Text("klokkeslæt", "time"),
    "minutes": Text("minutter", "minutes"),
    "shift": Text("vagt", "shift"),
    "places": Text("steder", "places"),
    "counsellor_ids": Text("vejledere", "counsellors"),
    "anchor": Text("første uge", "first week"),
    "first_on": Text("første dag", "first day"),
    "last_on": Text("sidste dag", "last day"),
    "reason": Text("grund", "reason"),
    "months": Text("måneder", "months"),
    "legal_basis": Text("hjemmel", "legal basis"),
    "protection_k": Text("mindste gruppe", "smallest group"),
    "least_headcount": Text("mindste arbejdsplads", "smallest workplace"),
}
_NOTHING = Text("(tom)", "(empty)")
_NOTHING_NEW = Text(
    "Alt er allerede, som pakken siger.", "Everything is as the package says already."
)
_NOTHING_ELSE = Text(
    "Du bliver en del af projektet. Ellers ændrer pakken intet her.",
    "You become part of the project. Otherwise the package changes nothing here.",
)
_MOST_NAMES = 5
"""New records that are named; of more, a report of what came would be too long to read."""
_MOST_LISTED = 30
"""Records that are named before a package goes out: who takes something away sees what."""


def kept_words(taken: Package | None, *, given: bool) -> Text:
    """Return what a new lead goes on with where no package changed anything.

    ``taken`` is the package known here, as at a lead whose backup was put back; ``given`` tells
    whether one was named and is no newer.
    """
    if taken is None:
        return Text(
            "Arbejdspladser, tilbud, regler og kodelister kommer med den forrige projektpakke: vælg"
            " det fælles sted, og synkroniser, eller åbn pakken (»vejviser project open FIL«).",
            "Workplaces, offers, rules and code lists come with the project package before: choose"
            " the shared place and synchronise, or open it (“vejviser project open FILE”).",
        )
    day = short_date(taken.made_on)
    if given:
        return Text(
            "Pakken er ikke nyere end den, der er her, og har intet ændret: arbejdspladser, tilbud,"
            f" regler og kodelister er her allerede, med projektpakken fra {day}.",
            "The package is no newer than the one here and changed nothing: workplaces, offers, rules"
            f" and code lists are here already, with the project package of {day}.",
        )
    return Text(
        "Arbejdspladser, tilbud, regler og kodelister er her allerede, med projektpakken fra"
        f" {day}. Er der skrevet en nyere siden, så synkroniser, eller åbn den (»vejviser project"
        " open FIL«), før du skriver den næste.",
        f"Workplaces, offers, rules and code lists are here already, with the project package of {day}."
        " If a newer one was written since, synchronise or open it (“vejviser project open FILE”)"
        " before you write the next.",
    )


def package_lines(changes: PackageChanges) -> Iterator[Text]:
    """Yield the sums by kind, then what is changed, then the code lists and what to look at."""
    yield Text(
        f"{changes.project}, pakke {changes.version}",
        f"{changes.project}, package {changes.version}",
    )
    if not changes.anything:
        yield _NOTHING_ELSE if changes.verdict is Verdict.FIRST else _NOTHING_NEW
    for kind, label in _KINDS.items():
        fates = Counter(change.fate for change in changes.changes if change.kind == kind)
        if fates:
            counted = [_counted(changes, kind, fate, n) for fate, n in sorted(fates.items())]
            da = ", ".join(one.da for one in counted)
            en = ", ".join(one.en for one in counted)
            yield Text(f"{label.da}: {da}", f"{label.en}: {en}")
    for change in changes.changes:
        if change.fate not in (Fate.ADDED, Fate.ADOPTED):
            yield _line(change)
    yield from (change.text for change in changes.taxonomy)
    if changes.beside:
        codes = ", ".join(changes.beside)
        yield Text(
            f"Her er dine egne fremmøderegler ved siden af pakkens; se, om de er dobbelte: {codes}.",
            f"Own presence rules go on beside those of the package; see if they are double: {codes}.",
        )


def outlook_lines(changes: PackageChanges) -> Iterator[Text]:
    """Yield what a lead's next package takes away and brings, by kind with the names, then the details.

    ``changes`` are those of :func:`~app.models.team.package_outlook.next_package`.
    """
    if changes.verdict is Verdict.FIRST:
        yield Text(
            "Her er ingen tidligere pakke at sammenligne med.",
            "There is no earlier package here to compare with.",
        )
    elif changes.verdict is Verdict.KNOWN:
        yield Text("Intet er ændret siden den sidste pakke.", "Nothing changed since the last one.")
    elif not changes.anything:
        yield Text(
            "Kun deltagerlisten er ny siden den sidste pakke.",
            "Only the roster is new since the last package.",
        )
    else:
        yield Text("Siden den sidste pakke:", "Since the last package:")
    for kind, label in _KINDS.items():
        listed = [_listed(changes, kind, fate) for fate in _OUTLOOK]
        if told := [one for one in listed if one is not None]:
            da, en = ", ".join(one.da for one in told), ", ".join(one.en for one in told)
            yield Text(f"{label.da}: {da}", f"{label.en}: {en}")
    yield from (_line(change) for change in changes.changes if change.fields)
    yield from (change.text for change in changes.taxonomy)


def _listed(changes: PackageChanges, kind: str, fate: Fate) -> Text | None:
    """Return how many records of a kind have a fate, with as many names as can be read; None for none."""
    names = [one.name for one in changes.changes if (one.kind, one.fate) == (kind, fate)]
    if not names:
        return None
    count, words = len(names), _OUTLOOK[fate]
    da = en = ", ".join(names[:_MOST_LISTED])
    if count > _MOST_LISTED:
        more = count - _MOST_LISTED
        da, en = f"{da} og {more} mere", f"{en} and {more} more"
    new = "ny" if count == 1 and fate is Fate.ADDED else words.da
    return Text(f"{count} {new} ({da})", f"{count} {words.en} ({en})")


def _counted(changes: PackageChanges, kind: str, fate: Fate, count: int) -> Text:
    """Return how many records have a fate; new ones by their names, as nothing else tells of them."""
    words = _FATES[fate]
    if fate is not Fate.ADDED:
        return Text(f"{count} {words.da}", f"{count} {words.en}")
    names = [one.name for one in changes.changes if (one.kind, one.fate) == (kind, fate)]
    listed = ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
    new = "ny" if count == 1 else words.da
    return Text(f"{count} {new} ({listed})", f"{count} {words.en} ({listed})")


def _line(change: PackageChange) -> Text:
    danish, english = [], []
    for field in change.fields:
        name = _FIELDS.get(field.name, Text(field.name, field.name))
        here_da, here_en = field.here or _NOTHING.da, field.here or _NOTHING.en
        told_da, told_en = field.package or _NOTHING.da, field.package or _NOTHING.en
        mark_da, mark_en = (
            ("  ← rettet her", "  ← changed here") if field.entered_here else ("", "")
        )
        danish.append(f"{name.da} {here_da} → {told_da}{mark_da}")
        english.append(f"{name.en} {here_en} → {told_en}{mark_en}")
    fate = _FATES[change.fate]
    if not change.fields:
        if change.lost:
            return Text(
                f"  {change.name}: {fate.da}  ← rettet her",
                f"  {change.name}: {fate.en}  ← changed here",
            )
        return Text(f"  {change.name}: {fate.da}", f"  {change.name}: {fate.en}")
    return Text(f"  {change.name}: {'; '.join(danish)}", f"  {change.name}: {'; '.join(english)}")
