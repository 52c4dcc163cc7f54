#!/usr/bin/env python3
"""The Overview at 50 requests a second, and the memory of the server that shows it.

usage: bench/overview_command.py PROGRAM [--large]

Of the demo municipality; with --large of one with 500 units, 40 indicators and 10 M contacts (large_installation.py;
needs 3 GB of disk and some minutes), cold and after a change as well. Processor time a request is the figure that other
work on the machine does not disturb.
"""

import datetime
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "failure"))
os.environ["MAERKBAR_PROGRAM"] = sys.argv[1]
from installation import Client, Installation, PASSWORD  # noqa: E402
import large_installation  # noqa: E402

REQUESTS, A_SECOND = 1000, 50
IDLE_SECONDS = 5  # enough to judge again what an import dropped


def resident_mebibytes(process):
    return int(Path(f"/proc/{process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20


def processor_milliseconds(process):
    fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def sign_in(port, password):
    browser = Client(port)
    browser.post_form("/sign-in", {"login": "administrator", "password": password})
    return browser


def ask(browser, path):
    """Milliseconds until the whole page is there."""
    asked = time.monotonic()
    answer = browser.get(path)
    assert answer.status == 200 and "<h1" in answer.text, answer.text
    return 1000 * (time.monotonic() - asked), len(answer.body)


def under_load(site, browser, path):
    taken, spent, begin = [], processor_milliseconds(site.process), time.monotonic()
    for number in range(REQUESTS):
        time.sleep(max(0, begin + number / A_SECOND - time.monotonic()))
        milliseconds, size = ask(browser, path)
        taken.append(milliseconds)
    taken.sort()
    spent = (processor_milliseconds(site.process) - spent) / REQUESTS
    print(f"{path}: {size} bytes; p50 {taken[len(taken) // 2]:.1f} ms, p99 {taken[len(taken) * 99 // 100]:.1f} ms, "
          f"most {taken[-1]:.1f} ms; {spent:.2f} ms of the processor a request")


def once(site, browser, path, what):
    spent = processor_milliseconds(site.process)
    milliseconds, _ = ask(browser, path)
    print(f"{path} {what}: {milliseconds:.1f} ms, {processor_milliseconds(site.process) - spent:.0f} ms of the processor")


def import_contacts(site, day):
    """A day's file that reaches further than what is there, so that every verdict of the source is dropped."""
    answer = site.client().upload("/api/v1/imports", {"source": "contacts", "feed": f"Feed {day}"}, f"{day}.csv",
                                  f"Dato;Enhed;Kanal\n{day};Team 0;Telefon\n")
    assert answer.status in (200, 202), answer.text
    assert site.await_imports()[0]["state"] == "published"


def start(folder):  # a server of its own; ready before anything is asked
    begin = time.monotonic()
    site = Installation(folder).start()
    print(f"ready after {1000 * (time.monotonic() - begin):.0f} ms")
    return site


def demo(folder):
    subprocess.run([sys.argv[1], "demo", "--data", str(Path(folder) / "data")], check=True, stdout=subprocess.DEVNULL)
    site = start(folder)
    under_load(site, sign_in(site.port, "fjordby-demo-2026"), "/")
    print(f"resident: {resident_mebibytes(site.process):.0f} MiB")
    site.end()


def large(folder):
    site = Installation(folder).start().set_up()
    indicators = large_installation.create_indicators(site.client(), large_installation.INDICATORS - 1)
    indicators.append((site.indicator, 4))  # set_up() has made a count of contacts
    time.sleep(3)  # their jobs: nothing to count yet
    site.end()
    begin = time.monotonic()
    database = next(Path(folder).glob("data/*.db"))
    print(large_installation.fill(database, indicators, datetime.date.today()),
          f"written in {time.monotonic() - begin:.0f} s, {database.stat().st_size / 2**30:.1f} GiB")
    token, site = site.token, start(folder)
    site.token = token
    browser = sign_in(site.port, PASSWORD)
    for path in ("/units/1", "/units/2", "/units/400"):
        once(site, browser, path, "cold")
    for path in ("/units/1", "/units/400"):
        under_load(site, browser, path)
    site.client().post_json(f"/api/v1/indicators/{indicators[0][0]}/targets",
                            {"unit": 1, "low": 100, "from": "2026-01-01"})
    once(site, browser, "/units/1", "after a target was set")
    for days_ago, wait in ((1, 0), (0, IDLE_SECONDS)):
        import_contacts(site, datetime.date.today() - datetime.timedelta(days_ago))
        time.sleep(wait)
        once(site, browser, "/units/1", f"{wait} s after an import")
    print(f"resident: {resident_mebibytes(site.process):.0f} MiB")
    site.end()


with tempfile.TemporaryDirectory() as scratch:
    (large if "--large" in sys.argv else demo)(scratch)
