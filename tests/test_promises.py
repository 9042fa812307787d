"""Promises: the locks install anywhere, and README names every setting, script, command and dependency."""

import re
import tomllib
from pathlib import Path

import pytest

from app.cli import main
from app.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
LOCKS = ("requirements.lock", "tests/requirements.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WANTED = [*PROJECT["dependencies"], *(each for found in PROJECT["optional-dependencies"].values() for each in found)]
DEPENDENCIES = sorted({re.split(r"[^A-Za-z0-9._-]", each, maxsplit=1)[0] for each in WANTED})
SETTINGS = [f"SOURCEBOOK_{name.upper()}" for name in Settings.model_fields]
SCRIPTS = sorted(f"scripts/{path.name}" for path in (ROOT / "scripts").glob("*.py"))
COMMANDS = [command.callback.__name__ for command in main.registered_commands if command.callback]


def lines_of(lock: str) -> list[str]:
    """The lines of a lock that install something."""
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.lstrip().startswith("#")]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert (
        re.findall(r"^.*(?:://|--(?:extra-)?index-url|--find-links|--trusted-host|^-i ).*$", text, re.MULTILINE) == []
    )


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_path_of_a_machine(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    paths = r"(?:^|[\s=@])(?:/[A-Za-z]\S*|~/\S*|\.\.?/\S*|[A-Za-z]:\\\S*|-e\b.*|file:\S*)"
    assert re.findall(paths, text, re.MULTILINE) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_in_a_lock_has_one_version_and_a_hash(lock: str) -> None:
    lines = lines_of(lock)
    names = [number for number, line in enumerate(lines) if not line.startswith(" ")]
    assert [lines[number] for number in names if not re.match(r"[a-z0-9.\[\]-]+==\S+ ", lines[number])] == []
    assert [lines[number] for number in names if not lines[number + 1].startswith("    --hash=sha256:")] == []


def test_the_lock_of_the_tests_holds_what_the_product_runs_on() -> None:
    run, test = ({line for line in lines_of(lock) if not line.startswith(" ")} for lock in LOCKS)
    assert run - test == set()


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_stands_in_the_readme(setting: str) -> None:
    assert f"`{setting}`" in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", Settings.model_fields)
def test_every_setting_is_described(setting: str) -> None:
    assert Settings.model_fields[setting].description


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_stands_in_the_readme(script: str) -> None:
    assert script in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command: str) -> None:
    text = README.read_text(encoding="utf-8")
    assert f"sourcebook {command}" in text or f"scripts/{command}.py" in text


@pytest.mark.parametrize("dependency", DEPENDENCIES)
def test_every_dependency_stands_in_the_table_of_the_readme(dependency: str) -> None:
    assert re.search(rf"^\|.*\b{re.escape(dependency)}\b.*\|", README.read_text(encoding="utf-8"), re.MULTILINE)
