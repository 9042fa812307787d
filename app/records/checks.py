"""Checks of one instrument file that no model can make: its parts must agree with each other."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from app.records.anchors import is_anchor
from app.records.dating import DATE_NAMES
from app.records.instrument import Instrument
from app.records.instrument_file import UNIT_KEYS
from app.records.known import Known
from app.records.markdown import plain_text, raw_html
from app.records.partial_date import PartialDate
from app.records.problem import Problem
from app.records.record_file import RecordFile
from app.records.yaml_text import Path as KeyPath

SHORTEST = 40
_OF_BODY = ("anchor", "label", "heading", "words")
_BY_CHILDREN = frozenset({"child-labour", "worst-forms"})
_WITHOUT_STAGE = frozenset({"scope", "definition"})
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLACEHOLDER = re.compile(r"(?<![A-Za-z])FILL(?![A-Za-z])")


def check_name(file: RecordFile) -> Iterator[Problem]:
    """The file name is the id for ever, so it must be a slug."""
    if not SLUG.fullmatch(file.id):
        mend = re.sub(r"[^a-z0-9]+", "-", file.id.casefold()).strip("-") or "a-short-name"
        yield file.problem(
            f"the file name '{file.id}' is not a slug; rename it, say '{mend}{file.path.suffix}'", line=1
        )


def check_words(file: RecordFile) -> Iterator[Problem]:
    """Summary and paraphrases are there, long enough and free of HTML."""
    if file.yaml is None and not file.body:
        return
    summary, sections = file.parts
    if not summary:
        yield file.problem("the summary is empty; say in two to five sentences what it does", line=file.body_line)
    elif len(plain_text(summary)) < SHORTEST:
        yield file.problem(f"the summary is under {SHORTEST} characters; say what it does", line=file.body_line)
    for section in sections:
        if section.anchor and len(plain_text(section.words)) < SHORTEST:
            message = f"the paraphrase of '{section.anchor}' is under {SHORTEST} characters; say what it asks"
            yield file.problem(message, line=file.body_line + section.line)
    for line, tag in raw_html(file.body):
        yield file.problem(f"raw HTML or script '{tag[:30]}'; write plain Markdown", line=file.body_line + line)


def check_anchors(file: RecordFile) -> Iterator[Problem]:
    """Map and body name the same provisions, each once, by well-formed anchors."""
    mapped = file.mapping("provisions")
    headings: dict[str, str] = {}
    for section in file.parts[1]:
        line = file.body_line + section.line
        if not section.anchor:
            yield file.problem(f"the heading '{section.title}' has no anchor; end it with {{#art_1}}", line=line)
        elif section.anchor.casefold() in headings:
            yield file.problem(f"the anchor '{section.anchor}' stands twice; join the two or rename one", line=line)
        elif not is_anchor(section.anchor):
            yield file.problem(f"'{section.anchor}' is not an anchor; write it like art_9__para_5", line=line)
        elif file.is_mapping and section.anchor not in mapped:
            message = f"'{section.anchor}' has words but no facts; add it under provisions in the front matter"
            yield file.problem(message, line=line)
        headings.setdefault(section.anchor.casefold(), section.anchor)
    seen: set[str] = set()
    for anchor in mapped:
        path = ("provisions", anchor)
        if anchor.casefold() in seen:
            yield file.problem(f"the anchor '{anchor}' stands twice, but for case; keep one", path)
        elif headings.get(anchor.casefold()) != anchor:
            yield file.problem(f"'{anchor}' has facts but no words; add a heading '## ... {{#{anchor}}}'", path)
        seen.add(anchor.casefold())


def check_measures(file: RecordFile) -> Iterator[Problem]:
    """An operative provision asks for something; top-level tags are for instruments without provisions."""
    for anchor, facts in file.mapping("provisions").items():
        operative = isinstance(facts, dict) and facts.get("role", "operative") == "operative"
        if operative and not facts.get("measures"):
            message = f"the operative provision '{anchor}' has no measure; tag what its text asks, or change its role"
            yield file.problem(message, ("provisions", anchor))
    if file.mapping("provisions"):
        for key in UNIT_KEYS:
            if key in file.data:
                yield file.problem(f"'{key}' belongs to the provisions here; move it to those that say so", (key,))
    elif file.data.get("role") == "operative" and not file.data.get("measures"):
        yield file.problem("the operative whole has no measure; tag what its text asks, or change its role", ("role",))


def check_tags(file: RecordFile) -> Iterator[Problem]:
    """Child labour names children, and what only says what a text covers or means bites at no stage."""
    units: dict[KeyPath, Any] = {("provisions", anchor): facts for anchor, facts in file.mapping("provisions").items()}
    for path, facts in (units or {(): file.data}).items():
        if not isinstance(facts, dict):
            continue
        names_children = _BY_CHILDREN.intersection(_listed(facts, "exploitation"))
        if names_children and "children" not in _listed(facts, "groups_at_risk"):
            message = f"'{min(names_children)}' names children; add them: 'groups_at_risk: [children]'"
            yield file.problem(message, (*path, "exploitation"))
        if facts.get("role") in _WITHOUT_STAGE and facts.get("stages"):
            message = f"a provision of role '{facts['role']}' bites at no stage; remove its stages, or change its role"
            yield file.problem(message, (*path, "stages"))


def check_dates(file: RecordFile) -> Iterator[Problem]:
    """Nothing happened after the newest history entry, and nothing was in force before it was adopted."""
    newest = _newest(file)
    dates = file.mapping("dates")
    adopted, in_force = PartialDate.maybe(dates.get("adopted")), PartialDate.maybe(dates.get("in_force"))
    if adopted and newest and adopted.earliest > newest.latest:
        message = f"adopted {adopted} is later than the newest history entry {newest}; add a history entry"
        yield file.problem(message, ("dates", "adopted"))
    if adopted and in_force and in_force.latest < adopted.earliest:
        message = f"in force {in_force} before adopted {adopted}; one of the two is wrong"
        yield file.problem(message, ("dates", "in_force"))
    yield from check_seen(file)


def check_seen(file: RecordFile) -> Iterator[Problem]:
    """Nothing was seen after the newest history entry."""
    newest = _newest(file)
    places: dict[KeyPath, Any] = {("sources", key): source for key, source in file.mapping("sources").items()}
    places |= {(key,): file.mapping(key) for key in ("source", "osce_compendium")}
    for path, source in places.items():
        seen = PartialDate.maybe(source.get("seen")) if isinstance(source, dict) else None
        if seen and newest and seen.earliest > newest.latest:
            message = f"'{path[-1]}' was seen {seen}, after the newest history entry {newest}; add a history entry"
            yield file.problem(message, (*path, "seen"))


def check_relations(file: RecordFile, known: Known) -> Iterator[Problem]:
    """Relations, figures and enforcement point at records and provisions that exist."""
    for path, relation in file.items("relations"):
        target = relation.get("to")
        if isinstance(target, str) and (fault := known.fault(target)):
            yield file.problem(f"relation to nothing: {fault}", (*path, "to"))
        yield from _own_anchor(file, known, (*path, "from"), relation.get("from"))
    for key in ("figures", "enforcement"):
        for path, each in file.items(key):
            yield from _own_anchor(file, known, (*path, "anchor"), each.get("anchor"))


def check_paths(file: RecordFile) -> Iterator[Problem]:
    """What the verification names is a fact of this record."""
    known = {*Instrument.model_fields, "procurement_link"} - {"id", "history", "verification", "sources"}
    held = {*file.data, "summary", *(() if file.mapping("provisions") else ("whole",))}
    dated = {f"dates.{name}" for name in DATE_NAMES} | {"dates.amended"}
    for path in file.mapping("verification"):
        top, _, rest = path.partition(".")
        given = rest in file.mapping(top) if rest else top in held
        if (rest and top == "dates" and path not in dated) or top not in known or not given:
            message = f"verification of '{path}', which this record does not have; name a fact such as dates.adopted"
            yield file.problem(message, ("verification", path))


def check_keys(file: RecordFile) -> Iterator[Problem]:
    """What the file name and the body say is not said again in the facts, and provisions are a mapping."""
    places: dict[KeyPath, tuple[Any, tuple[str, ...]]] = {(): (file.data, ("id", "summary", "whole"))}
    places |= {("provisions", name): (facts, _OF_BODY) for name, facts in file.mapping("provisions").items()}
    for path, (facts, keys) in places.items():
        for key in keys:
            if isinstance(facts, dict) and key in facts:
                message = f"the key '{key}' is not written here: file name and body say it; remove it"
                yield file.problem(message, (*path, key))
    if "provisions" in file.data and not isinstance(file.data["provisions"], dict):
        yield file.problem("'provisions' must be a mapping of 'anchor: {facts}' lines", ("provisions",))


def check_placeholders(file: RecordFile) -> Iterator[Problem]:
    """No FILL of `sourcebook new` is left, so that a skeleton is never released by accident."""
    for path, text in _texts(file.data, ()):
        if found := _PLACEHOLDER.search(text):
            key = next((step for step in reversed(path) if isinstance(step, str)), "")
            yield file.problem(f"'{key}' holds the placeholder {_shown(text, found)}; fill it in, or delete it", path)
    for number, text in enumerate(file.body.split("\n")):
        if found := _PLACEHOLDER.search(text):
            message = f"the placeholder {_shown(text, found)} is left; write what it asks for"
            yield file.problem(message, line=file.body_line + number)


def _texts(data: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Every key and every value of the front matter, with its path."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key), key
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))
    else:
        yield path, str(data)


def _shown(text: str, found: re.Match[str]) -> str:
    return f"'{text[found.start() :][:40].strip()}'"


def _listed(facts: dict[str, Any], key: str) -> tuple[str, ...]:
    values = facts.get(key)
    return tuple(each for each in values if isinstance(each, str)) if isinstance(values, list) else ()


def _newest(file: RecordFile) -> PartialDate | None:
    days = [day for _, each in file.items("history") if (day := PartialDate.maybe(each.get("on")))]
    return max(days, default=None)


def _own_anchor(file: RecordFile, known: Known, path: Any, anchor: Any) -> Iterator[Problem]:
    if isinstance(anchor, str) and (fault := known.fault(f"{file.id}#{anchor}")):
        yield file.problem(fault, path)


FILE_CHECKS: tuple[Callable[[RecordFile], Iterator[Problem]], ...] = (
    check_name,
    check_keys,
    check_words,
    check_anchors,
    check_measures,
    check_tags,
    check_dates,
    check_paths,
    check_placeholders,
)
