"""The instrument page's parts: facts, relations both ways, where the official wording is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from app.library import Library
from app.records.instrument import Instrument
from app.records.units import Unit
from app.web.coverage_pages import parties
from app.web.facts import record_facts
from app.web.labels import Labels
from app.web.links import instrument_url
from app.web.record import stale_note


@dataclass(frozen=True)
class Wording:
    """Where the official wording is published."""

    publisher: str
    url: str
    language: str


@dataclass(frozen=True)
class Related:
    """The other end of a relation, and the provision of this record it hangs on."""

    name: str
    pinpoint: str
    url: str
    own_pinpoint: str
    own_anchor: str
    state: str
    by: tuple[str, ...]
    note: str


def instrument_page(library: Library, id_: str) -> dict[str, Any]:
    """What the page of a record prints, as HTML and as Markdown."""
    record = library.instrument(id_)
    labels = Labels(library.corpus)
    return {
        "record": record,
        "status": labels.status(record),
        "over": labels.over(record),
        "names": [alias for alias in record.aliases if alias.name not in (record.name, record.title)],
        "facts": record_facts(record, labels),
        "wording": _wording(record),
        "stale": {unit.anchor: _stale(record, unit) for unit in record.units},
        "related": _related(library, record, labels),
        "parties": parties(library, id_),
        "notes": library.notes_on(id_),
        "withdrawn": library.withdrawn_provisions(id_),
    }


def _stale(record: Instrument, unit: Unit) -> str:
    found = stale_note(record, unit.by)
    return f"{found[0].upper()}{found[1:]}." if found else ""


def _wording(record: Instrument) -> Wording | None:
    """The address of the official text, with the publisher a source of it names."""
    official = [source for source in record.sources.values() if source.is_wording]
    if record.text:
        same = [source for source in record.sources.values() if source.url == record.text.url]
        named = [source.publisher for source in (*same, *official) if source.publisher]
        host = urlsplit(record.text.url).hostname or record.text.url
        return Wording(named[0] if named else host, record.text.url, record.text.language)
    linked = next((source for source in official if source.url), None)
    return Wording(linked.publisher or linked.title, linked.url or "", linked.language) if linked else None


def _related(library: Library, record: Instrument, labels: Labels) -> tuple[tuple[str, tuple[Related, ...]], ...]:
    """Relations under their labels, outward first, then inward as they read from here."""
    groups: defaultdict[str, list[Related]] = defaultdict(list)
    for label, related in (*_outward(record, labels), *_inward(library, record, labels)):
        groups[label].append(related)
    return tuple((label, tuple(found)) for label, found in groups.items())


def _outward(record: Instrument, labels: Labels) -> Iterator[tuple[str, Related]]:
    for each in record.relations:
        yield (
            labels.concept("relation", each.type),
            Related(
                labels.instrument(each.target),
                labels.pinpoint(each.target, each.target_anchor),
                instrument_url(each.target, each.target_anchor),
                labels.pinpoint(record.id, each.from_anchor or ""),
                each.from_anchor or "",
                each.state,
                each.by,
                each.note,
            ),
        )


def _inward(library: Library, record: Instrument, labels: Labels) -> Iterable[tuple[str, Related]]:
    """Their sources stand at the other record, so none is named here."""
    for other, each in library.relations_to(record.id):
        yield (
            labels.inverse(each.type),
            Related(
                other.name,
                labels.pinpoint(other.id, each.from_anchor or ""),
                instrument_url(other.id, each.from_anchor or ""),
                labels.pinpoint(record.id, each.target_anchor),
                each.target_anchor,
                each.state,
                (),
                each.note,
            ),
        )
