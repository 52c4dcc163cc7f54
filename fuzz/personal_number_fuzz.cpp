#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "tables/personal_number.hpp"

using namespace maerkbar::tables;

// Every finding lies inside the text and holds ten or eleven digits; what is masked holds none, and masking
// again changes nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (std::size_t from = 0;;) {
        const auto found = find_personal_number(text, from);
        if (!found) break;
        if (found->position < from || found->length < 10 || found->position + found->length > size)
            std::abort();
        std::size_t digits = 0;
        for (const char c : text.substr(found->position, found->length))
            digits += c >= '0' && c <= '9' ? 1 : 0;
        if (digits != 10 && digits != 11) std::abort();
        from = found->position + found->length;
    }
    const auto masked = mask_personal_numbers(text);
    if (find_personal_number(masked) || mask_personal_numbers(masked) != masked) std::abort();
    return 0;
}
