"""Registering a contact: one page, no dialogs, less than a minute."""
