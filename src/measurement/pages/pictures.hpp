#pragma once

#include <vector>

#include "measurement/decision_store.hpp"
#include "measurement/definition.hpp"
#include "measurement/verdict.hpp"
#include "web/chart/picture.hpp"
#include "web/language.hpp"
#include "web/parts/tags.hpp"

namespace maerkbar::measurement {

// A verdict drawn: the same points, limits and targets as in the sentence.
struct Drawing {
    const web::Language& language;
    const Definition& definition;
    const Verdict& verdict;
    Date today;
};

[[nodiscard]] web::chart::ControlChartPicture control_chart_of(const Drawing& drawing,
                                                               const std::vector<Note>& notes);
// The days between rare events, where the verdict judges them.
[[nodiscard]] web::chart::ControlChartPicture between_chart_of(const Drawing& drawing);
// The last `most` periods.
[[nodiscard]] web::chart::SparklinePicture sparkline_of(const Drawing& drawing, std::size_t most = 24);
// How values of this indicator are written on an axis, and what they are multiplied by first (durations in
// minutes).
[[nodiscard]] web::chart::NumberStyle axis_style(const Drawing& drawing);
[[nodiscard]] double axis_scale(const Drawing& drawing);

// The words of the verdict: target first, then change, then what to expect.
[[nodiscard]] std::vector<web::parts::TagKind> tags_of(const Verdict& verdict);
// "1.204 af 1.384", or how many rows where there is no numerator; empty where it would say nothing.
[[nodiscard]] std::string remark_of(const web::Language& language, const VerdictPoint& point);

} // namespace maerkbar::measurement
