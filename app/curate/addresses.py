"""Addresses: every web address the corpus names, and where."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.errors import NotFound
from app.records.record_file import RecordFile, read_markdown, read_text, read_yaml
from app.records.terms import nearest
from app.records.value import Value
from app.records.yaml_text import Path as KeyPath

_WHOLE = re.compile(r"https?://\S+", re.IGNORECASE)
_INSIDE = re.compile(r"https?://[^\s<>\"'`|\\^{}\[\]]+", re.IGNORECASE)
_FOLDERS = ("instruments", "notes", "figures", "comparisons")


class Naming(Value):
    """A place of the corpus that names an address; `key` is the path of a fact, a column, or body."""

    file: str
    line: int
    key: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.key}"


def read_addresses(corpus: Path, only: str = "") -> dict[str, tuple[Naming, ...]]:
    """Addresses without their fragments, and all that name each; `only` takes the files of one id."""
    found: dict[str, list[Naming]] = {}
    files = [path for path in sorted(corpus.rglob("*")) if path.suffix in _READERS and path.is_file()]
    if only:
        held = {path.stem: path for path in files if path.relative_to(corpus).parts[0] in _FOLDERS}
        if only not in held:
            raise NotFound(
                f"there is no record, note, figure or comparison '{only}'; {nearest(only, held, 'see corpus')}"
            )
        files = [path for path in files if path.stem == only]
    for path in files:
        for address, naming in _READERS[path.suffix](path, corpus):
            found.setdefault(address.partition("#")[0], []).append(naming)
    return {address: tuple(dict.fromkeys(named)) for address, named in found.items()}


def _of_markdown(path: Path, root: Path) -> Iterator[tuple[str, Naming]]:
    file = read_markdown(path, root)
    if not file.is_mapping:
        yield from _of_text(path, root)
        return
    yield from _of_facts(file, file.data, ())
    yield from _of_lines(file.name, file.body, file.body_line, "body")


def _of_yaml(path: Path, root: Path) -> Iterator[tuple[str, Naming]]:
    file = read_yaml(path, root)
    yield from _of_facts(file, file.data, ()) if file.is_mapping else _of_text(path, root)


def _of_csv(path: Path, root: Path) -> Iterator[tuple[str, Naming]]:
    name, text, _ = read_text(path, root)
    rows = csv.reader(io.StringIO(text))
    columns = next(rows, [])
    for row in rows:
        for index, cell in enumerate(row):
            key = columns[index] if index < len(columns) else str(index + 1)
            yield from ((each, Naming(file=name, line=rows.line_num, key=key)) for each in _in(cell))


def _of_text(path: Path, root: Path) -> Iterator[tuple[str, Naming]]:
    """A file whose facts cannot be read still names addresses."""
    name, text, _ = read_text(path, root)
    yield from _of_lines(name, text, 1, "text")


def _of_lines(name: str, text: str, first: int, key: str) -> Iterator[tuple[str, Naming]]:
    for number, line in enumerate(text.split("\n"), first):
        yield from ((each, Naming(file=name, line=number, key=key)) for each in _in(line))


def _of_facts(file: RecordFile, data: Any, path: KeyPath) -> Iterator[tuple[str, Naming]]:
    if isinstance(data, dict | list):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _of_facts(file, value, (*path, step))
    elif file.yaml:
        key = ".".join(str(step) for step in path)
        naming = Naming(file=file.name, line=file.yaml.line(path), key=key)
        yield from ((address, naming) for address in _in(str(data)))


def _in(text: str) -> Iterator[str]:
    """The addresses in a text: the whole of it, or those inside without the punctuation after them."""
    if _WHOLE.fullmatch(text):
        yield text
        return
    for found in _INSIDE.findall(text):
        address = found.rstrip(".,;:!?*_")
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(".,;:!?*_")
        yield address


_READERS = {".md": _of_markdown, ".yaml": _of_yaml, ".csv": _of_csv}
