"""Serve Sourcebook: python3 scripts/serve.py [--host H] [--port P] [--workers N] [--reload]

The first start makes .venv, installs the locked dependencies and builds the release; later ones just serve.
"""

import os
import subprocess
import sys

import environment


def main() -> None:
    """Prepare, then hand over to `sourcebook serve`."""
    if any(word in ("-h", "--help") for word in sys.argv[1:]):
        print(__doc__)
        return
    python = str(environment.prepare("run"))
    command = [python, "-m", "app.cli", "serve", *sys.argv[1:]]
    os.chdir(environment.CLONE)
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(python, command)  # noqa: S606  # the server takes this process's place, so signals reach it


if __name__ == "__main__":
    main()
