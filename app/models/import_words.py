"""The closed vocabularies as people write them in files: the codes, Danish and English words."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from app.models import words
from app.models.folding import fold
from app.models.taxonomy import Taxonomy
from app.models.types import (
    AgeBand,
    Channel,
    Gender,
    Identity,
    Role,
    Sector,
    Shift,
    SickLeave,
    TermKind,
)
from app.texts import Text

E = TypeVar("E", bound=StrEnum)


class Vocabulary(Generic[E]):
    """The words that stand for the values of a closed vocabulary, and how to name them all."""

    def __init__(self, labels: Mapping[E, Text], *more: tuple[E, str]) -> None:
        """Take the codes and labels of ``labels``, and ``more`` words parted by commas."""
        self._values: dict[str, E] = {}
        for value, label in labels.items():
            self._add(value, value.value, *label)
        for value, others in more:
            self._add(value, *others.split(","))
        told = [label for value, label in labels.items() if value.value]
        self.allowed = Text(", ".join(t.da for t in told), ", ".join(t.en for t in told))

    def find(self, word: str) -> E | None:
        """Return the value that ``word`` stands for, or None."""
        return self._values.get(fold(word))

    def _add(self, value: E, *words: str) -> None:
        for word in words:
            if folded := fold(word):
                self._values[folded] = value


_UNKNOWN = "ukendt,ved ikke,unknown"

CHANNELS = Vocabulary(
    words.CHANNELS,
    (Channel.WORKPLACE, "arbejdsplads,arbejdspladsen,fremmøde,personligt,at work"),
    (Channel.ELSEWHERE, "et andet sted,andetsteds,mødelokale,jobcenter,kontor"),
    (Channel.PHONE, "tlf,opkald,opringning,telephone,sms"),
    (Channel.EMAIL, "mail"),
    (Channel.VIDEO, "videomøde,video call,teams"),
)

IDENTITIES = Vocabulary(
    {
        Identity.REGISTERED: Text("Registreret", "Registered"),
        Identity.ANONYMOUS: Text("Anonym", "Anonymous"),
    },
    (Identity.REGISTERED, "reg"),
    (Identity.ANONYMOUS, "anon"),
)

GENDERS = Vocabulary(
    words.GENDERS,
    (Gender.NOT_TOLD, _UNKNOWN),
    (Gender.WOMAN, "k,kv,w,f,female"),
    (Gender.MAN, "m,male"),
    (Gender.OTHER, "anden,x"),
)

AGE_BANDS = Vocabulary(
    words.AGE_BANDS,
    (AgeBand.NOT_TOLD, _UNKNOWN),
    (AgeBand.UNDER_19, "under 19 år,0-18"),
    (AgeBand.FROM_19, "19-28 år"),
    (AgeBand.FROM_29, "29-38 år"),
    (AgeBand.FROM_39, "39-48 år"),
    (AgeBand.FROM_49, "49-58 år"),
    (AgeBand.OVER_58, "over 58 år,59 år og derover"),
)

ROLES = Vocabulary(
    words.ROLES,
    (Role.NOT_TOLD, _UNKNOWN),
    (Role.EMPLOYEE, "ansat,lønmodtager"),
    (Role.UNION_REP, "tillidsrepræsentant,union representative"),
    (Role.SAFETY_REP, "arbejdsmiljørepræsentant,safety representative"),
    (Role.MANAGER, "teamleder,chef,team leader"),
    (Role.HR, "personaleafdeling,personalekonsulent"),
    (Role.OTHER, "andet"),
)

SICK_LEAVES = Vocabulary(
    words.SICK_LEAVES,
    (SickLeave.NOT_TOLD, _UNKNOWN),
    (SickLeave.NONE, "nej,ingen,rask,no"),
    (SickLeave.AT_RISK, "risiko,truet,risk"),
    (SickLeave.PARTIAL, "delvist,delvis sygemeldt,deltidssygemeldt"),
    (SickLeave.FULL, "fuld,fuldtid,sygemeldt,fuldt sygemeldt,helt sygemeldt"),
)

SECTORS = Vocabulary(
    words.SECTORS,
    (Sector.MUNICIPAL, "kommune,kommunalt"),
    (Sector.REGIONAL, "region,regionalt"),
    (Sector.STATE, "stat,statsligt"),
    (Sector.OTHER, "andet"),
)

SHIFTS = Vocabulary(
    words.SHIFTS,
    (Shift.NONE, "ingen,none"),
    (Shift.DAY, "dag,dagvagt,daghold"),
    (Shift.EVENING, "aften,aftenvagt,aftenhold"),
    (Shift.NIGHT, "nat,nattevagt,nathold"),
)


class Answer(StrEnum):
    """Yes or no."""

    YES = "yes"
    NO = "no"


ANSWERS = Vocabulary(
    {Answer.YES: Text("Ja", "Yes"), Answer.NO: Text("Nej", "No")},
    (Answer.YES, "j,y,x,1,true,sand"),
    (Answer.NO, "n,0,false,falsk"),
)


def code_words(taxonomy: Taxonomy, kind: TermKind, today: date) -> dict[str, str]:
    """Return folded code or label → code; a label that two codes share stands for neither."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    terms = taxonomy.terms(kind, today)
    for term in terms:
        for label in {fold(text) for text in (*term.label, *term.short)}:
            if found.setdefault(label, term.code) != term.code:
                shared.add(label)
    for label in shared:
        del found[label]
    return found | {fold(term.code): term.code for term in terms}
