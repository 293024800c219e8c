"""Opfølgning: what the counsellor promised to do, the longest due first."""
