"""A question finds what it means: names, identifiers, words, filters, pages."""

from datetime import date

import pytest

from app.records.corpus import Corpus
from app.search.engine import Engine, EngineError
from app.search.index import open_index, write_index
from app.search.query import SearchQuery
from app.search.result import FacetValue, ProvisionHit, SearchResult
from app.search.searcher import PageNotFound, Searcher
from tests.search.conftest import Ask


def _ids(answer: SearchResult) -> list[str]:
    return [hit.id for hit in answer.results]


def _values(answer: SearchResult, facet: str) -> dict[str, FacetValue]:
    (found,) = [each for each in answer.facets if each.name == facet]
    return {value.value: value for value in found.values}


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("discourage demand", "palermo-protocol"),
        ("2014/24/EU", "eu-directive-2014-24"),
        ("2014/24", "eu-directive-2014-24"),
        ("57(1)(f)", "eu-directive-2014-24"),
        ("52.222-50", "us-far-52-222-50"),
        ("C94", "ilo-c094"),
        ("C094", "ilo-c094"),
        ("C.94", "ilo-c094"),
        ("EO 13627", "us-eo-13627"),
        ("E.O. 13627", "us-eo-13627"),
        ("eo 13627", "us-eo-13627"),
        ("executive order 13627", "us-eo-13627"),
        ("32014L0024", "eu-directive-2014-24"),
        ("offentliche auftragsvergabe", "eu-directive-2014-24"),
        ("us-far-52-222-50", "us-far-52-222-50"),
    ],
)
def test_a_question_puts_its_instrument_first(ask: Ask, q: str, first: str) -> None:
    assert _ids(ask(q=q))[0] == first


def test_the_passage_asked_for_is_marked(ask: Ask) -> None:
    best = ask(q="discourage demand").results[0].passages[0]
    assert best.anchor == "art_9__para_5"
    assert "<mark>discourage</mark>" in best.html
    assert "<mark>demand</mark>" in best.html
    assert best.url == "/instruments/palermo-protocol#art_9__para_5"


def test_an_identifier_opens_its_provision(ask: Ask) -> None:
    assert ask(q="57(1)(f)").results[0].passages[0].anchor == "art_57__para_1__point_f"


def test_every_alias_finds_its_record_first_wrong_ones_too(ask: Ask, tiny_corpus: Corpus) -> None:
    for record in tiny_corpus.instruments.values():
        for alias in record.aliases:
            assert _ids(ask(q=alias.name))[0] == record.id, alias.name


def test_every_title_finds_its_record_first(ask: Ask, tiny_corpus: Corpus) -> None:
    for record in tiny_corpus.instruments.values():
        assert _ids(ask(q=record.title))[0] == record.id


def test_synonyms_are_searched_and_told(ask: Ask) -> None:
    answer = ask(q="THB")
    assert "eu-directive-2014-24" in _ids(answer)
    (expansion,) = answer.query.expansions
    assert expansion.term == "THB"
    assert "human trafficking" in expansion.also


def test_a_removed_chip_searches_the_word_alone(ask: Ask) -> None:
    answer = ask(q="THB", not_=("thb",))
    assert answer.query.expansions == ()
    assert answer.total == 0


def test_a_synonym_ranks_as_the_term_itself(ask: Ask) -> None:
    assert _ids(ask(q="human trafficking")) == _ids(ask(q="THB"))


def test_a_short_citation_finds_its_provision(ask: Ask) -> None:
    answer = ask(q="art. 9(5)")
    assert not answer.query.any_word
    assert answer.results[0].passages[0].anchor == "art_9__para_5"


def test_both_spellings_find_the_same(ask: Ask) -> None:
    assert _ids(ask(q="labor")) == _ids(ask(q="labour"))


def test_quotes_take_no_synonym(ask: Ask) -> None:
    assert ask(q='"forced labor"').total < ask(q="forced labor").total


def test_all_words_must_match_in_one_passage(ask: Ask) -> None:
    assert ask(q="self-cleaning annex", scope="passage").query.any_word


def test_words_may_fall_in_different_passages_of_one_instrument(ask: Ask) -> None:
    answer = ask(q="reliable environmental", scope="instrument")
    assert _ids(answer) == ["eu-directive-2014-24"]
    assert {passage.anchor for passage in answer.results[0].passages} == {"art_57__para_6", "annex_X"}
    assert not answer.query.any_word


def test_a_word_not_wanted_is_nowhere_in_the_instrument(ask: Ask) -> None:
    assert "eu-directive-2014-24" in _ids(ask(q="environmental -nonsense", scope="instrument"))
    assert "eu-directive-2014-24" not in _ids(ask(q="environmental -reliable", scope="instrument"))
    assert "eu-directive-2014-24" not in _ids(ask(q="-reliable -nonsense", scope="instrument"))


def test_any_word_is_the_fallback_and_says_so(ask: Ask) -> None:
    answer = ask(q="nonsenseword demand")
    assert answer.query.any_word
    assert answer.total > 0
    assert any("at least one" in notice for notice in answer.notices)


def test_nothing_at_all_is_an_honest_nothing(ask: Ask) -> None:
    answer = ask(q="nonsenseword otherword")
    assert (answer.total, answer.query.any_word, answer.notices) == (0, False, ())


def test_a_filtered_nothing_stays_nothing(ask: Ask) -> None:
    answer = ask(q="discourage demand", place=("no",))
    assert (answer.total, answer.query.any_word) == (0, False)


def test_an_empty_question_lists_all_framework_instruments_first(ask: Ask, tiny_corpus: Corpus) -> None:
    answer = ask(size=100)
    assert answer.total == len(tiny_corpus.instruments)
    principal = [tiny_corpus.instruments[each].principal for each in _ids(answer)]
    assert principal == sorted(principal, reverse=True)
    titles = [hit.title.casefold() for hit in answer.results]
    split = sum(principal)
    assert titles[:split] == sorted(titles[:split])
    assert titles[split:] == sorted(titles[split:])


def test_sorts_are_by_year_and_title(ask: Ask) -> None:
    newest = [hit.year for hit in ask(sort="newest", size=100).results if hit.year]
    oldest = [hit.year for hit in ask(sort="oldest", size=100).results]
    titles = [hit.title.casefold() for hit in ask(sort="title", size=100).results]
    assert newest == sorted(newest, reverse=True)
    assert oldest == sorted(oldest, key=lambda year: (year is None, year or 0))
    assert titles == sorted(titles)


def test_what_was_not_enacted_comes_after_what_is_in_force(ask: Ask) -> None:
    ids = _ids(ask(q="contracts"))
    assert ids.index("us-eo-13627") < ids.index("us-contracting-bill")


def test_filters_meet_in_one_unit(ask: Ask) -> None:
    assert ask(measure=("abnormally-low-tender",), duty=("mandatory",)).total == 1
    assert ask(measure=("abnormally-low-tender",), duty=("conditional",)).total == 0
    assert "eu-directive-2014-24" in _ids(ask(measure=("exclusion",), duty=("conditional",)))


def test_provisions_are_listed_with_their_own_pinpoint(ask: Ask) -> None:
    answer = ask(unit="provision", measure=("exclusion",), duty=("mandatory",), place=("eu",))
    (hit,) = answer.results
    assert isinstance(hit, ProvisionHit)
    assert (hit.id, hit.anchor, hit.label) == ("eu-directive-2014-24", "art_57__para_1__point_f", "Article 57(1)(f)")
    assert hit.url == "/instruments/eu-directive-2014-24#art_57__para_1__point_f"
    assert (hit.verification, hit.matching_passages, answer.passages) == ("verified", 1, 1)


def test_an_instrument_without_provisions_is_one_unit(ask: Ask) -> None:
    hit = ask(unit="provision", place=("us-ca",)).results[0]
    assert isinstance(hit, ProvisionHit)
    assert (hit.anchor, hit.label, hit.url) == ("", "The whole", "/instruments/us-ca-sb-657")


def test_words_and_filters_meet_in_the_provision(ask: Ask) -> None:
    assert ask(q="reliable", unit="instrument", measure=("abnormally-low-tender",)).total == 1
    assert ask(q="reliable", unit="provision", measure=("abnormally-low-tender",)).total == 0


def test_a_state_counts_its_parts(ask: Ask) -> None:
    assert "us-ca-sb-657" in _ids(ask(place=("us",)))
    assert "us-ca-sb-657" not in _ids(ask(place=("us", "-us-ca")))


def test_a_chosen_facet_keeps_its_siblings(ask: Ask) -> None:
    everything, chosen = _values(ask(), "level"), _values(ask(level=("regional",)), "level")
    assert {key: value.count for key, value in chosen.items()} == {key: each.count for key, each in everything.items()}
    assert [key for key, value in chosen.items() if value.selected] == ["regional"]


def test_a_chosen_value_stays_at_nothing(ask: Ask) -> None:
    value = _values(ask(level=("regional",), place=("no",)), "place")["no"]
    assert (value.count, value.selected, value.label) == (0, True, "Norway")


def test_an_unknown_value_finds_nothing_and_says_so(ask: Ask) -> None:
    answer = ask(measure=("exclusio",))
    assert answer.total == 0
    assert any("'exclusio' is no known value of measure" in notice for notice in answer.notices)


def test_a_known_value_without_records_is_not_called_unknown(ask: Ask) -> None:
    answer = ask(measure=("market-engagement",))
    assert (answer.total, answer.notices) == (0, ())


def test_cross_sector_is_a_value_of_its_own(ask: Ask) -> None:
    values = _values(ask(), "sector")
    assert values["all"].label == "Cross-sector"
    assert "us-ca-sb-657" not in _ids(ask(sector=("all",)))


def test_recommendations_and_steps_are_outside_all_counts(ask: Ask) -> None:
    assert not {"recommendation", "step"} & {facet.name for facet in ask().facets}


def test_filters_may_be_words_of_the_question(ask: Ask) -> None:
    assert _ids(ask(q="place:no")) == _ids(ask(place=("no",)))
    assert ask(q="-place:no").total == ask(place=("-no",)).total
    assert _ids(ask(q="year:2014..2015")) == _ids(ask(year_from=2014, year_to=2015))
    assert ask(q="year:2014").total == ask(year_from=2014, year_to=2014).total
    assert ask(q="year:2014..").total == ask(year_from=2014).total
    assert ask(q="year:..2014").total == ask(year_to=2014).total
    assert ask(q="NOT year:..9999").total == ask().total - ask(year_from=1).total
    assert ask(q="own_procurement:yes").total == ask(own_procurement=True).total


@pytest.mark.parametrize("q", ["year:soon", "year:..", "measure:nonsense"])
def test_a_filter_word_that_means_nothing_is_told(ask: Ask, q: str) -> None:
    answer = ask(q=q)
    assert answer.total == 0
    assert answer.notices


def test_in_force_on_a_day(ask: Ask) -> None:
    assert "no-transparency-act-2021" not in _ids(ask(in_force_on=date(2010, 1, 1), size=100))
    assert "us-contracting-bill" not in _ids(ask(in_force_on=date(2020, 1, 1), size=100))
    assert "eu-directive-2014-24" in _ids(ask(in_force_on=date(2020, 1, 1), size=100))


def test_official_wording_is_searched_apart(ask: Ask) -> None:
    assert ask(text="official").total == 0
    assert ask(text="paraphrase").total == ask().total


def test_totals_count_all_pages(ask: Ask) -> None:
    first, second = ask(size=2), ask(size=2, page=2)
    assert first.total == second.total > 4
    assert not set(_ids(first)) & set(_ids(second))


def test_a_page_past_the_end_is_not_found(ask: Ask) -> None:
    with pytest.raises(PageNotFound, match="There is no page 99") as error:
        ask(page=99)
    assert error.value.status == 404
    with pytest.raises(PageNotFound):
        ask(q="nonsenseword", page=2)


def test_page_one_of_nothing_is_an_answer(ask: Ask) -> None:
    assert ask(q="nonsenseword").results == ()


def test_the_answer_has_the_shape_of_the_contract(ask: Ask) -> None:
    answer = ask(q="discourage demand").model_dump(mode="json")
    assert " ".join(answer) == "release query unit total passages page size results facets notices"
    assert " ".join(answer["query"]) == "text understood expansions near repaired did_you_mean any_word"
    assert " ".join(answer["results"][0]) == (
        "id title level type places status force link year verification provisions_verified score url "
        "matching_passages passages title_html why"
    )
    assert " ".join(answer["results"][0]["passages"][0]) == "anchor label kind html url heading_html trail"
    assert " ".join(answer["facets"][0]) == "name label values"
    assert " ".join(answer["facets"][0]["values"][0]) == "value label count selected excluded broader"


def test_a_repair_is_told(ask: Ask) -> None:
    assert ask(q='"demand').query.repaired == "A quotation mark was never closed; it was closed at the end."
    assert ask(q="demand").query.repaired is None


def test_a_beginning_of_very_many_words_is_bounded(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.search.plan.MAX_ENDINGS", 2)
    assert "begins over 2 words" in (ask(q="co*").query.repaired or "")


def test_an_index_of_another_corpus_is_refused(tiny_corpus: Corpus, engine: Engine) -> None:
    smaller = tiny_corpus.model_copy(update={"instruments": {}})
    with pytest.raises(EngineError, match="sourcebook build"):
        Searcher(smaller, engine, "r1")


def test_an_empty_corpus_answers(tiny_corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = tiny_corpus.model_copy(update={"instruments": {}})
    folder = tmp_path_factory.mktemp("empty") / "index"
    write_index(folder, empty)
    opened = open_index(folder)
    answer = Searcher(empty, opened, "r0").search(SearchQuery(q="demand"))
    assert (answer.total, answer.results) == (0, ())
    opened.close()


def test_a_mistyped_word_is_mended_only_where_nothing_matched(ask: Ask) -> None:
    mended = ask(q="discuorage demand")
    assert _ids(mended) == _ids(ask(q="discourage demand"))
    assert "“discourage” instead of “discuorage”" in (mended.query.repaired or "")
    assert ask(q="discuorage demand", literal=True).query.any_word
    assert ask(q="discourage demand").query.did_you_mean is None


def test_a_wrong_name_finds_its_record_and_says_so(ask: Ask) -> None:
    answer = ask(q="Foreign Affairs Contracting Act")
    assert _ids(answer)[0] == "us-contracting-bill"
    assert any("not a right one" in notice for notice in answer.notices)


def test_near_terms_are_offered(ask: Ask) -> None:
    answer = ask(q="exclusion")
    assert "debarment" in answer.query.near[0].also
    assert _ids(answer) == _ids(ask(q="exclusion", not_=("debarment",)))


def test_reasons_add_up_to_the_score(ask: Ask) -> None:
    for question in (
        "discourage demand",
        "exclusion child labour",
        "57(1)(f)",
        "Palermo Protocol",
        '"supply chain" traffick*',
    ):
        for hit in ask(q=question, explain=True).results:
            assert hit.why
            assert sum(each.points for each in hit.why) == pytest.approx(hit.score, abs=0.5)
            lowered = {each.reason for each in hit.why if each.points < 0}
            assert lowered <= {"no longer in force", "not all of the words are there"}
            assert ("not all of the words are there" in lowered) <= ask(q=question).query.any_word
    assert ask(q="demand").results[0].why == ()
    assert ask(measure=("exclusion",), explain=True).results[0].why == ()


def test_titles_and_headings_are_marked(ask: Ask) -> None:
    hit = ask(q="procurement").results[0]
    assert "<mark>" in hit.title_html
