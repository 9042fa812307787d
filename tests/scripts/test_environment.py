"""The set-up scripts say in one line what stands in their way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCRIPTS = ROOT / "scripts"


def _run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a few lines beside environment.py, in a Python of its own."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=SCRIPTS,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_python_too_old_is_named() -> None:
    ended = _run("import sys; sys.version_info = (3, 9, 2); import environment; environment.prepare('run')")
    assert ended.returncode == 1
    assert ended.stderr == "Python 3.9.2 is too old; install Python 3.11 or newer and run this again with it.\n"


@pytest.mark.parametrize(
    ("said", "mend"),
    [
        ("ERROR: Max retries exceeded with url", "check the network"),
        ("OSError: [Errno 28] No space left on device", "free about 400 MB"),
        ("something else broke", "something else broke"),
    ],
)
def test_a_failed_install_says_what_to_do(said: str, mend: str) -> None:
    ended = _run(f"import environment; environment._explain({said!r})")
    assert ended.returncode == 1
    assert mend in ended.stderr


def test_an_installed_environment_is_left_alone(tmp_path: Path) -> None:
    code = "import environment; environment._install = None; print(environment.prepare('test'))"
    ended = _run(code)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == str(ROOT / ".venv" / "bin" / "python") or os.name == "nt"


@pytest.mark.parametrize("script", ["serve.py"])
def test_help_needs_no_environment(script: str) -> None:
    ended = subprocess.run(
        [sys.executable, str(SCRIPTS / script), "--help"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0
    assert "--port" in ended.stdout
