#!/usr/bin/env python3
"""Control charts from a CSV file on the command line: 100,000 series of 60 points, both cores, file read included.

usage: chart_command.py PROGRAM [SERIES]. Writes the file (162 MB) to the temporary folder, runs the command three times
and prints wall and CPU seconds of the best run. The budget is 2 s wall on a machine that does nothing else.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MONTHS = [f"{2021 + month // 12}-{month % 12 + 1:02d}-01" for month in range(60)]


def write_series(path, count):
    chance = random.Random(20261122)
    with path.open("w") as file:
        file.write("unit,x,y,n\n")
        for series in range(count):
            rows = []
            for month in MONTHS:
                n = chance.randrange(200, 600)
                rows.append(f"U{series:06d},{month},{int(n * chance.uniform(0.6, 0.9))},{n}\n")
            file.write("".join(rows))


def run_once(program, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    command = [program, "chart", path, "--type", "pp", "--x", "x", "--y", "y", "--n", "n", "--facet", "unit"]
    done = subprocess.run(command + ["--format", "summary"], stdout=subprocess.PIPE, check=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, done.stdout.count(b"\n") - 1, after.ru_maxrss // 1024


def main(program, count):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "series.csv"
        write_series(path, count)
        runs = [run_once(program, path) for _ in range(3)]
    wall, cpu, parts, memory = min(runs)
    print(f"{parts} series: {wall:.2f} s wall, {cpu:.2f} s CPU, {memory} MiB")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
