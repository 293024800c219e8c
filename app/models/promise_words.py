"""How a promise is kept and how often it comes back, in words."""

from app.models.types import Channel, PromisedChannel, Repeat
from app.models.words import CHANNELS
from app.texts import Text

REPEATS = {
    Repeat.NEVER: Text("Gentages ikke", "Does not repeat"),
    Repeat.WEEK: Text("Hver uge", "Every week"),
    Repeat.FORTNIGHT: Text("Hver 2. uge", "Every 2nd week"),
    Repeat.MONTH: Text("Hver måned", "Every month"),
    Repeat.QUARTER: Text("Hvert kvartal", "Every quarter"),
}
PROMISED_CHANNELS = {
    PromisedChannel.OPEN: Text("Ikke aftalt", "Not agreed on"),
    **{PromisedChannel(channel.value): CHANNELS[channel] for channel in Channel},
}
