#include "app/chart/series.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace maerkbar::app_chart {

namespace {

using statistics::MdcOptions;

Error same_x_twice(std::string_view x, std::uint32_t line) {
    return {ErrorKind::invalid,
            "chart.same_x_twice",
            "Line {line}: there is another row for {x} in the same series. Correct the file, or say with "
            "--aggregate "
            "how such rows are taken together.",
            {{"line", std::to_string(line)}, {"x", std::string(x)}}};
}

// An error of the calculation names the point; a person looks for the line.
Error at_line(Error error, const Facets::Rows& rows, const std::vector<std::size_t>& first_row) {
    for (const auto& [name, value] : error.arguments) {
        std::size_t point = 0;
        std::from_chars(value.data(), value.data() + value.size(), point);
        if (name != "point" || point < 1 || point > first_row.size()) continue;
        error.arguments.emplace_back("at_line", std::to_string(rows.line[first_row[point - 1]]));
        break;
    }
    return error;
}

class SeriesMaker {
  public:
    SeriesMaker(const Facets& facets, std::size_t facet, const Request& request)
        : facets_(facets), request_(request), rows_(facets.rows(facet)) {
        if (!request.facets.empty()) made_.facet = facets.name(facet);
    }

    Result<ChartedSeries> make() {
        if (auto grouped = group(); !grouped) return grouped.error();
        auto drawn = request_.making_data_count ? draw_mdc() : draw_chart();
        if (!drawn) return named(at_line(drawn.error(), rows_, first_row_));
        return std::move(made_);
    }

  private:
    Result<void> group() {
        std::vector<double> keys;
        keys.reserve(rows_.x.size());
        for (const auto x : rows_.x)
            keys.push_back(facets_.x_key(x));
        auto series = statistics::group_rows({keys, rows_.y, rows_.n}, request_.aggregate);
        if (!request_.may_aggregate && series.points.size() < rows_.x.size()) return twice(keys);
        made_.points = std::move(series.points);
        first_row_ = std::move(series.first_row);
        made_.x.reserve(first_row_.size());
        made_.keys.reserve(first_row_.size());
        for (const auto row : first_row_) {
            made_.x.push_back(facets_.x_text(rows_.x[row]));
            made_.keys.push_back(keys[row]);
        }
        return {};
    }

    Error twice(const std::vector<double>& keys) const {
        for (std::size_t row = 1; row < keys.size(); ++row)
            for (std::size_t before = 0; before < row; ++before)
                if (keys[before] == keys[row])
                    return named(same_x_twice(facets_.x_text(rows_.x[row]), rows_.line[row]));
        return {};
    }

    // Which series it was, if there are several.
    Error named(Error error) const {
        if (!made_.facet.empty()) error.arguments.emplace_back("in_series", joined(made_.facet, ", "));
        return error;
    }

    Result<void> draw_chart() {
        if (!facets_.categorical()) {
            made_.chart = TRY(statistics::chart(request_.type, made_.points, request_.chart));
            return {};
        }
        auto options = request_.chart;
        options.categorical = true;
        made_.chart = TRY(statistics::chart(request_.type, made_.points, options));
        return {};
    }

    Result<void> draw_mdc() {
        std::vector<double> values;
        for (const auto& point : made_.points)
            values.push_back(point.value * request_.multiply());
        auto options = request_.mdc;
        for (const auto& date : request_.rebase)
            options.rebase.push_back(TRY(first_from(date)));
        made_.first_group = std::count(options.rebase.begin(), options.rebase.end(), 0U) > 0 ? 1 : 0;
        made_.chart = TRY(statistics::making_data_count(values, options));
        return {};
    }

    // The first point at or after a rebase date.
    Result<std::size_t> first_from(const std::string& date) const {
        const auto key = facets_.key_of(date);
        const auto found = std::lower_bound(made_.keys.begin(), made_.keys.end(), key.value_or(0));
        if (!key || found == made_.keys.end())
            return Error{ErrorKind::invalid,
                         "mdc.no_rebase_point",
                         "There is no point at or after the rebase date {date}.",
                         {{"date", date}},
                         "--rebase"};
        return static_cast<std::size_t>(found - made_.keys.begin());
    }

    const Facets& facets_;
    const Request& request_;
    Facets::Rows rows_;
    std::vector<std::size_t> first_row_;
    ChartedSeries made_;
};

} // namespace

Result<ChartedSeries> chart_series(const Facets& facets, std::size_t facet, const Request& request) {
    return SeriesMaker(facets, facet, request).make();
}

} // namespace maerkbar::app_chart
