"""Value: the frozen, closed model every part of a record is made of."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A fact or a group of facts: never changed after it was read, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
