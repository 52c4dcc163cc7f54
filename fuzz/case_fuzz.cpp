#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "cases/case.hpp"

// What is accepted has a request with an answer in every step; nothing else may happen than an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto parsed = maerkbar::cases::parse_case({reinterpret_cast<const char*>(data), size});
    if (!parsed) return 0;
    for (const auto& step : parsed->steps)
        if (step.method.empty() || step.target.empty()) std::abort();
    return 0;
}
