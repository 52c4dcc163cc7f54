"""Every file has a licence (an SPDX line of its own or an entry of REUSE.toml), and every licence its text."""

import fnmatch
import re
import tomllib

SPDX = re.compile(r"SPDX-License-Identifier: ([\w.+-]+)")


def matches(path, pattern):
    """REUSE's globs: '**' any folders, '*' anything but a slash."""
    expression = re.escape(pattern).replace(r"\*\*", ".*").replace(r"\*", "[^/]*")
    return re.fullmatch(expression, path) is not None


def licences_of(path, text, annotations):
    """The licence identifiers that hold for `path`; the last entry that matches wins, as in REUSE."""
    entries = [entry for entry in annotations
               if any(matches(path, pattern) for pattern in as_list(entry["path"]))]
    if entries:
        return re.findall(r"[\w.+-]+", re.sub(r"\b(AND|OR|WITH)\b", "", entries[-1]["SPDX-License-Identifier"]))
    return SPDX.findall((text or "")[:1000])


def as_list(value):
    return value if isinstance(value, list) else [value]


def check(files):
    if "REUSE.toml" not in files:
        return ["REUSE.toml:1: is missing; it says which licence each file has"]
    annotations = tomllib.loads(files["REUSE.toml"])["annotations"]
    texts = {path[len("LICENSES/"):-len(".txt")] for path in files if fnmatch.fnmatch(path, "LICENSES/*.txt")}
    findings, used = [], set()
    for path, text in files.items():
        if path.startswith("LICENSES/"):
            continue
        found = licences_of(path, text, annotations)
        used.update(found)
        if not found:
            findings.append(f"{path}:1: no licence: add an entry to REUSE.toml")
    findings += [f"LICENSES/{name}.txt:1: the text of this licence is missing" for name in sorted(used - texts)]
    findings += [f"LICENSES/{name}.txt:1: no file has this licence" for name in sorted(texts - used)]
    return findings
