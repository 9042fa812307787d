"""Grammar: from a question to its tree. A broken question is mended, and the mend is told."""

from collections.abc import Callable
from functools import lru_cache
from itertools import islice

from app.search.analysis import read_words
from app.search.lexer import Token, clean, read_literal, read_tokens, unreadable
from app.search.syntax import AllOf, AnyOf, FilterWord, Parsed, Prefixed, Quoted, Tree, Within, Without, Word

MAX_DEPTH = 10
MAX_WORDS = 64
MAX_TOKENS = 1_000
MAX_SLOP = 50
MIN_PREFIX = 2


@lru_cache(maxsize=1_000)
def parse(text: str, literal: bool = False) -> Parsed:
    """The tree of any text whatever; never an error."""
    cleaned = clean(text)
    read = read_literal if literal else read_tokens
    tokens = list(islice(read(cleaned), MAX_TOKENS + 1))
    parser = _Parser(tokens[:MAX_TOKENS])
    if unreadable(text):
        parser.repair("Characters that are no text were left out.")
    if len(tokens) > MAX_TOKENS:
        parser.repair(f"Only the first {MAX_TOKENS} pieces of the question were read.")
    tree = parser.read()
    if tree is None and not parser.filters and cleaned.strip():
        parser.repair("The question holds no word to search for; everything is listed.")
    return Parsed(tree, tuple(parser.filters), tuple(dict.fromkeys(parser.repairs)))


class _Parser:
    """Reads tokens once, from left to right; `depth` bounds every descent."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self._words = 0
        self._ignored = 0
        self.filters: list[FilterWord] = []
        self.repairs: list[str] = []

    def repair(self, sentence: str) -> None:
        """Remember what was mended."""
        self.repairs.append(sentence)

    def read(self) -> Tree | None:
        """The whole question; a bracket closed too often is passed over."""
        parts = []
        while self._peek():
            if (part := self._read_any(0)) is not None:
                parts.append(part)
            if self._take("close"):
                self.repair("A closing bracket had no opening one and was left out.")
        return _all_of(parts)

    def _peek(self) -> Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _take(self, kind: str) -> Token | None:
        token = self._peek()
        if token is None or token.kind != kind:
            return None
        self._next += 1
        return token

    def _read_any(self, depth: int) -> Tree | None:
        """Parts joined by OR, which binds less than AND."""
        parts = [self._read_all(depth)]
        while self._take("or"):
            parts.append(self._read_all(depth))
        found = [part for part in parts if part is not None]
        if len(found) < len(parts) and len(parts) > 1:
            self.repair("An OR had nothing on one side and was left out.")
        return found[0] if len(found) == 1 else AnyOf(tuple(found)) if found else None

    def _read_all(self, depth: int) -> Tree | None:
        parts: list[Tree] = []
        dangling = False
        while (token := self._peek()) and token.kind != "or":
            if token.kind == "close" and not self._close_ignored():
                break
            if self._take("and"):
                dangling = True
                if not parts and not self.filters:
                    self.repair("An AND had nothing on one side and was left out.")
                continue
            if (part := self._read_part(depth)) is not None:
                parts.append(part)
            dangling = False
        if dangling:
            self.repair("An AND had nothing on one side and was left out.")
        return _all_of(parts)

    def _close_ignored(self) -> bool:
        """Pass over the partner of an opening bracket that was too deep; the loop goes on after it."""
        if not self._ignored:
            return False
        self._ignored -= 1
        self._next += 1
        return True

    def _read_part(self, depth: int) -> Tree | None:
        """One part, with any number of NOTs and fields before it."""
        negated, fields, asked = False, [], False
        while token := (self._take("not") or self._take("field")):
            asked = True
            if token.kind == "not":
                negated = not negated
            else:
                fields.append(token.text)
        part = self._read_single(depth, negated)
        if part is None:
            if asked and self._read_nothing():
                self.repair("A NOT or a field had nothing after it and was left out.")
            return None
        if fields:
            part = Within(fields[-1], part)
        return Without(part) if negated else part

    def _read_nothing(self) -> bool:
        """Whether what was just read held no filter either."""
        return self._next == 0 or self._tokens[self._next - 1].kind in ("not", "field")

    def _read_single(self, depth: int, negated: bool) -> Tree | None:
        token = self._peek()
        if token is None or token.kind in ("close", "or", "and"):
            return None
        self._next += 1
        if token.kind == "open":
            return self._read_bracket(depth)
        if token.kind == "filter":
            self._keep_filter(token, depth, negated)
            return None
        self._words += 1
        if self._words > MAX_WORDS:
            self.repair(f"Only the first {MAX_WORDS} words of the question were searched for.")
            return None
        return self._leaf(token)

    def _read_bracket(self, depth: int) -> Tree | None:
        if depth == MAX_DEPTH:
            self._ignored += 1
            self.repair(f"Brackets deeper than {MAX_DEPTH} were left out.")
            return None
        found = self._read_any(depth + 1)
        if not self._take("close"):
            self.repair("An opening bracket was never closed; it was closed at the end.")
        if found is None:
            self.repair("Brackets with nothing to search for were left out.")
        return found

    def _keep_filter(self, token: Token, depth: int, negated: bool) -> None:
        if depth:
            self.repair(f"The filter {token.text}: was taken out of its brackets and holds for the whole question.")
        if token.values:
            self.filters.append(FilterWord(token.text, token.values, negated))
        else:
            self.repair(f"The filter {token.text}: named no value and was left out.")

    def _leaf(self, token: Token) -> Tree | None:
        reading: dict[str, Callable[[Token], Tree | None]] = {"quoted": self._quoted, "prefix": self._prefixed}
        return reading.get(token.kind, _word)(token)

    def _quoted(self, token: Token) -> Tree | None:
        if not token.closed:
            self.repair("A quotation mark was never closed; it was closed at the end.")
        if not len(read_words(token.text)):
            self.repair("Quotation marks with no word between them were left out.")
            return None
        if token.slop is not None and token.slop > MAX_SLOP:
            self.repair(f"Words can be looked for at most {MAX_SLOP} places apart.")
            return Quoted(token.text, MAX_SLOP)
        return Quoted(token.text, token.slop)

    def _prefixed(self, token: Token) -> Tree | None:
        words = read_words(token.text).exact
        if len(words) > 1 or len(words[0]) < MIN_PREFIX:
            self.repair(f"A beginning before * needs at least {MIN_PREFIX} letters of one word; the * was left out.")
            return Word(token.text)
        return Prefixed(words[0])


def _word(token: Token) -> Tree | None:
    return Word(token.text, token.identifier, token.citation) if len(read_words(token.text)) else None


def _all_of(parts: list[Tree]) -> Tree | None:
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts)) if parts else None
