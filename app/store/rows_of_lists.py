"""Rows of lists: the tables of notes, figures, places, vocabularies and ledger."""

from sqlmodel import Field

from app.store.rows import OwnedRow, Row


class NoteRow(Row, table=True):
    """An editorial note."""

    __tablename__ = "note"

    key: str = Field(unique=True)
    title: str
    kind: str
    state: str
    words: str


class FigureRow(Row, table=True):
    """A number the literature quotes."""

    __tablename__ = "figure"

    key: str = Field(unique=True)
    what: str
    value: str
    unit: str
    scope: str
    year_of_data: str
    published: str | None
    state: str
    superseded_by: str
    note: str


class ConcernRow(OwnedRow, table=True):
    """A record (and provision) that a note or figure concerns."""

    __tablename__ = "concern"

    target: str = Field(index=True)
    anchor: str


class PlaceRow(Row, table=True):
    """An organisation, or a State's name as shown; States otherwise come from ISO 3166."""

    __tablename__ = "place"

    code: str = Field(index=True)
    kind: str
    name: str
    full_name: str
    alpha3: str
    footnote: str
    url: str


class GroupRow(Row, table=True):
    """A group of States, as of a day."""

    __tablename__ = "place_group"

    code: str = Field(unique=True)
    name: str
    definition: str
    as_of: str
    source_title: str
    source_url: str | None
    source_state: str


class MemberRow(Row, table=True):
    """A State in a group, from and to a day where membership changed."""

    __tablename__ = "member"

    group: str = Field(index=True)
    place: str = Field(index=True)
    joined: str | None
    left: str | None


class SchemeRow(Row, table=True):
    """A vocabulary."""

    __tablename__ = "scheme"

    key: str = Field(unique=True)
    label: str
    definition: str


class ConceptRow(Row, table=True):
    """A concept of a vocabulary."""

    __tablename__ = "concept"

    scheme: str = Field(index=True)
    key: str
    label: str
    definition: str
    broader: str
    group: str
    inverse: str


class ConceptTermRow(Row, table=True):
    """A synonym of a concept, or (kind names the list) its match elsewhere."""

    __tablename__ = "concept_term"

    scheme: str
    concept: str
    kind: str
    term: str = Field(index=True)


class ThesaurusRow(Row, table=True):
    """A term of the thesaurus: same as its head, or near it."""

    __tablename__ = "thesaurus"

    kind: str
    head: str
    term: str


class RatificationRow(Row, table=True):
    """What a State did to a treaty."""

    __tablename__ = "ratification"

    treaty: str = Field(index=True)
    place: str = Field(index=True)
    act: str
    signed: str | None
    deposited: str | None
    in_force: str | None
    denounced: str | None
    reservation: str
    territorial_note: str
    state: str
    as_of: str | None
    note: str


class RatificationSourceRow(Row, table=True):
    """A source, of the treaty's own record, of what a State did."""

    __tablename__ = "ratification_source"

    treaty: str = Field(index=True)
    place: str
    source: str


class SearchRow(Row, table=True):
    """A search that was made for a place."""

    __tablename__ = "search"

    place: str = Field(index=True)
    measure: str | None
    source: str
    kind: str
    query: str
    language: str
    day: str
    by: str
    outcome: str


class SearchFindRow(Row, table=True):
    """A record a search led to; `search` is the number of its row."""

    __tablename__ = "search_find"

    search: int = Field(index=True)
    record: str


class LedgerRow(Row, table=True):
    """An address ever released."""

    __tablename__ = "ledger"

    key: str = Field(index=True)
    anchor: str
    first_released: str
    withdrawn: str | None
    replaced_by: str
    note: str
