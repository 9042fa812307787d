"""A record for machines: the whole instrument as JSON, with what is computed about it."""

from typing import Any

from app.library import Library
from app.records.instrument import Instrument
from app.records.verification import older_than_amendment
from app.web.links import instrument_url


def record_json(record: Instrument, library: Library) -> dict[str, Any]:
    """All facts under the names of the YAML, the computed state, relations both ways and notes."""
    said = record.model_dump(mode="json", by_alias=True)
    for provision in said["provisions"]:
        provision["url"] = instrument_url(record.id, provision["anchor"])
    return said | {
        "release": library.release.id,
        "url": instrument_url(record.id),
        "year": record.year,
        "verification_state": record.state,
        "held_back_by": record.held_back_by,
        "provisions_verified": list(record.provisions_verified),
        "relations_to_this": [
            {"type": relation.type, "from": f"{other.id}#{relation.from_anchor}" if relation.from_anchor else other.id}
            | {"to": relation.to, "state": relation.state, "note": relation.note}
            for other, relation in library.relations_to(record.id)
        ],
        "notes": [
            {"id": note.id, "title": note.title, "url": f"/notes#{note.id}"} for note in library.notes_on(record.id)
        ],
        "ratifications": [row.model_dump(mode="json") for row in library.corpus.ratifications.get(record.id, ())],
        "withdrawn_provisions": [line.model_dump(mode="json") for line in library.withdrawn_provisions(record.id)],
    }


def brief_json(record: Instrument) -> dict[str, Any]:
    """A record in a list."""
    return {
        "id": record.id,
        "title": record.title,
        "short_title": record.short_title,
        "level": record.level,
        "type": record.type,
        "places": list(record.places),
        "status": record.status.value,
        "force": record.force,
        "link": record.link,
        "year": record.year,
        "verification": record.state,
        "provisions_verified": list(record.provisions_verified),
        "url": instrument_url(record.id),
    }


def stale_note(record: Instrument, by: tuple[str, ...]) -> str:
    """'Text of 2022-01-01; later changes not read', where every source is older than a known amendment."""
    if not older_than_amendment(record, by):
        return ""
    days = [str(record.sources[each].copy_date) for each in by if each in record.sources]
    return f"text of {max(days)}; later changes not read"
