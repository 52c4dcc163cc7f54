#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/chart/rows.hpp"

namespace maerkbar::app_chart {

// All series of a file, each with its rows side by side, in the order of their names.
class Facets {
  public:
    // Errors: an x that is not a date or a number though those before it are.
    static Result<Facets> arrange(FileRows file);

    [[nodiscard]] std::size_t size() const { return order_.size(); }
    [[nodiscard]] bool categorical() const { return kind_ == AxisKind::category; }
    [[nodiscard]] AxisKind kind() const { return kind_; }

    // The rows of one series, in the order of the file.
    struct Rows {
        std::span<const std::uint32_t> x;
        std::span<const std::uint32_t> line;
        std::span<const double> y;
        std::span<const double> n;
    };
    [[nodiscard]] std::vector<std::string> name(std::size_t facet) const; // one text a facet column
    [[nodiscard]] Rows rows(std::size_t facet) const;
    [[nodiscard]] const std::string& x_text(std::uint32_t x) const { return xs_[x]; }
    [[nodiscard]] double x_key(std::uint32_t x) const { return keys_[x]; }
    // The key of an x given on the command line.
    [[nodiscard]] std::optional<double> key_of(std::string_view text) const;

  private:
    void number_names(FileRows& file);
    Result<void> make_keys(const FileRows& file);
    void place_rows(const FileRows& file);
    void sort_names();

    AxisKind kind_ = AxisKind::number;
    CellRules rules_;
    Names names_;
    Names xs_;
    std::vector<double> keys_;         // by x
    std::vector<std::size_t> begin_;   // by facet number: its first row; one more at the end
    std::vector<std::uint32_t> order_; // facet numbers by name
    std::vector<std::uint32_t> x_;
    std::vector<std::uint32_t> line_;
    std::vector<double> y_;
    std::vector<double> n_;
};

} // namespace maerkbar::app_chart
