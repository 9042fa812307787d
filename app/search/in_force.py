"""In force: whether an instrument was in force on a day, as far as its dates say."""

from datetime import date

from app.records.dating import ENDED, IN_FORCE
from app.records.instrument import Instrument


def in_force_on(instrument: Instrument, day: date) -> bool:
    """True only if it can be shown: begun by that day, and not known to have ended by it."""
    dates, status = instrument.dates, instrument.status.value
    begun = dates.in_force or dates.adopted or dates.signed or dates.published
    if begun is None or begun.latest > day:
        return False
    if dates.ended is not None:
        return day < dates.ended.earliest
    return status in IN_FORCE and status not in ENDED
