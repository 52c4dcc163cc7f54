#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "practice/assessment/model/read_model.hpp"
#include "practice/assessment/model/roll_up.hpp"

// Whatever is read as a model can be written and read again as the same, and adding up ends.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace maerkbar::assessment;
    const auto model = read_model({reinterpret_cast<const char*>(data), size});
    if (!model.ok()) return 0;
    const auto again = read_model(write_model(*model));
    if (!again.ok() || !(*again == *model)) std::abort();
    ItemValues values;
    for (const auto* item : model->items())
        if (const auto* scale = model->scale_of(*item, {})) values[item->id] = scale->min;
    const auto profile = roll_up({*model, {}, values});
    if (profile.whole.answered > profile.whole.of) std::abort();
    return 0;
}
