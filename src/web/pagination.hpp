#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "web/fields.hpp"

namespace maerkbar::web {

// One page of a long list: ?page=2&size=50, counted from 1.
struct Pagination {
    std::int64_t page = 1;
    std::int64_t size = 50;

    [[nodiscard]] std::int64_t offset() const { return (page - 1) * size; }
    [[nodiscard]] std::int64_t pages(std::int64_t total) const;

    // Of the query; invalid for anything but page ≥ 1 and 1 ≤ size ≤ `largest`.
    static Result<Pagination> from(const Fields& query, std::int64_t usual = 50, std::int64_t largest = 500);
};

} // namespace maerkbar::web
