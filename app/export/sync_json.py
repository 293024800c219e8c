"""Exchanged letters as objects of JSON; described in docs/delivery.md."""

from app.export.json_objects import JsonObject
from app.export.letters.handing import FileTaken, Handed, Verified
from app.export.letters.taking import Taken
from app.export.sync_report import SyncReport
from app.models.team.inbox import Received
from app.models.team.outbox import OutLetter


def report_object(report: SyncReport) -> JsonObject:
    """Return what came of an exchange."""
    error = report.error
    return {
        "format": "vejviser-sync/1",
        "role": report.role.value,
        "standing": report.standing.value,
        "reached": error is None or error.is_of_one_file,
        "trouble": error and error.trouble.value,
        "cancelled": report.cancelled,
        "roster": {
            "new": report.roster_is_new,
            "refused": report.roster_refused and report.roster_refused.reason.value,
            "replaced_as_lead": report.replaced_as_lead,
        },
        "copy_is_new": report.copy_is_new,
        "package_is_new": report.package_is_new,
        "package_inherited": report.package_inherited is not None,
        "package_refused": report.package_refused and report.package_refused.reason.value,
        "taken": [taken_object(one) for one in report.taken],
        "refused": [
            {"folder": one.folder, "file": one.name, "reason": one.reason} for one in report.refused
        ],
        "sent": [out_letter_object(one) for one in report.sent],
        "waiting": report.waiting,
        "never_came": report.never_came,
        "foreign": report.foreign,
        "unread": report.unread,
        "months": {
            "queued": report.counts.queued,
            "saved": report.counts.saved,
            "delivered": report.counts.delivered,
            "acknowledged": report.counts.acknowledged,
            "refused": report.counts.refused,
            "all_arrived": report.counts.all_arrived,
        },
    }


def taken_object(one: Taken) -> JsonObject:
    """Return what was made of a letter; for a summary with the sums of the lead's figures."""
    letter = one.letter
    receipt = one.receipt
    return {
        "hash": letter.hash,
        "kind": letter.kind,
        "sender": letter.sender,
        "initials": one.initials,
        "number": letter.seq,
        "month": letter.month or None,
        "revision": letter.revision,
        "known": one.known,
        "refused": one.reason or None,
        "verdict": receipt and receipt.verdict.value,
        "persons": receipt and receipt.persons,
        "contacts": receipt and receipt.contacts,
        "replaces_copy": bool(receipt and receipt.replaces_copy),
    }


def file_object(one: FileTaken) -> JsonObject:
    """Return what was made of a file: of its letter, or that it holds none for us."""
    if one.taken is None:
        return {
            "file": one.name,
            "refused": one.reason or None,
            "for_others": one.is_for_others,
            "other": one.other and one.other.kind.value,
        }
    return {"file": one.name, "for_others": False, **taken_object(one.taken)}


def handed_object(one: Handed) -> JsonObject:
    """Return a file that was written to be handed over, and whom it is for."""
    return {"file": str(one.path), "to": one.to}


def verified_object(found: Verified) -> JsonObject:
    """Return whose a letter is, and what taking it in would come to."""
    header = found.opened.letter.header
    return {
        "format": "vejviser-verified/1",
        **taken_object(found.taken),
        "name": found.opened.sender.card.name,
        "made_at": header.made_at.isoformat(),
    }


def received_object(one: Received) -> JsonObject:
    """Return a letter that came, and what was made of it."""
    return {
        "hash": one.hash,
        "kind": one.kind,
        "sender": one.sender,
        "number": one.seq,
        "month": one.month or None,
        "revision": one.revision,
        "refused": one.reason or None,
        "verdict": one.verdict or None,
        "received_at": one.received_at,
    }


def out_letter_object(one: OutLetter) -> JsonObject:
    """Return a letter that was written here, and how far it is."""
    return {
        "hash": one.hash,
        "kind": one.kind,
        "month": one.month or None,
        "revision": one.revision,
        "file": one.name,
        "bytes": one.size,
        "state": one.state.value,
        "refused": one.reason or None,
        "trouble": one.trouble and one.trouble.value,
        "attempts": one.attempts,
        "written_at": one.made_at,
        "next_attempt_at": one.next_attempt_at if one.state == "queued" else None,
        "delivered_at": one.delivered_at or None,
        "settled_at": one.settled_at or None,
    }
