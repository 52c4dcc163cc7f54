#!/usr/bin/env python3
"""Case logs on the command line: reading, summary, directly-follows with medians, variants and months, on one thread.

usage: flow_command.py PROGRAM GENERATOR [EVENTS]. GENERATOR is build-bench/bench/flow_log. Writes logs of EVENTS (1 M)
events to the temporary folder and prints CPU seconds and memory of the best of three runs each.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LOGS = [("csv", "time"), ("csv", "case"), ("csv", "shuffled"), ("xes", "case")]
REPORTS = "summary,activities,dfg,variants,months"


def run_once(program, log, out, threads):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    command = ["/usr/bin/time", "-f", "%M", program, "flow", log, "--threads", str(threads), "--report", REPORTS]
    done = subprocess.run(command + ["--format", "csv", "--out", out], stderr=subprocess.PIPE, text=True, check=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall, int(done.stderr.split()[-1]) // 1024


def main(program, generator, events):
    with tempfile.TemporaryDirectory() as folder:
        for kind, order in LOGS:
            log = Path(folder) / f"log.{kind}"
            subprocess.run([generator, log, str(events), kind, order], check=True)
            for threads in (1, 2):
                cpu, wall, memory = min(run_once(program, log, f"{folder}/out", threads) for _ in range(3))
                print(f"{events} events, {kind} by {order}, {threads} threads: {cpu:.2f} s CPU, {wall:.2f} s wall, {memory} MiB")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000)
