#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "cases/page.hpp"

// Whatever stands in a page, reading it and asking it ends, and "*" finds every element that has a name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto page = maerkbar::cases::parse_page({reinterpret_cast<const char*>(data), size});
    if (!page) return 0;
    for (const auto* node : maerkbar::cases::select(*page, "*"))
        if (node->name.empty()) std::abort();
    return maerkbar::cases::select(*page, "p .a #b [c=d]").empty() && page->words().size() > size * 2;
}
