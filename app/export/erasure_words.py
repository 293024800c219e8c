"""What an erasure is going to do, in words: for the question before it and for the receipt."""

from collections.abc import Iterator

import msgspec

from app.models.erasure import Erasure
from app.models.words import short_date, whole_number
from app.texts import Text

_ONE = Text("personen", "the person")
_SEVERAL = Text("personerne", "the persons")
_NO_BACKUP = Text(
    "Ingen sikkerhedskopi, som programmet kan se, indeholder {whom}.",
    "No backup that the program can see holds {whom}.",
)
_HELD = Text(
    "Krypterede kopier, der stadig kan indeholde {whom}: {count}. Den sidste slettes {day}, når"
    " der tages kopi hver hverdag; ellers senere. Gendannes en af dem, skal {whom} slettes igen.",
    "Encrypted backups that may still hold {whom}: {count}. The last of them goes on {day} if a"
    " backup is made every weekday, otherwise later. If one of them is restored, {whom} must be"
    " erased again.",
)
_KEPT = Text(
    "Filer fra en tidligere gendannelse (mapperne »before-restore-…« i datamappen): {count}. De"
    " slettes ikke af sig selv; slet dem, når de ikke længere skal bruges.",
    "Files of an earlier restore (the folders “before-restore-…” in the data folder): {count}. They"
    " do not go by themselves; delete them when they are no longer needed.",
)
_UNSEEN = Text(
    "Mapper med sikkerhedskopier, der ikke kunne nås: {count}. De kan også indeholde {whom}.",
    "Folders with backups that could not be reached: {count}. They may hold {whom} too.",
)
_GOES = Text(
    "Stamoplysninger, noter ({notes}) og kladder ({drafts}) slettes.",
    "Master data, notes ({notes}) and drafts ({drafts}) are erased.",
)
_MERGED = Text(
    "Poster, der er samlet med denne, slettes også: {merged}.",
    "Records that were merged with this one go too: {merged}.",
)
_LINKED = Text(
    "Henvendelser, der var anonyme, før de blev knyttet til personen: {linked}.",
    "Inquiries that were anonymous before they were linked to the person: {linked}.",
)
_EMPTIED = Text(
    "Opfølgninger ({followups}, åbne: {open_followups}) og henvisninger ({referrals}, åbne:"
    " {open_referrals}) tømmes: kun deres datoer og koder tælles stadig.",
    "Follow-ups ({followups}, open: {open_followups}) and referrals ({referrals}, open:"
    " {open_referrals}) are emptied: only their dates and codes still count.",
)
_WHOSE = Text("Personens", "The person’s")
_WHOSE_TOGETHER = Text("Personernes", "The persons’")
_COUNTED = Text(
    "{whose} henvendelser tælles stadig ({count}), med køn og aldersgruppe, men uden navn, note og"
    " fødselsår. Klokkeslæt slettes, undtagen hvor nogen kom flere gange på samme dag. Ingen"
    " opgørelse ændrer sig.",
    "{whose} inquiries still count ({count}), with gender and age band, but without name, note and year"
    " of birth. Times of day are erased, except where somebody came more than once on one day. No"
    " figure changes.",
)
_NAMED = Text(
    "Tekster om andre, som ser ud til at nævne {whom}: {named_elsewhere}. De slettes ikke; ret dem"
    " selv.",
    "Texts about others that seem to name {whom}: {named_elsewhere}. They are not erased; correct"
    " them yourself.",
)
_OUTSIDE = Text(
    "Udskrifter, eksporterede filer og mails ligger uden for Vejviser; slet dem for sig.",
    "Printouts, exported files and mails lie outside Vejviser; delete them separately.",
)
_FOR_GOOD = Text("Det kan ikke fortrydes.", "This cannot be undone.")


def whom(erasure: Erasure) -> Text:
    """Return what those who are erased are called."""
    return _ONE if erasure.people == 1 else _SEVERAL


def foreseen_words(erasure: Erasure) -> Iterator[Text]:
    """Yield what erasing one person removes, what it leaves, and where they may stand after it."""
    wanted = (
        (_GOES, True),
        (_MERGED, erasure.merged),
        (_LINKED, erasure.linked),
        (_EMPTIED, erasure.followups or erasure.referrals),
    )
    values = msgspec.structs.asdict(erasure)
    yield from (text.format(**values) for text, is_so in wanted if is_so)
    if erasure.contacts:
        yield kept_words(erasure)
    yield from backup_words(erasure)
    yield from named_words(erasure)
    yield _OUTSIDE
    yield _FOR_GOOD


def kept_words(erasure: Erasure) -> Text:
    """Return what stays of the inquiries."""
    whose = _WHOSE if erasure.people == 1 else _WHOSE_TOGETHER
    return _COUNTED.format(whose=whose, count=whole_number(erasure.contacts))


def named_words(erasure: Erasure) -> Iterator[Text]:
    """Yield that texts about others name those who are erased, if there are any."""
    if erasure.named_elsewhere:
        yield _NAMED.format(whom=whom(erasure), named_elsewhere=erasure.named_elsewhere)


def backup_words(erasure: Erasure) -> Iterator[Text]:
    """Yield what there is to know about the backups that may still hold the person."""
    holdings = erasure.holdings
    them = whom(erasure)
    thinned = len(holdings.files) - holdings.kept
    if not holdings.files and not holdings.unseen:
        yield _NO_BACKUP.format(whom=them)
    if thinned and holdings.last_goes_on is not None:
        yield _HELD.format(count=thinned, day=short_date(holdings.last_goes_on), whom=them)
    if holdings.kept:
        yield _KEPT.format(count=holdings.kept)
    if holdings.unseen:
        yield _UNSEEN.format(count=len(holdings.unseen), whom=them)
