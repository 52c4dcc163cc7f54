#include "web/parts/chart_figure.hpp"

#include <cmath>

#include "base/function_ref.hpp"
#include "web/chart/comparison.hpp"
#include "web/chart/control_chart.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::web::parts {
namespace {

using chart::format;

// What stands between the thousands, taken from how the language writes one.
std::string group_mark(const Language& language) {
    const std::string thousand = language.integer(1000);
    return thousand.size() > 4 ? thousand.substr(1, thousand.size() - 4) : std::string();
}

std::string decimal_mark(const Language& language) {
    const std::string half = language.number(0.5, 1);
    return half.substr(1, half.size() - 2);
}

// The picture for pages and the one for phones; the style sheet shows the one that fits.
Html both_widths(const std::string& id, FunctionRef<std::string(const std::string&, chart::Width)> draw) {
    Html html = R"(<div class="chart-wide">)"_html;
    html << Html::trusted(draw(id, chart::Width::wide)) << R"(</div><div class="chart-small-box">)"_html;
    return html << Html::trusted(draw(id + "-small", chart::Width::narrow)) << "</div>"_html;
}

Html caption(const std::string& sentence) {
    Html html = R"(<figcaption><p class="chart-sentence">)"_html;
    return html << sentence << "</p></figcaption>"_html;
}

std::string signal_word(const chart::Point& point, const chart::Words& words) {
    if (point.excluded) return words.excluded;
    switch (point.mark) {
        case chart::Mark::improvement:
            return words.improvement;
        case chart::Mark::concern:
            return words.concern;
        case chart::Mark::unusual:
            return words.unusual;
        default:
            return {};
    }
}

Html text_cell(const std::string& text) {
    Html html;
    return html << text;
}

Html name_cell(const std::string& name, const std::string& href) {
    if (href.empty()) return text_cell(name);
    Html html = "<a"_html;
    return html << Attribute{"href", href} << ">"_html << name << "</a>"_html;
}

// The newest row first, as people read it.
Table figures(const chart::ControlChartPicture& picture, const Language& language) {
    const chart::Words words = chart_words(language);
    Table table{picture.title,
                false,
                {{language("Period")},
                 {language("Value"), true},
                 {words.level, true},
                 {language("Lower limit"), true},
                 {language("Upper limit"), true},
                 {language("Remarks")}}};
    for (auto point = picture.points.rbegin(); point != picture.points.rend(); ++point) {
        std::string remarks = signal_word(*point, words);
        if (!remarks.empty() && !point->remark.empty()) remarks += ". ";
        remarks += point->remark;
        std::vector<Html> row = {name_cell(point->label, point->href)};
        for (const double value : {point->y, point->centre, point->lower, point->upper})
            row.push_back(text_cell(format(picture.numbers, value)));
        row.push_back(text_cell(remarks));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Html note_list(const std::vector<chart::Note>& notes) {
    if (notes.empty()) return {};
    Html html = R"(<ol class="chart-notes">)"_html;
    for (const chart::Note& note : notes)
        html << "<li>"_html << note.text << "</li>"_html;
    return html << "</ol>"_html;
}

Html downloads(const ChartFigure& figure, const Language& language) {
    std::vector<Crumb> links;
    const auto add = [&](const std::string& href, const char* kind) {
        if (!href.empty()) links.push_back({language("Download {format}", {{"format", kind}}), href});
    };
    add(figure.csv_href, "CSV");
    add(figure.xlsx_href, "XLSX");
    add(figure.svg_href, "SVG");
    return links.empty() ? Html() : link_line(links);
}

} // namespace

chart::Words chart_words(const Language& language) {
    return {.level = language("Level"),
            .limits = language("Expected variation"),
            .target = language("Target"),
            .improvement = language("Sign of improvement"),
            .concern = language("Sign of decline"),
            .unusual = language("Unusual"),
            .excluded = language("Left out of the calculation"),
            .baseline = language("Baseline"),
            .note = language("Note"),
            .no_data = language("There is nothing to draw yet.")};
}

chart::NumberStyle share_style(const Language& language, int decimals) {
    const std::string one = language.percent(1);
    chart::NumberStyle style = number_style(language, decimals);
    style.factor = 100;
    style.suffix = one.substr(3);
    return style;
}

chart::NumberStyle number_style(const Language& language, int decimals, std::string_view unit) {
    chart::NumberStyle style{decimal_mark(language), group_mark(language), 1, decimals, ""};
    if (!unit.empty()) (style.suffix = "\u00a0") += unit;
    return style;
}

Html chart_figure(const ChartFigure& figure, const Language& language) {
    const chart::Words words = chart_words(language);
    chart::ControlChartPicture picture = figure.picture;
    const auto draw = [&](const std::string& id, chart::Width width) {
        picture.id = id;
        return chart::control_chart(picture, words, {.width = width, .links = figure.links});
    };
    Html html = R"(<figure class="chart-figure">)"_html;
    html << caption(figure.picture.description) << both_widths(figure.picture.id, draw)
         << note_list(figure.picture.notes);
    if (!figure.picture.points.empty())
        html << disclosure(language("Show the figures as a table"), table(figures(figure.picture, language)));
    return html << downloads(figure, language) << "</figure>"_html;
}

Html comparison_figure(const ComparisonFigure& figure, const Language& language) {
    const chart::Words words = chart_words(language);
    chart::ComparisonPicture picture = figure.picture;
    const auto draw = [&](const std::string& id, chart::Width width) {
        picture.id = id;
        return chart::comparison(picture, words, {.width = width, .links = true});
    };
    Table rows{figure.picture.title,
               false,
               {{figure.name_heading},
                {language("Value"), true},
                {language("Lowest"), true},
                {language("Highest"), true},
                {language("Remarks")}}};
    const bool with_status = figure.status.size() == figure.picture.rows.size();
    if (with_status) rows.columns.push_back({figure.status_heading});
    for (const chart::ComparisonRow& row : figure.picture.rows) {
        std::vector<Html> cells{name_cell(row.label, row.href), text_cell(format(picture.numbers, row.value)),
                                text_cell(format(picture.numbers, row.lower)),
                                text_cell(format(picture.numbers, row.upper)), text_cell(row.remark)};
        if (with_status) cells.push_back(figure.status[rows.rows.size()]);
        rows.rows.push_back(std::move(cells));
    }
    Html html = R"(<figure class="chart-figure">)"_html;
    html << caption(figure.picture.description) << both_widths(figure.picture.id, draw);
    return html << disclosure(language("Show the figures as a table"), table(rows)) << "</figure>"_html;
}

} // namespace maerkbar::web::parts
