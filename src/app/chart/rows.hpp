#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "app/chart/axis.hpp"
#include "app/chart/request.hpp"
#include "base/result.hpp"

namespace maerkbar::app_chart {

// Texts by number, each held once: many rows share few facets and few dates.
class Names {
  public:
    Names() = default;
    Names(Names&&) = default;
    Names& operator=(Names&&) = default;

    std::uint32_t number_of(std::string_view text);
    [[nodiscard]] std::size_t size() const { return texts_.size(); }
    [[nodiscard]] const std::string& operator[](std::size_t number) const { return *texts_[number]; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
    std::vector<const std::string*> texts_; // keys of the map stay where they are
    std::uint32_t last_ = 0;
};

// The rows of a file, or of a part of it, column by column.
struct RowColumns {
    Names facets; // cells of the facet columns, joined by '\x1f'
    Names xs;
    std::vector<std::uint32_t> facet;
    std::vector<std::uint32_t> x;
    std::vector<std::uint32_t> line; // of the file
    std::vector<double> y;
    std::vector<double> n; // empty where there is no denominator
};

// A whole file, read. Rows without x are left out.
struct FileRows {
    std::vector<RowColumns> parts;
    AxisKind kind = AxisKind::number;
    CellRules rules;
};

// Several things may be wrong with a file; each error names line and column.
struct ReadFailure {
    std::vector<Error> errors; // the first ten
    bool bad_usage = false;    // a column that is not there
};

inline constexpr char facet_separator = '\x1f';

// Reads with `threads` threads.
std::variant<FileRows, ReadFailure> read_rows(const Request& request, unsigned threads);

} // namespace maerkbar::app_chart
