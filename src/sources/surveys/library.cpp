#include "sources/surveys/library.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/definition/definition_json.hpp"

extern "C" const maerkbar::embedded::Entry maerkbar_embedded_surveys[];

namespace maerkbar::surveys {

Result<std::vector<ReadySurvey>> ready_surveys() {
    constexpr std::string_view before = "surveys/";
    constexpr std::string_view after = ".json";
    std::vector<ReadySurvey> all;
    for (const auto* entry = maerkbar_embedded_surveys; entry->name != nullptr; ++entry) {
        const std::string_view name = entry->name;
        const auto code = name.substr(before.size(), name.size() - before.size() - after.size());
        all.push_back({std::string(code), TRY(read_survey({entry->data, entry->size}))});
    }
    std::ranges::sort(all, {}, &ReadySurvey::code);
    return all;
}

Result<ReadySurvey> ready_survey(std::string_view code) {
    const auto text = embedded::find(maerkbar_embedded_surveys, "surveys/" + std::string(code) + ".json");
    if (text.data() == nullptr)
        return Error{ErrorKind::not_found, "library.unknown_survey",
                     translatable("There is no ready survey of that name.")};
    return ReadySurvey{std::string(code), TRY(read_survey(text))};
}

} // namespace maerkbar::surveys
