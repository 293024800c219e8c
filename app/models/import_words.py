"""The closed vocabularies as people write them in files: the codes, Danish and English words."""

from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.models.folding import fold
from app.models.taxonomy import Taxonomy
from app.models.types import AgeBand, Channel, Gender, Identity, Role, Sector, SickLeave, TermKind

E = TypeVar("E", bound=StrEnum)


def _words(*meanings: tuple[E, str]) -> dict[str, E]:
    """Return folded word → value; each value also goes by its own code."""
    words: dict[str, E] = {}
    for value, others in meanings:
        for word in (value.value, *others.split(",")):
            words[fold(word)] = value
    words.pop("", None)
    return words


CHANNELS = _words(
    (
        Channel.WORKPLACE,
        "på arbejdspladsen,arbejdsplads,arbejdspladsen,fremmøde,personligt,at work",
    ),
    (Channel.ELSEWHERE, "andet sted,et andet sted,andetsteds,mødelokale,jobcenter,kontor"),
    (Channel.PHONE, "telefon,tlf,opkald,opringning,telephone,sms"),
    (Channel.EMAIL, "e-mail,mail"),
    (Channel.VIDEO, "videomøde,video call,teams"),
)

IDENTITIES = _words(
    (Identity.REGISTERED, "registreret,reg"),
    (Identity.ANONYMOUS, "anonym,anon"),
)

GENDERS = _words(
    (Gender.NOT_TOLD, "ukendt,ikke oplyst,ved ikke,not told,unknown"),
    (Gender.WOMAN, "kvinde,k,kv,w,f,female"),
    (Gender.MAN, "mand,m,male"),
    (Gender.OTHER, "andet,anden,x"),
)

AGE_BANDS = _words(
    (AgeBand.NOT_TOLD, "ukendt,ikke oplyst,not told,unknown"),
    (AgeBand.UNDER_19, "under 19 år,0-18"),
    (AgeBand.FROM_19, "19-28 år"),
    (AgeBand.FROM_29, "29-38 år"),
    (AgeBand.FROM_39, "39-48 år"),
    (AgeBand.FROM_49, "49-58 år"),
    (AgeBand.OVER_58, "over 58 år,59 år og derover"),
)

ROLES = _words(
    (Role.NOT_TOLD, "ukendt,ikke oplyst,not told,unknown"),
    (Role.EMPLOYEE, "medarbejder,ansat,lønmodtager"),
    (Role.UNION_REP, "tillidsrepræsentant,tr,union representative"),
    (Role.SAFETY_REP, "arbejdsmiljørepræsentant,amr,safety representative"),
    (Role.MANAGER, "leder,teamleder,chef,team leader"),
    (Role.HR, "personaleafdeling,personalekonsulent"),
    (Role.OTHER, "andet,anden"),
)

SICK_LEAVES = _words(
    (SickLeave.NOT_TOLD, "ukendt,ikke oplyst,not told,unknown"),
    (SickLeave.NONE, "nej,ingen,ikke sygemeldt,rask,no,not sick-listed"),
    (SickLeave.AT_RISK, "i risiko,risiko,truet,på vej,risk"),
    (SickLeave.PARTIAL, "delvis,delvist,delvis sygemeldt,deltidssygemeldt,partly"),
    (SickLeave.FULL, "fuld,fuldt,fuldtid,sygemeldt,fuldt sygemeldt,helt sygemeldt,fully"),
)

SECTORS = _words(
    (Sector.PRIVATE, "privat"),
    (Sector.MUNICIPAL, "kommunal,kommune,kommunalt"),
    (Sector.REGIONAL, "region,regionalt"),
    (Sector.STATE, "stat,statslig,statsligt"),
    (Sector.OTHER, "andet,anden"),
)


class Answer(StrEnum):
    """Yes or no."""

    YES = "yes"
    NO = "no"


ANSWERS = _words((Answer.YES, "ja,j,y,x,1,true,sand"), (Answer.NO, "nej,n,0,false,falsk"))


def code_words(taxonomy: Taxonomy, kind: TermKind, today: date) -> dict[str, str]:
    """Return folded code or label → code; a label that two codes share stands for neither."""
    words: dict[str, str] = {}
    shared: set[str] = set()
    terms = taxonomy.terms(kind, today)
    for term in terms:
        for label in {fold(text) for text in (*term.label, *term.short)}:
            if words.setdefault(label, term.code) != term.code:
                shared.add(label)
    for label in shared:
        del words[label]
    return words | {fold(term.code): term.code for term in terms}
