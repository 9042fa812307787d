"""Citations: pinpoints as people of many legal systems write them, and what anchors are found by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.citation import anchor_tokens, match_citation

READ = {
    "57(1)(f)": ("", "57.1.f"),
    "Art. 57 (1) f": ("art", "57.1.f"),
    "article 57 paragraph 1 point f of": ("art", "57.1.f"),
    "s 54": ("sec", "54"),
    "sec. 54": ("sec", "54"),
    "section 3 a contractor": ("sec", "3"),
    "§ 22 LkSG": ("sec", "22"),
    "§ 123 Abs. 1 Nr. 10": ("sec", "123.1.10"),
    "52.222-50(c)": ("", "52.222-50.c"),
    "paragraph (c)(2)": ("para", "c.2"),
    "L. 2141-1": ("", "l2141-1"),
    "art. L2141-1": ("art", "l2141-1"),
    "art. 164 alin. (1) lit. f)": ("art", "164.1.f"),
    "Artigo 55.º, n.º 1, alínea f)": ("art", "55.1.f"),
    "art. 155, VIII": ("art", "155.viii"),
    "Чл. 54, ал. 1, т. 1": ("art", "54.1.1"),
    "16 kap. 7 §": ("chp", "16.7"),
    "187. § (2) bekezdés a) pont ad) alpont": ("sec", "187.2.a.ad"),
    "49 straipsnis 4 dalis": ("art", "49.4"),
    "68. gr. 10. mgr.": ("art", "68.10"),
    "Sch. 7 para 15(4)": ("sched", "7.15.4"),
    "annex X": ("annex", "x"),
}
NONE = ("57", "2014/24/EU", "no 94", "C94", "articles", "section", "", " s 54", "art, 57", "(1)(f)")


@pytest.mark.parametrize(("text", "expected"), READ.items())
def test_a_pinpoint_is_a_path(text: str, expected: tuple[str, str]) -> None:
    found = match_citation(text, 0)
    assert found
    assert (found.kind, ".".join(found.paths[0])) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_pinpoint_is_none(text: str) -> None:
    assert match_citation(text, 0) is None


def test_a_dot_may_part_an_article_from_its_paragraph() -> None:
    found = match_citation("Article 9.5", 0)
    assert found
    assert found.paths == (("9.5",), ("9", "5"))
    assert found.tokens(1) == ("art@9.5", "art@9")


def test_an_anchor_is_found_by_its_own_path_and_those_above() -> None:
    found = anchor_tokens("art_56__para_1__subpara_1__point_b")
    assert {"=art@56.1.1.b", "=art@56.1.b", "=@56.1.b", "art@56.1", "@56"} <= set(found)
    assert "=art@56.1" not in found
    assert anchor_tokens("x_preamble") == ()
    assert "=@52.222-50.c" in anchor_tokens("para_c", "52.222-50")


@given(st.text(max_size=40), st.integers(0, 40))
def test_any_text_is_read_without_error(text: str, position: int) -> None:
    found = match_citation(text, min(position, len(text)))
    assert found is None or 0 <= found.start < found.end <= len(text)


@given(st.lists(st.from_regex(r"[0-9]{1,3}[a-z]?", fullmatch=True), min_size=1, max_size=4))
def test_what_an_anchor_says_a_citation_finds(numbers: list[str]) -> None:
    anchor = "__".join(
        f"{kind}_{number}" for kind, number in zip(("art", "para", "point", "point"), numbers, strict=False)
    )
    written = "article " + numbers[0] + "".join(f"({number})" for number in numbers[1:])
    found = match_citation(written, 0)
    assert found
    assert f"={found.tokens(found.depth)[0]}" in anchor_tokens(anchor)
