"""Markdown: a record's body taken apart, its HTML and its plain text."""

import re
from dataclasses import dataclass
from functools import cache
from html import unescape

import markdown as python_markdown
import nh3

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*$")
_ANCHORED = re.compile(r"^(?P<title>.*?)[ \t]*\{#(?P<anchor>[^}]*)\}$")
_TAG = re.compile(r"<\s*/?\s*[A-Za-z!?][^>\n]*>?")
_SCRIPT = re.compile(r"\]\s*[(:]\s*(?:javascript|vbscript|data):", re.IGNORECASE)
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^>\s]+>")
_CODE = re.compile(r"`[^`\n]*`")
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|tr|blockquote)>")
_ANY_TAG = re.compile(r"<[^>]+>")
_SPACES = re.compile(r"\s+")
_MARKED = re.compile(r"[*_`\[\]<>#&\\|=~!]|^\s*(?:\d+[.)]|[-+:])|^ {4}|\t|[\x02\x03\r]|://", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it; `level` counts its hashes, `line` from the body's first line."""

    level: int
    title: str
    anchor: str
    words: str
    line: int

    @property
    def label(self) -> str:
        """The pinpoint: the heading up to its first colon."""
        return self.title.partition(": ")[0].strip()

    @property
    def heading(self) -> str:
        """The short heading after the pinpoint."""
        return self.title.partition(": ")[2].strip()


def split_body(body: str) -> tuple[str, tuple[Section, ...]]:
    """The summary before the first heading, and the sections after it."""
    lines = body.split("\n")
    starts = [(number, found) for number, line in enumerate(lines) if (found := _HEADING.match(line))]
    ends = [*(number for number, _ in starts), len(lines)][1:]
    sections = [
        _section(number, found, "\n".join(lines[number + 1 : end]).strip())
        for (number, found), end in zip(starts, ends, strict=True)
    ]
    first = starts[0][0] if starts else len(lines)
    return "\n".join(lines[:first]).strip(), tuple(sections)


def raw_html(text: str) -> list[tuple[int, str]]:
    """Lines (from 0) with HTML or a script link in them; web addresses in angle brackets and code are neither."""
    found = []
    for number, line in enumerate(text.split("\n")):
        words = _AUTOLINK.sub("", _CODE.sub("", line))
        found += [(number, match.group()) for match in (_TAG.search(words), _SCRIPT.search(words)) if match]
    return found


def render_html(text: str) -> str:
    """Safe HTML of our own Markdown."""
    return nh3.clean(_converter().reset().convert(text), link_rel=None)


def plain_text(text: str) -> str:
    """The words alone, single-spaced: what is indexed and shown in snippets."""
    if not _MARKED.search(text):
        return _SPACES.sub(" ", text).strip()  # most texts are bare words; Markdown's own way takes ten times as long
    html = _BLOCK_END.sub(" ", _converter().reset().convert(text))
    return _SPACES.sub(" ", unescape(_ANY_TAG.sub("", html))).strip()


@cache
def _converter() -> python_markdown.Markdown:
    """One converter for all texts: making it takes longer than using it."""
    return python_markdown.Markdown(extensions=["tables"], output_format="html")


def _section(number: int, found: re.Match[str], words: str) -> Section:
    anchored = _ANCHORED.match(found.group(2))
    title = anchored["title"] if anchored else found.group(2)
    return Section(len(found.group(1)), title, anchored["anchor"] if anchored else "", words, number)
