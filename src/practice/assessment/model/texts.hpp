#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace maerkbar::assessment {

// The same in Danish, Norwegian and English. Texts of a model are data, no gettext keys.
template <typename T>
struct InThree {
    T da = {};
    T nb = {};
    T en = {};

    // By language code; English for an unknown one.
    [[nodiscard]] const T& in(std::string_view code) const {
        if (code == "da") return da;
        return code == "nb" ? nb : en;
    }
    [[nodiscard]] bool empty() const { return da.empty() && nb.empty() && en.empty(); }
    // Whether nothing is there, or something in every language.
    [[nodiscard]] bool complete() const { return da.empty() == nb.empty() && nb.empty() == en.empty(); }
    bool operator==(const InThree&) const = default;
};

using Texts = InThree<std::string>;
using TextLists = InThree<std::vector<std::string>>;

} // namespace maerkbar::assessment
