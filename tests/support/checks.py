"""Counting checks, and asking the server, for the scripts beside."""

import json
import sys
import urllib.error
import urllib.request


class Tally:
    """Counts checks as they are made."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, name, right, otherwise=""):
        if right:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {name}: {otherwise}" if otherwise else f"FAILED: {name}")

    def close(self):
        """Prints the counts, and ends the script as they say."""
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(self.failed > 0)


def get(port, path):
    """Status and body of an answer, not compressed."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()


def get_json(port, path):
    status, body = get(port, path)
    if status != 200:
        sys.exit(f"{path}: {status} {body[:300]!r}")
    return json.loads(body)
