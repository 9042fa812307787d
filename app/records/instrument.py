"""Instrument: one document as adopted and cited on its own, and all we hold of it."""

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from app.records.anchors import Anchor
from app.records.dating import Dates, History, Review, Status
from app.records.figures import Threshold
from app.records.partial_date import PartialDate
from app.records.relations import Relation
from app.records.sources import Claim, Source, SourceIds, Url
from app.records.terms import ChainDepth, FactState, Force, Level, Link, PlaceCode, Sector, Type
from app.records.units import Provision, Unit
from app.records.value import NotEmpty, Value
from app.records.verification import held_back_by, provisions_verified, record_state


class Alias(Value):
    """Another name; `wrong` marks a known misnomer, which still finds the record."""

    name: str
    wrong: bool = False

    @model_validator(mode="before")
    @classmethod
    def _bare_name(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value


class Scope(Value):
    """Whom and what it reaches, in our words."""

    who: str = ""
    where: str = ""
    contracts: str = ""
    chain_depth: ChainDepth = "unstated"
    excludes: str = ""


class Enforcement(Value):
    """Who enforces it, by which power and sanction."""

    body: str
    power: str = ""
    sanction: str = ""
    anchor: Anchor | None = None
    state: FactState | None = None
    by: SourceIds = ()

    @property
    def effective_state(self) -> str:
        """Its own state; without one, verified if it names a source."""
        return self.state or ("verified" if self.by else "unverified")


class Languages(Value):
    """BCP 47 tags of the authentic texts, and of the one the compilers read."""

    authentic: tuple[str, ...] = ()
    read: str = ""


class Compendium(Value):
    """Whether the OSCE Compendium was seen to list it; never 'no', for absence cannot be proved."""

    listed: Literal["yes", "unknown"] = "unknown"
    edition: Literal["web-catalogue", ""] = ""
    entry: str = ""
    printed_title: str = ""
    printed_type: str = ""
    printed_date: str = ""
    seen: PartialDate | None = None


class Text(Value):
    """Where the official wording is published."""

    url: Url
    format: str = ""
    language: str = ""
    licence: str = ""


class Instrument(Value):
    """A record: its facts, our summary (Markdown) and its provisions in their own order."""

    id: str
    title: Annotated[str, NotEmpty]
    short_title: str = ""
    original_titles: dict[str, str] = {}
    aliases: tuple[Alias, ...] = ()
    level: Level
    own_procurement: bool = False
    type: Type
    force: Force
    link: Link = Field(alias="procurement_link")
    principal: bool = False
    places: Annotated[tuple[PlaceCode, ...], NotEmpty]
    issuer: str = ""
    identifiers: dict[str, str] = {}
    status: Status
    dates: Dates = Dates()
    scope: Scope = Scope()
    enforcement: tuple[Enforcement, ...] = ()
    sectors: tuple[Sector, ...] = ("all",)
    languages: Languages = Languages()
    relations: tuple[Relation, ...] = ()
    osce_compendium: Compendium = Compendium()
    sources: dict[str, Source]
    verification: dict[str, Claim] = {}
    text: Text | None = None
    summary: str
    provisions: tuple[Provision, ...] = ()
    whole: Unit | None = None
    figures: tuple[Threshold, ...] = ()
    reviewed: tuple[Review, ...] = ()
    history: History

    @property
    def name(self) -> str:
        """What people call it."""
        return self.short_title or self.title

    @property
    def year(self) -> int | None:
        """Year of adoption or signature, else of entry into force, else of publication."""
        return self.dates.year

    @property
    def units(self) -> tuple[Unit, ...]:
        """What is counted: its provisions, or the whole where it has none."""
        return self.provisions or ((self.whole,) if self.whole else ())

    @cached_property
    def state(self) -> str:
        """The computed record state; never typed by hand."""
        return record_state(self)

    @cached_property
    def held_back_by(self) -> str:
        """Which part keeps the record from being verified; '' where none does."""
        return held_back_by(self)

    @cached_property
    def provisions_verified(self) -> tuple[int, int]:
        """How many of its units were read in wording, and of how many."""
        return provisions_verified(self)

    def provision(self, anchor: str) -> Provision | None:
        """The provision at an anchor, compared without case."""
        wanted = anchor.casefold()
        return next((each for each in self.provisions if each.anchor.casefold() == wanted), None)
