"""The library: the one door to a release."""

from pathlib import Path

import pytest

from app.errors import Gone, NotFound
from app.library import CurrentLibrary, Library, Moved
from app.search.index import write_index
from app.store.release import build_release
from tests.conftest import copy_corpus


def test_a_new_release_is_picked_up_between_two_requests(tmp_path: Path) -> None:
    corpus, data = copy_corpus(tmp_path / "corpus"), tmp_path / "data"
    build_release(corpus, data, write_index)
    current = CurrentLibrary(data)
    first = current.get()
    record = corpus / "instruments" / "national" / "gb" / "gb-supplier-code.md"
    record.write_text(record.read_text().replace("Supplier Code of Conduct", "New Code of Conduct"))
    build_release(corpus, data, write_index)
    second = current.get()
    assert first.instrument("gb-supplier-code").title == "Supplier Code of Conduct of a public buyer"
    assert second.instrument("gb-supplier-code").title == "New Code of Conduct of a public buyer"
    assert current.get() is second


def test_an_unknown_record_is_not_found_with_an_offer(library: Library) -> None:
    with pytest.raises(NotFound, match="did you mean de-gwb"):
        library.instrument("de-gwbb")


def test_a_withdrawn_record_is_gone(library: Library) -> None:
    with pytest.raises(Gone, match="withdrawn on 2026-11-02: It proved to be a draft"):
        library.instrument("old-slavery-circular")


def test_a_replaced_record_moved(library: Library) -> None:
    with pytest.raises(Moved) as found:
        library.instrument("un-trafficking-protocol")
    assert found.value.address == "palermo-protocol"


def test_a_group_is_no_place_but_can_be_searched(library: Library) -> None:
    with pytest.raises(NotFound, match="search with group=osce-partners"):
        library.place("osce-partners")


def test_relations_are_known_from_the_other_side(library: Library) -> None:
    (other, relation), *_ = library.relations_to("eu-directive-2014-24")
    assert (other.id, relation.type, relation.target_anchor) == ("de-gwb", "transposes", "art_57__para_1__point_f")


def test_notes_are_found_by_the_record_they_concern(library: Library) -> None:
    assert [note.id for note in library.notes_on("palermo-protocol")] == ["mandatory-exclusion"]
