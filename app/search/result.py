"""SearchResult: what is answered. The page and the JSON API show the same values."""

from pydantic import BaseModel, ConfigDict


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AlsoSearched(_Answer):
    """A term of the question, and the terms searched or offered beside it."""

    term: str
    also: tuple[str, ...]


class Understood(_Answer):
    """How the question was read."""

    text: str
    understood: str
    expansions: tuple[AlsoSearched, ...]
    near: tuple[AlsoSearched, ...] = ()
    repaired: str | None
    did_you_mean: str | None = None
    any_word: bool


class Crumb(_Answer):
    """A provision above another."""

    label: str
    url: str


class Reason(_Answer):
    """Why a hit was found, and how much of its score that is."""

    reason: str
    points: float


class PassageHit(_Answer):
    """A passage with its words marked; what ends in `html` is safe to show. `trail` are the provisions above it."""

    anchor: str
    label: str
    kind: str
    html: str
    url: str
    heading_html: str
    trail: tuple[Crumb, ...]


class Hit(_Answer):
    """An instrument found."""

    id: str
    title: str
    level: str
    type: str
    places: tuple[str, ...]
    status: str
    force: str
    link: str
    year: int | None
    verification: str
    provisions_verified: tuple[int, int]
    score: float
    url: str
    matching_passages: int
    passages: tuple[PassageHit, ...]
    title_html: str
    why: tuple[Reason, ...] = ()


class ProvisionHit(Hit):
    """A provision found: its instrument's facts, with its own pinpoint and state."""

    anchor: str
    label: str
    heading: str


class FacetValue(_Answer):
    """A value, how many results it would leave if chosen alone, and the value just above it, if there is one."""

    value: str
    label: str
    count: int
    selected: bool
    excluded: bool = False
    broader: str = ""


class FacetResult(_Answer):
    """One facet, its values by falling count."""

    name: str
    label: str
    values: tuple[FacetValue, ...]


class SearchResult(_Answer):
    """A page of results, with the counts of all of them."""

    release: str
    query: Understood
    unit: str
    total: int
    passages: int
    page: int
    size: int
    results: tuple[ProvisionHit | Hit, ...]
    facets: tuple[FacetResult, ...]
    notices: tuple[str, ...] = ()
