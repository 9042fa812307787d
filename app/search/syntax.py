"""Syntax: a question as a frozen tree, and the same tree in words."""

from dataclasses import dataclass

from app.search.citation import Citation
from app.search.identifiers import Identifier


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a row of words joined by hyphens; `identifier` and `citation` where it reads as one."""

    text: str
    identifier: Identifier | None = None
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words as they stand: side by side, or within `slop` places of each other."""

    text: str
    slop: int | None = None


@dataclass(frozen=True, slots=True)
class Prefixed:
    """Every word that begins so."""

    text: str


@dataclass(frozen=True, slots=True)
class Within:
    """A question asked of the title, the heading or the text alone."""

    field: str
    tree: "Tree"


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of the parts."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the parts."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What the part does not match."""

    part: "Tree"


Tree = Word | Quoted | Prefixed | Within | AllOf | AnyOf | Without


@dataclass(frozen=True, slots=True)
class FilterWord:
    """A filter written into the question: `place:no`, `-measure:(exclusion OR debarment)`, `year:2015..2020`."""

    field: str
    values: tuple[str, ...]
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """A question understood: its tree (None if no word is left), its filters, what had to be mended."""

    tree: Tree | None
    filters: tuple[FilterWord, ...] = ()
    repairs: tuple[str, ...] = ()

    @property
    def understood(self) -> str:
        """The question as it is asked of the index."""
        words = [render(self.tree)] if self.tree else []
        return " AND ".join(words + [_render_filter(each) for each in self.filters])


def render(tree: Tree, inside: bool = False) -> str:
    """A tree in the words of the grammar; brackets only where they are needed."""
    match tree:
        case Word(text):
            return text
        case Quoted(text, slop):
            return f'"{text}"' if slop is None else f'"{text}"~{slop}'
        case Prefixed(text):
            return f"{text}*"
        case Within(field, part):
            return f"{field}:{render(part, inside=True)}"
        case Without(part):
            return f"NOT {render(part, inside=True)}"
        case AllOf(parts):
            return _bracketed(" AND ".join(render(part, inside=True) for part in parts), inside)
        case AnyOf(parts):
            return _bracketed(" OR ".join(render(part, inside=True) for part in parts), inside)


def _bracketed(text: str, inside: bool) -> str:
    return f"({text})" if inside else text


def _render_filter(each: FilterWord) -> str:
    values = each.values[0] if len(each.values) == 1 else f"({' OR '.join(each.values)})"
    return f"{'NOT ' if each.excluded else ''}{each.field}:{values}"
