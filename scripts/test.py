"""Run the tests: python3 scripts/test.py [arguments of pytest]

Without arguments: all but the tests marked server and heavy (.ci/run runs those too), with coverage.
"""

import subprocess
import sys

import environment

QUICK = ["-m", "not server and not heavy", "--cov=app", "--cov-report=term-missing:skip-covered"]


def main() -> None:
    """Prepare, then hand over to pytest."""
    python = str(environment.prepare("test"))
    arguments = sys.argv[1:] or QUICK
    sys.exit(subprocess.call([python, "-m", "pytest", *arguments], cwd=environment.CLONE))


if __name__ == "__main__":
    main()
