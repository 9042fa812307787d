"""Units: what can be tagged and counted - a provision, or an instrument as a whole."""

from typing import Any

from pydantic import Field, model_validator

from app.records.anchors import Anchor
from app.records.partial_date import PartialDate
from app.records.sources import SourceIds
from app.records.terms import (
    Addressee,
    DutyKind,
    Exploitation,
    FactState,
    GroupAtRisk,
    Measure,
    ProvisionRole,
    Recommendation,
    Stage,
    Step,
)
from app.records.value import Value


class Duty(Value):
    """Who is bound, how strongly, and on what condition."""

    who: Addressee
    duty: DutyKind
    condition: str = Field("", alias="if")


class ReadAs(Value):
    """A measure somebody reads into a provision; shown apart, never counted."""

    measure: Measure
    by_whom: str
    note: str = ""


class Unit(Value):
    """Tags of one unit, only what its own text says; the anchor is empty for a whole."""

    anchor: str = ""
    label: str = "The whole"
    role: ProvisionRole = "operative"
    measures: tuple[Measure, ...] = ()
    stages: tuple[Stage, ...] = ()
    exploitation: tuple[Exploitation, ...] = ()
    groups_at_risk: tuple[GroupAtRisk, ...] = ()
    duties: tuple[Duty, ...] = ()
    read_as: tuple[ReadAs, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    steps: tuple[Step, ...] = ()
    state: FactState
    by: SourceIds = ()
    as_of: PartialDate | None = None

    @model_validator(mode="before")
    @classmethod
    def _state_from_source(cls, value: Any) -> Any:
        """A unit that names its source and no state is verified by it; without a source it is unverified."""
        if isinstance(value, dict) and "state" not in value:
            return value | {"state": "verified" if value.get("by") else "unverified"}
        return value


class Provision(Unit):
    """An article, section or paragraph, with our paraphrase in `words` (Markdown)."""

    anchor: Anchor
    label: str
    heading: str = ""
    words: str
    original_term: str = ""
    renumbered_from: Anchor | None = None
