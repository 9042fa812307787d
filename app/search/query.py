"""SearchQuery: what is asked. Page, API, export and feed take the same parameters."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator


class CountedUnit(StrEnum):
    """What is listed and counted."""

    INSTRUMENT = "instrument"
    PROVISION = "provision"


class WordScope(StrEnum):
    """Where all the words must stand: in one passage, or anywhere in one instrument."""

    PASSAGE = "passage"
    INSTRUMENT = "instrument"


class TextKind(StrEnum):
    """Whose words are searched."""

    ANY = "any"
    OFFICIAL = "official"
    PARAPHRASE = "paraphrase"


class Sort(StrEnum):
    """The order of results."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"


def _well_formed(value: Any) -> Any:
    """A lone surrogate cannot be encoded, nor answered; it becomes the sign for 'unreadable'."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


Value = Annotated[
    str,
    BeforeValidator(_well_formed),
    StringConstraints(strip_whitespace=True, to_lower=True, min_length=1, max_length=100),
]
Values = Annotated[tuple[Value, ...], Field(max_length=50)]
Year = Annotated[int, Field(ge=1, le=9999)]


class Selection(BaseModel):
    """What was chosen of one facet, and what was excluded."""

    model_config = ConfigDict(frozen=True)

    included: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.included or self.excluded)

    @classmethod
    def of(cls, values: tuple[str, ...]) -> "Selection":
        """`-value` excludes."""
        return cls(
            included=tuple(value for value in values if not value.startswith("-")),
            excluded=tuple(value[1:] for value in values if value.startswith("-") and len(value) > 1),
        )


class SearchQuery(BaseModel):
    """A question, whole: every filter is repeatable, and `-value` excludes."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    q: Annotated[str, BeforeValidator(_well_formed)] = Field("", max_length=1000, description="Words, phrases, fields.")
    unit: CountedUnit = Field(CountedUnit.INSTRUMENT, description="Count instruments, or single provisions.")
    place: Values = Field(
        (), description="State, subdivision or organisation: no, us-ca, eu. A State counts its parts."
    )
    group: Values = Field((), description="Members of a group of States: osce, eu, oecd.")
    level: Values = Field((), description="Who issued it: international, regional, national, subnational.")
    type: Values = Field((), description="Form in its own legal order, such as act or treaty.")
    measure: Values = Field((), description="What is done, such as exclusion or contract-clause.")
    role: Values = Field((), description="The State's role: purchaser, regulator, institution.")
    stage: Values = Field((), description="Stage of the procurement.")
    duty: Values = Field((), description="How strongly it binds.")
    addressee: Values = Field((), description="Who is bound.")
    sector: Values = Field((), description="Sector; 'all' is cross-sector.")
    force: Values = Field((), description="Legal force.")
    status: Values = Field((), description="Whether it is in force.")
    link: Values = Field((), description="Link to procurement: direct, indirect, context.")
    exploitation: Values = Field((), description="Form of exploitation the text names.")
    verification: Values = Field((), description="State of the record, or of the provision if provisions are counted.")
    recommendation: Values = Field((), description="ICAT recommendation, our reading: rec-1 to rec-7.")
    step: Values = Field((), description="Due-diligence step, our reading: step-1 to step-5.")
    compendium: Values = Field((), description="Seen in the OSCE Compendium: yes, unknown.")
    own_procurement: bool | None = Field(None, description="An organisation's rules for its own buying.")
    year_from: Year | None = Field(None, description="Adopted in this year or later.")
    year_to: Year | None = Field(None, description="Adopted in this year or earlier.")
    in_force_on: date | None = Field(None, description="In force on this day, as far as its dates say.")
    scope: WordScope = Field(WordScope.PASSAGE, description="All words in one passage, or in one instrument.")
    text: TextKind = Field(TextKind.ANY, description="Search our words, the official wording, or both.")
    not_: Values = Field((), alias="not", description="Terms to search without their synonyms.")
    literal: bool = Field(False, description="Read the whole question as plain words.")
    explain: bool = Field(False, description="Tell more of why a result was found.")
    lang: str = Field("en", max_length=35, description="Language of labels.")
    sort: Sort = Field(Sort.RELEVANCE, description="Order of results.")
    page: int = Field(1, ge=1, le=1_000_000, description="Page, from 1.")
    size: int = Field(20, ge=1, le=100, description="Results on a page.")

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, data: Any) -> Any:
        """A form sends its empty fields too; they ask nothing."""
        return (
            {key: kept for key, value in data.items() if (kept := _kept(value)) not in (None, "")}
            if isinstance(data, dict)
            else data
        )

    def selection(self, facet: str) -> Selection:
        """What is chosen and excluded of a facet."""
        values: bool | tuple[str, ...] | None = getattr(self, facet)
        if isinstance(values, tuple):
            return Selection.of(values)
        return Selection() if values is None else Selection(included=("true" if values else "false",))


def _kept(value: Any) -> Any:
    return [each for each in value if each != ""] if isinstance(value, list | tuple) else value
