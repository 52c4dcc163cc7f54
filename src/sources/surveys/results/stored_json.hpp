#pragma once

#include <boost/json/object.hpp>
#include <string_view>

#include "base/result.hpp"

// Figures as they lie in the database: small JSON objects that this module wrote itself.
namespace maerkbar::surveys::results {

[[nodiscard]] Error unreadable_counts();

// Error: unreadable_counts() where it is no object.
[[nodiscard]] Result<boost::json::object> stored_object(std::string_view text);

// Figures of single persons together are stored no finer, so that one answer more or less is not seen.
[[nodiscard]] double in_hundredths(double number);

// 0 where the member is absent or no number.
[[nodiscard]] double number_in(const boost::json::object& object, std::string_view name);

} // namespace maerkbar::surveys::results
