#include "web/pagination.hpp"

#include <charconv>

namespace maerkbar::web {

namespace {

Result<std::int64_t> whole(const Fields& query, std::string_view name, std::int64_t usual,
                           std::int64_t largest) {
    const auto text = query.get(name).value_or("");
    if (text.empty()) return usual;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > largest)
        return Error{ErrorKind::invalid,
                     "web.bad_page",
                     "{name} must be a whole number from 1 to {largest}.",
                     {{"name", std::string(name)}, {"largest", std::to_string(largest)}},
                     std::string(name)};
    return number;
}

} // namespace

std::int64_t Pagination::pages(std::int64_t total) const {
    return total <= 0 ? 1 : (total + size - 1) / size;
}

Result<Pagination> Pagination::from(const Fields& query, std::int64_t usual, std::int64_t largest) {
    const auto size = TRY(whole(query, "size", usual, largest));
    const auto page = TRY(whole(query, "page", 1, 1'000'000'000));
    return Pagination{page, size};
}

} // namespace maerkbar::web
