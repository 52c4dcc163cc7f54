#pragma once

#include <optional>
#include <string>

#include "organisation/validity.hpp"
#include "storage/row.hpp"

// How validity lies in the database: two columns of ISO days, the second null where there is no end.
namespace maerkbar::organisation {

inline std::optional<std::string> stored_end(const Validity& valid) {
    return valid.has_end() ? std::optional{valid.to.iso()} : std::nullopt;
}

// From the column and the one after it.
inline Validity stored_validity(const storage::Row& row, int column) {
    return {row.date(column), row.optional_date(column + 1).value_or(forever)};
}

} // namespace maerkbar::organisation
