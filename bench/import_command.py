#!/usr/bin/env python3
"""One import of a million contacts with twenty indicators through the real server on SQLite, and small writes meanwhile.

usage: bench/import_command.py PROGRAM [ROWS]
"""

import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "failure"))
os.environ["MAERKBAR_PROGRAM"] = sys.argv[1]
from installation import Installation  # noqa: E402

ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
CHANNELS = ["Telefon", "E-mail", "Brev", "Personlig", "Web"]


def file_of(rows):
    lines = (f"2025-{1 + row % 12:02}-{1 + row // 12 % 28:02};Team {row % 3};{CHANNELS[row % 5]};{row % 600};ja"
             for row in range(rows))
    return "Dato;Enhed;Kanal;Ventetid;Besvaret\n" + "\n".join(lines) + "\n"


def processor_seconds(process):
    fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mebibytes(process):
    return int(Path(f"/proc/{process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20


def small_write(client, number):
    start = time.monotonic()
    assert client.post_json("/api/v1/catalogue/channel", {"name": f"K{number}", "active": True}).status in (200, 201)
    return 1000 * (time.monotonic() - start)


def main():
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        site = Installation(folder).start()
        print(f"ready after {1000 * (time.monotonic() - start):.0f} ms, {resident_mebibytes(site.process):.0f} MiB")
        site.set_up()
        for _ in range(19):
            site.client().post_json("/api/v1/library/contacts_count", {})
        time.sleep(2)
        before, start = processor_seconds(site.process), time.monotonic()
        answer = site.client().upload("/api/v1/imports", {"source": "contacts"}, "contacts.csv", file_of(ROWS))
        accepted = time.monotonic() - start
        assert answer.status == 202, answer.text
        taken = []
        while site.client().get(f"/api/v1/imports/{answer.json['id']}").json["state"] in ("waiting", "running"):
            taken.append(small_write(site.client(), len(taken)))
        wall, used = time.monotonic() - start, processor_seconds(site.process) - before
        taken.sort()
        state = site.client().get(f"/api/v1/imports/{answer.json['id']}").json["state"]
        print(f"{state}: {ROWS} rows in {wall:.1f} s wall (checked after {accepted:.1f} s), {used:.1f} s of the processor")
        print(f"{len(taken)} small writes meanwhile: p50 {taken[len(taken) // 2]:.0f} ms, "
              f"p99 {taken[len(taken) * 99 // 100]:.0f} ms, most {taken[-1]:.0f} ms")
        print(f"resident after it: {resident_mebibytes(site.process):.0f} MiB")
        site.end()


main()
