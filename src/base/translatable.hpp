#pragma once

namespace maerkbar {

// Marks an English text as a gettext key where it is written, when it is looked up somewhere else: a table of
// labels, a sentence chosen by code. It changes nothing; the lint for texts looks for it.
constexpr const char* translatable(const char* text) {
    return text;
}

} // namespace maerkbar
