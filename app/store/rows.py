"""Rows: the tables of instruments; one row a fact, no list hidden in a column."""

from sqlmodel import Field, SQLModel


class Row(SQLModel):
    """A row with a number of its own; rows of one owner are read back in that order."""

    id: int | None = Field(default=None, primary_key=True)


class OwnedRow(Row):
    """A row that belongs to a record (`instruments/{id}`, `notes/{id}`, `figures/{id}`)."""

    owner: str = Field(index=True)


class InstrumentRow(Row, table=True):
    """An instrument's single-valued facts; year, state and counts are computed when written."""

    __tablename__ = "instrument"

    key: str = Field(unique=True)
    title: str
    short_title: str
    level: str = Field(index=True)
    own_procurement: bool
    type: str = Field(index=True)
    force: str
    link: str = Field(index=True)
    principal: bool
    issuer: str
    status: str = Field(index=True)
    status_as_of: str | None
    status_note: str
    summary: str
    language_read: str
    year: int | None = Field(index=True)
    state: str = Field(index=True)
    units_verified: int
    units: int


class TagRow(OwnedRow, table=True):
    """A value of a list: `scheme` is place, sector, authentic-language; of a unit: measure, stage ..."""

    __tablename__ = "tag"

    unit: str | None = Field(default=None, index=True)
    scheme: str = Field(index=True)
    concept: str = Field(index=True)


class NameRow(OwnedRow, table=True):
    """An alias (perhaps a wrong one) or a title in an original language."""

    __tablename__ = "name"

    kind: str
    language: str
    name: str = Field(index=True)
    wrong: bool


class IdentifierRow(OwnedRow, table=True):
    """An official number, under its scheme (celex, unts, eo_number ...)."""

    __tablename__ = "identifier"

    scheme: str
    value: str = Field(index=True)


class DateRow(OwnedRow, table=True):
    """A dated event: adopted, in_force ... or amended (then by and what)."""

    __tablename__ = "date"

    event: str
    date: str = Field(index=True)
    by: str
    what: str


class DetailRow(OwnedRow, table=True):
    """A named text of scope, of the OSCE Compendium's entry, or of the official wording's address."""

    __tablename__ = "detail"

    part: str
    name: str
    value: str


class UnitRow(OwnedRow, table=True):
    """A provision, or (anchor empty) the whole of an instrument without provisions."""

    __tablename__ = "unit"

    anchor: str = Field(index=True)
    label: str
    heading: str
    words: str
    role: str = Field(index=True)
    state: str = Field(index=True)
    as_of: str | None
    original_term: str
    renumbered_from: str | None


class DutyRow(OwnedRow, table=True):
    """Who is bound by a unit, and how strongly."""

    __tablename__ = "duty"

    unit: str = Field(index=True)
    who: str = Field(index=True)
    duty: str = Field(index=True)
    condition: str


class ReadingRow(OwnedRow, table=True):
    """A measure somebody reads into a unit."""

    __tablename__ = "reading"

    unit: str
    measure: str
    by_whom: str
    note: str


class SourceRow(OwnedRow, table=True):
    """A document that was opened."""

    __tablename__ = "source"

    key: str
    title: str
    publisher: str
    kind: str = Field(index=True)
    url: str | None
    read_from: str
    commit: str
    copy_date: str | None
    seen: str | None
    language: str
    note: str


class FactRow(OwnedRow, table=True):
    """The state of a fact, by its path in the record."""

    __tablename__ = "fact"

    path: str
    state: str = Field(index=True)
    note: str


class SupportRow(OwnedRow, table=True):
    """A source that supports the fact at a path (units, relations, figures ... included)."""

    __tablename__ = "support"

    path: str = Field(index=True)
    source: str


class RelationRow(OwnedRow, table=True):
    """A relation to another instrument or provision."""

    __tablename__ = "relation"

    type: str = Field(index=True)
    to: str
    target: str = Field(index=True)
    from_anchor: str | None
    state: str
    note: str


class EnforcementRow(OwnedRow, table=True):
    """A body that enforces, with its power and sanction."""

    __tablename__ = "enforcement"

    body: str
    power: str
    sanction: str
    anchor: str | None
    state: str | None


class ThresholdRow(OwnedRow, table=True):
    """A number the instrument sets."""

    __tablename__ = "threshold"

    what: str
    value: str
    unit: str
    anchor: str | None
    as_of: str | None
    state: str | None


class HistoryRow(OwnedRow, table=True):
    """A line of a record's history or (change: reviewed) of its reviews."""

    __tablename__ = "history"

    on: str = Field(index=True)
    change: str
    by: str
    what: str
