"""Kept answers: a GET is a pure function of build and address, so one made before need not be made again."""

from collections import OrderedDict
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

MOST_BYTES = 24 * 1024 * 1024
LARGEST = 256 * 1024


@dataclass(frozen=True)
class Kept:
    """A whole answer of status 200, with its tag."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    tag: str


class KeptAnswers:
    """The answers asked for last, of one build, bounded in bytes; in memory only, and gone with it."""

    def __init__(self) -> None:
        self._build = ""
        self._bytes = 0
        self._answers: OrderedDict[str, Kept] = OrderedDict()

    def get(self, build: str, address: str) -> Kept | None:
        """The answer given before at an address, if this build gave it."""
        if build != self._build:
            self._build = build
            self._bytes = 0
            self._answers.clear()
        found = self._answers.get(address)
        if found:
            self._answers.move_to_end(address)
        return found

    def keep(self, build: str, address: str, answer: Kept) -> None:
        """Remember an answer; the one longest unasked makes room."""
        if build != self._build or len(answer.body) > LARGEST or address in self._answers:
            return
        self._answers[address] = answer
        self._bytes += len(answer.body)
        while self._bytes > MOST_BYTES:
            _, oldest = self._answers.popitem(last=False)
            self._bytes -= len(oldest.body)


def canonical(path: str, query: str) -> str:
    """One address for one question: parameters by name, those of one name in the order they were given."""
    pairs = sorted(parse_qsl(query, keep_blank_values=True, errors="surrogateescape"), key=lambda pair: pair[0])
    return f"{path}?{urlencode(pairs, errors='surrogateescape')}"
