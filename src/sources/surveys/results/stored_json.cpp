#include "sources/surveys/results/stored_json.hpp"

#include <boost/json/parse.hpp>
#include <cmath>

namespace maerkbar::surveys::results {

namespace json = boost::json;

Error unreadable_counts() {
    return {ErrorKind::internal, "survey.counts_unreadable", "Stored counts of answers cannot be read."};
}

Result<json::object> stored_object(std::string_view text) {
    boost::system::error_code failed;
    auto parsed = json::parse(json::string_view(text.data(), text.size()), failed);
    if (failed || !parsed.is_object()) return unreadable_counts();
    return std::move(parsed.as_object());
}

double in_hundredths(double number) {
    return std::round(number * 100) / 100;
}

double number_in(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(json::string_view(name.data(), name.size()));
    return value != nullptr && value->is_number() ? value->to_number<double>() : 0;
}

} // namespace maerkbar::surveys::results
