"""Sources and claims: where a fact was seen, and how far it can be trusted."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from app.records.partial_date import PartialDate
from app.records.terms import FactState, SourceKind
from app.records.value import Value

WORDING = ("official", "official-copy")
_URL = re.compile(r"https?://[^\s/?#.]+\.[^\s/?#]+(?:[/?#]\S*)?")


def _check_url(text: str) -> str:
    if not _URL.fullmatch(text):
        raise PydanticCustomError(
            "bad_url", "'{text}' is not a web address; write it whole, with https://", {"text": text}
        )
    return text


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Url = Annotated[str, AfterValidator(_check_url)]
SourceIds = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]


class Source(Value):
    """A document we opened, and the day we did; `read_from` names the copy that was read."""

    title: str
    publisher: str = ""
    kind: SourceKind
    url: Url | None = None
    read_from: str = ""
    commit: str = ""
    copy_date: PartialDate | None = None
    seen: PartialDate | None = None
    language: str = ""
    note: str = ""

    @property
    def is_wording(self) -> bool:
        """Whether the wording itself was read here (the only kind that can verify a fact)."""
        return self.kind in WORDING


class Claim(Value):
    """The state of one fact and the sources it rests on; a bare source id means verified by it."""

    state: FactState
    by: SourceIds = ()
    note: str = ""

    @model_validator(mode="before")
    @classmethod
    def _bare_source(cls, value: Any) -> Any:
        return {"state": "verified", "by": value} if isinstance(value, str) else value
