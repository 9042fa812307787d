"""In force only where the dates can show it."""

from datetime import date
from typing import Any

import pytest

from app.records.corpus import Corpus
from app.records.dating import Dates, Status
from app.search.in_force import in_force_on


@pytest.mark.parametrize(
    ("dates", "status", "expected"),
    [
        ({"in_force": "2018-06-01"}, "in-force", True),
        ({"in_force": "2018-06-02"}, "in-force", False),
        ({"in_force": "2018"}, "in-force", False),
        ({"adopted": "2017"}, "in-force", True),
        ({"signed": "2017"}, "in-force", True),
        ({"published": "2017"}, "saved", True),
        ({}, "in-force", False),
        ({"in_force": "2010", "ended": "2018-06-02"}, "repealed", True),
        ({"in_force": "2010", "ended": "2018-06-01"}, "repealed", False),
        ({"in_force": "2010", "ended": "2018"}, "repealed", False),
        ({"in_force": "2010"}, "repealed", False),
        ({"adopted": "2010"}, "not-enacted", False),
        ({"adopted": "2010"}, "unknown", False),
    ],
)
def test_on_the_first_of_june_2018(tiny_corpus: Corpus, dates: dict[str, Any], status: str, expected: bool) -> None:
    record = tiny_corpus.instruments["palermo-protocol"].model_copy(
        update={"dates": Dates.model_validate(dates), "status": Status(value=status)}
    )
    assert in_force_on(record, date(2018, 6, 1)) is expected
