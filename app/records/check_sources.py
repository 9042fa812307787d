"""Checks of sources: what is called verified must rest on the wording itself."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.records.partial_date import PartialDate
from app.records.problem import Problem
from app.records.record_file import RecordFile
from app.records.sources import WORDING
from app.records.yaml_text import Path as KeyPath

_SIDES = 2
_OF_A_COPY = ("read_from", "copy_date", "seen")


def check_sources(file: RecordFile) -> Iterator[Problem]:
    """Every source named is listed; whatever is verified names one that is the wording."""
    listed = file.mapping("sources")
    for path, claim in _claims(file):
        named = _named(claim.get("by"))
        state = claim.get("state", "verified" if named else "unverified")
        for each in named:
            if each not in listed:
                yield file.problem(f"source '{each}' is not listed; add it under sources", path)
        wording = any(_kind(listed.get(each)) in WORDING for each in named)
        if state == "verified" and not wording and all(each in listed for each in named):
            what = ", ".join(named) or "no source"
            message = (
                f"verified by {what}, which is not the wording; name a source of kind official or official-copy, "
                "or lower the state"
            )
            yield file.problem(message, path)
        if state == "disputed" and len(set(named)) < _SIDES:
            yield file.problem("disputed, but fewer than two sources are named; name both sides", path)
    yield from _status_day(file, listed)
    yield from check_copies(file)


def check_copies(file: RecordFile) -> Iterator[Problem]:
    """A copy of the official text says where it was read, of which day it is, and when we opened it."""
    places: dict[KeyPath, Any] = {("sources", key): source for key, source in file.mapping("sources").items()}
    places |= {("source",): file.mapping("source")}
    for path, source in places.items():
        lacks = [key for key in _OF_A_COPY if not source.get(key)] if _kind(source) == "official-copy" else []
        if lacks:
            yield file.problem(f"'{path[-1]}' is an official-copy without {', '.join(lacks)}; add it", path)


def _claims(file: RecordFile) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    for key in ("verification", "provisions"):
        for name, claim in file.mapping(key).items():
            if isinstance(claim, str) and key == "verification":
                yield (key, name), {"by": claim}
            elif isinstance(claim, dict):
                yield (key, name), claim
    status = file.data.get("status")
    if isinstance(status, dict) and "by" in status:
        yield ("status",), {"by": status["by"], "state": "named"}
    for key in ("relations", "enforcement", "figures"):
        for path, claim in file.items(key):
            yield path, claim if key != "relations" else {"state": "unverified"} | dict(claim)
    if isinstance(file.data.get("state"), str):
        yield ("state",), file.data


def _status_day(file: RecordFile, listed: Mapping[str, Any]) -> Iterator[Problem]:
    """A copy cannot show what was in force after its own date."""
    claim = file.mapping("verification").get("status")
    named = _named(claim if isinstance(claim, str) else claim.get("by") if isinstance(claim, dict) else None)
    state = "verified" if isinstance(claim, str) else claim.get("state") if isinstance(claim, dict) else None
    sources = [source for each in named if isinstance(source := listed.get(each), dict)]
    days = [day for source in sources if (day := _shown_on(source))]
    as_of = PartialDate.maybe(file.mapping("status").get("as_of"))
    if state == "verified" and as_of and days and as_of.earliest > max(day.latest for day in days):
        message = (
            f"status as of {as_of}, but its newest source shows {max(days)}; take the source's day or lower the state"
        )
        yield file.problem(message, ("status", "as_of"))


def _shown_on(source: Mapping[str, Any]) -> PartialDate | None:
    return PartialDate.maybe(source.get("copy_date") if source.get("kind") == "official-copy" else source.get("seen"))


def _named(by: Any) -> list[str]:
    return (
        [by]
        if isinstance(by, str) and by
        else [each for each in by if isinstance(each, str)]
        if isinstance(by, list)
        else []
    )


def _kind(source: Any) -> str:
    return str(source.get("kind", "")) if isinstance(source, dict) else ""
