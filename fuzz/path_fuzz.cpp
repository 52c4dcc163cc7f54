#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "web/path_table.hpp"
#include "web/url.hpp"

// The first line is a pattern, the rest a path. A pattern without fault can be added; what is captured is
// UTF-8 without dot segments, as many values as the pattern has names.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto line_end = std::min(text.find('\n'), text.size());
    const auto pattern = text.substr(0, line_end);
    if (!maerkbar::web::fault_in_pattern(pattern).empty()) return 0;
    maerkbar::web::PathTable table;
    table.slot("/units/{unit}/new");
    const auto slot = table.slot(pattern);
    if (table.slot(pattern) != slot) std::abort();
    const auto match = table.find(text.substr(std::min(line_end + 1, text.size())));
    if (!match || match->slot != slot) return 0;
    if (slot != 0 && match->captured.size() != maerkbar::web::names_in(pattern).size()) std::abort();
    for (const auto& value : match->captured)
        if (!maerkbar::web::is_utf8(value) || value == "..") std::abort();
    return 0;
}
