"""Every code that goes to the audit trail has a word that people read.

Codes are string literals like "unit.moved" among the arguments of a call that records one (RECORDERS); words are the
rows {"unit.moved", translatable("…")} of the modules' audit_words.cpp. A code put together while the program runs is
found by the text cases, which look at every row that any of them wrote.
"""

import re

from texts import arguments_at, tokens_of

RECORDERS = {"audit", "note_change", "change_units", "store"}
CODE = re.compile(r"[a-z_]+\.[a-z_]+")
JOB = re.compile(r'string_view \w*kind = "([a-z_]+\.[a-z_]+)"')
WORD = re.compile(r'\{"([a-z_.]+)",\s*translatable\(')


def recorded_in(source):
    """[(code, line)] of one source file."""
    tokens = tokens_of(source)
    return [(token.value, token.line)
            for at, first in enumerate(tokens[:-1])
            if first.kind == "word" and first.value in RECORDERS and tokens[at + 1].value == "("
            for argument in arguments_at(tokens, at + 2)
            for token in argument if token.kind == "text" and CODE.fullmatch(token.value)]


def jobs_in(text):
    """[(kind, line)] of the background work that a source names: its kind stands in the trail as a detail."""
    return [(match[1], text.count("\n", 0, match.start()) + 1) for match in JOB.finditer(text)]


def check(files):
    known = {code for path, text in files.items() if path.endswith("/audit_words.cpp") for code in WORD.findall(text)}
    return [f"{path}:{line}: the audit code '{code}' has no word in the module's audit_words.cpp"
            for path, text in sorted(files.items())
            if path.startswith("src/") and path.endswith((".cpp", ".hpp")) and not path.endswith("_test.cpp")
            and "/testing" not in path
            for code, line in recorded_in(text) + jobs_in(text) if code not in known]
