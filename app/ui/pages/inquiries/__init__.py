"""Henvendelser: find, read, correct and delete what was registered."""
