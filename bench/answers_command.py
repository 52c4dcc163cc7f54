#!/usr/bin/env python3
"""Answers to a survey over HTTP on the loopback: the real server on SQLite, 32 clients that keep their connections.

usage: bench/answers_command.py BUILD [ANSWERS [CLIENTS]]

BUILD is the build folder with src/app/maerkbar and bench/answers_client. Every answer is durable before its receipt.
Prints answers a second and how long one took; the first run warms up, three more count.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

BUILD = Path(sys.argv[1])
ANSWERS = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
CLIENTS = int(sys.argv[3]) if len(sys.argv) > 3 else 32
sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "failure"))
os.environ["MAERKBAR_PROGRAM"] = str(BUILD / "src" / "app" / "maerkbar")
from installation import Installation  # noqa: E402


def ask(site):
    """Asks the ready survey of the telephone; where its answers go."""
    browser = site.browser
    token = re.search(r'name="csrf" value="([^"]+)"', browser.get("/surveys").text).group(1)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert browser.send("POST", "/surveys/library/service_phone", f"csrf={token}", form).status == 303
    asked = browser.post_form("/surveys/1/links/new", {"unit": 1, "mode": "anonymous", "code": "telefon"})
    assert asked.status == 303, asked.text
    return "/api/v1/survey-links/telefon/answers"


def processor_seconds(process):
    fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    with tempfile.TemporaryDirectory() as folder:
        site = Installation(folder).start()
        try:
            site.set_up()
            path = ask(site)
            print(f"load of the machine before: {os.getloadavg()[0]:.1f}", flush=True)
            for run, answers in enumerate([ANSWERS // 10] + [ANSWERS] * 3):
                before = processor_seconds(site.process)
                subprocess.run([BUILD / "bench" / "answers_client", str(site.port), path, str(CLIENTS), str(answers),
                                str(run)], check=True)
                used = processor_seconds(site.process) - before
                print(f"the server: {used:.1f} s of the processor, {1e6 * used / answers:.0f} µs an answer", flush=True)
        finally:
            site.end()


main()
