"""Cards: a record in a list, in the same words wherever it is listed."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from app.records.instrument import Instrument
from app.search.result import Hit, PassageHit, ProvisionHit
from app.web.labels import Labels
from app.web.links import instrument_url, place_url
from app.web.templates import snippet


@dataclass(frozen=True)
class CardPassage:
    """A passage that matched: its pinpoint, its address and its words with marks."""

    label: str
    heading: str
    heading_html: Markup
    url: str
    html: Markup
    trail: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Card:
    """A record as lists show it; `pinpoint` names the provision where provisions are listed."""

    name: str
    full_title: str
    pinpoint: str
    heading: str
    url: str
    places: tuple[tuple[str, str], ...]
    type: str
    year: int | None
    status: str
    over: bool
    force: str
    state: str
    read: tuple[int, int]
    whole: bool
    held_back_by: str
    passages: tuple[CardPassage, ...] = ()
    more: int = 0
    title_html: Markup | None = None
    why: tuple[tuple[str, float], ...] = ()


def record_cards(records: Iterable[Instrument], labels: Labels) -> tuple[Card, ...]:
    """Cards of records as they are."""
    return tuple(_card(record, labels) for record in records)


def hit_cards(hits: Iterable[Hit], labels: Labels) -> tuple[Card, ...]:
    """Cards of what a search found, with the passages that matched."""
    return tuple(_hit(hit, labels) for hit in hits)


def _card(record: Instrument, labels: Labels, hit: Hit | None = None) -> Card:
    provision = hit if isinstance(hit, ProvisionHit) else None
    shown = hit.passages if hit else ()
    return Card(
        name=record.name,
        full_title=record.title if record.title != record.name else "",
        pinpoint=provision.label if provision else "",
        heading=provision.heading if provision else "",
        url=provision.url if provision else instrument_url(record.id),
        places=tuple((labels.place(code), place_url(code)) for code in record.places),
        type=labels.concept("type", record.type),
        year=record.year,
        status=labels.status(record),
        over=labels.over(record),
        force="" if record.force == "not-applicable" else labels.concept("force", record.force),
        state=hit.verification if hit else record.state,
        read=record.provisions_verified,
        whole=not record.provisions,
        held_back_by=record.held_back_by,
        passages=tuple(_passage(each, record) for each in shown),
        more=hit.matching_passages - len(shown) if hit else 0,
        title_html=snippet(hit.title_html) if hit else None,
        why=tuple((each.reason, each.points) for each in hit.why) if hit else (),
    )


def _hit(hit: Hit, labels: Labels) -> Card:
    return _card(labels.record(hit.id), labels, hit)


def _passage(passage: PassageHit, record: Instrument) -> CardPassage:
    provision = record.provision(passage.anchor) if passage.anchor else None
    heading = provision.heading if provision else ""
    trail = tuple((crumb.label, crumb.url) for crumb in passage.trail)
    return CardPassage(passage.label, heading, snippet(passage.heading_html), passage.url, snippet(passage.html), trail)
