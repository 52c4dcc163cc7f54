"""Shell scripts parse, and Python files compile."""

import ast
import subprocess


def is_shell(path, first_line):
    return path.endswith(".sh") or (first_line.startswith("#!") and first_line.endswith(("bash", "/sh")))


def shell_complaints(root, path):
    run = subprocess.run(["bash", "-n", path], cwd=root, capture_output=True, text=True)
    return [f"{path}: {line}" for line in run.stderr.splitlines()]


def python_complaints(root, path):
    try:
        ast.parse((root / path).read_text(encoding="utf-8"), path)
        return []
    except SyntaxError as problem:
        return [f"{path}:{problem.lineno}: {problem.msg}"]


def run(root, files):
    findings = []
    for path in files:
        if path.endswith(".py"):
            findings += python_complaints(root, path)
            continue
        with open(root / path, "rb") as file:
            first_line = file.readline(80).decode("utf-8", "replace").strip()
        if is_shell(path, first_line):
            findings += shell_complaints(root, path)
    return findings
