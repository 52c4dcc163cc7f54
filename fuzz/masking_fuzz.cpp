#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "comments/masking.hpp"
#include "comments/words.hpp"

using namespace maerkbar::comments;

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

} // namespace

// Whatever the bytes: masking ends, text without a finding is left as it was, and masked text has words to
// count.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::vector<std::string> names{"bo", "åse"};
    const auto masked = mask_personal_data(text, names);
    if (masked.findings == 0) require(masked.text == text);
    for (const auto& word : words_of(masked.text))
        require(!word.empty());
    require(lower_case(text).size() == size);
    return 0;
}
