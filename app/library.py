"""The library: the one door to a release - search it, take a record, look at a place."""

import gc
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from rapidfuzz import process

from app.errors import AppError, Gone, NotFound
from app.records.comparisons import Comparison
from app.records.corpus import Corpus
from app.records.coverage import Search
from app.records.instrument import Instrument
from app.records.ledger import LedgerLine
from app.records.notes import Note
from app.records.places import Group, Place
from app.records.ratifications import Ratification
from app.records.relations import Relation
from app.records.vocabulary import Concept, Vocabulary
from app.search.index import open_index
from app.search.query import SearchQuery
from app.search.result import SearchResult
from app.search.searcher import Searcher
from app.search.suggest import Suggester, Suggestion
from app.store.release import Release, current_mark, current_release


class Moved(AppError):
    """What stood here has another address now."""

    status = 301

    def __init__(self, address: str) -> None:
        super().__init__(f"this record is now '{address}'; follow the link")
        self.address = address


class Library:
    """An opened release; every answer is a function of it and the question."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.corpus: Corpus = release.corpus()
        self._engine = open_index(release.index)
        self._searcher = Searcher(self.corpus, self._engine, release.id)

    def search(self, query: SearchQuery) -> SearchResult:
        """Answer a question."""
        return self._searcher.search(query)

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """What somebody who has begun to type may mean."""
        return self._suggester.suggest(text)

    def instrument(self, id_: str) -> Instrument:
        """The record of an id; NotFound offers near ids, Gone says why it was withdrawn, Moved where it is now."""
        found = self.corpus.instruments.get(id_)
        if found is not None:
            return found
        for line in self.corpus.ledger:
            if line.id == id_ and not line.anchor and line.withdrawn:
                raise (
                    Moved(line.replaced_by)
                    if line.replaced_by
                    else Gone(f"'{id_}' was withdrawn on {line.withdrawn}: {line.note}")
                )
        raise NotFound(f"there is no record '{id_}'; {self._offer(id_, self.corpus.instruments)}")

    def withdrawn_provisions(self, id_: str) -> tuple[LedgerLine, ...]:
        """Anchors of a record that were released once and no longer stand."""
        lines = (line for line in self.corpus.ledger if line.id == id_ and line.anchor)
        record = self.corpus.instruments[id_]
        return tuple(line for line in lines if line.withdrawn and record.provision(line.anchor) is None)

    def relations_to(self, id_: str) -> tuple[tuple[Instrument, Relation], ...]:
        """The relations other records have to this one."""
        return tuple(self._inward.get(id_, ()))

    def notes_on(self, id_: str) -> tuple[Note, ...]:
        """The editorial notes that concern a record."""
        return tuple(
            note
            for note in self.corpus.notes.values()
            if any(address.partition("#")[0] == id_ for address in note.concerns)
        )

    def place(self, code: str) -> Place:
        """The place of a code that is held or known; NotFound offers near ones."""
        code = code.casefold()
        if code in self.corpus.places.groups and not self.corpus.places.known(code):
            raise NotFound(f"'{code}' is a group of States; search with group={code}")
        if not self.corpus.places.known(code):
            offer = self._offer(code, self.corpus.places.codes())
            raise NotFound(
                f"there is no place '{code}'; codes are ISO 3166 in lower case, such as no or us-ca; {offer}"
            )
        return self.corpus.places.get(code)

    @cached_property
    def _suggester(self) -> Suggester:
        return Suggester(self.corpus)

    @cached_property
    def held(self) -> Mapping[str, tuple[Instrument, ...]]:
        """The instruments of each place that has any."""
        found: defaultdict[str, list[Instrument]] = defaultdict(list)
        for record in self.corpus.instruments.values():
            for code in record.places:
                found[code].append(record)
        return {code: tuple(records) for code, records in found.items()}

    def ratifications_by(self, code: str) -> tuple[tuple[Instrument, Ratification], ...]:
        """What a State did to each treaty with a table."""
        tables = self.corpus.ratifications.items()
        rows = ((self.corpus.instruments[treaty], row) for treaty, found in tables for row in found)
        return tuple((treaty, row) for treaty, row in rows if row.place == code)

    def searches_for(self, code: str) -> tuple[Search, ...]:
        """The searches made for a place."""
        return tuple(each for each in self.corpus.coverage if each.place == code)

    def below(self, code: str) -> tuple[Place, ...]:
        """The parts of a State for which something is held."""
        parts = (self.corpus.places.get(each) for each in sorted(self.held) if "-" in each)
        return tuple(part for part in parts if part.parent == code)

    def groups_of(self, code: str) -> tuple[Group, ...]:
        """The groups a State belonged to on the day of the release."""
        return self.corpus.places.groups_of(code, self.corpus.released)

    def vocabulary(self, scheme: str) -> Vocabulary:
        """A list by its scheme; NotFound names them all."""
        if scheme not in self.corpus.vocabularies:
            raise NotFound(f"there is no vocabulary '{scheme}'; there are: {', '.join(self.corpus.vocabularies)}")
        return self.corpus.vocabularies[scheme]

    def concept(self, scheme: str, concept: str) -> Concept:
        """A concept of a list; NotFound offers near ones."""
        concepts = self.vocabulary(scheme).concepts
        if concept not in concepts:
            raise NotFound(f"'{scheme}' has no concept '{concept}'; {self._offer(concept, concepts)}")
        return concepts[concept]

    def comparison(self, id_: str) -> Comparison:
        """A comparison by its id; NotFound names near ones."""
        found = self.corpus.comparisons.get(id_)
        if found is None:
            raise NotFound(f"there is no comparison '{id_}'; {self._offer(id_, self.corpus.comparisons)}")
        return found

    def close(self) -> None:
        """Let go of the index."""
        self._engine.close()

    @cached_property
    def _inward(self) -> dict[str, list[tuple[Instrument, Relation]]]:
        found: defaultdict[str, list[tuple[Instrument, Relation]]] = defaultdict(list)
        for record in self.corpus.instruments.values():
            for relation in record.relations:
                found[relation.target].append((record, relation))
        return found

    @staticmethod
    def _offer(word: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
        close = [match[0] for match in process.extract(word, list(known), limit=3, score_cutoff=60)]
        return f"did you mean {' or '.join(close)}?" if close else "search for it from the home page"


class CurrentLibrary:
    """The library of the current release, opened anew when another release was made current."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._mark: tuple[int, int] | None = None
        self._library: Library | None = None

    def get(self) -> Library:
        """The library to answer this request from; NotReady when no release is built."""
        mark = current_mark(self._data)
        if self._library is None or mark != self._mark:
            release = current_release(self._data)
            if self._library is None or release.build != self._library.release.build:
                self._library = _open(release)
            self._mark = mark
        return self._library


def _open(release: Release) -> Library:
    """Open a release without the collector's pauses; what stays for good it need not look through again."""
    gc.disable()
    try:
        return Library(release)
    finally:
        gc.enable()
        gc.freeze()
