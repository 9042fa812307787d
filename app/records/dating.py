"""Dating: an instrument's dates, its status and its history."""

from typing import Annotated, Literal

from app.records.partial_date import PartialDate
from app.records.sources import SourceIds
from app.records.terms import StatusValue
from app.records.value import NotEmpty, Value

ENDED = ("expired", "superseded", "repealed", "annulled")
NEVER = ("proposed", "not-enacted")
IN_FORCE = ("in-force", "in-force-in-part", "in-force-not-applicable", "saved")


class Amendment(Value):
    """A later change of the instrument, known to us whether or not its text was read."""

    date: PartialDate
    by: str
    what: str = ""


class Dates(Value):
    """The days that count, as far as they are known."""

    proposed: PartialDate | None = None
    adopted: PartialDate | None = None
    signed: PartialDate | None = None
    published: PartialDate | None = None
    in_force: PartialDate | None = None
    applicable: PartialDate | None = None
    transposition: PartialDate | None = None
    ended: PartialDate | None = None
    period_from: PartialDate | None = None
    period_to: PartialDate | None = None
    amended: tuple[Amendment, ...] = ()

    def known(self) -> dict[str, PartialDate]:
        """The dates that are given, by name, in the order above."""
        return {name: value for name in DATE_NAMES if (value := getattr(self, name)) is not None}

    @property
    def year(self) -> int | None:
        """Year of adoption (or of the signature that stands for it), else of entry into force, else of publication."""
        found = self.adopted or self.signed or self.in_force or self.published
        return found.year if found else None


DATE_NAMES = tuple(name for name in Dates.model_fields if name != "amended")


class Status(Value):
    """Whether it is in force, and the day up to which that is known."""

    value: StatusValue
    as_of: PartialDate | None = None
    by: SourceIds = ()
    note: str = ""


class Change(Value):
    """One line of a record's own history; releases are dated by the newest."""

    on: PartialDate
    change: Literal["added", "corrected", "updated", "status-changed", "withdrawn"]
    what: str = ""


History = Annotated[tuple[Change, ...], NotEmpty]


class Review(Value):
    """A named person who read the record against the law."""

    by: str
    on: PartialDate
    what: str = ""
