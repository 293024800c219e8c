"""The sentences of the risk sheet: what is left to be known, and what the figures can bear."""

from app.texts import Text

TITLE = Text("Risiko, der er tilbage", "Remaining risk")
PURPOSE = Text(
    "Arket siger, hvor godt rækkerne er beskyttet, hvad det har kostet, og hvad nogen stadig kan"
    " slutte sig til. Læs det, før pakken sendes, og før der regnes på den.",
    "This sheet says how well the rows are protected, what that has cost, and what somebody could"
    " still infer. Read it before the pack is sent, and before anything is computed on it.",
)
MISSING = Text("Hvad der mangler", "What is missing")
REACHED = Text("Hvad der er nået", "What was reached")
EMPTY = Text("Ingen rækker er vist.", "No rows are shown.")
MEASURE, REQUIRED, GOT = Text("Mål", "Measure"), Text("Krav", "Required"), Text("Nået", "Reached")
K_PERSONS = Text(
    "k: færrest forskellige personer bag rækker, der ligner hinanden",
    "k: fewest distinct persons behind rows that look alike",
)
K_ROWS = Text(
    "Færrest rækker, der ligner hinanden (kan efterregnes i `contacts.csv`)",
    "Fewest rows that look alike (can be computed from `contacts.csv`)",
)
L_REASONS = Text(
    "l: færrest forskellige værdier af `reason_groups` i en gruppe",
    "l: fewest different values of `reason_groups` in a group",
)
L_SICK = Text(
    "l: færrest forskellige værdier af `sick_leave`, hvor noget er vist",
    "l: fewest different values of `sick_leave` where any is shown",
)
SHARE = Text(
    "Største andel af en gruppes personer, der har samme gruppe af årsager",
    "Largest share of the persons of a group who share one group of reasons",
)
PER_CENT = Text("{share} %", "{share}%")
UNDER_100 = Text("under 100 %", "under 100%")
SIZES = Text("Hvor store grupperne er", "How large the groups are")
PERSONS, GROUPS = Text("Personer", "Persons"), Text("Grupper", "Groups")
COST = Text("Hvad det har kostet", "What it has cost")
ROWS = Text("Rækker", "Rows")
CONTACTS = Text("Henvendelser i perioden", "Contacts of the period")
SHOWN = Text("Heraf vist", "Of these, shown")
COARSER = Text("Heraf vist grovere, end de blev registreret", "Of these, shown coarser")
LEFT_OUT = Text("Udeladt", "Left out")
LEFT_OUT_RARE = Text(
    "Heraf for sjældne på ethvert trin, eller udeladt, så ingen udelades alene",
    "Of these, too rare on every rung, or left out so that nobody is left out alone",
)
LEFT_OUT_REPORTS = Text(
    "Heraf på grund af udgivne opgørelser", "Of these, because of released reports"
)
LEFT_OUT_ERASED = Text("Heraf af en person, der er slettet", "Of these, of a person who was erased")
CODES = Text("Årsager og råd, hvis kode er holdt tilbage", "Reasons and advice with withheld code")
OF = Text("{count} af {all}", "{count} of {all}")
COARSER_AT = Text("Grovere i `{column}`", "Coarser in `{column}`")
RUNGS = Text("Trinene", "The rungs")
RUNG, DETAIL = Text("Trin", "Rung"), Text("Hvad rækkerne viser", "What the rows show")
FINE = Text("{name} (grovere)", "{name} (coarser)")
NOTHING = Text("kun årsager og råd", "reasons and advice only")
REPORTS = Text("Ved siden af udgivne opgørelser", "Beside released reports")
FIGURES = Text("Hvad det gør ved tallene", "What it does to the figures")
ON_FIGURES = (
    Text(
        "De udeladte henvendelser mangler i alle tal fra rækkerne. De er netop de sjældne: små"
        " grupper fylder derfor mindre her end i virkeligheden.",
        "The contacts that are left out are missing from every figure made of the rows. They are the"
        " rare ones: small groups are therefore smaller here than they were.",
    ),
    Text(
        "Rækker på forskellige trin er ikke lige fine. Sammenlign inden for et trin, eller gør de"
        " fine rækker grovere først.",
        "Rows of different rungs are not equally fine. Compare within a rung, or make the finer rows"
        " coarser first.",
    ),
    Text(
        "`withheld` er ikke `not_told`: regn det ikke med som manglende svar. En årsags eller et"
        " råds tal er en nedre grænse, når koder er holdt tilbage; grupperne af årsager er hele.",
        "`withheld` is not `not_told`: do not treat it as a missing answer. The count of a reason or"
        " a piece of advice is a lower limit where codes are withheld; groups of reasons are whole.",
    ),
    Text(
        "Samme person kan stå bag flere rækker uden at kunne kendes igen. Usikkerhed, der regnes,"
        " som om rækkerne var uafhængige, bliver for lille.",
        "One person can stand behind several rows and cannot be recognised. Uncertainty computed as"
        " if rows were independent comes out too small.",
    ),
)
ATTACKS = Text("Hvad nogen kunne vide", "What an attacker could know")
ON_ATTACKS = (
    Text(
        "En kollega, der ved, hvornår nogen var hos vejlederen, og kender køn, alder, rolle og"
        " arbejdsplads, finder mindst k personer, der ligner, men ikke hvem af dem det er.",
        "A colleague who knows when somebody saw the counsellor, and their gender, age, role and"
        " workplace, finds at least k persons who look alike, and not which of them it is.",
    ),
    Text(
        "Kollegaen kan dog lære, hvad der er sandsynligt: deler fire af fem i en gruppe en årsag,"
        " er det fire til en. Kun at alle deler den, er udelukket.",
        "That colleague can learn what is likely, though: where four of five in a group share a"
        " reason, the odds are four to one. Only that all share it is ruled out.",
    ),
    Text(
        "Den, der allerede kender en af personens årsager eller råd, kan finde færre end k rækker"
        " og måske læse de andre årsager og sygefraværet i dem. k gælder det, der kan ses på folk,"
        " ikke det, de har fortalt.",
        "Who already knows one of a person's reasons or advice can find fewer than k rows, and"
        " perhaps read the other reasons and the sick leave there. k holds for what can be seen of"
        " people, not for what they have told.",
    ),
    Text(
        "En anonym henvendelse tælles som én person. Kom den samme flere gange uden kodeord, er der"
        " færre personer bag en gruppe, end der står.",
        "An anonymous contact counts as one person. Where the same one came several times without a"
        " code word, fewer persons stand behind a group than is written.",
    ),
    Text(
        "Den, der kender reglen og ved, at mange nok lignede hinanden, kan af, at deres rækker er"
        " gjort grovere, slutte, at de havde en årsag til fælles.",
        "Who knows the rule, and that enough persons looked alike, can infer from their rows having"
        " been made coarser that they had a reason in common.",
    ),
    Text(
        "Lagt sammen med offentliggjorte opgørelser kan rækkerne vise, hvad de udeladte har til"
        " sammen. Derfor er ingen udeladt alene: er nogen det, er det mindst k personer. Bag"
        " slettede personers henvendelser kan der være færre.",
        "Together with published reports the rows can show what those left out have in sum. So"
        " nobody is left out alone: where anybody is, at least k persons are. Behind the contacts"
        " of erased persons there can be fewer.",
    ),
    Text(
        "En opgørelse, der udgives efter pakken, holdes ikke op mod den. To pakker over samme tid"
        " kan sammenlignes: send hver periode én gang.",
        "A report that is released after the pack is not set against it. Two packs of the same time"
        " can be compared: send each period once.",
    ),
)
LAW = Text(
    "Rækkerne er pseudonymiserede oplysninger om enkelte mennesker og stadig personoplysninger om"
    " helbred. De må kun sendes til den, der har en aftale om at få dem, ad en sikker vej, og skal"
    " slettes, når evalueringen er færdig. Projektets egen jurist eller databeskyttelsesrådgiver"
    " bør have set arket.",
    "The rows are pseudonymised data of single people, and still personal data about health. They"
    " may be sent only to somebody with an agreement to have them, by a safe way, and must be"
    " deleted when the evaluation is done. The project's own lawyer or data protection officer"
    " should have seen this sheet.",
)
