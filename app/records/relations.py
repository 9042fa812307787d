"""Relations: how one instrument, or one provision, stands to another."""

from pydantic import Field

from app.records.anchors import Anchor
from app.records.sources import SourceIds
from app.records.terms import FactState, RelationType
from app.records.value import Value


class Relation(Value):
    """`type` from this instrument (at `from_anchor`) to another (`to`, an id or id#anchor)."""

    type: RelationType
    to: str
    from_anchor: Anchor | None = Field(None, alias="from")
    state: FactState = "unverified"
    by: SourceIds = ()
    note: str = ""

    @property
    def target(self) -> str:
        """The id of the other instrument."""
        return self.to.partition("#")[0]

    @property
    def target_anchor(self) -> str:
        """The provision of the other instrument; empty for the whole."""
        return self.to.partition("#")[2]
