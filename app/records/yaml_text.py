"""YAML text: read with every scalar a string, and with the line of every key."""

from typing import Any

import yaml

Path = tuple[str | int, ...]
_FAST = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml, where PyYAML was built with it


class YamlError(Exception):
    """What the text is not, and the line (from 1) that shows it."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class YamlText:
    """Plain data (`no`, `on`, `22.17`, `012` stay strings), lines by path, and keys given twice."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.lines: dict[Path, int] = {(): first_line}
        self.repeated: list[tuple[Path, int]] = []
        self._first = first_line
        try:
            node = _compose(text)
            self.data = self._plain(node, ()) if node is not None else None
        except yaml.reader.ReaderError as error:
            line = first_line + text[: error.position].count("\n")
            raise YamlError(line, "a character YAML does not allow") from error
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            raise YamlError(first_line + (mark.line if mark else 0), str(error.problem)) from error
        except RecursionError as error:
            raise YamlError(first_line, "nested too deep, or an alias that holds itself") from error

    def line(self, path: Path) -> int:
        """The line of a path, or of the nearest thing above it."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]

    def _plain(self, node: yaml.Node, path: Path) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._item(child, (*path, index)) for index, child in enumerate(node.value)]
        return node.value

    def _item(self, node: yaml.Node, path: Path) -> Any:
        self.lines[path] = self._first + node.start_mark.line
        return self._plain(node, path)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            here = (*path, str(key.value))
            line = self._first + key.start_mark.line
            if str(key.value) in found:
                self.repeated.append((here, line))
                continue
            self.lines[here] = line
            found[str(key.value)] = self._plain(value, here)
        return found


def _compose(text: str) -> yaml.Node | None:
    """The nodes of a text; what the fast loader refuses the plain one judges, so that faults read alike everywhere."""
    try:
        return yaml.compose(text, Loader=_FAST)
    except (yaml.YAMLError, UnicodeEncodeError):
        return yaml.compose(text, Loader=yaml.BaseLoader)
