"""Judge the search by the public battery: python3 scripts/battery.py [--half tune|hold] [--misses] [--pool FILE]

Prints nDCG@10, success@1, success@3 and recall@20, overall and by kind, for Sourcebook and in the same run
for SQLite FTS5 (porter, bm25) and for Whoosh as it comes, on the same passages.
"""

import subprocess
import sys

import environment


def main() -> None:
    """Prepare, then judge with the environment's Python."""
    python = str(environment.prepare("run"))
    arguments = [python, str(environment.CLONE / "scripts" / "judge.py"), *sys.argv[1:]]
    sys.exit(subprocess.call(arguments, cwd=environment.CLONE))


if __name__ == "__main__":
    main()
