"""Labels: the words a page shows for the terms of a record."""

from app.records.corpus import Corpus
from app.records.dating import ENDED, NEVER
from app.records.instrument import Instrument

LAW = ("treaty", "supranational-law", "act", "secondary-legislation", "administrative-rule", "court-decision")
FACT_NAMES = {
    "title": "Full title",
    "status": "Status",
    "force": "Legal force",
    "issuer": "Issued by",
    "places": "Place",
    "level": "Level",
    "type": "Type",
    "procurement_link": "Link to procurement",
    "sectors": "Sectors",
    "scope.who": "Who is covered",
    "scope.where": "Where",
    "scope.contracts": "Contracts",
    "scope.chain_depth": "Depth in the supply chain",
    "scope.excludes": "Left out",
    "languages": "Authentic languages",
    "dates.amended": "Amended",
    "whole": "What it says",
    "dates.proposed": "Proposed",
    "dates.adopted": "Adopted",
    "dates.signed": "Signed",
    "dates.published": "Published",
    "dates.in_force": "In force since",
    "dates.applicable": "Applies from",
    "dates.transposition": "Transposition due",
    "dates.ended": "Ended",
    "dates.period_from": "Period from",
    "dates.period_to": "Period to",
}
IDENTIFIERS = {
    "bgbl": "BGBl.",
    "celex": "CELEX number",
    "cets": "CETS number",
    "cfr": "CFR",
    "coe_symbol": "Council of Europe symbol",
    "dou": "Diário Oficial da União",
    "eli": "ELI",
    "eo_number": "Executive Order number",
    "far": "FAR number",
    "for": "Norwegian regulation number",
    "fr_document": "Federal Register document",
    "ilo_code": "ILO code",
    "jorf": "JORF",
    "legifrance": "Légifrance",
    "lov": "Norwegian act number",
    "oas_order": "OAS order",
    "oas_symbol": "OAS symbol",
    "oecd_legal": "OECD legal instrument",
    "oecd_symbol": "OECD symbol",
    "oj": "Official Journal of the EU",
    "osce_symbol": "OSCE symbol",
    "public_law": "Public Law",
    "sr": "SR number",
    "statutes_at_large": "Statutes at Large",
    "uk_chapter": "UK chapter",
    "un_publication": "UN publication",
    "un_symbol": "UN symbol",
    "un_symbol_draft": "UN symbol of the draft",
    "un_symbol_report": "UN symbol of the report",
    "untc": "UN Treaty Collection",
    "unts": "UN Treaty Series",
    "unts_registration": "UNTS registration",
    "usc": "U.S. Code",
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
        if value == "unknown":
            return "Status unknown"
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
            FACT_NAMES.get(path)
            or IDENTIFIERS.get(path.removeprefix("identifiers."))
            or path.removeprefix("identifiers.").replace("_", " ").replace(".", ": ").capitalize()
        )

    def inverse(self, relation: str) -> str:
        """How a relation reads from its other end: 'repeals' is 'Repealed by'."""
        found = self._corpus.vocabularies["relation"].concepts.get(relation)
        return found.inverse if found and found.inverse else self.concept("relation", relation)

    def held(self, id_: str) -> bool:
        """Whether a word is the id of a record held."""
        return id_ in self._corpus.instruments

    def record(self, id_: str) -> Instrument:
        """A record that is known to be held."""
        return self._corpus.instruments[id_]

    def pinpoint(self, id_: str, anchor: str) -> str:
        """The label of a provision, such as 'Article 57(1)(f)'; empty for the whole of a record."""
        record = self._corpus.instruments.get(id_)
        found = record.provision(anchor) if record and anchor else None
        return found.label if found else ""

    def instrument(self, id_: str) -> str:
        """The name of a record, or its bare id."""
        found = self._corpus.instruments.get(id_)
        return found.name if found else id_

    def reader(self, by_whom: str) -> str:
        """Who reads a measure into a provision: a record's name, or the words given."""
        return self.instrument(by_whom)
