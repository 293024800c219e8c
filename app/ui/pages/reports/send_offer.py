"""The way from a closed month to the page that sends it, as long as the lead does not have it."""

from app.models.month_state import MonthState, State
from app.ui.services import Services
from app.ui.widgets.action_button import ActionButton


class SendOffer(ActionButton):
    """Shown for a closed month of a computer that belongs to a project, until a letter holds it."""

    def __init__(self, services: Services) -> None:
        super().__init__("", "primary")
        self.setText(self.tr("Send under Deling"))
        self.clicked.connect(lambda: services.go("sharing", None))

    @staticmethod
    def fits(state: MonthState | None) -> bool:
        """Tell whether a month waits to be sent."""
        return state is not None and state.state is State.CLOSED and state.is_to_be_sent
