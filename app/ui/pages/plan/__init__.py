"""The presence plan."""
