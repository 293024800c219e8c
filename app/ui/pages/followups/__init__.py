"""Opfølgning: what the counsellor promised to do, the longest due first."""

from app.ui.pages.followups.page import FollowUpsPage

__all__ = ["FollowUpsPage"]
