"""Vocabularies: closed lists with a hierarchy."""

from pathlib import Path

import pytest

from app.records.corpus import Corpus
from app.records.reader import read_corpus
from app.records.terms import nearest
from app.records.vocabulary import Vocabulary


def vocabulary(broader: dict[str, str]) -> Vocabulary:
    """A list whose concepts stand below others."""
    concepts = {
        concept: {"id": concept, "label": concept.title(), "definition": "...", "broader": above}
        for concept, above in broader.items()
    }
    return Vocabulary.model_validate({"id": "v", "label": "V", "definition": "...", "concepts": concepts})


def test_ancestors_begin_with_the_concept_and_end_at_the_top() -> None:
    assert vocabulary({"a": "", "b": "a", "c": "b"}).ancestors("c") == ("c", "b", "a")


def test_an_unknown_concept_has_no_ancestors() -> None:
    assert vocabulary({"a": ""}).ancestors("z") == ()


@pytest.mark.parametrize(
    ("broader", "ancestors"), [({"a": "a"}, ("a",)), ({"a": "b", "b": "a"}, ("a", "b")), ({"a": "z"}, ("a",))]
)
def test_a_circle_or_a_missing_end_does_not_hang(broader: dict[str, str], ancestors: tuple[str, ...]) -> None:
    assert vocabulary(broader).ancestors("a") == ancestors


def test_narrower_concepts_are_those_directly_below() -> None:
    assert vocabulary({"a": "", "b": "a", "c": "b", "d": "a"}).narrower("a") == ("b", "d")


def test_narrower_of_nothing_are_the_top_concepts() -> None:
    assert vocabulary({"a": "", "b": "a", "c": ""}).narrower("") == ("a", "c")


def test_a_concept_is_shown_by_its_label_and_an_unknown_one_by_its_id() -> None:
    found = vocabulary({"a": ""})
    assert (found.named("a"), found.named("z")) == ("A", "z")


def test_cotton_is_below_agriculture(tiny_corpus: Corpus) -> None:
    assert tiny_corpus.vocabularies.ancestors("sector", "cotton") == ("cotton", "agriculture")


def test_a_label_is_found_by_list_and_concept(tiny_corpus: Corpus) -> None:
    assert tiny_corpus.vocabularies.label("type", "treaty") == "Treaty"


def test_a_concept_of_no_list_is_shown_by_its_id(tiny_corpus: Corpus) -> None:
    assert tiny_corpus.vocabularies.label("colour", "red") == "red"


def test_every_measure_belongs_to_a_role_of_the_state(tiny_corpus: Corpus) -> None:
    measures = tiny_corpus.vocabularies["measure"].concepts
    grouped = [measure for found in tiny_corpus.vocabularies.roles.values() for measure in found]
    assert sorted(grouped) == sorted(measures)


def test_every_concept_is_defined(tiny_corpus: Corpus) -> None:
    lists = tiny_corpus.vocabularies.values()
    assert [each.id for found in lists for each in found.concepts.values() if not each.definition] == []


def test_every_broader_concept_stands_in_its_list(tiny_corpus: Corpus) -> None:
    lists = tiny_corpus.vocabularies.values()
    lost = [each.id for found in lists for each in found.concepts.values() if each.broader not in {"", *found.concepts}]
    assert lost == []


def test_a_list_that_is_missing_is_a_problem(lists_folder: Path) -> None:
    (lists_folder / "vocabularies" / "measure.yaml").unlink()
    _, problems = read_corpus(lists_folder)
    assert [str(each) for each in problems] == ["vocabularies/measure.yaml:1: this list is missing; restore the file"]


def test_the_nearest_words_are_offered_closest_first() -> None:
    assert nearest("exclusions", ["inclusion", "exclusion", "award"]) == "did you mean exclusion or inclusion?"


def test_without_a_near_word_the_lists_are_named() -> None:
    assert nearest("zzz", ["exclusion"]) == "see corpus/vocabularies"
