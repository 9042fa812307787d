"""Markdown: bodies taken apart, words made plain, HTML made safe."""

import re
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import markdown

from app.records.markdown import plain_text, raw_html, render_html, split_body

BODY = """The summary,
in two lines.

## Article 9(5): demand {#art_9__para_5}
Parties discourage demand.

### A heading without anchor
Its words.
"""


def test_the_summary_is_what_stands_before_the_first_heading() -> None:
    assert split_body(BODY)[0] == "The summary,\nin two lines."


def test_a_body_without_heading_is_all_summary() -> None:
    assert split_body("Only words.\n") == ("Only words.", ())


def test_a_body_that_begins_with_a_heading_has_no_summary() -> None:
    assert split_body("## Article 1 {#art_1}\nWords.")[0] == ""


def test_an_empty_body_has_neither_summary_nor_sections() -> None:
    assert split_body("") == ("", ())


def test_a_section_has_the_anchor_of_its_heading() -> None:
    assert [section.anchor for section in split_body(BODY)[1]] == ["art_9__para_5", ""]


def test_a_heading_is_pinpoint_and_short_heading_parted_by_its_first_colon() -> None:
    section = split_body(BODY)[1][0]
    assert (section.label, section.heading) == ("Article 9(5)", "demand")


def test_a_heading_without_colon_is_all_pinpoint() -> None:
    section = split_body("## Article 9 {#art_9}\n")[1][0]
    assert (section.label, section.heading) == ("Article 9", "")


def test_a_section_holds_the_words_up_to_the_next_heading() -> None:
    assert [section.words for section in split_body(BODY)[1]] == ["Parties discourage demand.", "Its words."]


def test_a_section_knows_the_line_and_depth_of_its_heading() -> None:
    assert [(section.line, section.level) for section in split_body(BODY)[1]] == [(3, 2), (6, 3)]


def test_a_hash_without_space_is_no_heading() -> None:
    assert split_body("#1 of the list")[1] == ()


def test_plain_text_has_no_markup() -> None:
    assert plain_text("**personal data** and [a page](https://example.org)") == "personal data and a page"


def test_plain_text_keeps_words_of_neighbouring_blocks_apart() -> None:
    assert plain_text("* one\n* two\n\nthree") == "one two three"


def test_plain_text_keeps_signs_as_they_are_read() -> None:
    assert plain_text("R&D < 5 % & more") == "R&D < 5 % & more"


def test_tables_become_html_tables() -> None:
    assert "<td>1</td>" in render_html("| a |\n|---|\n| 1 |")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[link](javascript:alert(1))",
        "[link](data:text/html;base64,PHNjcmlwdD4=)",
        '<a href="https://example.org" onclick="alert(1)">link</a>',
        "<iframe src='https://example.org'></iframe>",
        "<style>body {display: none}</style>",
    ],
)
def test_rendered_html_holds_nothing_that_runs(text: str) -> None:
    html = render_html(text).casefold()
    assert [
        bad for bad in ("<script", "onerror", "javascript:", "data:", "onclick", "<iframe", "<style") if bad in html
    ] == []


@given(text=st.text(alphabet="<>/abt scrip\"'=()[]:`*_#&;\n\t", max_size=60))
def test_no_text_renders_a_script(text: str) -> None:
    assert "<script" not in render_html(text)


@pytest.mark.parametrize("text", ["<b>", "</b>", "a <br/> b", "<!-- note -->", "<SCRIPT>", "[x](JavaScript:alert(1))"])
def test_html_and_scripts_are_seen(text: str) -> None:
    assert [line for line, _ in raw_html(f"First line.\n{text}")] == [1]


@pytest.mark.parametrize("text", ["<https://example.org>", "<mailto:a@example.org>", "`<b>`", "5 < 6 > 4", "a -> b"])
def test_addresses_code_and_comparisons_are_not_html(text: str) -> None:
    assert raw_html(text) == []


@settings(max_examples=500, deadline=None)
@example("0\r-")  # another system's line end
@given(st.text(st.characters(codec="utf-8"), max_size=60) | st.text("ab1 \n.-+:()'\"?,;/%é—’*_`&#\\[]|=", max_size=40))
def test_bare_words_are_read_as_markdown_reads_them(text: str) -> None:
    html = re.sub(r"</(?:p|li|h[1-6]|tr|blockquote)>", " ", markdown(text, extensions=["tables"]))
    words = " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())
    assert " ".join(plain_text(text).split()) == words
