"""Files of at most 500 lines and C++ functions of at most 60; '// long because: reason' excuses a function."""

import re

FILE_LIMIT = 500
FUNCTION_LIMIT = 60
MEASURED = (".cpp", ".hpp", ".py", ".sh", ".cmake", ".css", ".js", ".mjs", "CMakeLists.txt")
NOT_OURS = re.compile(r"(^|/)(vendor|third_party)/|\.min\.|(^|/)htmx")
EXCUSE = "// long because: "
NOISE = re.compile(r'^[ \t]*#(?:\\\n|[^\n])*|//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])\'',
                   re.DOTALL | re.MULTILINE)


def without_noise(text):
    """The text without preprocessor lines, comments and literals, line breaks kept, so that braces can be counted."""
    return NOISE.sub(lambda match: "\n" * match.group(0).count("\n"), text)


def opens_function(head):
    """Whether the text between the last ';', '{' or '}' and this '{' is the head of a function."""
    if re.match(r"\s*(inline\s+)?(namespace|enum|class|struct|union|extern)\b(?!.*\))", head, re.DOTALL):
        return False
    return "(" in head and not re.search(r"=\s*$", head)


def functions(text):
    """(first line, last line) of each outermost function, counted from 1, its head included."""
    clean = without_noise(text)
    line, depth, inside, head_start, head = 1, 0, None, 1, ""
    for character in clean:
        if character == "{":
            if inside is None and opens_function(head):
                inside = (depth, head_start)
            depth += 1
        elif character == "}":
            depth -= 1
            if inside is not None and inside[0] == depth:
                yield inside[1], line
                inside = None
        if character in ";{}":
            head = ""
        elif head or not character.isspace():
            head_start = head_start if head else line
            head += character
        line += character == "\n"


def excused(lines, first, last):
    return any(EXCUSE in line for line in lines[max(first - 3, 0):last])


def check(files):
    findings = []
    for path, text in files.items():
        if not path.endswith(MEASURED) or NOT_OURS.search(path):
            continue
        lines = text.splitlines()
        if len(lines) > FILE_LIMIT:
            findings.append(f"{path}:{FILE_LIMIT}: the file has {len(lines)} lines, at most {FILE_LIMIT} are allowed")
        if not path.endswith((".cpp", ".hpp")):
            continue
        for first, last in functions(text):
            if last - first + 1 > FUNCTION_LIMIT and not excused(lines, first, last):
                findings.append(f"{path}:{first}: a function of {last - first + 1} lines; at most {FUNCTION_LIMIT}, "
                                f"or say '{EXCUSE}…'")
    return findings
