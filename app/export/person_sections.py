"""A person's file in words: built once, rendered as PDF and as text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.export.person_change_words import CODES, EMPTY, NO, YES, Block, ChangeWords
from app.models.access_reading import AccessRow, access_words
from app.models.backup_holdings import Holding
from app.models.case_types import Referral
from app.models.clock import local
from app.models.consent import CONSENTS, Consent, agreed_on
from app.models.identity_types import LinkedContact
from app.models.inquiry_details import InquiryDetails
from app.models.inquiry_drafts import InquiryDraft
from app.models.person_changes import IMPORT_KEY
from app.models.person_file import PersonFile
from app.models.referral_words import OUTCOMES, REFERRAL_STATES
from app.models.types import FollowUp, Identity, Person, RecordId
from app.models.words import (
    AGE_BANDS,
    CHANNELS,
    GENDERS,
    KINDS,
    ROLES,
    SHIFTS,
    SICK_LEAVES,
    clock_time,
    grouped_phone,
    short_date,
    short_time,
)
from app.texts import Language, Text

TITLE = Text("Oplysninger om en person", "Personal data of one person")
MADE = Text("Lavet {day}", "Made on {day}")
INTRODUCTION = Text(
    "Her står alt, hvad Vejviser har gemt om personen på den computer, hvor filen er lavet: det,"
    " der gælder nu, og det, som historikken og sikkerhedskopierne har bevaret.",
    "This is everything that Vejviser has stored about the person on the computer on which the file"
    " was made: what holds now, and what the history and the backups have kept.",
)
RIGHTS = Text(
    "Personen kan se oplysningerne (databeskyttelsesforordningens artikel 15), få dem rettet"
    " (artikel 16) og bede om at få dem slettet (artikel 17). Spørg vejlederen eller projektet.",
    "The person may see the data (article 15 of the General Data Protection Regulation), have them"
    " corrected (article 16) and ask for their erasure (article 17). Ask the counsellor or project.",
)
_NOTHING = Text("Der er intet gemt.", "Nothing is stored.")
_TITLES = {
    "master": Text("Stamoplysninger", "Master data"),
    "merged": Text("Poster, der er samlet med denne", "Records merged with this one"),
    "contacts": Text("Henvendelser", "Inquiries"),
    "followups": Text("Opfølgninger", "Follow-ups"),
    "referrals": Text("Henvisninger", "Referrals"),
    "drafts": Text("Kladder, der ikke er gemt endnu", "Drafts that are not saved yet"),
    "changes": Text("Ændringer: hvem, hvad og hvornår", "Changes: who, what and when"),
    "accesses": Text(
        "Hvem har set oplysningerne til og med {day}", "Who saw the data up to and with {day}"
    ),
    "backups": Text("Sikkerhedskopier, som personen står i", "Backups that hold the person"),
}
_SAID_RETURNING = Text("havde været her før", "had been here before")
_NOTE = Text("Privat note", "Private note")


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the file; ``nothing`` stands there when it has no blocks."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    nothing: str


class FileWords:
    """The sections of a person's file in one language.

    ``with_ids`` adds the ids that other commands take; who is handed the file has no use for them.
    """

    def __init__(self, file: PersonFile, language: Language, *, with_ids: bool = False) -> None:
        self._file = file
        self._language = language
        self._with_ids = with_ids
        self._told = ChangeWords(file, language)

    def sections(self) -> tuple[Section, ...]:
        """Return the sections from above."""
        file = self._file
        blocks: dict[str, Iterator[Block]] = {
            "master": iter((self._master(),)),
            "merged": map(self._merged, file.merged),
            "contacts": map(self._contact, file.contacts),
            "followups": map(self._followup, file.followups),
            "referrals": map(self._referral, file.referrals),
            "drafts": map(self._draft, file.drafts),
            "changes": self._told.blocks(),
            "accesses": map(self._access, file.accesses),
            "backups": self._backups(),
        }
        until = short_date(file.accesses_until)
        return tuple(
            Section(key, self.say(_TITLES[key].format(day=until)), tuple(made), self.say(_NOTHING))
            for key, made in blocks.items()
        )

    def say(self, text: Text) -> str:
        """Return a text in the language of the file."""
        return text.in_language(self._language)

    def _id(self, record_id: RecordId) -> tuple[tuple[Text, str], ...]:
        return ((Text("ID", "ID"), record_id),) if self._with_ids else ()

    def _merged(self, person: Person) -> Block:
        facts = (
            *self._id(person.id),
            (Text("Køn", "Gender"), self.say(GENDERS[person.gender]) if person.gender else ""),
            (Text("Fødselsår", "Year of birth"), str(person.birth_year or "")),
            (Text("Telefon", "Phone"), grouped_phone(person.phone)),
            (IMPORT_KEY, person.import_key),
        )
        return self._block(person.name, facts)

    def _master(self) -> Block:
        person, place = self._file.person, self._file.workplace
        facts = (
            (Text("Navn", "Name"), person.name),
            (Text("Køn", "Gender"), self.say(GENDERS[person.gender])),
            (Text("Fødselsår", "Year of birth"), str(person.birth_year or "")),
            (Text("Telefon", "Phone"), grouped_phone(person.phone)),
            (Text("Arbejdsplads", "Workplace"), place.name if place else ""),
            (IMPORT_KEY, person.import_key),
            *((text, _agreed(agreed_on(person, each))) for each, text in CONSENTS.items()),
            (
                Text("Ikke den samme person som", "Not the same person as"),
                self._others(self._file.told_apart),
            ),
        )
        return Block("", tuple((self.say(name), value or EMPTY) for name, value in facts))

    def _others(self, count: int) -> str:
        others = Text(f"andre personer: {count}", f"other persons: {count}")
        return self.say(others) if count else ""

    def _linked(self, link: LinkedContact) -> str:
        told = (
            self.say(GENDERS[link.gender]) if link.gender else "",
            self.say(AGE_BANDS[link.age_band]) if link.age_band else "",
            self.say(_SAID_RETURNING) if link.said_returning else "",
        )
        consent = Text("samtykke {day}", "consent {day}").format(day=short_date(link.consent_on))
        return ", ".join(filter(None, (self.say(consent), *told)))

    def _contact(self, details: InquiryDetails) -> Block:
        inquiry, visit, who = details.inquiry, details.visit, details.counsellor
        minutes = "" if inquiry.minutes is None else str(inquiry.minutes)
        facts = (
            *self._id(inquiry.id),
            (
                Text("Arbejdsplads", "Workplace"),
                details.workplace.name if details.workplace else "",
            ),
            (Text("Fremmøde", "Visit"), self._visit(details) if visit else ""),
            (Text("Form", "Channel"), self.say(CHANNELS[inquiry.channel])),
            (Text("Vejleder", "Counsellor"), f"{who.name} ({who.initials})"),
            (Text("Årsager", "Reasons"), self._told.labels(inquiry.reasons)),
            (Text("Råd", "Advice"), self._told.labels(inquiry.advice)),
            (Text("Alder", "Age"), self.say(AGE_BANDS[details.age_band])),
            (Text("Rolle", "Role"), self.say(ROLES[inquiry.role])),
            (Text("Sygefravær", "Sick leave"), self.say(SICK_LEAVES[inquiry.sick_leave])),
            (Text("Minutter", "Minutes"), minutes),
            (Text("Kodeord", "Code word"), details.code_word),
            (
                Text("Anonym, siden knyttet til personen", "Anonymous, linked to the person later"),
                self._linked(details.link) if details.link else "",
            ),
            (_NOTE, inquiry.note),
        )
        when = " ".join(filter(None, (short_date(inquiry.date), short_time(inquiry.time))))
        return self._block(f"{when} · {self.say(KINDS[details.kind])}", facts)

    def _visit(self, details: InquiryDetails) -> str:
        visit = details.visit
        assert visit is not None
        shift = self.say(SHIFTS[visit.shift]).lower() if visit.shift else ""
        return ", ".join(filter(None, (short_date(visit.date), visit.place, shift)))

    def _followup(self, followup: FollowUp) -> Block:
        done = short_date(followup.done_on) if followup.done_on else ""
        facts = (
            (Text("Aftalt", "Promised"), followup.text),
            (Text("Form", "Channel"), self._code("promised", followup.channel)),
            (Text("Gentages", "Repeats"), self._code("repeat", followup.repeat)),
            (Text("Kommentar", "Comment"), followup.comment),
            (Text("Gjort", "Done"), done),
        )
        due = Text("Senest {day}", "Due on {day}").format(day=short_date(followup.due_on))
        return self._block(self.say(due), facts)

    def _code(self, field: str, value: str) -> str:
        """Return what a code means, nothing for an empty one."""
        return self.say(CODES[field][value]) if value else ""

    def _referral(self, referral: Referral) -> Block:
        quota = "" if referral.quota is None else str(referral.quota)
        state = self.say(REFERRAL_STATES[referral.state])
        facts = (
            (Text("Henvist til", "Referred to"), referral.provider),
            (Text("Status", "State"), f"{state}, {short_date(referral.state_on)}"),
            (Text("Begrundelse", "Reason"), referral.reason),
            (Text("Aftalte sessioner", "Sessions agreed on"), quota),
            (Text("Sessioner", "Sessions"), ", ".join(map(short_date, referral.sessions))),
            (Text("Udbytte", "Outcome"), self.say(OUTCOMES[referral.outcome])),
            (Text("Med personens ord", "In the person's words"), referral.outcome_words),
            (_NOTE, referral.note),
        )
        advice = self._told.labels((referral.advice_code,))
        return self._block(f"{short_date(referral.suggested_on)} · {advice}", facts)

    def _draft(self, draft: InquiryDraft) -> Block:
        due = short_date(draft.follow_up_on) if draft.follow_up_on else ""
        facts = (
            (Text("Navn", "Name"), draft.name),
            (Text("Køn", "Gender"), self.say(GENDERS[draft.gender]) if draft.gender else ""),
            (Text("Fødselsår", "Year of birth"), str(draft.birth_year or "")),
            (Text("Telefon", "Phone"), grouped_phone(draft.phone)),
            (Text("Kodeord", "Code word"), draft.code_word),
            *self._agreed_in(draft),
            (Text("Årsager", "Reasons"), self._told.labels(draft.reasons)),
            (Text("Råd", "Advice"), self._told.labels(draft.advice)),
            (Text("Opfølgning", "Follow-up"), " ".join(filter(None, (due, draft.follow_up_text)))),
            (_NOTE, draft.note),
        )
        return self._block(short_date(draft.date), facts)

    def _agreed_in(self, draft: InquiryDraft) -> Iterator[tuple[Text, str]]:
        """Yield what a new person of a draft agreed to."""
        if draft.identity is Identity.REGISTERED and draft.person_id is None:
            told = {
                Consent.REGISTRATION: draft.consent,
                Consent.EVALUATOR: draft.evaluator_consent,
            }
            for consent, text in CONSENTS.items():
                yield text, self.say(YES if told[consent] else NO)

    def _access(self, row: AccessRow) -> Block:
        when = f"{short_date(row.at.date())} {clock_time(row.at)}"
        told = self.say(access_words(row))
        return Block(" · ".join(filter(None, (when, row.counsellor, told))), ())

    def _backups(self) -> Iterator[Block]:
        for holding in self._file.holdings.files:
            moment = local(holding.made_at)
            made = Text("Kopi fra {day} kl. {time}", "Copy of {day} at {time}").format(
                day=short_date(moment.date()), time=clock_time(moment)
            )
            yield Block(self.say(made), ((self.say(_GOES), self.say(goes_words(holding))),))

    def _block(self, heading: str, facts: tuple[tuple[Text, str], ...]) -> Block:
        return Block(heading, tuple((self.say(name), value) for name, value in facts if value))


def _agreed(day: date | None) -> str:
    return short_date(day) if day else ""


_GOES = Text("Slettes", "Goes")


def goes_words(holding: Holding) -> Text:
    """Return when a backup goes."""
    if holding.goes_on is None:
        return Text(
            "ikke af sig selv: den er gemt ved en gendannelse",
            "not by itself: it was kept by a restore",
        )
    day = short_date(holding.goes_on)
    return Text(
        f"{day}, når der tages kopi hver hverdag; ellers senere",
        f"{day} if a backup is made every weekday, otherwise later",
    )
