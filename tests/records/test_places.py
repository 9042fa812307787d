"""Places: States and their parts by ISO 3166, organisations, and groups as they were on a day."""

from datetime import date
from pathlib import Path

import pytest

from app.records.lists import read_places
from app.records.places import Group, Member, Places
from app.records.reader import read_corpus

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def places() -> Places:
    """The shipped places."""
    found, problems = read_places(ROOT / "corpus" / "places", ROOT / "corpus")
    assert problems == []
    return found


@pytest.mark.parametrize("code", ["no", "us-ca", "gb-sct", "eu", "osce", "un", "xk"])
def test_states_parts_and_organisations_are_known(places: Places, code: str) -> None:
    assert places.known(code)


@pytest.mark.parametrize("code", ["", "NO", "US-CA", "xx", "us-xx", "norway", "-", "us-"])
def test_other_codes_are_not(places: Places, code: str) -> None:
    assert not places.known(code)


def test_getting_an_unknown_place_is_a_key_error(places: Places) -> None:
    with pytest.raises(KeyError):
        places.get("xx")


def test_norway_is_a_state_although_yaml_might_read_its_code_as_false(places: Places) -> None:
    assert (places.get("no").name, places.get("no").kind, places.get("no").alpha3) == ("Norway", "state", "nor")


def test_a_part_of_a_state_names_it_as_parent(places: Places) -> None:
    california = places.get("us-ca")
    assert (california.name, california.kind, california.parent) == ("California", "subdivision", "us")


def test_an_organisation_has_its_full_name(places: Places) -> None:
    assert places.get("coe").full_name == "Council of Europe"


@pytest.mark.parametrize(
    ("code", "name"), [("xk", "Kosovo"), ("tw", "Taiwan"), ("ps", "Palestine"), ("va", "Holy See")]
)
def test_a_name_that_is_not_undisputed_has_a_footnote(places: Places, code: str, name: str) -> None:
    assert places.get(code).name == name
    assert places.get(code).footnote


def test_most_states_need_no_footnote(places: Places) -> None:
    assert places.get("fr").footnote == ""


def test_kosovo_has_a_code_of_three_letters_too(places: Places) -> None:
    assert places.get("xk").alpha3 == "xkx"


def test_codes_name_all_states_and_organisations(places: Places) -> None:
    assert {"no", "xk", "eu"} <= set(places.codes())


@pytest.mark.parametrize(("group", "count"), [("osce", 57), ("osce-partners", 11), ("eu", 27), ("g7", 7)])
def test_groups_have_their_members_of_today(places: Places, group: str, count: int) -> None:
    assert len(places.groups[group].members_on(date(2026, 11, 22))) == count


@pytest.mark.parametrize(
    ("day", "belongs"), [(date(2020, 1, 31), True), (date(2020, 2, 1), False), (date(1999, 1, 1), True)]
)
def test_the_united_kingdom_left_the_union_at_the_end_of_a_day(places: Places, day: date, belongs: bool) -> None:
    assert ("gb" in places.groups["eu"].members_on(day)) is belongs


@pytest.mark.parametrize(("day", "belongs"), [(date(2013, 6, 30), False), (date(2013, 7, 1), True)])
def test_croatia_joined_the_union_on_a_day(places: Places, day: date, belongs: bool) -> None:
    assert ("hr" in places.groups["eu"].members_on(day)) is belongs


def test_a_member_since_a_year_belongs_from_its_first_day_to_the_last_of_the_year_it_left() -> None:
    member = Member.model_validate({"place": "no", "from": "2000", "to": "2010"})
    days = [date(1999, 12, 31), date(2000, 1, 1), date(2010, 12, 31), date(2011, 1, 1)]
    assert [member.on(day) for day in days] == [False, True, True, False]


def test_groups_of_a_state_are_those_it_belonged_to_on_that_day(places: Places) -> None:
    assert "eu" in {group.code for group in places.groups_of("gb", date(2019, 1, 1))}
    assert "eu" not in {group.code for group in places.groups_of("gb", date(2021, 1, 1))}


def test_every_group_names_its_source_and_day(places: Places) -> None:
    assert [group.code for group in places.groups.values() if not (group.source.title and group.as_of)] == []


def test_a_bare_code_is_a_member_without_days() -> None:
    group = Group.model_validate(
        {"code": "g", "name": "G", "as_of": "2020", "source": {"title": "A list"}, "members": ["no"]}
    )
    assert group.members == (Member(place="no"),)


def test_without_a_folder_there_are_the_states_alone(tmp_path: Path) -> None:
    found, problems = read_places(tmp_path / "places", tmp_path)
    assert problems == []
    assert found.known("no")
    assert not found.known("eu")


def test_a_corpus_folder_that_is_missing_is_a_problem_that_names_the_setting(tmp_path: Path) -> None:
    corpus, problems = read_corpus(tmp_path / "none")
    assert corpus is None
    assert "set SOURCEBOOK_CORPUS" in problems[0].message
