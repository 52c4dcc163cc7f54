#pragma once

#include <string_view>

namespace maerkbar::embedded {

// One file that lies inside the program (see cmake/embed.cmake). A table ends with an entry without a name.
struct Entry {
    const char* name;
    const char* data;
    unsigned long size;
};

// The content of the named file in one table, or an empty view with no data.
inline std::string_view find(const Entry* table, std::string_view name) {
    for (const Entry* entry = table; entry->name != nullptr; ++entry)
        if (name == entry->name) return {entry->data, entry->size};
    return {};
}

} // namespace maerkbar::embedded
