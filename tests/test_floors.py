"""The house: imports go down only, each outside library lives in one room, files stay short."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app"
FILES = sorted(path.relative_to(ROOT).as_posix() for path in APP.rglob("*.py"))

FLOORS = {
    **dict.fromkeys(("main", "cli", "mcp"), 7),
    "web": 6,
    **dict.fromkeys(("compare", "cite", "export", "texts", "curate"), 5),
    "library": 4,
    "store": 3,
    "search": 2,
    "records": 1,
    **dict.fromkeys(("settings", "errors"), 0),
}
ROOMS = {
    "whoosh": ("app/search/engines/whoosh.py",),
    "sqlmodel": ("app/store/",),
    "sqlalchemy": ("app/store/",),
    "yaml": ("app/records/yaml_text.py",),
    "fastapi": ("app/web/", "app/main.py"),
    "starlette": ("app/web/", "app/main.py"),
    "jinja2": ("app/web/templates.py",),
    "pycountry": ("app/records/places.py",),
    "markdown": ("app/records/markdown.py",),
    "nh3": ("app/records/markdown.py",),
    "httpx2": ("app/curate/",),
    "watchfiles": ("app/curate/watch.py",),
}
LONGEST = 250


def imports(tree: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    """Every import of a piece of code."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))


def modules(file: str) -> set[str]:
    """The full names of what a file imports; `from app.search import index` counts as app.search.index."""
    found = set()
    for node in imports(parse(file)):
        names = [alias.name for alias in node.names]
        found |= {f"{node.module}.{name}" for name in names} if isinstance(node, ast.ImportFrom) else set(names)
    return found


def parse(file: str) -> ast.Module:
    """The syntax of a file."""
    return ast.parse((ROOT / file).read_text(encoding="utf-8"), file)


def room(file: str) -> str:
    """The room of a file: its folder below app, or its own name."""
    return file.split("/")[1].removesuffix(".py")


@pytest.mark.parametrize("file", [file for file in FILES if file != "app/__init__.py"])
def test_imports_go_down_only(file: str) -> None:
    own = room(file)
    rooms = {module.split(".")[1] for module in modules(file) if module.startswith("app.")}
    assert {each for each in rooms - {own} if FLOORS[each] >= FLOORS[own]} == set()


@pytest.mark.parametrize("library", ROOMS)
def test_an_outside_library_lives_in_one_room(library: str) -> None:
    users = [file for file in FILES if library in {module.split(".")[0] for module in modules(file)}]
    assert users
    assert [file for file in users if not file.startswith(ROOMS[library])] == []


@pytest.mark.parametrize("file", FILES)
def test_no_import_hides_in_a_function(file: str) -> None:
    functions = (node for node in ast.walk(parse(file)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    assert [node.lineno for function in functions for node in imports(function)] == []


@pytest.mark.parametrize("file", FILES)
def test_no_import_is_kept_for_type_checking_alone(file: str) -> None:
    assert "typing.TYPE_CHECKING" not in modules(file)


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_short(file: str) -> None:
    assert len((ROOT / file).read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("file", FILES)
def test_a_file_begins_with_what_it_is_for(file: str) -> None:
    assert ast.get_docstring(parse(file))
