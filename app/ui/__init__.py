"""The window: pages, dumb widgets and the look they share."""
