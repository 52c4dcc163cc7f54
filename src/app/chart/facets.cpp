#include "app/chart/facets.hpp"

#include <algorithm>
#include <numeric>

#include "statistics/numbers.hpp"

namespace maerkbar::app_chart {

namespace {

// Gives every part the numbers of the whole.
void renumber(std::vector<std::uint32_t>& column, const Names& own, Names& whole) {
    std::vector<std::uint32_t> numbers(own.size());
    for (std::size_t i = 0; i < own.size(); ++i)
        numbers[i] = whole.number_of(own[i]);
    for (auto& value : column)
        value = numbers[value];
}

Error bad_x(std::string_view text, AxisKind kind, std::uint32_t line) {
    return {ErrorKind::invalid,
            kind == AxisKind::date ? "chart.bad_date" : "chart.bad_axis_number",
            kind == AxisKind::date
                ? "Line {line}: \"{cell}\" is not a date, but the first rows have dates there."
                : "Line {line}: \"{cell}\" is not a number, but the first rows have numbers there.",
            {{"line", std::to_string(line)}, {"cell", std::string(text.substr(0, 60))}}};
}

std::uint32_t first_line(const FileRows& file, std::uint32_t x) {
    for (const auto& part : file.parts)
        for (std::size_t row = 0; row < part.x.size(); ++row)
            if (part.x[row] == x) return part.line[row];
    return 0;
}

} // namespace

void Facets::number_names(FileRows& file) {
    for (auto& part : file.parts) {
        renumber(part.facet, part.facets, names_);
        renumber(part.x, part.xs, xs_);
    }
}

Result<void> Facets::make_keys(const FileRows& file) {
    keys_.resize(xs_.size());
    if (categorical()) {
        std::vector<std::uint32_t> sorted(xs_.size());
        std::iota(sorted.begin(), sorted.end(), 0U);
        std::sort(sorted.begin(), sorted.end(), [&](auto a, auto b) { return xs_[a] < xs_[b]; });
        for (std::size_t rank = 0; rank < sorted.size(); ++rank)
            keys_[sorted[rank]] = static_cast<double>(rank);
        return {};
    }
    for (std::uint32_t x = 0; x < xs_.size(); ++x) {
        const auto key = axis_key(xs_[x], kind_, rules_);
        if (!key) return bad_x(xs_[x], kind_, first_line(file, x));
        keys_[x] = *key;
    }
    return {};
}

// A counting sort by facet: two passes over all rows.
void Facets::place_rows(const FileRows& file) {
    begin_.assign(names_.size() + 1, 0);
    for (const auto& part : file.parts)
        for (const auto facet : part.facet)
            ++begin_[facet + 1];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    auto place = begin_;
    const bool denominated =
        std::any_of(file.parts.begin(), file.parts.end(), [](const auto& p) { return !p.n.empty(); });
    x_.resize(begin_.back());
    line_.resize(begin_.back());
    y_.resize(begin_.back());
    n_.resize(denominated ? begin_.back() : 0);
    for (const auto& part : file.parts)
        for (std::size_t row = 0; row < part.facet.size(); ++row) {
            const auto to = place[part.facet[row]]++;
            x_[to] = part.x[row];
            line_[to] = part.line[row];
            y_[to] = part.y[row];
            if (denominated) n_[to] = part.n[row];
        }
}

void Facets::sort_names() {
    order_.resize(names_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [&](auto a, auto b) { return names_[a] < names_[b]; });
}

Result<Facets> Facets::arrange(FileRows file) {
    Facets facets;
    facets.kind_ = file.kind;
    facets.rules_ = file.rules;
    facets.number_names(file);
    if (auto made = facets.make_keys(file); !made) return made.error();
    facets.place_rows(file);
    facets.sort_names();
    return facets;
}

std::vector<std::string> Facets::name(std::size_t facet) const {
    std::vector<std::string> cells(1);
    for (const char c : names_[order_[facet]]) {
        if (c == facet_separator)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

Facets::Rows Facets::rows(std::size_t facet) const {
    const auto first = begin_[order_[facet]];
    const auto count = begin_[order_[facet] + 1] - first;
    return {std::span(x_).subspan(first, count), std::span(line_).subspan(first, count),
            std::span(y_).subspan(first, count),
            n_.empty() ? std::span<const double>() : std::span(n_).subspan(first, count)};
}

std::optional<double> Facets::key_of(std::string_view text) const {
    if (!categorical()) return axis_key(text, kind_, rules_);
    for (std::uint32_t x = 0; x < xs_.size(); ++x)
        if (xs_[x] == text) return keys_[x];
    return {};
}

} // namespace maerkbar::app_chart
