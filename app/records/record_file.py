"""RecordFile: one file of the corpus as it was written, before it is believed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from app.records.markdown import Section, split_body
from app.records.problem import Problem
from app.records.yaml_text import Path as KeyPath
from app.records.yaml_text import YamlError, YamlText

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n|)---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class RecordFile:
    """A file's front matter (or whole YAML) and body; faults found while reading it."""

    path: Path
    name: str
    faults: tuple[Problem, ...]
    yaml: YamlText | None = None
    body: str = ""
    body_line: int = 1

    @property
    def id(self) -> str:
        """The file name without its ending: the record's id for ever."""
        return self.path.stem

    @property
    def is_mapping(self) -> bool:
        """Whether there are facts to check; where not, that is its fault."""
        return self.yaml is not None and isinstance(self.yaml.data, dict)

    @property
    def data(self) -> dict[str, Any]:
        """The front matter; empty when it could not be read."""
        return self.yaml.data if self.yaml and isinstance(self.yaml.data, dict) else {}

    @cached_property
    def parts(self) -> tuple[str, tuple[Section, ...]]:
        """The summary and the sections of the body."""
        return split_body(self.body)

    def mapping(self, key: str) -> Mapping[str, Any]:
        """A mapping of the front matter; empty when it is not one."""
        found = self.data.get(key)
        return found if isinstance(found, dict) else {}

    def items(self, key: str) -> list[tuple[KeyPath, Mapping[str, Any]]]:
        """The mappings in a list of the front matter, with their paths."""
        found = self.data.get(key)
        entries = found if isinstance(found, list) else []
        return [((key, index), each) for index, each in enumerate(entries) if isinstance(each, dict)]

    def problem(self, message: str, path: KeyPath = (), line: int | None = None) -> Problem:
        """A fault of this file, at a path of its front matter or at a line."""
        if line is None:
            line = self.yaml.line(path) if self.yaml else 1
        return Problem(file=self.name, line=line, message=message)


def read_markdown(path: Path, root: Path) -> RecordFile:
    """Read front matter and body; faults are collected, never raised."""
    name, text, faults = read_text(path, root)
    front = _FRONT.match(text)
    if not front:
        faults.append(_fault(name, 1, "no front matter; begin the file with --- and end the facts with ---"))
        return RecordFile(path, name, tuple(faults))
    yaml, found = _yaml_of(front.group(1), name, first_line=2)
    body = text[front.end() :]
    return RecordFile(path, name, (*faults, *found), yaml, body, 1 + text[: front.end()].count("\n"))


def read_yaml(path: Path, root: Path) -> RecordFile:
    """Read a file that is YAML as a whole."""
    name, text, faults = read_text(path, root)
    yaml, found = _yaml_of(text, name, first_line=1)
    return RecordFile(path, name, (*faults, *found), yaml)


def read_text(path: Path, root: Path) -> tuple[str, str, list[Problem]]:
    """The name of a file, its text, and the fault of one that is not UTF-8 (read as far as it goes)."""
    name = path.relative_to(root).as_posix()
    raw = path.read_bytes()
    faults = []
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        faults.append(_fault(name, line, "not UTF-8; save the file as UTF-8"))
    return name, raw.decode("utf-8-sig", "replace").replace("\r\n", "\n"), faults


def _yaml_of(text: str, name: str, first_line: int) -> tuple[YamlText | None, list[Problem]]:
    try:
        yaml = YamlText(text, first_line)
    except YamlError as fault:
        message = f"the facts are not YAML ({fault}); quote values that hold ': ', '#', '[' or '{{'"
        return None, [_fault(name, fault.line, message)]
    problems = [_fault(name, line, f"the key '{path[-1]}' is given twice; keep one") for path, line in yaml.repeated]
    if not isinstance(yaml.data, dict):
        problems.append(_fault(name, first_line, "the facts are not a mapping; write 'key: value' lines"))
    return yaml, problems


def _fault(name: str, line: int, message: str) -> Problem:
    return Problem(file=name, line=line, message=message)
