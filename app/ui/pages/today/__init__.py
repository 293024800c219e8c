"""I dag: the day's visits, what is due, and how the last weeks went."""
