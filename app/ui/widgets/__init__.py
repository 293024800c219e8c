"""Dumb parts of the window: they know Qt and the look, nothing about the work."""
