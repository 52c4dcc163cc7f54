"""Words that must not stand in a tracked file: unnumbered reminders, and places of somebody's own machine."""

import re

REMINDER = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b(?!\(#\d+\))")
MACHINE = re.compile(r"(?<![\w.])/(?:work|farm|root|home/\w+)/|deb\.debian\." r"org|registry\.npmjs\." r"org")
SOURCES = (".cpp", ".hpp", ".py", ".sh", ".cmake", ".css", ".js", ".mjs", ".sql", ".txt")


def check(files):
    findings = []
    for path, text in files.items():
        if path.startswith(("LICENSES/", "tests/data/")) or path == "tools/lint/words.py":
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if MACHINE.search(line):
                findings.append(f"{path}:{number}: a path or package host of one machine")
            if path.endswith(SOURCES) and REMINDER.search(line):
                findings.append(f"{path}:{number}: a reminder without an issue number; write it as TO" "DO(#12) or do it")
    return findings
