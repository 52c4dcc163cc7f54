"""Checks the rules of the house on every tracked file, and prints each breach as 'path:line: what is wrong'.

A rule is a module here with `check(files)`, where files maps path to text; it returns a list of findings and knows no
file system, so that rules_test.py can prove with a few lines that it catches what it should.
"""

import subprocess
import sys
from pathlib import Path

import audit
import commits
import formatting
import includes
import length
import licences
import modules
import ranges
import scripts
import words

ROOT = Path(__file__).resolve().parents[2]
RULES = [audit, includes, length, licences, modules, ranges, words]
PROGRAMS = [commits, formatting, scripts]


def tracked_files():
    """Path → text of every file in git that exists; None for what is not text."""
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                           cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return {name: text_of(ROOT / name) for name in names.split("\0") if name and (ROOT / name).is_file()}


def text_of(path):
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def texts_findings():
    """The check of the .po files is a program of its own."""
    program = ROOT / "tools/lint/texts.py"
    if not program.exists():
        return []
    run = subprocess.run([sys.executable, str(program)], cwd=ROOT, capture_output=True, text=True)
    return [] if run.returncode == 0 else (run.stdout + run.stderr).strip().splitlines()


def main():
    files = tracked_files()
    texts = {name: text for name, text in files.items() if text is not None}
    findings = [finding for rule in RULES for finding in rule.check(files if rule is licences else texts)]
    findings += [finding for program in PROGRAMS for finding in program.run(ROOT, list(files))]
    findings += texts_findings()
    print("\n".join(findings) if findings else f"lint: {len(files)} files keep the rules")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
