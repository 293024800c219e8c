"""What two computers with the same keys mean for a lead's figures.

Of a month, a laptop and the one that took its place are one: the newer one's figures replace the
older one's. After a restore that is right. Where a data folder was copied and both were used, what was
registered on the other one alone goes with them, so the lead is told before and after.
"""

from typing import TYPE_CHECKING

from app.models.periods import month_name, parse_month
from app.models.team.cards import Card
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

# What has a lower number than the first letters that contradict each other was sent before the copy.
_MONTHS = """
SELECT m.month FROM reported_month m WHERE m.device = ?1 AND m.seq >=
  (SELECT min(l.seq) FROM reported_letter l JOIN reported_letter f
   ON f.device = l.device AND f.verdict = 'forked'
   AND (f.seq = l.seq OR (f.month = l.month AND f.revision = l.revision))
   WHERE l.device = ?1)
ORDER BY m.month
"""
_HAS_COPY = "SELECT 1 FROM reported_letter WHERE device = ? AND verdict = 'forked' LIMIT 1"


def months_since_copy(store: "Store", device: str) -> tuple[str, ...]:
    """Return the months (``YYYY-MM``) that a device told since two computers wrote as it; else none."""
    return tuple(month for (month,) in store.database.execute(_MONTHS, (device,)).fetchall())


def succession_words(store: "Store", card: Card) -> Text | None:
    """Return what taking in a card means for what came from a copied computer; None for all others."""
    old = card.replaces
    if not old or store.database.execute(_HAS_COPY, (old,)).fetchone() is None:
        return None
    months = months_since_copy(store, old)
    danish = "To computere har sendt med de samme nøgler, og kortet er fra den, der blev afvist."
    english = (
        "Two computers sent with the same keys, and the card is from the one that was refused."
    )
    if months:
        names = [month_name(parse_month(month).first) for month in months]
        danish += (
            f" Fra den anden kom: {', '.join(one.da for one in names)}. Sender den nye en af de måneder,"
            " træder dens tal i stedet."
        )
        english += (
            f" From the other one came: {', '.join(one.en for one in names)}. If the new one sends any of"
            " these months, its figures take their place."
        )
    return Text(
        f"{danish} Hvad der kun er registreret på den anden, skal {card.initials} registrere på den nye,"
        " før den sender; ellers mangler det i tallene.",
        f"{english} What was registered on the other one alone, {card.initials} has to register on the"
        " new one before it sends; otherwise the figures lack it.",
    )
