"""Figures: numbers set by an instrument, and numbers the literature quotes."""

from app.records.anchors import Anchor
from app.records.dating import History
from app.records.partial_date import PartialDate
from app.records.sources import Source, SourceIds
from app.records.terms import FactState
from app.records.value import Value


class Threshold(Value):
    """A number an instrument itself sets: a threshold, a fine, a period."""

    what: str
    value: str
    unit: str = ""
    anchor: Anchor | None = None
    as_of: PartialDate | None = None
    state: FactState | None = None
    by: SourceIds = ()

    @property
    def effective_state(self) -> str:
        """Its own state; without one, verified if it names a source."""
        return self.state or ("verified" if self.by else "unverified")


class Figure(Value):
    """A number such literature quotes, with its year and what superseded it."""

    id: str
    what: str
    value: str
    unit: str = ""
    scope: str = ""
    year_of_data: str = ""
    published: PartialDate | None = None
    source: Source
    state: FactState
    superseded_by: str = ""
    concerns: tuple[str, ...] = ()
    note: str = ""
    history: History
