"""Tables: all rows of a release read once, found by their owner."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import Any, TypeVar, cast

from sqlalchemy import Row as Found
from sqlalchemy import inspect, select
from sqlmodel import Session, SQLModel, col

from app.store.rows import OwnedRow, Row, SupportRow

AnyRow = TypeVar("AnyRow", bound=Row)
AnyOwned = TypeVar("AnyOwned", bound=OwnedRow)


class Tables:
    """A reader of whole tables: a release is opened through here, one query a table."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._owned: dict[type[SQLModel], dict[str, list[Any]]] = {}

    def all(self, table: type[AnyRow]) -> Sequence[AnyRow]:
        """All rows of a table, in the order they were written; plain rows, for the ORM's own take twice as long."""
        found = self._session.connection().execute(select(*inspect(table).columns).order_by(col(table.id)))
        return cast("Sequence[AnyRow]", found.all())

    def of(self, table: type[AnyOwned], owner: str) -> list[AnyOwned]:
        """The rows of one owner, in the order they were written."""
        if table not in self._owned:
            found: defaultdict[str, list[Any]] = defaultdict(list)
            for row in self.all(table):
                found[row.owner].append(row)
            self._owned[table] = found
        return list(self._owned[table].get(owner, ()))

    def by(self, owner: str, path: str) -> list[str]:
        """The sources that support the fact at a path."""
        return self._supports.get((owner, path), [])

    @cached_property
    def _supports(self) -> dict[tuple[str, str], list[str]]:
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for row in self.all(SupportRow):
            found[row.owner, row.path].append(row.source)
        return found


def facts(row: Row, *without: str) -> dict[str, Any]:
    """A row's columns but for its keys (and those named): the fields of the value it was made from."""
    found = cast("Found[Any]", row)
    left_out = {"id", "owner", *without}
    return {name: value for name, value in zip(found._fields, found, strict=True) if name not in left_out}
