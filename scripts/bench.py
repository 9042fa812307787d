"""Measure Sourcebook beside SQLite FTS5 on the same passages: python3 scripts/bench.py [--rounds N]

Machines are noisy, so every figure of search is a ratio in one run; absolute times are for orientation.
"""

import subprocess
import sys

import environment


def main() -> None:
    """Prepare, then measure with the environment's Python."""
    python = str(environment.prepare("run"))
    arguments = [python, str(environment.CLONE / "scripts" / "measure.py"), *sys.argv[1:]]
    sys.exit(subprocess.call(arguments, cwd=environment.CLONE))


if __name__ == "__main__":
    main()
