#pragma once

#include <string>

#include "web/chart/picture.hpp"
#include "web/html.hpp"
#include "web/language.hpp"

// Charts as they stand on pages: the sentence first, the picture for this width, and the same figures as a
// table.
namespace maerkbar::web::parts {

// The words inside charts in the reader's language.
[[nodiscard]] chart::Words chart_words(const Language& language);

// Numbers of a chart as the language writes them. A share is shown in percent.
[[nodiscard]] chart::NumberStyle share_style(const Language& language, int decimals = 0);
// `unit` follows after a no-break space: "dage"; empty for bare numbers.
[[nodiscard]] chart::NumberStyle number_style(const Language& language, int decimals,
                                              std::string_view unit = {});

struct ChartFigure {
    chart::ControlChartPicture picture;
    std::string csv_href = {}; // "Download" links beside the table; empty leaves them out
    std::string xlsx_href = {};
    std::string svg_href = {};
    bool links = true; // points lead to their rows
};
[[nodiscard]] Html chart_figure(const ChartFigure& figure, const Language& language);

struct ComparisonFigure {
    chart::ComparisonPicture picture;
    std::string name_heading;        // heading of the first column: "Enhed"
    std::string status_heading = {}; // of a column in the table with a tag for each row
    std::vector<Html> status = {};   // as many as rows; none leaves the column out
};
[[nodiscard]] Html comparison_figure(const ComparisonFigure& figure, const Language& language);

} // namespace maerkbar::web::parts
