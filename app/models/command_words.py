"""What a command is called where somebody reads its name: a lead's figures are under ``lead …``."""

OF_FIGURES = frozenset({"tally", "report", "close", "evaluator"})
"""Commands that a lead has over all counsellors as ``lead …``."""


def command_words(line: str, *, at_lead: bool) -> str:
    """Return a command as it is typed in a counsellor's or a lead's installation."""
    leading = "lead " if at_lead and line.partition(" ")[0] in OF_FIGURES else ""
    return f"vejviser {leading}{line}"
