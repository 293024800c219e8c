"""Over what the figures of referrals and follow-ups are counted, in words."""

from app.texts import Text

CASE_UNIVERSES: dict[str, Text] = {
    "referrals": Text(
        "Henvist: foreslået i perioden{where}; »heraf åbne« venter stadig på opgørelsens dag."
        " Sessioner: holdt i perioden, hvornår personen end blev henvist. Sluttet:"
        " afsluttet eller stoppet i perioden efter mindst én session. Medianen er over de sluttede:"
        " sorteret efter antal sessioner den midterste, ved et lige antal midt mellem de to"
        " midterste. En henvisning hører til den arbejdsplads, henvendelsen gælder."
        " En slettet persons henvisninger tæller, som de stod, da personen blev slettet.",
        "Referred: suggested in the period{where}; “of these open” still wait on the day of"
        " counting. Sessions: held in the period, whenever the person was"
        " referred. Ended: completed or stopped in the period after at least one session. The median"
        " is over the ended ones: sorted by the number of sessions the middle one, of an even number"
        " half way between the two in the middle. A referral belongs to the workplace that the"
        " inquiry concerns. The referrals of a person who was erased count as they stood when the"
        " person was erased.",
    ),
    "referrals_by_state": Text(
        "Henvisninger foreslået i perioden{where}, som de står på opgørelsens dag; en slettet"
        " persons, som de stod, da personen blev slettet.",
        "Referrals suggested in the period{where}, as they stand on the day of counting; those of a"
        " person who was erased as they stood when the person was erased.",
    ),
    "referral_outcomes": Text(
        "Henvisninger, der er afsluttet eller stoppet i perioden{where} efter mindst én session,"
        " efter hvad personen selv siger; en slettet persons, som de stod, da personen blev slettet.",
        "Referrals completed or stopped in the period{where} after at least one session, by what the"
        " person says; those of a person who was erased as they stood when the person was erased.",
    ),
    "followups": Text(
        "Opfølgninger{where}: aftalt i perioden (på henvendelsens dato, når de er skrevet ned sammen"
        " med den), med frist i perioden, gjort i perioden, heraf efter fristen, og åbne ved"
        " periodens slutning. En slettet persons opfølgninger tæller, som de stod, da personen blev"
        " slettet: de åbne bliver ved med at være åbne.",
        "Follow-ups{where}: promised in the period (on the date of the inquiry where they were"
        " written down with it), due in the period, done in the period, of these after the due date,"
        " and open at the end of the period. The follow-ups of a person who was erased count as they"
        " stood when the person was erased: open ones stay open.",
    ),
}
