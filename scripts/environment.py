"""The environment: .venv with the locked dependencies, made when it is missing or out of date.

Plain Python without any package and without new syntax, so that a Python too old gets a sentence.
"""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

CLONE = Path(__file__).resolve().parent.parent
VENV = CLONE / ".venv"
STAMP = VENV / "installed.json"
LOG = VENV / "install.log"
LOCKS = {"run": CLONE / "requirements.lock", "test": CLONE / "tests" / "requirements.lock"}
OLDEST = (3, 11)

NO_NETWORK = ("Max retries", "NewConnectionError", "name resolution", "ConnectionError", "Network is unreachable")
NO_SPACE = ("No space left", "Errno 28", "not enough space")


def prepare(kind: str) -> Path:
    """Make the environment hold what `kind` (run or test) needs; the path of its Python."""
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        stop(f"Python {found} is too old; install Python 3.11 or newer and run this again with it.")
    if not _installed(kind):
        _make_venv()
        _install(kind)
    return python()


def python() -> Path:
    """The environment's own Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stop(message: str) -> None:
    """End with one line that says what is wrong and how to mend it."""
    sys.exit(message)


def _wanted(kind: str) -> str:
    digest = hashlib.sha256(f"{sys.version_info[:2]}{CLONE}".encode())
    for path in (LOCKS[kind], CLONE / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _installed(kind: str) -> bool:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return python().exists() and stamp.get(kind) == _wanted(kind)


def _make_venv() -> None:
    if python().exists():
        return
    print("Making the environment in .venv ...", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False)
    if made.returncode == 0:
        return
    said = made.stdout + made.stderr
    if any(sign in said for sign in NO_SPACE):
        stop("There is no space left on the disk for .venv; free about 400 MB and run this again.")
    if "ensurepip" in said or "No module named venv" in said:
        stop("This Python lacks the venv module; install it (Debian, Ubuntu: apt install python3-venv) and run again.")
    stop(f"Could not make .venv: {said.strip().splitlines()[-1]}")


def _install(kind: str) -> None:
    lock = LOCKS[kind]
    count = sum(not line.startswith((" ", "#")) for line in lock.read_text(encoding="utf-8").splitlines())
    print(f"Installing up to {count} locked packages (once, about a minute) ...", flush=True)
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    _run_pip([*pip, "--require-hashes", "-r", str(lock)], count)
    _run_pip([*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", str(CLONE)], 0)
    stamp = {each: _wanted(each) for each in LOCKS if kind in (each, "test")}
    STAMP.write_text(json.dumps(stamp), encoding="utf-8")


def _run_pip(command: list[str], count: int) -> None:
    """Run pip with its output in a log; count packages on a terminal."""
    done = 0
    with LOG.open("a", encoding="utf-8") as log:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
        for line in process.stdout or ():
            log.write(line)
            done += line.startswith("Collecting ")
            if count and sys.stdout.isatty():
                print(f"\r  {done} of {count}", end="", flush=True)
    if count and sys.stdout.isatty():
        print()
    if process.wait():
        _explain(LOG.read_text(encoding="utf-8", errors="replace"))


def _explain(said: str) -> None:
    if any(sign in said for sign in NO_SPACE):
        stop("There is no space left on the disk for the dependencies; free about 400 MB and run this again.")
    if any(sign in said for sign in NO_NETWORK):
        stop("The package index cannot be reached; check the network (or pip's proxy settings) and run this again.")
    stop(f"The dependencies could not be installed; the end of {LOG.relative_to(CLONE)} says why:\n{said[-600:]}")
