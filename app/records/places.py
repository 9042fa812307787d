"""Places: States and subdivisions of ISO 3166, organisations, and dated groups of States."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

import pycountry
from pydantic import Field, model_validator

from app.records.partial_date import PartialDate
from app.records.sources import Url
from app.records.terms import FactState, PlaceCode
from app.records.value import Value


class Place(Value):
    """A State, a part of one, or an organisation; `parent` is the State of a part."""

    code: str
    name: str
    kind: Literal["state", "subdivision", "organisation"]
    full_name: str = ""
    parent: str | None = None
    alpha3: str = ""
    footnote: str = ""
    url: str = ""


class Display(Value):
    """How a State's name is shown, with a footnote where its status is not undisputed."""

    code: str
    name: str = ""
    footnote: str = ""
    alpha3: str = ""


class Member(Value):
    """A State in a group, from and to a day where membership changed."""

    place: PlaceCode
    joined: PartialDate | None = Field(None, alias="from")
    left: PartialDate | None = Field(None, alias="to")

    @model_validator(mode="before")
    @classmethod
    def _bare_code(cls, value: Any) -> Any:
        return {"place": value} if isinstance(value, str) else value

    def on(self, day: date) -> bool:
        """Whether it belonged on a day."""
        return not (self.joined and day < self.joined.earliest) and not (self.left and day > self.left.latest)


class ListSource(Value):
    """Where a list of members was taken from, and how far it is checked."""

    title: str
    url: Url | None = None
    state: FactState = "unverified"


class Group(Value):
    """States that belong together, as of a day, with the source of the list."""

    code: str
    name: str
    as_of: PartialDate
    source: ListSource
    members: tuple[Member, ...]
    definition: str = ""

    def members_on(self, day: date) -> frozenset[str]:
        """The codes of the members on a day."""
        return frozenset(member.place for member in self.members if member.on(day))


class Places:
    """Every place a record may name."""

    def __init__(
        self, organisations: Mapping[str, Place], groups: Mapping[str, Group], display: Mapping[str, Display]
    ) -> None:
        self.organisations = dict(organisations)
        self.groups = dict(groups)
        self.display = dict(display)
        self._states = {place.code: place for place in self._read_states()}

    def known(self, code: str) -> bool:
        """Whether the code names a place."""
        return code in self._states or code in self.organisations or self._subdivision(code) is not None

    def get(self, code: str) -> Place:
        """The place of a code; KeyError when there is none."""
        found = self._states.get(code) or self.organisations.get(code) or self._subdivision(code)
        if found is None:
            raise KeyError(code)
        return found

    def codes(self) -> tuple[str, ...]:
        """Codes of all States and organisations."""
        return (*self._states, *self.organisations)

    def groups_of(self, code: str, day: date) -> tuple[Group, ...]:
        """The groups a State belonged to on a day."""
        return tuple(group for group in self.groups.values() if code in group.members_on(day))

    def _read_states(self) -> Iterator[Place]:
        for country in pycountry.countries:
            code = country.alpha_2.lower()
            yield self._state(code, getattr(country, "common_name", country.name), country.alpha_3)
        for code, shown in self.display.items():
            if pycountry.countries.get(alpha_2=code.upper()) is None:
                yield self._state(code, shown.name, shown.alpha3)

    def _state(self, code: str, name: str, alpha3: str) -> Place:
        shown = self.display.get(code, Display(code=code))
        return Place(code=code, name=shown.name or name, kind="state", alpha3=alpha3.lower(), footnote=shown.footnote)

    def _subdivision(self, code: str) -> Place | None:
        """A part of a State by ISO 3166-2; pycountry reads its table only when one is asked for."""
        if "-" not in code or code != code.lower():
            return None
        found = pycountry.subdivisions.get(code=code.upper())  # type: ignore[no-untyped-call]
        if found is None:
            return None
        return Place(code=code, name=found.name, kind="subdivision", parent=found.country_code.lower())
