"""YAML text: every scalar is a string, every key has its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records.yaml_text import YamlError, YamlText


@pytest.mark.parametrize(
    "word", ["no", "on", "yes", "off", "null", "~", "22.17", "012", "0x1F", "1e3", "2017-04-02", "true"]
)
def test_a_bare_scalar_stays_the_string_that_was_written(word: str) -> None:
    assert YamlText(f"key: {word}").data == {"key": word}


def test_keys_are_strings_too() -> None:
    assert YamlText("no: a\n012: b").data == {"no": "a", "012": "b"}


def test_an_empty_value_is_an_empty_string() -> None:
    assert YamlText("key:").data == {"key": ""}


def test_an_empty_text_has_no_data() -> None:
    assert YamlText("").data is None


def test_lines_are_counted_from_the_line_the_text_begins_on() -> None:
    assert YamlText("a: 1\nb:\n  c: 2", first_line=2).line(("b", "c")) == 4


def test_items_of_a_list_have_lines() -> None:
    assert YamlText("a:\n  - 1\n  - 2").line(("a", 1)) == 3


def test_an_unknown_path_has_the_line_of_the_nearest_thing_above_it() -> None:
    assert YamlText("a: 1\nb:\n  c: 2").line(("b", "x", "y")) == 2


def test_a_key_given_twice_is_kept_once_and_reported() -> None:
    found = YamlText("a: 1\nb: 2\na: 3")
    assert (found.data, found.repeated) == ({"a": "1", "b": "2"}, [(("a",), 3)])


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: 1\nb: c: d", 2), ("a: 1\nb: [1, 2", 2), ("a: 1\n\tb: 2", 2), ("a: 1\nb: \x07", 2), ("a: &x [*x]", 1)],
)
def test_what_is_not_yaml_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(YamlError) as found:
        YamlText(text)
    assert found.value.line == line


def test_a_text_nested_too_deep_is_refused() -> None:
    with pytest.raises(YamlError, match="nested too deep"):
        YamlText("[" * 2000)


@given(text=st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = YamlText(text)
    except YamlError as fault:
        assert fault.line >= 1
    else:
        assert found.line(()) == 1
