"""Value: the frozen, closed model every part of a record is made of."""

from typing import Any

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError


class Value(BaseModel):
    """A fact or a group of facts: never changed after it was read, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def _some(given: Any) -> Any:
    if given in ("", [], ()):
        raise PydanticCustomError("empty", "nothing is given; fill it in")
    return given


NotEmpty = BeforeValidator(_some)
