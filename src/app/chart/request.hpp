#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "statistics/chart.hpp"
#include "statistics/making_data_count.hpp"
#include "statistics/prediction.hpp"

namespace maerkbar::app_chart {

enum class Format { csv, summary, json, text, svg };

// What stands on the command line, as text.
struct Arguments {
    std::string file;
    std::string type;
    std::string x;
    std::string y;
    std::string n;
    std::vector<std::string> facets;
    std::optional<long> freeze;
    std::optional<long> fix_after;
    std::vector<std::string> parts;
    std::vector<std::string> exclude;
    std::vector<std::string> rebase;
    bool no_screen = false;
    std::optional<double> centre;
    std::optional<double> multiply;
    std::optional<double> sd;
    std::optional<double> target;
    std::string aggregate;
    std::string direction;
    std::string format;
    std::string language;
};

// The same, understood and consistent.
struct Request {
    std::filesystem::path file;
    std::string x;
    std::string y;
    std::string n; // empty: no denominator
    std::vector<std::string> facets;
    bool making_data_count = false;
    statistics::ChartType type = statistics::ChartType::run;
    statistics::ChartOptions chart;
    statistics::MdcOptions mdc; // without rebase, whose dates mean another point in each series
    std::vector<std::string> rebase;
    statistics::Aggregate aggregate = statistics::Aggregate::mean;
    bool may_aggregate = true; // false: several rows with the same x are an error
    statistics::Improvement direction = statistics::Improvement::increase;
    std::optional<double> target;
    Format format = Format::text;
    std::string language; // of texts: da, nb or en

    // What the target asks for: a floor where more is better, a ceiling where less is.
    [[nodiscard]] statistics::TargetRange target_range() const;
    [[nodiscard]] double multiply() const { return chart.multiply; }
};

// Errors (invalid) name the option in `field`; all of them are bad usage.
Result<Request> understand(const Arguments& arguments);

// da, nb or en from a language option or a locale name ("nb_NO.UTF-8"); Danish where neither says.
std::string language_code(std::string_view option, std::string_view locale);

} // namespace maerkbar::app_chart
