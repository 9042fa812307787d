"""Instrument rows: an instrument taken apart into rows."""

from collections.abc import Iterable, Iterator

from sqlmodel import SQLModel

from app.records.instrument import Instrument
from app.records.sources import Source
from app.records.units import Unit
from app.store.rows import (
    DateRow,
    DetailRow,
    DutyRow,
    EnforcementRow,
    FactRow,
    HistoryRow,
    IdentifierRow,
    InstrumentRow,
    NameRow,
    ReadingRow,
    RelationRow,
    SourceRow,
    SupportRow,
    TagRow,
    ThresholdRow,
    UnitRow,
)

UNIT_SCHEMES = {
    "measures": "measure",
    "stages": "stage",
    "exploitation": "exploitation",
    "groups_at_risk": "group-at-risk",
    "recommendations": "recommendation",
    "steps": "step",
}
_PLAIN = ("title", "short_title", "level", "own_procurement", "type", "force", "link", "principal", "issuer", "summary")


def owner_of(instrument: str) -> str:
    """The owner of an instrument's rows."""
    return f"instruments/{instrument}"


def instrument_rows(record: Instrument) -> Iterator[SQLModel]:
    """Every row of an instrument, in the order they are read back."""
    owner = owner_of(record.id)
    yield _instrument_row(record)
    for scheme, values in (
        ("place", record.places),
        ("sector", record.sectors),
        ("authentic-language", record.languages.authentic),
    ):
        yield from (TagRow(owner=owner, scheme=scheme, concept=value) for value in values)
    yield from _names(record, owner)
    yield from _dates(record, owner)
    yield from _details(record, owner)
    for unit in record.units:
        yield from _unit(unit, owner)
    yield from _claims(record, owner)
    yield from _links(record, owner)


def source_rows(sources: dict[str, Source], owner: str) -> Iterator[SQLModel]:
    """The sources of a record."""
    for key, source in sources.items():
        yield SourceRow(owner=owner, key=key, **source.model_dump())


def support_rows(path: str, by: Iterable[str], owner: str) -> Iterator[SQLModel]:
    """What the fact at a path rests on."""
    yield from (SupportRow(owner=owner, path=path, source=each) for each in by)


def _instrument_row(record: Instrument) -> InstrumentRow:
    verified, units = record.provisions_verified
    return InstrumentRow(
        key=record.id,
        status=record.status.value,
        status_as_of=record.status.as_of,
        status_note=record.status.note,
        language_read=record.languages.read,
        year=record.year,
        state=record.state,
        units_verified=verified,
        units=units,
        **{name: getattr(record, name) for name in _PLAIN},
    )


def _names(record: Instrument, owner: str) -> Iterator[SQLModel]:
    for alias in record.aliases:
        yield NameRow(owner=owner, kind="alias", language="", name=alias.name, wrong=alias.wrong)
    for language, title in record.original_titles.items():
        yield NameRow(owner=owner, kind="original-title", language=language, name=title, wrong=False)
    for scheme, value in record.identifiers.items():
        yield IdentifierRow(owner=owner, scheme=scheme, value=value)


def _dates(record: Instrument, owner: str) -> Iterator[SQLModel]:
    for event, day in record.dates.known().items():
        yield DateRow(owner=owner, event=event, date=day, by="", what="")
    for change in record.dates.amended:
        yield DateRow(owner=owner, event="amended", **change.model_dump())


def _details(record: Instrument, owner: str) -> Iterator[SQLModel]:
    parts = {"scope": record.scope, "osce_compendium": record.osce_compendium, "text": record.text}
    for part, value in parts.items():
        if value is not None:
            for name, said in value.model_dump(exclude_defaults=True).items():
                yield DetailRow(owner=owner, part=part, name=name, value=said)


def _unit(unit: Unit, owner: str) -> Iterator[SQLModel]:
    yield UnitRow(
        owner=owner,
        heading=getattr(unit, "heading", ""),
        words=getattr(unit, "words", ""),
        original_term=getattr(unit, "original_term", ""),
        renumbered_from=getattr(unit, "renumbered_from", None),
        **unit.model_dump(include={"anchor", "label", "role", "state", "as_of"}),
    )
    for name, scheme in UNIT_SCHEMES.items():
        for concept in getattr(unit, name):
            yield TagRow(owner=owner, unit=unit.anchor, scheme=scheme, concept=concept)
    for duty in unit.duties:
        yield DutyRow(owner=owner, unit=unit.anchor, **duty.model_dump())
    for reading in unit.read_as:
        yield ReadingRow(owner=owner, unit=unit.anchor, **reading.model_dump())
    yield from support_rows(f"unit:{unit.anchor}", unit.by, owner)


def _claims(record: Instrument, owner: str) -> Iterator[SQLModel]:
    yield from source_rows(record.sources, owner)
    for path, claim in record.verification.items():
        yield FactRow(owner=owner, path=path, state=claim.state, note=claim.note)
        yield from support_rows(f"fact:{path}", claim.by, owner)
    yield from support_rows("status", record.status.by, owner)


def _links(record: Instrument, owner: str) -> Iterator[SQLModel]:
    for index, relation in enumerate(record.relations):
        yield RelationRow(owner=owner, target=relation.target, **relation.model_dump(exclude={"by"}))
        yield from support_rows(f"relation:{index}", relation.by, owner)
    for index, body in enumerate(record.enforcement):
        yield EnforcementRow(owner=owner, **body.model_dump(exclude={"by"}))
        yield from support_rows(f"enforcement:{index}", body.by, owner)
    for index, figure in enumerate(record.figures):
        yield ThresholdRow(owner=owner, **figure.model_dump(exclude={"by"}))
        yield from support_rows(f"figure:{index}", figure.by, owner)
    for change in record.history:
        yield HistoryRow(owner=owner, by="", **change.model_dump())
    for review in record.reviewed:
        yield HistoryRow(owner=owner, change="reviewed", **review.model_dump())
