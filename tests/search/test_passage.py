"""Passages carry their instrument's names; documents carry tokens alone."""

from app.records.corpus import Corpus
from app.search.document import documents
from app.search.index import build_thesaurus
from app.search.passage import Passage, passages, read_names
from app.search.weights import WEIGHTS


def _of(corpus: Corpus, instrument: str, anchor: str) -> Passage:
    (found,) = [each for each in passages(corpus) if (each.instrument, each.anchor) == (instrument, anchor)]
    return found


def test_keys_are_numbers_in_order(tiny_corpus: Corpus) -> None:
    assert [each.key for each in passages(tiny_corpus)] == list(range(len(passages(tiny_corpus))))


def test_a_record_has_its_summary_and_its_provisions(tiny_corpus: Corpus) -> None:
    record = tiny_corpus.instruments["eu-directive-2014-24"]
    own = [each for each in passages(tiny_corpus) if each.instrument == record.id]
    assert [each.anchor for each in own] == ["", *(each.anchor for each in record.provisions)]
    assert [each.kind for each in own] == ["summary", *["paraphrase"] * len(record.provisions)]


def test_a_provision_has_its_pinpoint_and_tags(tiny_corpus: Corpus) -> None:
    found = _of(tiny_corpus, "eu-directive-2014-24", "art_57__para_1__point_f")
    assert (found.label, found.heading) == ("Article 57(1)(f)", "exclusion for trafficking and child labour")
    assert "Cross-sector" in found.tags


def test_a_title_gives_its_first_number_only(tiny_corpus: Corpus) -> None:
    record = tiny_corpus.instruments["eu-directive-2014-24"].model_copy(
        update={"title": "Directive 2014/24/EU repealing Directive 2004/18/EC"}
    )
    identifiers = read_names(record, tiny_corpus).identifiers
    assert "2014/24/EU" in identifiers
    assert "2004/18/EC" not in identifiers


def test_documents_hold_known_fields_of_tokens(tiny_corpus: Corpus) -> None:
    for document in documents(passages(tiny_corpus), build_thesaurus(tiny_corpus)):
        assert set(document.fields) <= set(WEIGHTS)
        assert all(tokens == " ".join(tokens.split()) and tokens for tokens in document.fields.values())


def test_a_document_has_all_four_streams(tiny_corpus: Corpus) -> None:
    wanted = _of(tiny_corpus, "eu-directive-2014-24", "art_57__para_1__point_f").key
    document = list(documents(passages(tiny_corpus), build_thesaurus(tiny_corpus)))[wanted]
    assert "tenderer convicted by" in document.fields["paraphrase_exact"]
    assert "tenderer convict by" in document.fields["paraphrase_stem"]
    assert "trafficking-in-persons" in document.fields["paraphrase_concept"].split()
    idents = document.fields["ident_heading"].split()
    assert idents[:3] == ["57(1)(f)", "57(1)", "57"]
    assert {"=@57.1.f", "=art@57.1.f", "art@57"} <= set(idents)
    assert "2014/24/eu" in document.fields["ident_name"].split()
    assert "| public procur" in document.fields["name_stem"]
