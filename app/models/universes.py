"""Over what each family of figures is counted, in words that stand beside it everywhere."""

from app.models.case_universes import CASE_UNIVERSES
from app.texts import Text

_TEXTS: dict[str, Text] = {
    "contacts": Text(
        "Alle henvendelser i perioden{where}. Hver henvendelse tæller som én af de fire slags.",
        "All inquiries in the period{where}. Each inquiry counts as one of the four kinds.",
    ),
    "by_workplace": Text(
        "Henvendelser i perioden fordelt på den arbejdsplads, de gælder, og fremmøder, der er"
        " holdt i perioden{where}. Henvendelser pr. time tæller kun dem, der hører til et holdt"
        " fremmøde.",
        "Inquiries in the period by the workplace they concern, and visits held in the"
        " period{where}. Inquiries per hour count only those that belong to a held visit.",
    ),
    "without_workplace": Text(
        "Henvendelser i perioden, der ikke gælder en arbejdsplads.",
        "Inquiries in the period that concern no workplace.",
    ),
    "persons": Text(
        "Unikke: registrerede personer med deres første henvendelse i projektet i perioden{where}.",
        "Unique persons: registered persons with their first inquiry in the project in the"
        " period{where}.",
    ),
    "persons_seen": Text(
        "Forskellige registrerede personer med mindst én henvendelse i perioden{where}.",
        "Distinct registered persons with at least one inquiry in the period{where}.",
    ),
    "said_returning": Text(
        "Henvendelser i perioden{where} fra personer, der ikke er registreret, og som siger, at de"
        " har været her før.",
        "Inquiries in the period{where} by people who are not registered and say that they have"
        " been here before.",
    ),
    "reasons.first": Text(
        "Årsager nævnt ved registrerede personers første henvendelse, når den ligger i"
        " perioden{where}. En henvendelse kan have flere årsager.",
        "Reasons mentioned at the first inquiry of registered persons, where it lies in the"
        " period{where}. An inquiry may have several reasons.",
    ),
    "reasons.all": Text(
        "Årsager nævnt ved alle henvendelser i perioden{where}. En henvendelse kan have flere.",
        "Reasons mentioned at all inquiries in the period{where}. An inquiry may have several.",
    ),
    "inquiries_by_group": Text(
        "Henvendelser, der nævner mindst én årsag i gruppen. En henvendelse kan stå i flere"
        " grupper.",
        "Inquiries that mention at least one reason in the group. An inquiry may be in several"
        " groups.",
    ),
    "advice.first": Text(
        "Råd givet ved registrerede personers første henvendelse, når den ligger i"
        " perioden{where}. En henvendelse kan have flere råd.",
        "Advice given at the first inquiry of registered persons, where it lies in the"
        " period{where}. An inquiry may have several pieces of advice.",
    ),
    "advice.all": Text(
        "Råd givet ved alle henvendelser i perioden{where}. En henvendelse kan have flere.",
        "Advice given at all inquiries in the period{where}. An inquiry may have several.",
    ),
    "roles": Text(
        "Alle henvendelser i perioden{where}, anonyme medregnet.",
        "All inquiries in the period{where}, anonymous ones included.",
    ),
    "visits": Text(
        "Fremmøder, der begyndte i perioden{where}. Et fremmøde uden henvendelser er også et"
        " resultat.",
        "Visits that began in the period{where}. A visit without inquiries is a result, too.",
    ),
    "planned": Text(
        "Fremmøder i perioden{where} på den dag, de er planlagt til eller flyttet til. Planlagte er"
        " alle planens fremmøder, hvad der end blev af dem; de sprungne over (helligdage og"
        " lukkedage) er ikke med. Timer er den planlagte tid; for holdte fremmøder den tid, de varede.",
        "Visits in the period{where} on the day for which they are planned or to which they were"
        " moved. Planned are all visits of the plan, whatever became of them, without those skipped"
        " (holidays and closing days). Hours are the planned time, of held visits the time they"
        " lasted.",
    ),
    "presence": Text(
        "Holdte fremmøder i perioden{where} fordelt på arbejdsplads, vagt og ugedag. »Lavest« og"
        " »højest« viser, hvor mange henvendelser pr. time man på lang sigt kan vente, med 95 %"
        " sikkerhed: de eksakte grænser for et Poisson-fordelt antal (Garwood 1936). Det forudsætter,"
        " at folk kommer uafhængigt af hinanden og lige ofte i alle fremmødernes timer. Jo færre"
        " timer, jo bredere er spændet.",
        "Visits held in the period{where} by workplace, shift and weekday. “Lowest” and “highest”"
        " show how many inquiries per hour can be expected in the long run, with 95% confidence:"
        " the exact limits for a Poisson-distributed count (Garwood 1936). This assumes that people"
        " come independently of each other and equally often in all hours of the visits. The fewer"
        " the hours, the wider the range.",
    ),
    "activities": Text(
        "Oplæg, netværksmøder og andre aktiviteter, der begynder i perioden{where}. Timer og"
        " deltagere er fra de holdte.",
        "Talks, network meetings and other activities that begin in the period{where}. Hours and"
        " participants are those of the held ones.",
    ),
    "activities_by_workplace": Text(
        "Aktiviteter, der begynder i perioden, ved hver arbejdsplads, de var for. En aktivitet for"
        " flere arbejdspladser tæller ved dem alle, men kun én gang i totalen{where}.",
        "Activities that begin in the period, at each workplace they were for. One for several"
        " workplaces counts at each of them, but only once in the total{where}.",
    ),
    "topics": Text(
        "Emner nævnt ved holdte aktiviteter i perioden{where}. En aktivitet kan have flere emner.",
        "Topics of the activities held in the period{where}. An activity may have several topics.",
    ),
    **CASE_UNIVERSES,
    "twelve_months": Text(
        "Alle henvendelser{where}, pr. måned i de 12 måneder, der slutter med periodens sidste.",
        "All inquiries{where}, by month, for the 12 months ending with the last of the period.",
    ),
}
_SAME = {"sick_leave": "roles", "channels": "roles"}
_CHOSEN = Text(" ved de valgte arbejdspladser", " at the chosen workplaces")


def universe_texts(*, chosen: bool) -> dict[str, Text]:
    """Return the sentence for each family of figures; ``chosen``: only some workplaces count."""
    where = _CHOSEN if chosen else Text("", "")
    texts = {name: text.format(where=where) for name, text in _TEXTS.items()}
    return texts | {name: texts[source] for name, source in _SAME.items()}
