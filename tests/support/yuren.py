"""The built server as a guarded child process, for the scripts beside."""

import contextlib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
CITY = REPOSITORY / "data/yangzhou"


@contextlib.contextmanager
def server():
    """Runs the server that YUREN_BIN names on a free port; gives that port, and ends the server."""
    binary = os.environ.get("YUREN_BIN")
    if not binary:
        sys.exit("Set YUREN_BIN to a built yuren, or run this by `cargo xtask test`.")
    command = [binary, "serve", "--listen", "127.0.0.1:0"]
    with (
        tempfile.TemporaryDirectory() as scratch,
        subprocess.Popen(
            [*command, "--store", f"sqlite:{scratch}/store.db"],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as child,
    ):
        try:
            for line in child.stdout:
                address = re.search(rb"http://127\.0\.0\.1:(\d+)/", line)
                if address:
                    yield int(address[1])
                    return
            sys.exit("The server ended before it printed its address.")
        finally:
            child.kill()
