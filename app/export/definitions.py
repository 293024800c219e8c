"""The words of a report and what they mean, printed at its end."""

from typing import NamedTuple

from app.texts import Text

INTERNAL = Text(
    "Interne tal: de er ikke beskyttet mod, at nogen kan genkendes. Del dem ikke uden for projektet.",
    "Internal figures: they are not protected against someone being recognised. Do not share them"
    " outside the project.",
)
"""Stands on every report that people read, as it stands on the page of the window."""


class Definition(NamedTuple):
    """A word and its meaning."""

    key: str
    word: Text
    meaning: Text


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        "contact",
        Text("Henvendelse", "Inquiry"),
        Text(
            "Én kontakt, uanset om den er personlig, pr. telefon, e-mail eller video. Den tæller i"
            " måneden for sin dato.",
            "One contact, whether in person, by phone, e-mail or video. It counts in the month of"
            " its date.",
        ),
    ),
    Definition(
        "first",
        Text("Unik", "First"),
        Text(
            "En registreret persons første henvendelse i hele projektet. Den udledes af data og"
            " tastes aldrig.",
            "A registered person's first inquiry in the whole project. It is derived from the"
            " data, never typed.",
        ),
    ),
    Definition(
        "returning",
        Text("Genganger", "Returning"),
        Text(
            "Enhver senere henvendelse fra en registreret person, også om noget nyt.",
            "Every later inquiry by a registered person, also about something new.",
        ),
    ),
    Definition(
        "phone_no_workplace",
        Text("Telefon uden arbejdsplads", "Phone, no workplace"),
        Text(
            "En opringning fra en person, der hverken er registreret eller har sagt, hvor"
            " vedkommende arbejder.",
            "A call from someone who is not registered and has not said where they work.",
        ),
    ),
    Definition(
        "anonymous",
        Text("Anonym", "Anonymous"),
        Text(
            "Alle andre henvendelser fra personer, der ikke er registreret.",
            "All other inquiries by people who are not registered.",
        ),
    ),
    Definition(
        "persons_seen",
        Text("Personer set", "Persons seen"),
        Text(
            "Forskellige registrerede personer med mindst én henvendelse i perioden, hver talt én gang.",
            "Distinct registered persons with at least one inquiry in the period, each counted once.",
        ),
    ),
    Definition(
        "said_returning",
        Text("Har været her før", "Here before"),
        Text(
            "Henvendelser fra personer, der ikke er registreret, og som selv siger, at de har været her før.",
            "Inquiries by people who are not registered and say themselves that they have been here before.",
        ),
    ),
    Definition(
        "mentions",
        Text("Årsager og råd", "Reasons and advice"),
        Text(
            "Tælles, hver gang de er nævnt. En henvendelse kan have flere, så summen kan være"
            " større end antallet af henvendelser.",
            "Counted each time they are mentioned. An inquiry may have several, so the sum may"
            " exceed the number of inquiries.",
        ),
    ),
    Definition(
        "age",
        Text("Alder", "Age"),
        Text(
            "Året for henvendelsen minus fødselsåret.",
            "The year of the inquiry minus the year of birth.",
        ),
    ),
    Definition(
        "gender",
        Text("Køn", "Gender"),
        Text(
            "Det køn, der står på personen.",
            "The gender that is kept of the person.",
        ),
    ),
    Definition(
        "role",
        Text("Rolle", "Role"),
        Text(
            "Personens rolle på arbejdspladsen, som den blev fortalt ved henvendelsen.",
            "The person's role at the workplace, as told at the inquiry.",
        ),
    ),
    Definition(
        "sick_leave",
        Text("Sygefravær", "Sick leave"),
        Text(
            "Om personen var sygemeldt, som det blev fortalt ved henvendelsen.",
            "Whether the person was sick-listed, as told at the inquiry.",
        ),
    ),
    Definition(
        "channel",
        Text("Form", "Channel"),
        Text(
            "Hvordan henvendelsen kom: på arbejdspladsen, andet sted, pr. telefon, e-mail eller video.",
            "How the inquiry came: at the workplace, elsewhere, by phone, e-mail or video.",
        ),
    ),
    Definition(
        "sector",
        Text("Sektor", "Sector"),
        Text(
            "Sektoren for den arbejdsplads, personens første henvendelse gælder.",
            "The sector of the workplace that the person's first inquiry concerns.",
        ),
    ),
    Definition(
        "visit",
        Text("Fremmøde", "Visit"),
        Text(
            "Én gang, hvor vejlederen har siddet på arbejdspladsen. Det tæller på den dag, det begyndte;"
            " timer er den tid, det faktisk varede.",
            "One time when the counsellor was present at the workplace. It counts on the day it"
            " began; hours are the time it actually lasted.",
        ),
    ),
    Definition(
        "zero_visit",
        Text("Fremmøde uden henvendelser", "Visit without inquiries"),
        Text(
            "Et holdt fremmøde, hvor ingen henvendte sig. Det er et resultat, ikke et hul.",
            "A held visit to which nobody came. It is a result, not a gap.",
        ),
    ),
    Definition(
        "visit_contacts",
        Text("Henvendelser ved fremmøde", "Inquiries at visits"),
        Text(
            "Henvendelser, der hører til et holdt fremmøde, talt på fremmødets dag og arbejdsplads.",
            "Inquiries that belong to a held visit, counted on the day and at the workplace of the visit.",
        ),
    ),
    Definition(
        "contacts_per_hour",
        Text("Henvendelser pr. time", "Inquiries per hour"),
        Text(
            "Henvendelser, der hører til et holdt fremmøde, delt med fremmødernes timer. Opringninger"
            " og møder uden for fremmøderne tæller ikke med.",
            "Inquiries that belong to a held visit, divided by the hours of the visits. Calls and"
            " meetings outside the visits do not count.",
        ),
    ),
    Definition(
        "interval",
        Text("Lavest og højest", "Lowest and highest"),
        Text(
            "Spændet om henvendelser pr. time: i mindst 95 af 100 tilfælde ligger det rigtige tal i"
            " det. Beregnet som de eksakte grænser for middelværdien i en Poisson-fordeling med de"
            " holdte timer som grundlag. Kilde: F. Garwood, Biometrika 28 (1936), s. 437–442.",
            "The range around inquiries per hour: in at least 95 of 100 cases the true figure lies"
            " in it. Computed as the exact limits for the mean of a Poisson distribution over the"
            " hours held. Source: F. Garwood, Biometrika 28 (1936), pp. 437–442.",
        ),
    ),
    Definition(
        "planned",
        Text("Planlagt fremmøde", "Planned visit"),
        Text(
            "Et fremmøde i fremmødeplanen, hvad der end blev af det. Det tæller på den dag, det blev"
            " flyttet til. Det, der er sprunget over på en helligdag eller lukkedag, er ikke med.",
            "A visit in the presence plan, whatever became of it. It counts on the day it was moved"
            " to. What was skipped on a holiday or a closing day is not included.",
        ),
    ),
    Definition(
        "unplanned",
        Text("Uden for planen", "Outside the plan"),
        Text(
            "Et holdt fremmøde, som ikke stod i fremmødeplanen.",
            "A held visit that was not in the presence plan.",
        ),
    ),
    Definition(
        "cancelled",
        Text("Aflyst fremmøde", "Cancelled visit"),
        Text(
            "Et fremmøde, der ikke blev holdt, fordi nogen aflyste det. Timer er den planlagte tid.",
            "A visit that was not held because somebody cancelled it. Hours are the planned time.",
        ),
    ),
    Definition(
        "skipped",
        Text("Sprunget over", "Skipped"),
        Text(
            "Et fremmøde, som reglen ville have haft på en helligdag eller en lukkedag.",
            "A visit that the rule would have had on a holiday or a closing day.",
        ),
    ),
    Definition(
        "unanswered",
        Text("Ikke afklaret", "Not settled"),
        Text(
            "Et planlagt fremmøde, hvis dag er gået, uden at det er noteret som holdt eller aflyst."
            " Tallet er som på den dag, opgørelsen er lavet.",
            "A planned visit whose day has passed without it being recorded as held or cancelled."
            " The figure is that of the day on which the report was made.",
        ),
    ),
    Definition(
        "activity",
        Text("Aktivitet", "Activity"),
        Text(
            "Et oplæg, et netværksmøde eller andet, der ikke er et fremmøde. Den tæller på den dag, den"
            " begynder; deltagere og emner er fra de holdte.",
            "A talk, a network meeting or anything else that is not a visit. It counts on the day on"
            " which it begins; participants and topics are those of the held ones.",
        ),
    ),
    Definition(
        "referral",
        Text("Henvisning", "Referral"),
        Text(
            "En person sendt videre til et tilbud ud fra ét råd. Den tæller på den dag, den blev"
            " foreslået; en session tæller på den dag, den blev holdt.",
            "A person sent on to an offer for one piece of advice. It counts on the day on which it"
            " was suggested; a session counts on the day on which it was held.",
        ),
    ),
    Definition(
        "median_sessions",
        Text("Median sessioner", "Median sessions"),
        Text(
            "Det midterste antal sessioner blandt de henvisninger, der sluttede i perioden efter"
            " mindst én session; ved et lige antal midt mellem de to midterste.",
            "The middle number of sessions among the referrals that ended in the period after at"
            " least one session; of an even number, half way between the two in the middle.",
        ),
    ),
    Definition(
        "followup",
        Text("Opfølgning", "Follow-up"),
        Text(
            "Noget, vejlederen har lovet at gøre. »For sent« er gjort efter fristen; »åbne« er aftalt,"
            " men ikke gjort ved periodens slutning.",
            "Something that the counsellor promised to do. “Late” is done after the due date; “open”"
            " is promised and not done at the end of the period.",
        ),
    ),
    Definition(
        "percent",
        Text("Procent", "Per cent"),
        Text(
            "Andelen af tabellens total, afrundet til hele procent. Derfor kan summen afvige en"
            " smule fra 100.",
            "The share of the table's total, rounded to whole per cent. The sum may therefore"
            " differ slightly from 100.",
        ),
    ),
)
