"""Facts: what is known of a record as rows, each with its state and its sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.records.dating import DATE_NAMES
from app.records.instrument import Instrument
from app.records.sources import Claim
from app.records.verification import UNVERIFIED, older_than_amendment, status_state
from app.web.labels import Labels
from app.web.links import place_url, search_url
from app.web.record import stale_note
from app.web.words import day, language

OURS = Claim(state="unverified", note="ours")


@dataclass(frozen=True)
class Item:
    """One value of a fact, perhaps a link."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Fact:
    """A row: `state` is empty where the value is our own classification, which no source can state."""

    name: str
    items: tuple[Item, ...]
    state: str
    by: tuple[str, ...]
    note: str = ""

    @property
    def long(self) -> bool:
        """Whether its values are sentences, one a line."""
        return len(self.items) > 1 and any(len(item.text) > 40 for item in self.items)


def record_facts(record: Instrument, labels: Labels) -> tuple[Fact, ...]:
    """The rows of a record, from what it is called to where it reaches."""
    return (
        *_identity(record, labels),
        *_life(record, labels),
        *_classes(record, labels),
        *_reach(record, labels),
        *_numbers(record, labels),
    )


def _identity(record: Instrument, labels: Labels) -> Iterator[Fact]:
    yield _fact(record, labels, "title", record.title)
    yield _ours(record, labels, "places", *(Item(labels.place(each), place_url(each)) for each in record.places))
    if record.issuer:
        yield _fact(record, labels, "issuer", record.issuer)


def _life(record: Instrument, labels: Labels) -> Iterator[Fact]:
    yield _status(record, labels)
    for name in DATE_NAMES:
        if known := record.dates.known().get(name):
            yield _fact(record, labels, f"dates.{name}", day(known))
    changes = tuple(
        Item(f"{day(change.date)}: {change.by}" + (f" ({change.what})" if change.what else ""))
        for change in record.dates.amended
    )
    if changes:
        yield _of(labels.fact("dates.amended"), changes, _claim(record, "dates.amended"))


def _status(record: Instrument, labels: Labels) -> Fact:
    claim = _claim(record, "status")
    known = f"{labels.status(record)}, as of {day(record.status.as_of)}" if record.status.as_of else ""
    by = claim.by or record.status.by
    stale = stale_note(record, by) if older_than_amendment(record, by) else ""
    notes = " ".join(
        each for each in (record.status.note, claim.note, stale and f"{stale[0].upper()}{stale[1:]}.") if each
    )
    return Fact(labels.fact("status"), (Item(known or labels.status(record)),), status_state(record), by, notes)


def _classes(record: Instrument, labels: Labels) -> Iterator[Fact]:
    yield _class(record, labels, "type", record.type)
    yield _class(record, labels, "force", record.force)
    yield _class(record, labels, "procurement_link", record.link, "link")
    yield _class(record, labels, "level", record.level)
    sectors = (
        Item("Cross-sector" if each == "all" else labels.concept("sector", each), search_url(sector=each))
        for each in record.sectors
    )
    yield _ours(record, labels, "sectors", *sectors)


def _class(record: Instrument, labels: Labels, path: str, value: str, scheme: str = "") -> Fact:
    url = f"/vocabularies/{scheme or path}/{value}"
    return _ours(record, labels, path, Item(labels.concept(scheme or path, value), url))


def _reach(record: Instrument, labels: Labels) -> Iterator[Fact]:
    for name in ("who", "where", "contracts", "excludes"):
        if words := getattr(record.scope, name):
            yield _fact(record, labels, f"scope.{name}", words)
    if record.scope.chain_depth != "unstated":
        yield _fact(record, labels, "scope.chain_depth", labels.concept("chain-depth", record.scope.chain_depth))


def _numbers(record: Instrument, labels: Labels) -> Iterator[Fact]:
    for name, value in record.identifiers.items():
        url = value if value.startswith(("https://", "http://")) else ""
        yield _of(labels.fact(f"identifiers.{name}"), (Item(value, url),), _claim(record, f"identifiers.{name}"))
    if record.languages.authentic:
        names = ", ".join(language(each) for each in record.languages.authentic)
        yield _fact(record, labels, "languages", names)


def _fact(record: Instrument, labels: Labels, path: str, text: str) -> Fact:
    return _of(labels.fact(path), (Item(text),), _claim(record, path))


def _ours(record: Instrument, labels: Labels, path: str, *items: Item) -> Fact:
    claim = record.verification.get(path, OURS)
    return Fact(labels.fact(path), items, "", ()) if claim is OURS else _of(labels.fact(path), items, claim)


def _of(name: str, items: tuple[Item, ...], claim: Claim) -> Fact:
    return Fact(name, items, claim.state, claim.by, claim.note)


def _claim(record: Instrument, path: str) -> Claim:
    """The claim on a fact, else on the group it belongs to (scope, identifiers, languages); dates stand alone."""
    group = path.partition(".")[0]
    above = record.verification.get(group, UNVERIFIED) if group != "dates" else UNVERIFIED
    return record.verification.get(path, above)
