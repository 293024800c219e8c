"""The page on method: what was withheld and why, what that is worth, and how anybody checks it."""

from app.export.outside.marks import HIDDEN
from app.export.outside.releasing import Protected
from app.texts import Text

Line = tuple[str, Text, Text]


def method_lines(protected: Protected) -> list[Line]:
    """Return key, word and sentence of every line."""
    release = protected.release
    return [
        _threshold(release.k, protected.request.rule.headcount),
        _marks(),
        _together(protected),
        _corrections(release.k),
        _proof(protected),
        _limits(),
    ]


def earlier_releases(count: int) -> Text:
    """Return a number of earlier releases in words."""
    if count == 1:
        return Text("1 tidligere udgivelse", "1 earlier release")
    return Text(f"{count} tidligere udgivelser", f"{count} earlier releases")


def _threshold(k: int, headcount: int) -> Line:
    places = Text("for alle arbejdspladser", "of all workplaces")
    if headcount:
        places = Text(
            f"for arbejdspladser med mindst {headcount} ansatte",
            f"of workplaces with at least {headcount} employed",
        )
    return (
        "threshold",
        Text("Mindste gruppe", "Smallest group"),
        Text(
            f"Et tal om mennesker vises kun, når mindst {k} forskellige personer står bag det. En anonym"
            " henvendelse regnes for én person. Hvor alle ville stå i én række, vises tabellen ikke:"
            " den ville fortælle det samme om hver af dem. Fremmøder, timer, antallet af henvendelser,"
            " deres form og antallet af opkald, der ikke gælder en arbejdsplads, siger intet om den"
            f" enkelte og er ikke tal om mennesker; de vises også, når de er små, {places.da}."
            " En enkelt arbejdsplads' tal kan være skjult for at beskytte en anden.",
            f"A figure about people is shown only if at least {k} distinct persons are behind it. An"
            " anonymous inquiry counts as one person. Where all would stand in one row the table is not"
            " shown: it would tell the same of each of them. Visits, hours, the number of inquiries,"
            " how they came and the number of calls about no workplace say nothing of anybody and are"
            f" no figures about people; they are shown, small ones too, {places.en}."
            " Those of a single workplace may be withheld to protect another one.",
        ),
    )


def _marks() -> Line:
    return (
        "marks",
        Text("Skjulte tal", "Withheld figures"),
        Text(
            f"»{HIDDEN}« står for et skjult tal. Nogle er skjult for deres egen skyld, andre for at de"
            " første ikke kan regnes ud; mærket er det samme. Der er skjult så lidt som muligt. Et"
            " nul er et rigtigt nul.",
            f"“{HIDDEN}” stands for a withheld figure. Some are withheld for their own sake, others so"
            " that the first cannot be worked out; the mark is the same. As little as possible is"
            " withheld. A zero is a true zero.",
        ),
    )


def _together(protected: Protected) -> Line:
    k, earlier = protected.release.k, earlier_releases(protected.earlier)
    inside = protected.earlier + 1 - len(protected.readers.releases)
    return (
        "together",
        Text("Kontrol", "Check"),
        Text(
            f"Tallene er kontrolleret sammen med {earlier.da}: også når man lægger"
            " til og trækker fra på tværs af måneder, året til dato, arbejdspladser og koder, kan"
            f" hvert skjult tal være mindst {k - 1} forskellige. Intet tal om mennesker skiller færre"
            f" end {k} personer ud.{_others(inside).da}",
            f"The figures were checked together with {earlier.en}: also by adding and"
            " subtracting across months, the year to date, workplaces and codes, every withheld"
            f" figure can be at least {k - 1} different ones. No figure about people sets fewer than"
            f" {k} persons apart.{_others(inside).en}",
        ),
    )


def _others(inside: int) -> Text:
    """Return how many of them went to others, and are not in the file."""
    if not inside:
        return Text("", "")
    if inside == 1:
        return Text(
            " Heraf gik 1 til andre; den er med i kontrollen, men ikke i filen.",
            " Of these, 1 went to others; it is in the check, not in the file.",
        )
    return Text(
        f" Heraf gik {inside} til andre; de er med i kontrollen, men ikke i filen.",
        f" Of these, {inside} went to others; they are in the check, not in the file.",
    )


def _corrections(k: int) -> Line:
    return (
        "corrections",
        Text("Rettelser", "Corrections"),
        Text(
            "En udgivet måned ændres ikke. Angår en rettelse mindst"
            f" {k} personer, og mindst {k} eller ingen, der tælles som unikke, står alle månedens tal i den"
            " næste udgivelse, gamle og nye. Angår den færre, står de gamle tal, og opgørelsen siger det.",
            "A released month does not change. Where a correction concerns at least"
            f" {k} persons, and at least {k} or none who count as unique, all figures of the month stand in"
            " the next release, old and new. Where it concerns fewer, the old figures stand, and the report"
            " says so.",
        ),
    )


def _proof(protected: Protected) -> Line:
    release = protected.release
    return (
        "proof",
        Text("Bevis", "Proof"),
        Text(
            f"Udgivelsen hedder {release.id}. Filen med samme navn, der ender på .json, rummer et bevis:"
            " andre tabeller, der passer med alt udgivet. Det efterprøves ved at lægge sammen, uden"
            " data, med check_release.py, der ligger ved siden af. SHA-256: "
            f"{protected.hash}.",
            f"The release is called {release.id}. The file of the same name that ends in .json holds a"
            " certificate: other tables that agree with all that was released. It is checked by"
            f" adding up, without the data, with check_release.py beside it. SHA-256: {protected.hash}.",
        ),
    )


def _limits() -> Line:
    return (
        "limits",
        Text("Hvad det ikke dækker", "What it does not cover"),
        Text(
            "Den, der i forvejen kender et af de skjulte tal, kan trække det fra. Hvor sandsynlige de"
            " mulige værdier er, siger beskyttelsen intet om.",
            "Who knows one of the withheld figures beforehand can subtract it. How likely the"
            " possible values are, the protection does not say.",
        ),
    )
