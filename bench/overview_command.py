#!/usr/bin/env python3
"""The Overview of the demo municipality at 50 requests a second, and the memory of the server that shows it.

usage: bench/overview_command.py PROGRAM
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "failure"))
os.environ["MAERKBAR_PROGRAM"] = sys.argv[1]
from installation import Client, Installation  # noqa: E402

REQUESTS, A_SECOND = 1000, 50


def resident_mebibytes(process):
    return int(Path(f"/proc/{process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20


def main():
    with tempfile.TemporaryDirectory() as folder:
        data = str(Path(folder) / "data")
        subprocess.run([sys.argv[1], "demo", "--data", data], check=True, stdout=subprocess.DEVNULL)
        start = time.monotonic()
        site = Installation(folder).start()
        print(f"ready after {1000 * (time.monotonic() - start):.0f} ms")
        browser = Client(site.port)
        browser.post_form("/sign-in", {"login": "administrator", "password": "fjordby-demo-2026"})
        taken = []
        begin = time.monotonic()
        for number in range(REQUESTS):
            time.sleep(max(0, begin + number / A_SECOND - time.monotonic()))
            asked = time.monotonic()
            answer = browser.get("/")
            taken.append(1000 * (time.monotonic() - asked))
            assert answer.status == 200 and "<h1" in answer.text, answer.text
        taken.sort()
        print(f"{len(answer.body)} bytes; p50 {taken[len(taken) // 2]:.1f} ms, "
              f"p99 {taken[len(taken) * 99 // 100]:.1f} ms, most {taken[-1]:.1f} ms")
        print(f"resident: {resident_mebibytes(site.process):.0f} MiB")
        site.end()


main()
