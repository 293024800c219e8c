"""What a tally holds of referrals and follow-ups; described in docs/tally-json.md."""

import msgspec


class ReferralSums(msgspec.Struct, frozen=True, kw_only=True):
    """Referrals, each figure over its own days.

    ``made`` were suggested in the period and ``open`` of them still wait on the day of counting.
    ``sessions`` were held in the period, whenever the referral was made. ``ended`` were completed
    or stopped in the period after at least one session; ``median_sessions_hundredths`` is the
    median of how many they had, in hundredths of a session, None where none has ended.
    """

    made: int
    open: int
    sessions: int
    ended: int
    median_sessions_hundredths: int | None


class ReferralTally(msgspec.Struct, frozen=True, kw_only=True):
    """Referrals of a period.

    ``by_state`` are the ones made in it, as they stand on the day of counting; ``by_outcome`` the
    ones that ended in it.
    """

    all: ReferralSums
    by_state: dict[str, int]
    by_advice: dict[str, ReferralSums]
    by_outcome: dict[str, int]


class FollowUpTally(msgspec.Struct, frozen=True, kw_only=True):
    """Promises, each figure over its own days.

    ``made``, ``due`` and ``done`` have that day in the period; ``done_late`` are those of the done
    that were kept after their due date. ``open`` were made by the end of the period and not kept
    by then.
    """

    made: int
    due: int
    done: int
    done_late: int
    open: int


def median_hundredths(sessions: list[int]) -> int | None:
    """Return the median in hundredths: the middle one in order, or half way between the two.

    None where there is nothing to count.
    """
    if not sessions:
        return None
    ordered = sorted(sessions)
    at = len(ordered) // 2
    return 100 * ordered[at] if len(ordered) % 2 else 50 * (ordered[at - 1] + ordered[at])
