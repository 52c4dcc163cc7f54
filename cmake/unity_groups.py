#!/usr/bin/env python3
"""Which sources of a target may be compiled together.

usage: unity_groups.py MOST FILE...

Prints one line for each file: its group's number, or "-" for a file that is compiled by itself. A file joins a group
only if no unnamed namespace of one defines what another defines too or calls, in the source or in a header it includes
itself, or names a namespace. A file that defines a macro stays alone, and so does one whose unnamed namespace has a
type of the same name as a header of its folder: the file does not include that header, but another of its group may.
"""

import functools
import re
import sys
from pathlib import Path

TYPE = re.compile(r"^(?:template <[^{]*> *)?(?:class|struct|union|enum(?: class)?|using|concept) +(\w+)")
CALL = re.compile(r"(?<![\w.>:])(\w+)\(|^namespace (?:\w+::)*(\w+) [={]", re.MULTILINE)
OWN_HEADER = re.compile(r'^#include "([\w/]+\.hpp)"', re.MULTILINE)
SOURCE_ROOT = Path(__file__).parent.parent / "src"
OTHER = re.compile(r"(\w+)\s*(?:\(|=|\{|;|\[)")


def name_of(line):
    if line.startswith(("TEST_CASE", "namespace ")):  # doctest numbers its cases; equal aliases may meet
        return None
    if line.startswith("using ") and "=" not in line:  # so may equal using-declarations
        return None
    found = TYPE.match(line)
    if found:
        return found.group(1)
    found = OTHER.search(re.sub(r"<[^()]*?>", "", line))
    return found.group(1) if found else None


def local_names(text):
    """Names defined at the outermost level of the unnamed namespaces of a formatted source."""
    names, inside, depth = set(), False, 0
    for line in text.splitlines():
        if line.startswith("namespace {"):
            inside = True
        elif line.startswith("}  // namespace") or line.startswith("} // namespace"):
            inside = False if line.rstrip().endswith("namespace") else inside
        elif inside and line and not line[0] in " \t}/#":
            names.add(name_of(line))
    return names - {None}


@functools.cache
def called_names(path):
    if not path.exists():
        return frozenset()
    return frozenset(name for found in CALL.findall(path.read_text(encoding="utf-8")) for name in found if name)


def calls_of(file, text):
    headers = [SOURCE_ROOT / name for name in OWN_HEADER.findall(text)]
    return frozenset().union(*(called_names(path) for path in [Path(file), *headers]))


@functools.cache
def types_of_folder(folder):
    lines = (line for header in folder.glob("*.hpp") for line in header.read_text(encoding="utf-8").splitlines())
    return frozenset(found.group(1) for found in map(TYPE.match, lines) if found)


def stays_alone(file, text, names):
    return re.search(r"^#define", text, re.MULTILINE) or names & types_of_folder(Path(file).parent)


def fits(group, names, calls):
    return not group["names"] & (names | calls) and not group["calls"] & names


def grouped(files, most):
    groups = []
    for file in files:
        text = Path(file).read_text(encoding="utf-8")
        names, calls = local_names(text), calls_of(file, text)
        if stays_alone(file, text, names):
            yield "-"
            continue
        for number, group in enumerate(groups):
            if group["size"] < most and fits(group, names, calls):
                break
        else:
            number, group = len(groups), {"size": 0, "names": set(), "calls": set()}
            groups.append(group)
        group["size"] += 1
        group["names"] |= names
        group["calls"] |= calls
        yield str(number)


if __name__ == "__main__":
    print("\n".join(grouped(sys.argv[2:], int(sys.argv[1]))))
