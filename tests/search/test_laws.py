"""Law 1 (facets) and 'any text is answered', for questions made at random."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.records.corpus import Corpus
from app.search.facets import FACETS
from app.search.query import SearchQuery
from app.search.searcher import Searcher
from tests.generated import generated

_QUICK = generated(60)
_COUNTED = [facet.name for facet in FACETS if facet.counted]
_VALUES = {
    "place": ["no", "us", "us-ca", "eu", "de", "gb", "un", "xx"],
    "group": ["osce", "eu", "oecd", "g7"],
    "level": ["international", "regional", "national", "subnational"],
    "type": ["treaty", "act", "supranational-law", "guidance"],
    "measure": ["exclusion", "contract-clause", "demand-reduction", "public-reporting", "no-such-measure"],
    "role": ["purchaser", "regulator", "institution"],
    "stage": ["exclusion-and-selection", "award", "contract-terms"],
    "duty": ["mandatory", "conditional", "recommended", "prohibited"],
    "addressee": ["contracting-authorities", "tenderers", "states-parties", "businesses"],
    "sector": ["all", "retail", "manufacturing"],
    "force": ["binding", "non-binding", "contractually-binding"],
    "status": ["in-force", "not-enacted"],
    "link": ["direct", "indirect", "context"],
    "exploitation": ["trafficking-in-persons", "forced-labour", "child-labour", "slavery-and-servitude"],
    "verification": ["verified", "reported", "unverified", "disputed"],
    "compendium": ["yes", "unknown"],
    "recommendation": ["rec-1"],
    "step": ["step-2"],
}
_QUESTIONS = ["", "", "trafficking", "public contracts", "labor", "exclusion OR clause", "place:us trafficking", "zzz"]


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """Words, filters and exclusions as a person might pile them up."""
    asked: dict[str, Any] = {
        "q": draw(st.sampled_from(_QUESTIONS)),
        "unit": draw(st.sampled_from(["instrument", "provision"])),
        "scope": draw(st.sampled_from(["passage", "instrument"])),
        "text": draw(st.sampled_from(["any", "any", "paraphrase"])),
        "own_procurement": draw(st.sampled_from([None, None, None, False, True])),
        "year_from": draw(st.sampled_from([None, None, None, 2010])),
        "in_force_on": draw(st.sampled_from([None, None, None, "2018-06-01"])),
    }
    for name in draw(st.lists(st.sampled_from(sorted(_VALUES)), max_size=3, unique=True)):
        chosen = draw(st.lists(st.sampled_from(_VALUES[name]), min_size=1, max_size=2, unique=True))
        asked[name] = tuple(f"-{value}" if draw(st.integers(0, 3)) == 0 else value for value in chosen)
    return asked


@_QUICK
@given(asked=questions(), counted=st.sampled_from(_COUNTED))
def test_a_count_is_the_total_of_that_value_alone(searcher: Searcher, asked: dict[str, Any], counted: str) -> None:
    answer = searcher.search(SearchQuery(**asked))
    (facet,) = [each for each in answer.facets if each.name == counted]
    for value in facet.values:
        chosen: Any = value.value == "true" if counted == "own_procurement" else (value.value,)
        alone = searcher.search(SearchQuery(**asked | {counted: chosen}))
        assert alone.total == value.count, (counted, value.value)


@_QUICK
@given(asked=questions(), counted=st.sampled_from(_COUNTED))
def test_no_value_that_would_find_something_is_left_out(
    searcher: Searcher, tiny_corpus: Corpus, asked: dict[str, Any], counted: str
) -> None:
    answer = searcher.search(SearchQuery(**asked))
    (facet,) = [each for each in answer.facets if each.name == counted]
    shown = {value.value for value in facet.values}
    for value in set(_VALUES.get(counted, ())) - shown:
        assert searcher.search(SearchQuery(**asked | {counted: (value,)})).total == 0


@_QUICK
@given(asked=questions())
def test_a_filter_never_changes_what_the_words_mean(searcher: Searcher, asked: dict[str, Any]) -> None:
    bare = SearchQuery(q=asked["q"], scope=asked["scope"])
    assert searcher.search(SearchQuery(**asked)).query == searcher.search(bare).query


@_QUICK
@given(asked=questions(), size=st.integers(1, 5))
def test_pages_together_list_everything_once(searcher: Searcher, asked: dict[str, Any], size: int) -> None:
    total = searcher.search(SearchQuery(**asked)).total
    seen: list[str] = []
    for page in range(1, -(-total // size) + 1):
        seen += [hit.url for hit in searcher.search(SearchQuery(**asked, size=size, page=page)).results]
    assert len(seen) == len(set(seen)) == total


@_QUICK
@given(
    q=st.text(st.characters(), max_size=1000) | st.text('()"*-~:. ORANDT ab57/', max_size=300),
    literal=st.booleans(),
    scope=st.sampled_from(["passage", "instrument"]),
)
def test_any_text_is_answered(searcher: Searcher, q: str, literal: bool, scope: str) -> None:
    answer = searcher.search(SearchQuery.model_validate({"q": q, "literal": literal, "scope": scope}))
    assert answer.total >= len(answer.results)
    assert answer.model_dump_json()
