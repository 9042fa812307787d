"""List values: notes, figures, places, vocabularies and ledger put together again from rows."""

from collections import defaultdict

from app.records.coverage import Search
from app.records.figures import Figure
from app.records.ledger import LedgerLine
from app.records.notes import Note
from app.records.places import Display, Group, Place, Places
from app.records.ratifications import Ratification
from app.records.vocabulary import Thesaurus, Vocabularies, Vocabulary
from app.store.rows import HistoryRow, SourceRow
from app.store.rows_of_lists import (
    ConceptRow,
    ConceptTermRow,
    ConcernRow,
    FigureRow,
    GroupRow,
    LedgerRow,
    MemberRow,
    NoteRow,
    PlaceRow,
    RatificationRow,
    RatificationSourceRow,
    SchemeRow,
    SearchFindRow,
    SearchRow,
    ThesaurusRow,
)
from app.store.tables import Tables, facts


def read_notes(tables: Tables) -> dict[str, Note]:
    """All notes by id."""
    found = {}
    for row in tables.all(NoteRow):
        owner = f"notes/{row.key}"
        found[row.key] = Note.model_validate(
            facts(row, "key")
            | _shared(tables, owner)
            | {
                "id": row.key,
                "sources": {each.key: facts(each, "key") for each in tables.of(SourceRow, owner)},
                "by": tables.by(owner, "note"),
            }
        )
    return found


def read_figures(tables: Tables) -> dict[str, Figure]:
    """All figures by id."""
    found = {}
    for row in tables.all(FigureRow):
        owner = f"figures/{row.key}"
        source = facts(tables.of(SourceRow, owner)[0], "key")
        found[row.key] = Figure.model_validate(
            facts(row, "key") | _shared(tables, owner) | {"id": row.key, "source": source}
        )
    return found


def read_places(tables: Tables) -> Places:
    """Organisations, groups and display names."""
    members: defaultdict[str, list[dict[str, str | None]]] = defaultdict(list)
    for member in tables.all(MemberRow):
        members[member.group].append({"place": member.place, "from": member.joined, "to": member.left})
    rows = tables.all(PlaceRow)
    organisations = [Place.model_validate(facts(row)) for row in rows if row.kind == "organisation"]
    shown = [Display.model_validate(facts(row, "kind", "full_name", "url")) for row in rows if row.kind == "display"]
    groups = [
        Group.model_validate(
            facts(row, "source_title", "source_url", "source_state")
            | {
                "members": members[row.code],
                "source": {"title": row.source_title, "url": row.source_url, "state": row.source_state},
            }
        )
        for row in tables.all(GroupRow)
    ]
    return Places(
        {each.code: each for each in organisations},
        {each.code: each for each in groups},
        {each.code: each for each in shown},
    )


def read_vocabularies(tables: Tables) -> Vocabularies:
    """Every list, and the thesaurus."""
    terms: defaultdict[tuple[str, str], defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for term in tables.all(ConceptTermRow):
        terms[term.scheme, term.concept][term.kind].append(term.term)
    concepts: defaultdict[str, dict[str, object]] = defaultdict(dict)
    for row in tables.all(ConceptRow):
        matches = dict(terms[row.scheme, row.key])
        synonyms = matches.pop("synonym", [])
        given = {"id": row.key, "synonyms": synonyms, "matches": matches}
        concepts[row.scheme][row.key] = facts(row, "scheme", "key") | given
    lists = {
        row.key: Vocabulary.model_validate(facts(row, "key") | {"id": row.key, "concepts": concepts[row.key]})
        for row in tables.all(SchemeRow)
    }
    return Vocabularies(lists, _thesaurus(tables))


def read_ratifications(tables: Tables) -> dict[str, tuple[Ratification, ...]]:
    """What States did, by treaty."""
    sources: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for each in tables.all(RatificationSourceRow):
        sources[each.treaty, each.place].append(each.source)
    found: defaultdict[str, list[Ratification]] = defaultdict(list)
    for row in tables.all(RatificationRow):
        given = facts(row) | {"source": tuple(sources[row.treaty, row.place])}
        found[row.treaty].append(Ratification.model_validate(given))
    return {treaty: tuple(rows) for treaty, rows in found.items()}


def read_searches(tables: Tables) -> tuple[Search, ...]:
    """The searches made."""
    finds: defaultdict[int, list[str]] = defaultdict(list)
    for each in tables.all(SearchFindRow):
        finds[each.search].append(each.record)
    rows = enumerate(tables.all(SearchRow), start=1)
    return tuple(Search.model_validate(facts(row) | {"found": tuple(finds[number])}) for number, row in rows)


def read_ledger(tables: Tables) -> tuple[LedgerLine, ...]:
    """Every address ever released."""
    return tuple(LedgerLine.model_validate(facts(row, "key") | {"id": row.key}) for row in tables.all(LedgerRow))


def _thesaurus(tables: Tables) -> Thesaurus:
    heads: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in tables.all(ThesaurusRow):
        heads[row.kind, row.head].append(row.term)
    return Thesaurus.model_validate(
        {
            "same": [{"concept": head, "terms": terms} for (kind, head), terms in heads.items() if kind == "same"],
            "near": [{"term": head, "near": terms} for (kind, head), terms in heads.items() if kind == "near"],
        }
    )


def _shared(tables: Tables, owner: str) -> dict[str, object]:
    concerns = tables.of(ConcernRow, owner)
    return {
        "concerns": [f"{row.target}#{row.anchor}" if row.anchor else row.target for row in concerns],
        "history": [facts(row, "by") for row in tables.of(HistoryRow, owner)],
    }
