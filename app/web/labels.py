"""Labels: the words a page shows for the terms of a record."""

from app.records.corpus import Corpus
from app.records.dating import ENDED, NEVER
from app.records.instrument import Instrument

LAW = ("treaty", "supranational-law", "act", "secondary-legislation", "administrative-rule", "court-decision")
FACT_NAMES = {
    "title": "Title",
    "status": "Status",
    "force": "Force",
    "issuer": "Issuer",
    "whole": "What it says",
    "dates.proposed": "Proposed",
    "dates.adopted": "Adopted",
    "dates.signed": "Signed",
    "dates.published": "Published",
    "dates.in_force": "In force",
    "dates.applicable": "Applicable",
    "dates.transposition": "Transposition due",
    "dates.ended": "Ended",
    "dates.period_from": "Period from",
    "dates.period_to": "Period to",
}


class Labels:
    """Words for the terms of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def concept(self, scheme: str, concept: str) -> str:
        """The label of a concept."""
        return self._corpus.vocabularies.label(scheme, concept)

    def place(self, code: str) -> str:
        """The name of a place as shown."""
        return self._corpus.places.get(code).name if self._corpus.places.known(code) else code

    def status(self, record: Instrument) -> str:
        """The status in the word that fits the kind: in force, current, active; a body that stopped is 'ended'."""
        value = record.status.value
        if record.type == "body-or-programme":
            return "Active" if value == "in-force" else "Ended" if value in ENDED else self.concept("status", value)
        if value == "in-force" and record.type not in LAW:
            return "Current"
        return self.concept("status", value)

    def over(self, record: Instrument) -> bool:
        """Whether it has ended or never came to be, which every list says."""
        return record.status.value in ENDED or record.status.value in NEVER

    def fact(self, path: str) -> str:
        """The name of a fact, by its path."""
        return (
            FACT_NAMES.get(path) or path.replace("identifiers.", "").replace("_", " ").replace(".", ": ").capitalize()
        )

    def instrument(self, id_: str) -> str:
        """The name of a record, or its bare id."""
        found = self._corpus.instruments.get(id_)
        return found.name if found else id_

    def reader(self, by_whom: str) -> str:
        """Who reads a measure into a provision: a record's name, or the words given."""
        return self.instrument(by_whom)
