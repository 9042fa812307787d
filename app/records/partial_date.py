"""PartialDate: a day, a month or a year, as far as it is known."""

import calendar
import re
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class PartialDate(str):
    """`2017`, `2017-04` or `2017-04-02` (ISO 8601, reduced precision allowed); never a guessed day."""

    __slots__ = ()

    @property
    def year(self) -> int:
        """The year, always known."""
        return int(self[:4])

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        parts = [int(part) for part in self.split("-")]
        return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        first = self.earliest
        if len(self) == 10:
            return first
        month = first.month if len(self) == 7 else 12
        return date(first.year, month, calendar.monthrange(first.year, month)[1])

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read a date; PydanticCustomError says what to write instead."""
        try:
            if not _SHAPE.fullmatch(text):
                raise ValueError
            found = cls(text)
            _ = found.earliest
        except ValueError:
            raise PydanticCustomError(
                "bad_date", "'{text}' is not a date; write 2017, 2017-04 or 2017-04-02", {"text": text}
            ) from None
        return found

    @classmethod
    def maybe(cls, value: object) -> "PartialDate | None":
        """A date where the value is a good one; for checks that leave bad ones to the model."""
        try:
            return cls.parse(value) if isinstance(value, str) else None
        except PydanticCustomError:
            return None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls.parse, core_schema.str_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
