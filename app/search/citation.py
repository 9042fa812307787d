"""Citation: a pinpoint as people write it - Art. 57 (1) f, § 123 Abs. 1 Nr. 10, 16 kap. 7 § - and as an anchor has it.

Both are a path of numbers, 57.1.f, with the kind of its first step (art, sec, reg ...). An index holds for every
provision its own path and those above it, with the kind and without: `art@57.1`, `@57.1`; its own once more after `=`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Path = tuple[str, ...]

# The first word of a pinpoint, in the languages whose law is held.
_KINDS = {
    "art": "article articles art arts artikel artículo articulo articolo artigo artykuł artykul čl cl član члан чл "
    "член ст статья стаття άρθρο straipsnis straipsnio pants panta gr",
    "sec": "section sections sec secs s ss § §§ sección seccion",
    "reg": "regulation regulations reg regs",
    "rule": "rule rules",
    "rec": "recital recitals considérant considerant considerando erwägungsgrund",
    "para": "paragraph paragraphs para paras",
    "sched": "schedule sched sch",
    "annex": "annex annexe anhang anexo allegato bijlage bilaga",
    "chp": "chapter chap kap kapitel",
    "princ": "principle",
    "clause": "clause",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
# Words between its numbers.
_STEPS = frozenset(
    word
    for words in (
        "abs absatz nr no lit litera bst ziff ziffer z satz alin alineat alineatul alinéa al n alínea alinea letra let",
        "lett lettera comma co ods odst písm pism ust pkt lid onder onderdeel stk ledd bokstav mom mgr dalis dalies",
        "punktas p para paragraph paragraphe parágrafo sub subsection subparagraph subpara subdivision point punto",
        "punt ал т п ч bekezdés pont alpont par",
    )
    for word in words.split()
)
_NUMBER = r"(?:[LRD]\.?\s?)?\d{1,5}[a-z]?(?:[.-]\d{1,4})*(?:\.[a-z])?(?![^\W_])"
_TOKEN = re.compile(
    rf"""\s*(?P<comma>,?)\s*(?:
      \((?P<bracket>\d{{1,3}}[a-z]?|[a-z]{{1,2}}|[ivxl]{{1,6}})\)
    | (?P<number>{_NUMBER})\.?[º°]?
    | (?P<letter>[a-z]{{1,2}})(?:(?P<closed>\))|(?![\w.'’-]))
    | (?P<word>§§?|[^\W\d_]+)\.?[º°]?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_FOLLOWING = frozenset({"§", "§§", "kap", "gr", "straipsnis", "straipsnio", "pants", "panta"})
_CODE = re.compile(r"[LRD]\.?\s?\d+-\d", re.IGNORECASE)  # articles of the French codes
_CODE_GAP = re.compile(r"(?<=^[lrd])(?:\.\s?|\s)")
_PARTED = re.compile(r"\d+(?:\.\d+|\.[a-z])+")  # 9.5 may be 9(5)
_ROMAN = re.compile(r"[IVXL]{1,6}")
_ALSO_WORDS = frozenset("ais")  # a letter alone that is more often a word


@dataclass(frozen=True, slots=True)
class Citation:
    """A pinpoint in a text; `paths` are its readings, the likeliest first."""

    start: int
    end: int
    kind: str
    paths: tuple[Path, ...]

    def tokens(self, depth: int) -> tuple[str, ...]:
        """The tokens of its paths cut to a depth."""
        return tuple(dict.fromkeys(f"{self.kind}@{'.'.join(path[:depth])}" for path in self.paths))

    @property
    def depth(self) -> int:
        """How many steps its longest reading has."""
        return max(map(len, self.paths))


def match_citation(text: str, position: int) -> Citation | None:
    """The pinpoint that begins exactly at a position; a number alone is none."""
    tokens = _read(text, position)
    first = next(tokens, None)
    if first is None or text[position].isspace():
        return None
    word = (first["word"] or first["letter"] or "").casefold()
    if word in _KIND_OF:
        return _after_kind(text, position, _KIND_OF[word], tokens)
    if first["number"]:
        return _after_number(text, position, first, tokens)
    return None


def anchor_tokens(anchor: str, clause: str = "") -> tuple[str, ...]:
    """What an index holds for a provision: its own path and all above it; unnumbered parts of a text have none.

    `clause` is the number the whole instrument is cited by, if it has one: paragraph (c) of 52.222-50 is 52.222-50(c).
    """
    steps = [(kind, number) for kind, _, number in (part.partition("_") for part in anchor.split("__")) if kind != "x"]
    if not steps:
        return ()
    kind = steps[0][0]
    found: list[str] = []
    # Subparagraphs have a number in an anchor and often none in a citation.
    for path in dict.fromkeys((_path(steps), _path([each for each in steps if each[0] != "subpara"] or steps))):
        found += [*_levels("@", path), *_levels(f"{kind}@", path)]
        found += _levels("@", (clause, *path))[:-1] if clause else ()
    return tuple(dict.fromkeys(found))


def _path(steps: list[tuple[str, str]]) -> Path:
    return tuple(number.casefold() for _, number in steps)


def _levels(begin: str, path: Path) -> list[str]:
    """The path as its own, then every level from it upwards."""
    whole = [f"{begin}{'.'.join(path[:depth])}" for depth in range(len(path), 0, -1)]
    return [f"={whole[0]}", *whole]


def _read(text: str, position: int) -> Iterator[re.Match[str]]:
    while match := _TOKEN.match(text, position):
        yield match
        position = match.end()


def _after_kind(text: str, start: int, kind: str, tokens: Iterator[re.Match[str]]) -> Citation | None:
    """Art. 57 ..., or paragraph (c) ..., which has no number of its own."""
    first = next(tokens, None)
    if first is None or first["comma"]:
        return None
    number = first["number"] or (first["bracket"] if kind in ("para", "clause") else None)
    if number is None and kind == "annex" and _ROMAN.fullmatch(first["letter"] or first["word"] or ""):
        number = first["letter"] or first["word"]
    if number is None:
        return None
    return _citation(text, start, kind, (number,), first.end())


def _after_number(text: str, start: int, first: re.Match[str], tokens: Iterator[re.Match[str]]) -> Citation | None:
    """57(1)(f) or L. 2141-1; and 187. § (2), 16 kap. 7 §, 49 straipsnis, where the word follows."""
    number, second = first["number"], next(tokens, None)
    word = (second["word"] or "").casefold() if second and not second["comma"] else ""
    if second and word in _FOLLOWING:
        section = next(tokens, None) if word == "kap" else None
        sign = next(tokens, None) if section and section["number"] else None
        if section and sign and sign["word"] == "§":
            return _citation(text, start, "chp", (number, section["number"].casefold()), sign.end())
        return _citation(text, start, _KIND_OF[word], (number,), second.end())
    if (second and second["bracket"]) or _CODE.match(number):
        return _citation(text, start, "", (number,), first.end())
    return None


def _citation(text: str, start: int, kind: str, numbers: Path, position: int) -> Citation:
    chain, end = _chain(text, position)
    first = _CODE_GAP.sub("", numbers[0].casefold())
    parted = tuple(first.split(".")) if _PARTED.fullmatch(first) else (first,)
    rest = (*numbers[1:], *chain)
    return Citation(start, end, kind, tuple(dict.fromkeys(((first, *rest), (*parted, *rest)))))


def _chain(text: str, position: int) -> tuple[Path, int]:
    """The steps after the first number, and where they end."""
    path: list[str] = []
    step, end = False, position
    for token in _read(text, position):
        word = (token["word"] or token["letter"] or "").casefold()
        if token["bracket"]:
            path.append(token["bracket"].casefold())
        elif word in _STEPS and not token["closed"] and not (step and token["letter"]):
            step = True
            if path and token["word"]:
                end = token.end()
            continue
        elif value := _value(text, token, step, bool(path)):
            path.append(value)
        else:
            break
        step, end = False, token.end()
    return tuple(path), end


def _value(text: str, token: re.Match[str], step: bool, deep: bool) -> str:
    """A number or letter without brackets: after a step word, closed by one bracket, or plainly no word."""
    if token["number"]:
        follows = _TOKEN.match(text, token.end())
        named = follows and (follows["word"] or "").casefold() in _STEPS
        return token["number"].casefold() if step or named else ""
    roman = token["letter"] or token["word"] or ""
    if token["comma"] and _ROMAN.fullmatch(roman):
        return roman.casefold()
    if not token["letter"]:
        return ""
    letter = token["letter"].casefold()
    last = not text[token.end() :].strip()
    alone = deep and len(letter) == 1 and (last or letter not in _ALSO_WORDS)
    return letter if step or token["closed"] or alone else ""
