"""A search in words: its filters as chips say them, and the line by which it is cited."""

from urllib.parse import urlencode

from app.search.query import SearchQuery
from app.search.result import SearchResult
from app.web.labels import Labels
from app.web.links import query_pairs
from app.web.words import counted, day

NOT_FILTERS = ("q", "unit", "sort", "page", "size", "lang", "explain")
_WORDS = {
    "year_from": "Adopted from",
    "year_to": "Adopted up to",
    "in_force_on": "In force on",
    "scope": "Words anywhere in one instrument",
    "text": "Searched in",
    "literal": "Read as plain words",
    "not": "Without synonyms of",
}
_ALONE = ("literal", "scope")


def filter_words(name: str, value: str, result: SearchResult, labels: Labels) -> str:
    """'Place: Germany', 'Measure: not Exclusion'."""
    bare = value.removeprefix("-")
    facet = next((each for each in result.facets if each.name == name), None)
    known = next((each.label for each in facet.values if each.value == bare), "") if facet else ""
    heading = facet.label if facet else _WORDS.get(name) or name.replace("_", " ").capitalize()
    if name in _ALONE:
        return heading
    said = known or (day(bare) if name == "in_force_on" else labels.concept(name, bare))
    return f"{heading}: {'not ' if value.startswith('-') else ''}{said}"


def cite_search(query: SearchQuery, result: SearchResult, labels: Labels, base_url: str) -> str:
    """The line that lets others repeat a search: release, question, filters, counts, address."""
    pairs = [(name, value) for name, value in query_pairs(query) if name not in ("page", "size", "lang", "explain")]
    filters = "; ".join(filter_words(*pair, result, labels) for pair in pairs if pair[0] not in NOT_FILTERS)
    asked = f"search for “{query.q}”" if query.q else "all records"
    understood = result.query.understood
    read = f" (read as: {understood})" if query.q and understood.casefold() != query.q.casefold() else ""
    found = counted(result.total, result.unit)
    passages = f", {counted(result.passages, 'passage')}" if query.q else ""
    address = f"{base_url}/search" + (f"?{urlencode(pairs)}" if pairs else "")
    return (
        f"Sourcebook, release {result.release}, {asked}{read}{f', {filters}' if filters else ''}: "
        f"{found}{passages}. {address}"
    )
