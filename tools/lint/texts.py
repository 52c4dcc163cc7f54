"""Every text that people see is translated, and every translation is used.

Keys are found in the sources by how they are written: in language("…"), in_context("context", "…"),
plural("one", "many", …), translatable("…"), and behind an error's code ("area.what", "The sentence."). Catalogues are
locale/<area>/LANGUAGE.po. A key missing, empty, fuzzy, with other {placeholders}, unused, or translated in two ways is a
finding.
"""

import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGES = ("da", "nb")
# Nynorsk is there for respondents: what these files say is translated, and nothing else.
RESPONDENTS = re.compile(r"src/sources/surveys/(answering/|kiosk/page|asking/(poster|paper_form)|definition/answer_check|definition/code|"
                         r"link_store|survey_codes|guess_limit|progress|submission)")
CALL = re.compile(r"\b(\w*language_?|in_context|plural|translatable)\s*\($")
CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s]*)\((?P<raw>.*?)\)(?P=mark)"|"(?P<text>(?:[^"\\\n]|\\.)*)"'
    r"|'(?:[^'\\\n]|\\.)+'|(?P<word>\w+)|(?P<sign>[^\s\w])", re.DOTALL)
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}


def unescaped(text):
    return re.sub(r"\\(.)", lambda match: ESCAPES.get(match[1], match[0]), text, flags=re.DOTALL)


@dataclass
class Token:
    kind: str  # "text", "word" or "sign"
    value: str
    line: int


def tokens_of(source):
    """Words, signs and string literals (adjacent ones joined), without comments."""
    tokens = []
    line, at = 1, 0
    for match in TOKEN.finditer(source):
        line += source.count("\n", at, match.start())
        at = match.start()
        if match["raw"] is not None or match["text"] is not None:
            text = match["raw"] if match["raw"] is not None else unescaped(match["text"])
            if tokens and tokens[-1].kind == "text":
                tokens[-1].value += text
            else:
                tokens.append(Token("text", text, line))
        elif match["word"] is not None:
            tokens.append(Token("word", match["word"], line))
        elif match["sign"] is not None:
            tokens.append(Token("sign", match["sign"], line))
    return tokens


def arguments_at(tokens, start):
    """The token lists of the arguments that begin at `start`, up to the bracket that closes them."""
    arguments, depth = [[]], 0
    for token in tokens[start:]:
        if token.kind == "sign" and token.value in "([{":
            depth += 1
        elif token.kind == "sign" and token.value in ")]}":
            if depth == 0:
                break
            depth -= 1
        elif token.kind == "sign" and token.value == ";" and depth == 0:
            break
        if token.kind == "sign" and token.value == "," and depth == 0:
            arguments.append([])
        else:
            arguments[-1].append(token)
    return arguments


def literals(argument):
    return [token for token in argument if token.kind == "text"]


def keys_of_call(name, arguments):
    if name == "in_context" and len(arguments) > 1:
        contexts = literals(arguments[0])
        return [((context.value, text.value), text.line) for context in contexts for text in literals(arguments[1])]
    return [((None, text.value), text.line) for text in literals(arguments[0])]


def keys_behind_code(arguments):
    """Of "area.what", "The sentence." and the same with std::string(…) or a choice of sentences."""
    if len(arguments) < 2 or not [token for token in arguments[0] if CODE.fullmatch(token.value)]:
        return []
    return [((None, text.value), text.line) for text in literals(arguments[1]) if " " in text.value]


def keys_in(source):
    """[(key, line)] of one source file."""
    tokens = tokens_of(source)
    keys = []
    for at, token in enumerate(tokens):
        follows_bracket = at > 1 and tokens[at - 1].value == "(" and tokens[at - 2].kind == "word"
        if follows_bracket and CALL.search(tokens[at - 2].value + "("):
            keys += keys_of_call(tokens[at - 2].value, arguments_at(tokens, at))
        if token.kind == "text" and CODE.fullmatch(token.value):
            keys += keys_behind_code(arguments_at(tokens, at))
    return keys


@dataclass
class Entry:
    context: str = None
    key: str = ""
    plural: str = None
    translations: list = field(default_factory=list)
    fuzzy: bool = False
    line: int = 0


def entries_in(catalogue):
    """The entries of a .po file, the head (empty key) among them."""
    entries, entry, target = [], Entry(), None
    for number, line in enumerate(catalogue.splitlines() + [""], 1):
        match = re.match(r'\s*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*"(.*)"\s*$', line)
        if not match:
            if not line.strip() and target:
                entries.append(entry)
                entry, target = Entry(), None
            entry.fuzzy = entry.fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        if match[1]:
            target = match[1]
            entry.line = entry.line or number
            if target.startswith("msgstr"):
                entry.translations.append("")
        text = unescaped(match[2])
        if target == "msgctxt":
            entry.context = (entry.context or "") + text
        elif target == "msgid":
            entry.key += text
        elif target == "msgid_plural":
            entry.plural = (entry.plural or "") + text
        else:
            entry.translations[-1] += text
    return entries


def faults_in_entry(entry):
    if entry.fuzzy:
        return ["the translation is marked fuzzy"]
    if not all(entry.translations) or (entry.plural is not None and len(entry.translations) != 2):
        return ["the translation is empty"]
    wanted = set(PLACEHOLDER.findall(entry.plural or entry.key))
    found = set(PLACEHOLDER.findall(entry.translations[-1]))
    if wanted != found:
        return ["the translation has other placeholders: " + ", ".join(sorted(wanted ^ found))]
    return []


def is_source(path):
    return (path.startswith("src/") and path.endswith((".cpp", ".hpp")) and not path.endswith("_test.cpp")
            and "/testing" not in path and "/test_" not in path)


def used_keys(files):
    """Key → where it is first written."""
    used = {}
    for path in sorted(files):
        if is_source(path):
            for key, line in keys_in(files[path]):
                used.setdefault(key, f"{path}:{line}")
    return used


def check_catalogues(files, language, used):
    findings, known = [], {}
    for path in sorted(path for path in files if re.fullmatch(rf"locale/\w+/{language}\.po", path)):
        entries = entries_in(files[path])
        if not any(not entry.key and "charset=UTF-8" in "".join(entry.translations) for entry in entries):
            findings.append(f"{path}:1: the head does not say charset=UTF-8")
        for entry in (entry for entry in entries if entry.key):
            key = (entry.context, entry.key)
            place = f"{path}:{entry.line}"
            findings += [f"{place}: {fault}" for fault in faults_in_entry(entry)]
            if key not in used:
                findings.append(f"{place}: nobody uses '{entry.key}'")
            if entry.plural is not None:
                known.setdefault((entry.context, entry.plural), ([], place))
            if known.setdefault(key, (entry.translations, place))[0] != entry.translations:
                findings.append(f"{place}: '{entry.key}' is translated otherwise at {known[key][1]}")
    return findings + [f"{place}: '{key[1]}' has no {language} translation"
                       for key, place in used.items() if key not in known]


def check(files):
    used = used_keys(files)
    asked = used_keys({path: text for path, text in files.items() if RESPONDENTS.match(path)})
    findings = [finding for language in LANGUAGES for finding in check_catalogues(files, language, used)]
    return findings + check_catalogues(files, "nn", asked)


def main():
    root = Path(__file__).resolve().parents[2]
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "src", "locale"],
                           cwd=root, check=True, capture_output=True, text=True).stdout.split("\0")
    files = {name: (root / name).read_text(encoding="utf-8")
             for name in names if name.endswith((".cpp", ".hpp", ".po")) and (root / name).is_file()}
    findings = check(files)
    print("\n".join(findings))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
