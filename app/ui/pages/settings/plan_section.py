"""The section about the presence plan: holidays, travel time, and days closed for everybody."""

from app.ui.pages.closing_days import ClosingDaysEditor
from app.ui.pages.settings.setting_section import SettingSection
from app.ui.services import Services


class PlanSection(SettingSection):
    """The settings of the plan, and the closing days of every workplace."""

    def __init__(self, services: Services, title: str) -> None:
        super().__init__(services, title, ("holidays", "holiday_kinds", "travel_minutes"))
        self.closing_days = ClosingDaysEditor(services)
        card = self.add_card(
            self.tr("Lukkedage for alle arbejdspladser"),
            self.tr("Fremmøder på de dage springes over. Helligdage behøver du ikke skrive."),
        )
        card.body.addWidget(self.closing_days)

    def reload(self) -> None:
        """Read settings and closing days again; what is being typed stays."""
        super().reload()
        self.closing_days.show_of(None)
