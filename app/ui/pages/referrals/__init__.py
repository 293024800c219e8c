"""Henvisninger: who was sent on to which offer, and how it goes."""
