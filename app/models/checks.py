"""Checking a store: is the file sound, does the key file fit, are the code lists whole?"""

import msgspec

from app.errors import DamagedStore
from app.models import keys
from app.models.backup import row_counts
from app.models.cipher import DataKey, integrity
from app.models.clock import local_today
from app.models.schema import STEP_NAMES, pending_steps
from app.models.store import Store
from app.models.topics import topics
from app.models.types import TermKind
from app.paths import Paths
from app.texts import Text

_COUNTED = (
    ("workplace", Text("arbejdsplads", "workplace"), Text("arbejdspladser", "workplaces")),
    ("visit", Text("fremmøde", "visit"), Text("fremmøder", "visits")),
    (
        "presence_rule",
        Text("fremmøderegel", "presence rule"),
        Text("fremmøderegler", "presence rules"),
    ),
    (
        "closing_days",
        Text("periode med lukkedage", "period of closing days"),
        Text("perioder med lukkedage", "periods of closing days"),
    ),
    ("activity", Text("aktivitet", "activity"), Text("aktiviteter", "activities")),
    ("inquiry", Text("henvendelse", "inquiry"), Text("henvendelser", "inquiries")),
    ("person", Text("person", "person"), Text("personer", "persons")),
    ("followup", Text("opfølgning", "follow-up"), Text("opfølgninger", "follow-ups")),
    ("referral", Text("henvisning", "referral"), Text("henvisninger", "referrals")),
    ("offer", Text("tilbud", "offer"), Text("tilbud", "offers")),
    ("counsellor", Text("vejleder", "counsellor"), Text("vejledere", "counsellors")),
    (
        "term",
        Text("kode for årsag eller råd", "code of reasons or advice"),
        Text("koder for årsag og råd", "codes of reasons and advice"),
    ),
    (
        "audit",
        Text("linje i ændringsloggen", "row of the audit trail"),
        Text("linjer i ændringsloggen", "rows of the audit trail"),
    ),
)
"""What is counted: the table, what one of it is called, and several or none."""


class CheckResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found. ``damage`` is technical and names tables, never values."""

    lines: tuple[Text, ...]
    damage: tuple[str, ...]

    def raise_if_damaged(self) -> None:
        """Raise DamagedStore when anything is wrong."""
        if self.damage:
            found = "; ".join(self.damage)
            raise DamagedStore(
                Text("Databasen er ikke i orden.", "The database is not sound."),
                Text(f"Fundet: {found}.", f"Found: {found}."),
                Text("Gendan den nyeste sikkerhedskopi.", "Restore the newest backup."),
            )


def check_store(store: Store, key: DataKey, paths: Paths) -> CheckResult:
    """Check database, key file and code lists, and count what is there.

    Raises:
        DamagedEnvelope: the key file cannot be read.
    """
    damage = integrity(store.database)
    if not keys.belongs_to(keys.read_envelope(paths.envelope), key):
        damage.append("the key file belongs to another database")
    damage += [f"schema step {name} is missing" for name in pending_steps(store.database)]
    damage += _taxonomy_damage(store)
    verdict = Text("i orden", "sound") if not damage else Text("IKKE i orden", "NOT sound")
    lines = [
        Text(f"Database og nøglefil: {verdict.da}", f"Database and key file: {verdict.en}"),
        Text(f"Skema: {STEP_NAMES[-1]}", f"Schema: {STEP_NAMES[-1]}"),
    ]
    if not damage:
        lines += _counts(store)
    return CheckResult(lines=tuple(lines), damage=tuple(damage))


def _taxonomy_damage(store: Store) -> list[str]:
    """Return codes that are recorded but in no list, and reasons whose group is missing."""
    groups = {group.code for group in store.taxonomy.groups()}
    reasons = store.taxonomy.terms(TermKind.REASON, local_today(store.clock))
    damage = [f"code {t.code} has no group" for t in reasons if t.group not in groups]
    for kind in TermKind:
        unknown = sorted(_recorded(store, f"inquiry_{kind.value}") - store.taxonomy.codes(kind))
        damage += [f"recorded {kind.value} {code} is not in the code list" for code in unknown]
    advice = store.database.execute("SELECT DISTINCT advice_code FROM referral").fetchall()
    unknown = sorted({code for (code,) in advice} - store.taxonomy.codes(TermKind.ADVICE))
    damage += [f"referred advice {code} is not in the code list" for code in unknown]
    unknown = sorted(_recorded(store, "activity_topic") - {topic.code for topic in topics()})
    return damage + [f"recorded topic {code} is not in the list of topics" for code in unknown]


def _recorded(store: Store, table: str) -> set[str]:
    return {code for (code,) in store.database.execute(f"SELECT DISTINCT code FROM {table}")}


def _counts(store: Store) -> list[Text]:
    rows = row_counts(store.database) | {"person": store.people.count_standing()}
    told = ((rows[table], one if rows[table] == 1 else several) for table, one, several in _COUNTED)
    return [Text(f"{count:8} {label.da}", f"{count:8} {label.en}") for count, label in told]
