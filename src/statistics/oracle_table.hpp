#pragma once

// For tests only: tables of reference results (see the READMEs in tests/data).

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "statistics/numbers.hpp"

namespace maerkbar::statistics::oracle {

inline const std::filesystem::path free_data = "tests/data/spc";
// Data that may not be released lies beside the repository, where it is present.
inline const std::filesystem::path other_data = "../shared/oracles/spc";

// A comma-separated table by column name; fields may stand in quotation marks.
class Table {
  public:
    explicit Table(const std::filesystem::path& path) {
        std::ifstream file(path);
        std::string line;
        if (std::getline(file, line)) header_ = split(line);
        while (std::getline(file, line))
            rows_.push_back(split(line));
    }

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] bool has(const std::string& column) const { return position(column) < header_.size(); }
    // Empty where the column is not there.
    [[nodiscard]] std::string text(std::size_t row, const std::string& column) const {
        const auto at = position(column);
        return at < rows_[row].size() ? rows_[row][at] : std::string();
    }
    // Missing where the field is empty.
    [[nodiscard]] double number(std::size_t row, const std::string& column) const {
        const auto field = text(row, column);
        return field.empty() ? missing : std::strtod(field.c_str(), nullptr);
    }
    [[nodiscard]] std::vector<double> numbers(const std::string& column) const {
        std::vector<double> values;
        for (std::size_t row = 0; row < size(); ++row)
            values.push_back(number(row, column));
        return values;
    }
    // The rows that have this text in the column.
    [[nodiscard]] std::vector<std::size_t> rows_where(const std::string& column,
                                                      const std::string& value) const {
        std::vector<std::size_t> found;
        for (std::size_t row = 0; row < size(); ++row)
            if (text(row, column) == value) found.push_back(row);
        return found;
    }

  private:
    static std::vector<std::string> split(const std::string& line) {
        std::vector<std::string> fields(1);
        bool quoted = false;
        for (const char c : line) {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                fields.emplace_back();
            else if (c != '\r')
                fields.back() += c;
        }
        return fields;
    }
    [[nodiscard]] std::size_t position(const std::string& column) const {
        std::size_t at = 0;
        while (at < header_.size() && header_[at] != column)
            ++at;
        return at;
    }

    std::vector<std::string> header_;
    std::vector<std::vector<std::string>> rows_;
};

// Equal to 1e-9 relative (of the larger; absolutely near 0), or both missing.
inline bool close(double a, double b) {
    if (is_missing(a) || is_missing(b)) return is_missing(a) && is_missing(b);
    return std::fabs(a - b) <= 1e-9 * std::max({std::fabs(a), std::fabs(b), 1e-3});
}

// "14 15" as numbers.
inline std::vector<std::size_t> list(const std::string& text) {
    std::vector<std::size_t> numbers;
    const char* at = text.c_str();
    for (char* end = nullptr; *at != 0; at = end) {
        const auto number = std::strtoul(at, &end, 10);
        if (end == at) break;
        numbers.push_back(number);
    }
    return numbers;
}

// A rank for every x, so that sorting by it is sorting by x: numbers as they are, other texts alphabetically.
struct Axis {
    std::vector<double> keys;
    bool categorical = false;
};

inline Axis axis_of(const std::vector<std::string>& texts) {
    Axis axis;
    std::map<std::string, double> ranks;
    bool numeric = true;
    bool dates = true;
    for (const auto& text : texts) {
        ranks[text] = 0;
        numeric = numeric && text.find_first_not_of("0123456789.") == std::string::npos;
        dates = dates && text.size() == 10 && text[4] == '-' && text[7] == '-';
    }
    double rank = 0;
    for (auto& [text, value] : ranks)
        value = rank++;
    for (const auto& text : texts)
        axis.keys.push_back(numeric ? std::strtod(text.c_str(), nullptr) : ranks[text]);
    axis.categorical = !numeric && !dates;
    return axis;
}

} // namespace maerkbar::statistics::oracle
