"""Keeping what is typed about a presence rule: as a draft while it is typed, as a rule when saved."""

from collections.abc import Mapping
from datetime import date

import msgspec

from app.models.audit import changed_fields
from app.models.clock import local_today
from app.models.plan_types import PresenceRule
from app.models.rule_checks import with_some_visit
from app.models.store import Store

_DRAFT_KIND = "presence rule"
_WITHOUT_A_NEW_VERSION = frozenset({"valid_until", "end_reason", "remark"})


class RuleEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the form of a rule; a rule without an id is a new one.

    ``day`` is the first day on which a rule that has begun is to be another, and ``reason`` says
    why.
    """

    rule: PresenceRule
    day: date | None = None
    reason: str = ""


class RuleDraft(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that is not saved; ``is_open`` while its form is on the page."""

    entry: RuleEntry
    is_open: bool = True


def has_begun(rule: PresenceRule, today: date) -> bool:
    """Tell whether a rule may have had visits, so that it is changed only from a day on."""
    return rule.valid_from < today


def save_rule(store: Store, entry: RuleEntry) -> PresenceRule:
    """Store what was entered and return the rule that then holds.

    A rule that has begun gets a new version, unless only its end or its remark is another.

    Raises:
        InvalidInput: a field is wrong, or the rule ends before its first visit; for ``day`` the
            problem is that of ``valid_from``.
    """
    rules, wanted = store.presence_rules, entry.rule
    with store.atomic():
        if not wanted.id:
            return with_some_visit(rules.add(wanted))
        before = rules.get(wanted.id)
        fields = set(changed_fields(before, wanted))
        today = local_today(store.clock)
        if has_begun(before, today) and fields <= _WITHOUT_A_NEW_VERSION:
            return rules.change(wanted)
        if not has_begun(before, today):
            return with_some_visit(rules.change(wanted))
        changed = rules.change_from(wanted.id, entry.day or today, wanted, entry.reason)
        return with_some_visit(changed)


def read_rule_drafts(store: Store) -> dict[str, RuleDraft]:
    """Return what was typed and not saved, by the keys under which it was kept."""
    return store.drafts.decoded(_DRAFT_KIND, dict[str, RuleDraft]) or {}


def save_rule_drafts(store: Store, drafts: Mapping[str, RuleDraft]) -> None:
    """Keep these drafts and no others."""
    if drafts:
        store.drafts.save(_DRAFT_KIND, msgspec.json.encode(drafts).decode())
    else:
        store.drafts.discard(_DRAFT_KIND)
