"""The built server as a guarded child process, for the scripts beside."""

import contextlib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# The moment at which every program's clock begins, as in the tests written in Rust: what is open and what can still be booked is
# the same on whatever day the scripts run.
os.environ["YUREN_CLOCK"] = "2026-11-25T10:00:00+08:00"

REPOSITORY = Path(__file__).resolve().parents[2]
CITY = REPOSITORY / "data/yangzhou"


def binary():
    """The built program."""
    named = os.environ.get("YUREN_BIN")
    if not named:
        sys.exit("Set YUREN_BIN to a built yuren, or run this by `cargo xtask test`.")
    return named


@contextlib.contextmanager
def server(city=CITY, store=None):
    """Runs a server of a city on a free port, on a store of its own unless one is named; gives the port, and ends it."""
    with tempfile.TemporaryDirectory() as scratch:
        store = store or f"sqlite:{scratch}/store.db"
        command = [binary(), "serve", "--listen", "127.0.0.1:0", "--city", city, "--store", store]
        with running(command) as port:
            yield port


@contextlib.contextmanager
def running(command):
    """Runs a server; gives its port once it has one, and ends it."""
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        try:
            for line in child.stdout:
                address = re.search(rb"http://127\.0\.0\.1:(\d+)/", line)
                if address:
                    yield int(address[1])
                    return
            sys.exit("The server ended before it printed its address.")
        finally:
            child.kill()
