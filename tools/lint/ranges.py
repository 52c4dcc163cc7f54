"""Algorithms of std::ranges whose answer is a subrange: clang 14, which builds the fuzz targets, cannot compile them with
GCC 12's library, and no ordinary build would tell."""

import re

ANSWERS_A_SUBRANGE = re.compile(r"\bstd::ranges::(unique|equal_range|remove|remove_if|partition|rotate|search|find_end|subrange)\b")


def check(files):
    return [f"{path}:{number}: std::ranges::{found[1]} does not compile with clang 14; take std::{found[1]}, std::erase_if "
            "or sort_distinct"
            for path, text in files.items() if path.endswith((".cpp", ".hpp"))
            for number, line in enumerate(text.splitlines(), 1) if (found := ANSWERS_A_SUBRANGE.search(line))]
