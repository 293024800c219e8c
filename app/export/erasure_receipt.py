"""The receipt of an erasure: when, how much of what, and until when backups may hold it. Nobody's name."""

import textwrap
from dataclasses import dataclass
from pathlib import Path

from app import files
from app.errors import UserError
from app.export.erasure_words import backup_words, whom
from app.export.fonts import BOLD, SEMI_BOLD, register_fonts
from app.export.pdf_document import build_pdf
from app.export.pdf_style import MUTED, TEXT, paragraph, style
from app.export.plain_text import WIDTH
from app.models.erasure import Erasure
from app.models.store import Store
from app.models.words import clock_time, short_date
from app.texts import Language, Text

TITLE = Text("Kvittering for sletning", "Receipt for an erasure")
_DONE = Text(
    "En person er slettet for altid den {day} kl. {time}. Kvitteringen siger med vilje ikke hvem.",
    "A person was erased for good on {day} at {time}. On purpose this receipt does not say who.",
)
_DONE_TOGETHER = Text(
    "{people} personer er slettet for altid den {day} kl. {time}, fordi deres opbevaringsperiode var"
    " gået. Kvitteringen siger med vilje ikke hvem.",
    "{people} persons were erased for good on {day} at {time}, as their retention period was over."
    " On purpose this receipt does not say who.",
)
_WHAT = Text("Slettet", "Erased")
_COUNTS = (
    ("records", Text("stamoplysninger: {count}", "master data: {count}")),
    ("notes", Text("private noter: {count}", "private notes: {count}")),
    ("followups", Text("indhold af opfølgninger: {count}", "contents of follow-ups: {count}")),
    ("referrals", Text("indhold af henvisninger: {count}", "contents of referrals: {count}")),
    ("drafts", Text("kladder: {count}", "drafts: {count}")),
    (
        "changes",
        Text(
            "ændringer, hvis indhold er fjernet fra historikken: {count}",
            "changes whose contents were removed from the history: {count}",
        ),
    ),
)
_LEFT = Text("Bevaret", "Kept")
_CONTACTS = Text(
    "henvendelser uden person: {count}. De tælles stadig med i de opgørelser, der er"
    " offentliggjort, med dato, arbejdsplads, årsager, råd, køn og aldersgruppe, men uden navn,"
    " telefon, note og fødselsår. Klokkeslæt er slettet, undtagen hvor nogen kom flere gange på"
    " samme dag: der viser de, hvilken henvendelse der var den første.",
    "inquiries without a person: {count}. They still count in the figures that were published,"
    " with date, workplace, reasons, advice, gender and age band, but without name, phone, note and"
    " year of birth. Times of day are erased, except where somebody came more than once on one day:"
    " there they show which inquiry was the first.",
)
_COUNTED = Text(
    "opfølgninger og henvisninger uden person: {count}. Kun deres datoer og koder tælles, uden et"
    " ord om nogen.",
    "follow-ups and referrals without a person: {count}. Only their dates and codes count, without"
    " a word on anybody.",
)
_NAMED = Text(
    "tekster om andre, som så ud til at nævne {whom}, og som ikke er ændret: {count}.",
    "texts about others that seemed to name {whom} and were not changed: {count}.",
)
_BACKUPS = Text("Sikkerhedskopier", "Backups")
_UNSWEPT = Text(
    "Et andet vindue var åbent. Det sidste forsvinder fra disken, når alle vinduer er lukket.",
    "Another window was open. The last of it leaves the disk when all windows are closed.",
)
_OUTSIDE = Text(
    "Udskrifter, eksporterede filer og mails, der er sendt før, ligger uden for programmet og skal"
    " slettes for sig.",
    "Printouts, exported files and mails sent before lie outside the program and must be deleted"
    " separately.",
)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The receipt in one language: sentences, and sections with their lines."""

    title: str
    project: str
    demo: bool
    opening: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    closing: tuple[str, ...]
    language: Language


def make_receipt(store: Store, erasure: Erasure, language: Language) -> Receipt:
    """Return the receipt of an erasure in words."""

    def say(text: Text, **values: object) -> str:
        return text.format(**values).in_language(language)

    moment = erasure.erased_at
    counts = tuple(say(text, count=getattr(erasure, name)) for name, text in _COUNTS)
    others = erasure.followups + erasure.referrals
    kept = (
        (_CONTACTS, erasure.contacts),
        (_COUNTED, others),
        (_NAMED, erasure.named_elsewhere),
    )
    left = tuple(say(text, count=count, whom=whom(erasure)) for text, count in kept if count)
    sections = [
        (say(_WHAT), counts),
        *([(say(_LEFT), left)] if left else []),
        (say(_BACKUPS), tuple(each.in_language(language) for each in backup_words(erasure))),
    ]
    unswept = () if erasure.swept else (say(_UNSWEPT),)
    return Receipt(
        title=say(TITLE),
        project=store.settings.project,
        demo=store.settings.demo,
        opening=say(
            _DONE if erasure.people == 1 else _DONE_TOGETHER,
            people=erasure.people,
            day=short_date(moment.date()),
            time=clock_time(moment),
        ),
        sections=tuple(sections),
        closing=(*unswept, say(_OUTSIDE)),
        language=language,
    )


def receipt_text(receipt: Receipt) -> str:
    """Return the receipt as plain text."""
    lines = [receipt.title, "=" * len(receipt.title), receipt.project, ""]
    lines += textwrap.wrap(receipt.opening, WIDTH)
    for title, told in receipt.sections:
        lines += ["", title]
        for line in told:
            lines += textwrap.wrap(line, WIDTH, initial_indent="- ", subsequent_indent="  ")
    for line in receipt.closing:
        lines += ["", *textwrap.wrap(line, WIDTH)]
    return "\n".join(lines) + "\n"


def receipt_pdf(receipt: Receipt) -> bytes:
    """Return the receipt as one page."""
    register_fonts()
    body = style(10, leading=15, spaceAfter=4)
    story = [
        paragraph(receipt.project, style(11, MUTED, SEMI_BOLD, spaceAfter=2)),
        paragraph(receipt.title, style(24, TEXT, BOLD, leading=30, spaceAfter=10)),
        paragraph(receipt.opening, body),
    ]
    for title, told in receipt.sections:
        story.append(paragraph(title, style(12, TEXT, SEMI_BOLD, spaceBefore=12, spaceAfter=4)))
        story += [paragraph(line[:1].upper() + line[1:], body) for line in told]
    story += [
        paragraph(line, style(10, MUTED, leading=15, spaceBefore=12)) for line in receipt.closing
    ]
    return build_pdf(
        story,
        title=receipt.title,
        author=receipt.project,
        language=receipt.language,
        demo=receipt.demo,
    )


def prepare_folder(out: Path) -> None:
    """Make the folder of the receipt and see that it can be written: before the person is gone.

    Raises:
        UserError: it cannot be.
    """
    with files.explained_os_errors():
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".vejviser-kvittering"
        files.write_atomically(probe, b"")
        probe.unlink()


def write_receipt(
    store: Store, erasure: Erasure, out: Path, language: Language
) -> tuple[Path, Path]:
    """Write the receipt as PDF and as text and return their paths; no receipt is ever replaced.

    Raises:
        UserError: the folder cannot be written any more. The person is erased all the same.
    """
    receipt = make_receipt(store, erasure, language)
    stem = f"vejviser-kvittering-sletning-{erasure.erased_at:%Y-%m-%d-%H%M%S}"
    number = 1
    while any((out / f"{_numbered(stem, number)}{end}").exists() for end in (".pdf", ".txt")):
        number += 1
    name = _numbered(stem, number)
    pdf, text = out / f"{name}.pdf", out / f"{name}.txt"
    try:
        files.write_atomically(pdf, receipt_pdf(receipt))
        files.write_atomically(text, receipt_text(receipt).encode())
    except OSError as error:
        raise UserError(
            Text(
                "Personen er slettet, men kvitteringen blev ikke skrevet.",
                "The person is erased, but the receipt was not written.",
            ),
            files.explain_os_error(error).why,
            Text("Skriv selv datoen ned.", "Make a note of the date yourself."),
        ) from error
    return pdf, text


def _numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}-{number}"
