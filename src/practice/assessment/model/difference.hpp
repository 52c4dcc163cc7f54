#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "practice/assessment/model/model.hpp"

namespace maerkbar::assessment {

enum class ItemChange { same, texts, scale, added, removed };

struct ItemDifference {
    std::string id;
    ItemChange change = ItemChange::same;
    Texts before = {}; // names, then questions, as they were and are
    Texts after = {};
    Texts question_before = {};
    Texts question_after = {};
};

// What to do with the score an item had, decided by a person item by item.
enum class Carry {
    keep,    // as it is; only where the new scale allows it
    clamp,   // to the nearest value of the new scale
    rescale, // to the same band of the new scale
    reset,   // to be assessed anew
};
[[nodiscard]] std::string_view name_of(Carry carry);
[[nodiscard]] std::optional<Carry> carry_named(std::string_view name);

// Items in the order of the new version, removed ones last; those that are the same are left out. Methods are
// compared by the first of each model.
[[nodiscard]] std::vector<ItemDifference> compare_versions(const Model& before, const Model& after);

// Whether `after` may take the place of `before`. Errors: assessment.other_model, assessment.version_number,
// assessment.version_not_newer (invalid).
[[nodiscard]] Result<void> may_follow(const Model& before, const Model& after);

// No value: to be assessed anew. Keeping what the new scale does not allow is resetting it.
[[nodiscard]] std::optional<double> carried(double value, Carry carry, const Scale& before,
                                            const Scale& after);

} // namespace maerkbar::assessment
