#pragma once

// For tests only: reference results for survey statistics (tests/data/survey/README.md).

#include <cstdint>

#include "statistics/oracle_table.hpp"

namespace maerkbar::statistics::oracle {

inline const std::filesystem::path survey_data = "tests/data/survey";

inline Table survey_table(const char* file) {
    return Table(survey_data / file);
}

// As the README of the tables asks: absolutely up to 1, relatively above; or both missing.
inline bool near(double got, double expected, double tolerance = 1e-8) {
    if (is_missing(got) || is_missing(expected)) return is_missing(got) && is_missing(expected);
    if (std::isinf(expected)) return got == expected;
    return std::fabs(got - expected) <= tolerance * std::max(1.0, std::fabs(expected));
}

inline std::int64_t whole(const Table& table, std::size_t row, const std::string& column) {
    return static_cast<std::int64_t>(std::llround(table.number(row, column)));
}

// The numbers of a column in the rows of one set.
inline std::vector<double> of_set(const Table& table, const std::string& set, const std::string& column) {
    std::vector<double> values;
    for (const auto row : table.rows_where("set", set))
        values.push_back(table.number(row, column));
    return values;
}

// How often each of 1 … `steps` occurs.
inline std::vector<std::int64_t> counts_of(const std::vector<double>& scores, std::size_t steps = 5) {
    std::vector<std::int64_t> counts(steps, 0);
    for (const double score : scores)
        if (!is_missing(score)) ++counts.at(static_cast<std::size_t>(score) - 1);
    return counts;
}

} // namespace maerkbar::statistics::oracle
