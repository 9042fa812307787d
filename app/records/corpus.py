"""The corpus: everything read and found without fault."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from pydantic import ConfigDict

from app.records.comparisons import Comparison
from app.records.coverage import Search
from app.records.figures import Figure
from app.records.instrument import Instrument
from app.records.ledger import LedgerLine
from app.records.notes import Note
from app.records.places import Places
from app.records.ratifications import Ratification
from app.records.value import Value
from app.records.vocabulary import Thesaurus, Vocabularies


class Corpus(Value):
    """All records by id, with the places and lists they use."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    instruments: Mapping[str, Instrument]
    notes: Mapping[str, Note]
    figures: Mapping[str, Figure]
    comparisons: Mapping[str, Comparison] = {}
    ratifications: Mapping[str, tuple[Ratification, ...]] = {}
    coverage: tuple[Search, ...] = ()
    places: Places
    vocabularies: Vocabularies
    ledger: tuple[LedgerLine, ...] = ()

    @property
    def thesaurus(self) -> Thesaurus:
        """What search may take for the same."""
        return self.vocabularies.thesaurus

    @cached_property
    def released(self) -> date:
        """The newest history entry: the day of this corpus, by no clock."""
        histories = [each.history for each in self.instruments.values()]
        histories += [each.history for each in self.notes.values()]
        histories += [each.history for each in self.figures.values()]
        histories += [each.history for each in self.comparisons.values()]
        return max((change.on.latest for history in histories for change in history), default=date.min)
