"""The section about retention: what the municipality has decided, and what has run out."""

from app.ui.pages.settings.retention_due_card import RetentionDueCard
from app.ui.pages.settings.retention_periods_card import RetentionPeriodsCard
from app.ui.pages.settings.section import Section
from app.ui.services import Services


class RetentionSection(Section):
    """What has run out stands first: it waits for an answer, the periods seldom change."""

    def __init__(self, services: Services, title: str) -> None:
        super().__init__(services, title)
        self.due = RetentionDueCard(services)
        self.periods = RetentionPeriodsCard(services)
        self.column.addWidget(self.due)
        self.column.addWidget(self.periods)
        self.finish()

    def reload(self) -> None:
        """Read both again; what is being typed and what was chosen stays."""
        self.due.reload()
        self.periods.reload()

    def leave(self) -> None:
        """Put the question away."""
        self.due.keep()
