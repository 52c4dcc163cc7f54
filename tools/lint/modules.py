"""Every module has a README of 10 to 30 lines: purpose, main types, what it must not know."""

from includes import modules_of

SHORTEST, LONGEST = 10, 30


def check(files):
    findings = []
    for name, (folder, _) in modules_of(files).items():
        path = f"src/{folder}/README.md"
        lines = len(files.get(path, "").splitlines())
        if lines == 0:
            findings.append(f"{path}:1: module {name} has no README")
        elif not SHORTEST <= lines <= LONGEST:
            findings.append(f"{path}:1: {lines} lines; a module's README has {SHORTEST} to {LONGEST}")
    return findings
