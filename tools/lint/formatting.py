"""C++ files look as clang-format says; './dev format' mends them."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor


def unformatted(root, files):
    """The files among `files` that clang-format would change."""
    run = subprocess.run(["clang-format", "--dry-run", "-Werror", *files], cwd=root, capture_output=True, text=True)
    return {line.split(":")[0] for line in run.stderr.splitlines() if "-Wclang-format-violations" in line}


def run(root, files):
    sources = [name for name in files if name.endswith((".cpp", ".hpp"))]
    parts = [sources[start:start + 10] for start in range(0, len(sources), 10)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = set().union(*pool.map(lambda part: unformatted(root, part), parts))
    return [f"{name}:1: not formatted; run ./dev format" for name in sorted(found)]
