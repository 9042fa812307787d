"""Searcher: a question in, an answer out, over one open release."""

from collections.abc import Iterator
from typing import ClassVar

import numpy as np

from app.errors import AppError
from app.records.corpus import Corpus
from app.records.units import Provision
from app.search.analysis import read_words
from app.search.arrays import Indices, Mask
from app.search.catalogue import NO_UNIT, Catalogue
from app.search.engine import Engine, EngineError
from app.search.filters import Filtered, count_facets, filter_units
from app.search.highlight import Highlighter
from app.search.passage import passages
from app.search.query import CountedUnit, SearchQuery, TextKind
from app.search.ranking import Listed, order
from app.search.result import AlsoSearched, Hit, PassageHit, ProvisionHit, SearchResult, Understood
from app.search.thesaurus import Thesaurus
from app.search.word_search import ANY_WORD, Found, WordSearch

BEST_PASSAGES = 3


class PageNotFound(AppError):
    """There are fewer pages than that."""

    status: ClassVar[int] = 404


def build_thesaurus(corpus: Corpus) -> Thesaurus:
    """The corpus's synonyms, as stems."""
    same = [(group.concept, group.terms) for group in corpus.thesaurus.same]
    return Thesaurus(same, lambda term: read_words(term).stem)
