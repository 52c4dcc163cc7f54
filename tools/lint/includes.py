"""A module includes only itself and what its LINKS in CMake allow, directly or through another module."""

import re

MODULE = re.compile(r"maerkbar_module\(\s*(\w+)([^)]*)\)")
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)


def modules_of(files):
    """Module name → (folder below src, set of modules in its LINKS)."""
    found = {}
    for path, text in files.items():
        if not (path.startswith("src/") and path.endswith("/CMakeLists.txt")):
            continue
        for name, rest in MODULE.findall(re.sub(r"#.*", "", text)):
            links = re.search(r"\bLINKS\b((?:(?!\bPACKAGES\b).)*)", rest, re.DOTALL)
            found[name] = (path[len("src/"):-len("/CMakeLists.txt")], set(links.group(1).split()) if links else set())
    return found


def reachable(name, modules):
    """The modules that `name` may know: itself, its links, and theirs."""
    seen, waiting = set(), [name]
    while waiting:
        current = waiting.pop()
        if current not in seen and current in modules:
            seen.add(current)
            waiting.extend(modules[current][1])
    return seen


def module_of(path, modules):
    """The module whose folder holds `path` (relative to src); the deepest one if several do."""
    owners = [name for name, (folder, _) in modules.items() if path.startswith(folder + "/")]
    return max(owners, key=lambda name: len(modules[name][0]), default=None)


def check(files):
    modules = modules_of(files)
    findings = []
    for path, text in files.items():
        if not (path.startswith("src/") and path.endswith((".cpp", ".hpp"))):
            continue
        owner = module_of(path[len("src/"):], modules)
        if owner is None:
            continue
        allowed = reachable(owner, modules)
        for match in INCLUDE.finditer(text):
            included = module_of(match.group(1), modules)
            line = text.count("\n", 0, match.start(1)) + 1
            if included is None:
                findings.append(f'{path}:{line}: "{match.group(1)}" is not "module/file.hpp" of a module in src')
            elif included not in allowed:
                findings.append(f"{path}:{line}: {owner} must not know {included}: it is not in its LINKS")
    return findings
