"""What came of an exchange of letters, in lines for a person."""

from collections.abc import Iterable, Iterator

from app.export.letters.letter import Kind
from app.export.letters.taking import Taken, receipts_in_turn
from app.export.package_text import package_lines
from app.export.sync_mailbox import copy_seen
from app.export.sync_report import SyncReport
from app.models.clock import from_stamp, local
from app.models.periods import month_name, parse_month
from app.models.team.inbox import Received
from app.models.team.outbox import OutLetter, Sending
from app.models.team.refusing import Reason, refused_letter
from app.models.team.reported import (
    Verdict,
    receipt_words,
    sum_lines,
    total_sum,
    verdict_words,
)
from app.models.team.roster import TeamRole
from app.models.team.standing import standing_words
from app.models.team.troubles import trouble_words
from app.models.words import short_date
from app.texts import Text

KINDS = {
    Kind.SUMMARY: Text("Månedens tal", "The month's figures"),
    Kind.RECEIPT: Text("Kvittering", "Receipt"),
    Kind.KEY: Text("Vejledernes fælles nøgle", "The counsellors' shared key"),
    Kind.ROSTER: Text("Deltagerliste", "Roster"),
    Kind.PACKAGE: Text("Projektpakke", "Project package"),
}
"""What each kind of letter is called."""
_DID = {
    Kind.RECEIPT: Text(
        "Projektlederens svar er noteret på brevene her.",
        "The lead's answer is noted on the letters here.",
    ),
    Kind.KEY: Text("Nu kan måneder gøres klar her.", "Months can be made ready here now."),
}
"""What became of letters that bring no figures."""
_COPIED = Text(
    "En kopi af dataene har sendt noget andet under samme nummer fra en anden computer. Brug kun den"
    " ene. Denne har fået nye nøgler: registrér her, hvad der kun står på den anden, giv projektlederen"
    " dens nye visitkort, og send måneden igen.",
    "A copy of the data sent something else under the same number from another computer. Use only one"
    " of them. This one has new keys: register here what stands on the other one alone, give the lead its"
    " new card, and send the month again.",
)
_STATES = {
    Sending.QUEUED: Text("venter på at blive sendt", "waits to be sent"),
    Sending.SAVED: Text("gemt som fil, ikke kvitteret", "saved as a file, no receipt yet"),
    Sending.DELIVERED: Text("sendt, ikke kvitteret", "sent, no receipt yet"),
    Sending.ACKNOWLEDGED: Text("modtaget af projektlederen", "received by the lead"),
    Sending.REFUSED: Text("afvist af projektlederen", "refused by the lead"),
}


def report_lines(report: SyncReport) -> Iterator[Text]:
    """Yield the lines of a report: what came, what was refused, what was sent, what waits."""
    said = standing_words(report.standing)
    if said is not None:
        yield said
    if report.copy_is_new:
        seen = copy_seen()
        yield from (seen.what, seen.why, seen.next_step)
    if report.roster_is_new:
        yield Text("Ny deltagerliste.", "New roster.")
    if report.roster_refused is not None:
        yield report.roster_refused.what
        yield report.roster_refused.why
    yield from _package_lines(report)
    for one in report.taken:
        yield from taken_lines(one)
    for file in report.refused:
        yield Text(
            f"Afvist: {file.called}. {file.error.why.da}",
            f"Refused: {file.called}. {file.error.why.en}",
        )
    sent = sum(one.kind == Kind.SUMMARY for one in report.sent)
    if sent:
        yield Text(
            f"Sendt: {sent} måneder." if sent != 1 else "Sendt: 1 måned.", f"Months sent: {sent}."
        )
    if report.waiting:
        yield Text(f"Breve, der venter: {report.waiting}.", f"Letters that wait: {report.waiting}.")
    if report.unread:
        yield Text(
            f"Filer, der ikke kunne læses nu: {report.unread}.",
            f"Files that could not be read now: {report.unread}.",
        )
    if report.role is TeamRole.COUNSELLOR:
        yield _standing(report)
    elif not report.replaced_as_lead:
        yield from _collected(report)


def _package_lines(report: SyncReport) -> Iterator[Text]:
    """Yield what became of the project package."""
    if report.package_is_new:
        yield Text(
            "Der er kommet en ny projektpakke. Se, hvad der er nyt, og tag den i brug.",
            "A new project package has come. Look at what is new, and take it into use.",
        )
    if report.package_inherited is not None:
        yield Text(
            "Projektpakken fra projektlederen før er taget i brug her. Gem din egen, når alt er, som det"
            " skal være.",
            "The project package of the lead before is in use here. Save your own when everything is as"
            " it should be.",
        )
        yield from package_lines(report.package_inherited)
    if report.package_refused is not None:
        yield report.package_refused.what
        yield report.package_refused.why


def taken_lines(one: Taken) -> Iterator[Text]:
    """Yield what was made of one letter."""
    kind = KINDS[Kind(one.letter.kind)]
    month = month_words(one.letter.month)
    yield Text(f"{one.called}: {kind.da}{month.da}", f"{one.called}: {kind.en}{month.en}")
    if one.error is not None:
        yield Text(f"  {one.error.why.da}", f"  {one.error.why.en}")
    elif one.known:
        yield Text("  Det er her allerede.", "  It is here already.")
    elif one.receipt is not None:
        yield from (Text(f"  {line.da}", f"  {line.en}") for line in receipt_words(one.receipt))
    elif (did := _DID.get(Kind(one.letter.kind))) is not None:
        yield Text(f"  {did.da}", f"  {did.en}")


def out_letter_line(one: OutLetter) -> Text:
    """Return a letter that was written here and how far it is."""
    kind, month, state = KINDS[Kind(one.kind)], month_words(one.month), _STATES[one.state]
    why = Text("", "")
    if one.trouble is not None:
        said = trouble_words(one.trouble)
        why = Text(f" ({said.da})", f" ({said.en})")
    elif one.reason:
        said = refusal_words(one.reason)
        why = Text(f" ({said.da})", f" ({said.en})")
    return Text(
        f"{kind.da}{month.da}: {state.da}{why.da}", f"{kind.en}{month.en}: {state.en}{why.en}"
    )


def refusal_words(reason: str) -> Text:
    """Return why the lead refused a letter that was written here, and what leads out of it."""
    return _COPIED if reason == Reason.FORKED else reason_words(reason)


def reason_words(reason: str) -> Text:
    """Return why a letter was refused; a newer program may know reasons that this one does not."""
    if reason in set(Reason):
        return refused_letter(Reason(reason)).why
    return Text(
        f"Indholdet kan ikke bruges her ({reason}).", f"Its content cannot be used here ({reason})."
    )


def received_line(one: Received, sender: str = "") -> Text:
    """Return a letter that came, whose it is where that is known, and what was made of it."""
    kind, month = KINDS[Kind(one.kind)], month_words(one.month)
    who = f"{sender}: " if sender else ""
    made = Text("Taget ind.", "Taken in.")
    if one.verdict:
        made = verdict_words(Verdict(one.verdict))
    elif one.reason:
        why = reason_words(one.reason)
        made = Text(f"Afvist. {why.da}", f"Refused. {why.en}")
    day = short_date(local(from_stamp(one.received_at)).date())
    return Text(
        f"{day}  {who}{kind.da}{month.da}: {made.da}",
        f"{day}  {who}{kind.en}{month.en}: {made.en}",
    )


def total_lines(taken: Iterable[Taken]) -> Iterator[Text]:
    """Yield what several summaries came to together; nothing where there are not several."""
    receipts = receipts_in_turn(taken)
    if len(receipts) > 1:
        yield Text("I alt", "In all")
        persons = total_sum([one.persons for one in receipts])
        for line in sum_lines(persons, total_sum([one.contacts for one in receipts])):
            yield Text(f"  {line.da}", f"  {line.en}")


def _collected(report: SyncReport) -> Iterator[Text]:
    """Yield how many letters came to the lead, and what they came to."""
    yield from total_lines(report.taken)
    taken = sum(not one.reason for one in report.taken)
    refused = len(report.taken) - taken + len(report.refused)
    yield Text(
        f"Breve: {taken} nye taget ind, {refused} afvist.",
        f"Letters: {taken} new ones taken in, {refused} refused.",
    )
    if report.never_came:
        yield _never_came(report.never_came)


def _never_came(count: int) -> Text:
    """Return how many letters a lead lacks at least, and where they may be."""
    if count == 1:
        danish = ("Mindst 1 brev", "hvilket", "det")
        english = ("At least 1 letter from the counsellors is", "If it lies")
    else:
        danish = (f"Mindst {count} breve", "hvilke", "de")
        english = (f"At least {count} letters from the counsellors are", "If they lie")
    return Text(
        f"OBS: {danish[0]} fra vejlederne er ikke her, så tallene kan være for små. »vejviser lead"
        f" status« viser {danish[1]}. Ligger {danish[2]} i et tidligere sted, så åbn den mappe:"
        " »vejviser bundle open MAPPE«. Ellers bed vejlederne gemme måneden som fil igen: »vejviser"
        " bundle make --month YYYY-MM --out MAPPE«.",
        f"NOTE: {english[0]} not here, so the figures may be too small. “vejviser lead status” shows"
        f" which. {english[1]} in a former place, open that folder: “vejviser bundle open FOLDER”."
        " Otherwise ask the counsellors to save the month as a file again: “vejviser bundle make --month"
        " YYYY-MM --out FOLDER”.",
    )


def _standing(report: SyncReport) -> Text:
    counts = report.counts
    return Text(
        f"Måneder: {counts.acknowledged} modtaget, {counts.delivered} uden kvittering,"
        f" {counts.queued} venter, {counts.saved} gemt som fil, {counts.refused} afvist.",
        f"Months: {counts.acknowledged} received, {counts.delivered} without receipt,"
        f" {counts.queued} waiting, {counts.saved} saved as files, {counts.refused} refused.",
    )


def month_words(month: str) -> Text:
    """Return ", October 2026" of a month (``YYYY-MM``), and nothing of none."""
    if not month:
        return Text("", "")
    name = month_name(parse_month(month).first)
    return Text(f", {name.da}", f", {name.en}")
