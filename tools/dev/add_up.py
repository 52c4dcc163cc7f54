"""Adds up what the test steps reported and prints 'N passed, N failed, N skipped' as the last line.

usage: add_up.py FOLDER, where each step has left NAME.code (exit code) and NAME.log (output), and CTest NAME.xml
(JUnit). Exit code 0 only if at least one test passed and nothing failed. A step that ended badly without naming a
failed test, or well without naming any test, counts as one failure: nothing is hidden by a runner that said nothing.
"""

import re
import sys
import xml.etree.ElementTree as tree
from pathlib import Path

DOCTEST = re.compile(r"\[doctest\] test cases:\s*\d+\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed\s*\|\s*(\d+) skipped")
PLAIN = re.compile(r"^(?:\w+: )?(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$", re.MULTILINE)
NODE = re.compile(r"^(?:#|ℹ) (pass|fail|skipped) (\d+)$", re.MULTILINE)
SKIPPED = re.compile(r"^.*\bSKIPPED: .*$", re.MULTILINE)


def add(*counts):
    return tuple(map(sum, zip(*counts))) if counts else (0, 0, 0)


def of_text(text):
    """(passed, failed, skipped) from a runner's own closing lines; (0, 0, 0) if it has none."""
    lines = [tuple(int(number or 0) for number in match) for match in PLAIN.findall(text)]
    node = dict((name, int(number)) for name, number in NODE.findall(text))
    if node:
        lines.append((node.get("pass", 0), node.get("fail", 0), node.get("skipped", 0)))
    return add(*lines)


def of_unit_program(case):
    """One program that CTest ran: doctest's count, or the program itself as one test.

    A test that cannot run where it is prints a line with 'SKIPPED: reason' and counts as skipped, not as passed.
    """
    output = case.findtext("system-out") or ""
    failed_as_a_whole = case.get("status") == "fail"
    counted = add(*(tuple(map(int, match)) for match in DOCTEST.findall(output)))
    if counted == (0, 0, 0):
        skipped = case.get("status") in ("notrun", "disabled")
        return (0, 0, 1) if skipped else (0, 1, 0) if failed_as_a_whole else (1, 0, 0)
    passed, failed, skipped = counted
    missed = min(len(SKIPPED.findall(output)), passed)
    return passed - missed, max(failed, int(failed_as_a_whole)), skipped + missed


def of_step(folder, name):
    report = folder / f"{name}.xml"
    if report.exists():
        counted = add(*(of_unit_program(case) for case in tree.parse(report).iter("testcase")))
    else:
        counted = of_text((folder / f"{name}.log").read_text(errors="replace"))
    ended_badly = (folder / f"{name}.code").read_text().strip() != "0"
    passed, failed, skipped = counted
    if failed == 0 and (ended_badly or passed + skipped == 0):
        failed = 1
    return passed, failed, skipped


def main(folder):
    total = (0, 0, 0)
    for file in sorted(Path(folder).glob("*.code")):
        counted = of_step(Path(folder), file.stem)
        print(f"{file.stem:10} {counted[0]:6} passed {counted[1]:4} failed {counted[2]:4} skipped")
        total = add(total, counted)
    print(f"{total[0]} passed, {total[1]} failed, {total[2]} skipped")
    return 0 if total[0] > 0 and total[1] == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
