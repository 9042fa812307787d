"""Instrument files: from a RecordFile to an Instrument, or to all its problems."""

from typing import Any

from app.records.instrument import Instrument
from app.records.models_of import Context, Written, validate
from app.records.problem import Problem
from app.records.record_file import RecordFile
from app.records.units import Unit
from app.records.yaml_text import Path as KeyPath

UNIT_KEYS = tuple(name for name in Unit.model_fields if name not in ("anchor", "label", "state", "by", "as_of"))


def read_instrument(file: RecordFile, context: Context) -> tuple[Instrument | None, list[Problem]]:
    """The instrument a file describes; None beside its problems when its shape is wrong."""
    if not file.is_mapping:
        return None, []
    data, at = _with_words(file)
    also = () if data["provisions"] else UNIT_KEYS
    return validate(Instrument, data, file, context, Written(at, also))


def _with_words(file: RecordFile) -> tuple[dict[str, Any], dict[KeyPath, KeyPath]]:
    """The facts joined with the words of the body, and where in the file each provision came from."""
    summary, sections = file.parts
    words = {section.anchor: section for section in sections if section.anchor}
    data = {key: value for key, value in file.data.items() if key != "provisions" and key not in UNIT_KEYS}
    at: dict[KeyPath, KeyPath] = {}
    provisions: list[Any] = []
    for anchor, facts in file.mapping("provisions").items():
        at["provisions", len(provisions)] = ("provisions", anchor)
        section = words.get(anchor)
        said = {"label": section.label, "heading": section.heading, "words": section.words} if section else {}
        given = {"label": anchor, "words": ""}
        provisions.append({**given, **facts, **said, "anchor": anchor} if isinstance(facts, dict) else facts)
    data |= {"id": file.id, "summary": summary, "provisions": provisions}
    if not provisions:
        data["whole"] = _whole(file)
        at |= {("whole", key): (key,) for key in UNIT_KEYS}
        at |= {("whole", key): ("verification", "whole", key) for key in ("state", "by")}
    return data, at


def _whole(file: RecordFile) -> dict[str, Any]:
    """An instrument without provisions is one unit, tagged at the top of its front matter."""
    tags = {key: file.data[key] for key in UNIT_KEYS if key in file.data}
    claim = file.mapping("verification").get("whole", {})
    claim = {"by": claim} if isinstance(claim, str) else claim
    if not isinstance(claim, dict):
        claim = {}
    return {"role": "scope"} | tags | {key: claim[key] for key in ("state", "by") if key in claim}
