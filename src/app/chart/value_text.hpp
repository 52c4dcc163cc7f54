#pragma once

#include <string>

#include "app/chart/series.hpp"
#include "web/language.hpp"

namespace maerkbar::app_chart {

// How the figures of one series are written for people: with as many decimals as its spread needs, shares in
// per cent.
class ValueText {
  public:
    ValueText(const ChartedSeries& series, const Request& request, const web::Language& language);
    [[nodiscard]] std::string operator()(double value) const;
    // As exactly as the number is given: a target of 95 is not written 95.0, one of 2.25 not 2.3.
    [[nodiscard]] std::string as_given(double value) const;
    // Like operator(), but whole numbers without decimals, as counts are written.
    [[nodiscard]] std::string compact(double value) const;
    [[nodiscard]] bool is_share() const { return share_; }
    [[nodiscard]] int decimals() const { return decimals_; }

  private:
    [[nodiscard]] std::string with(int decimals, double value) const;

    const web::Language& language_;
    bool share_ = false;
    int decimals_ = 0;
};

// Smallest and largest of all that is drawn: values, limits and target. Equal where there is nothing.
struct Extent {
    double lowest = 0;
    double highest = 0;
};
Extent extent_of(const ChartedSeries& series, const Request& request);

// The same for both kinds of chart: a point as it is drawn.
struct DrawnPoint {
    double y = statistics::missing;
    double centre = statistics::missing;
    double lower = statistics::missing;
    double upper = statistics::missing;
    bool signal = false;
    bool include = true;
};
DrawnPoint drawn_point(const ChartedSeries& series, std::size_t index);

} // namespace maerkbar::app_chart
