#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/function_ref.hpp"
#include "tables/table_writer.hpp"

namespace maerkbar::tables {

// A variable of an SPSS file.
struct SavVariable {
    std::string name; // made a valid and unique one: see sav_names()
    std::string label = {};
    std::size_t text_width = 0; // bytes of the longest text; 0: a number
    int decimals = 0;           // shown of a number
    std::vector<std::pair<double, std::string>> value_labels = {};
    // From and to: these numbers are reasons why there is no answer.
    std::optional<std::pair<double, double>> missing = {};
};

struct SavFile {
    std::string label;        // of the whole file, at most 64 bytes
    std::int64_t made_at = 0; // seconds since 1970
    std::vector<SavVariable> variables;
    std::size_t rows = 0;
};

// Writes an SPSS system file (.sav, UTF-8). `fill` is called once for every row in order, with as many empty
// cells as there are variables; an empty cell is SPSS's system-missing, or an empty text. Memory does not
// grow with the number of rows. Errors: what readstat refuses (internal), and those of the sink.
[[nodiscard]] Result<void> write_sav(const ByteSink& sink, const SavFile& file,
                                     FunctionRef<void(std::size_t row, std::span<Cell> cells)> fill);

// Names SPSS takes: beginning with a letter, of letters, digits, _ and points, at most 64 bytes, not ending
// with a point, no word of its language, and no two alike but for capitals.
[[nodiscard]] std::vector<std::string> sav_names(std::span<const std::string> wanted);

} // namespace maerkbar::tables
