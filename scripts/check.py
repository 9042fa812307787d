"""Check form and corpus: python3 scripts/check.py [--fix]

Format and lint (ruff), types (mypy --strict), corpus (sourcebook check); all are run, then the exit says so.
"""

import subprocess
import sys

import environment


def main() -> None:
    """Run every check, even after one failed."""
    python = str(environment.prepare("test"))
    fix = "--fix" in sys.argv[1:]
    checks = {
        "format": ["-m", "ruff", "format", *([] if fix else ["--check"]), "."],
        "lint": ["-m", "ruff", "check", *(["--fix"] if fix else []), "."],
        "types": ["-m", "mypy"],
        "corpus": ["-m", "app.cli", "check"],
    }
    failed = []
    for name, arguments in checks.items():
        print(f"== {name}", flush=True)
        if subprocess.call([python, *arguments], cwd=environment.CLONE):
            failed.append(name)
    if failed:
        sys.exit(f"failed: {', '.join(failed)} (format and lint: python3 scripts/check.py --fix)")
    print("all good")


if __name__ == "__main__":
    main()
