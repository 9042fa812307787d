"""The index of a release: written once from a corpus, then opened by whichever engine the house uses."""

from pathlib import Path

from app.records.corpus import Corpus
from app.search.analysis import read_words
from app.search.document import documents
from app.search.engine import Engine
from app.search.engines import whoosh
from app.search.passage import passages
from app.search.thesaurus import Thesauri, Thesaurus


def write_index(directory: Path, corpus: Corpus) -> None:
    """Write every passage of a corpus to a new directory."""
    directory.mkdir(parents=True)
    whoosh.write_index(directory, documents(passages(corpus), build_thesaurus(corpus)))


def open_index(directory: Path) -> Engine:
    """The index as an engine; EngineError when it is missing or damaged."""
    return whoosh.open_engine(directory)


def build_thesaurus(corpus: Corpus) -> Thesaurus:
    """The synonyms of a corpus, as stems."""
    return build_thesauri(corpus).same


def build_thesauri(corpus: Corpus) -> Thesauri:
    """The synonyms of a corpus, and what it offers beside a term or beside one that means the same."""
    same = {group.concept: group.terms for group in corpus.thesaurus.same}
    of_term = {_stems(term): terms for terms in same.values() for term in terms}
    near = {each.term: each.near for each in corpus.thesaurus.near}
    groups = [(term, of_term.get(_stems(term), (term,))) for term in near]
    return Thesauri(Thesaurus(same.items(), _stems), Thesaurus(groups, _stems, near))


def _stems(term: str) -> tuple[str, ...]:
    return read_words(term).stem
