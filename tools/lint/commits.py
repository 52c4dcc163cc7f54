"""Commits that are not yet shared say 'Area: Imperative sentence', then an empty line, then why, wrapped at 72.

What is on origin's main already cannot be mended any more and is not looked at; without an origin, the last one is.
"""

import re
import subprocess

SUBJECT = re.compile(r"[A-Z][\w ,/&-]*: [A-Z].*[^.]")
NOT_IMPERATIVE = re.compile(r": (Added|Adds|Adding|Fixed|Fixes|Fixing|Changed|Changes|Updated|Updates|Removed|Removes)\b")


def complaint(message):
    """What is wrong with one commit message, or None."""
    lines = message.rstrip("\n").split("\n")
    if not SUBJECT.fullmatch(lines[0]):
        return "write 'Area: Imperative sentence' without a full stop"
    if NOT_IMPERATIVE.search(lines[0]):
        return "write the subject as an order: 'Add', not 'Added' or 'Adds'"
    if len(lines[0]) > 80:
        return f"the subject has {len(lines[0])} characters; 80 at most, better 60"
    if len(lines) > 1 and lines[1]:
        return "the second line must be empty"
    if any(len(line) > 80 and " " in line.strip() for line in lines[2:]):
        return "wrap the body at 72 characters"
    return None


def unshared(root):
    """The arguments for git log that name the commits to look at."""
    known = subprocess.run(["git", "rev-parse", "--verify", "--quiet", "origin/main"], cwd=root, capture_output=True)
    return ["origin/main..HEAD"] if known.returncode == 0 else ["-1"]


def run(root, _files):
    log = subprocess.run(["git", "log", *unshared(root), "--no-merges", "--format=%h%n%B%x00"], cwd=root, check=True,
                         capture_output=True, text=True).stdout
    findings = []
    for entry in filter(str.strip, log.split("\0")):
        commit, message = entry.strip().split("\n", 1)
        found = complaint(message)
        if found:
            findings.append(f"commit {commit}: {found}")
    return findings
