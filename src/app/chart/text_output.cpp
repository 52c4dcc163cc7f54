// A chart in the terminal: a small picture, its legend and the sentence.
#include <algorithm>
#include <cmath>

#include "app/chart/output.hpp"
#include "app/chart/sentence.hpp"
#include "app/chart/value_text.hpp"

namespace maerkbar::app_chart {

namespace {

constexpr std::size_t rows = 15;
constexpr std::size_t widest = 96; // columns for points
constexpr std::size_t label_every = 7;

class Canvas {
  public:
    explicit Canvas(std::size_t columns, Extent extent)
        : cells_(rows, std::vector<const char*>(columns, " ")), extent_(extent) {}

    void put(double value, std::size_t column, const char* mark) {
        if (std::isfinite(value)) cells_[row_of(value)][column] = mark;
    }
    [[nodiscard]] double value_at(std::size_t row) const {
        return extent_.highest - (extent_.highest - extent_.lowest) * static_cast<double>(row) / (rows - 1);
    }
    // Every seventh row has its value beside it; where all values are the same, only that one.
    [[nodiscard]] bool labelled(std::size_t row) const {
        return extent_.highest > extent_.lowest ? row % label_every == 0 : row == rows / 2;
    }
    [[nodiscard]] const std::vector<const char*>& row(std::size_t row) const { return cells_[row]; }

  private:
    [[nodiscard]] std::size_t row_of(double value) const {
        const double height = extent_.highest - extent_.lowest;
        if (!(height > 0)) return rows / 2;
        return static_cast<std::size_t>(std::lround((extent_.highest - value) / height * (rows - 1)));
    }

    std::vector<std::vector<const char*>> cells_;
    Extent extent_;
};

// How many characters a UTF-8 text shows as.
std::size_t shown(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string right_aligned(const std::string& text, std::size_t width) {
    const auto length = shown(text);
    return std::string(length < width ? width - length : 0, ' ') + text;
}

std::string title_of(const ChartedSeries& series, const OutputContext& context) {
    std::string title;
    for (const auto& cell : series.facet)
        title += (title.empty() ? "" : ", ") + cell;
    return title.empty() ? context.case_id : title;
}

class Picture {
  public:
    Picture(const ChartedSeries& series, const OutputContext& context)
        : series_(series),
          request_(context.request),
          first_(series.x.size() - std::min(series.x.size(), widest)),
          step_(series.x.size() - first_ <= widest / 2 ? 2 : 1),
          columns_((series.x.size() - first_) * step_),
          canvas_(columns_, extent_of(series, context.request)),
          value_(series, context.request, context.language) {
        draw();
    }

    void append_to(std::string& out) const {
        std::size_t width = 0;
        for (std::size_t row = 0; row < rows; ++row)
            if (canvas_.labelled(row)) width = std::max(width, shown(value_(canvas_.value_at(row))));
        for (std::size_t row = 0; row < rows; ++row) {
            const bool labelled = canvas_.labelled(row);
            out += right_aligned(labelled ? value_(canvas_.value_at(row)) : "", width) +
                   (labelled ? " ┤" : " │");
            for (const char* cell : canvas_.row(row))
                out += cell;
            out += '\n';
        }
        append_axis(out, width + 1);
    }

  private:
    void draw() {
        for (std::size_t column = 0; column < columns_; ++column) {
            const auto point = drawn_point(series_, first_ + column / step_);
            canvas_.put(request_.target.value_or(statistics::missing), column, "═");
            canvas_.put(point.lower, column, "┄");
            canvas_.put(point.upper, column, "┄");
            canvas_.put(point.centre, column, "─");
        }
        for (std::size_t i = first_; i < series_.x.size(); ++i) {
            const auto point = drawn_point(series_, i);
            canvas_.put(point.y, (i - first_) * step_, !point.include ? "○" : point.signal ? "◆" : "●");
        }
    }

    void append_axis(std::string& out, std::size_t indent) const {
        const std::string from(series_.x[first_]);
        const std::string to(series_.x.back());
        out += std::string(indent, ' ') + "└";
        for (std::size_t column = 0; column < columns_; ++column)
            out += "─";
        const auto used = shown(from) + shown(to);
        out += '\n' + std::string(indent + 1, ' ') + from;
        if (series_.x.size() - first_ > 1)
            out += std::string(used + 2 < columns_ ? columns_ - used : 2, ' ') + to;
        out += '\n';
    }

    const ChartedSeries& series_;
    const Request& request_;
    std::size_t first_; // point: of a long series the latest are shown
    std::size_t step_;
    std::size_t columns_;
    Canvas canvas_;
    ValueText value_;
};

bool any_point(const ChartedSeries& series, bool (*is)(const DrawnPoint&)) {
    for (std::size_t i = 0; i < series.x.size(); ++i)
        if (is(drawn_point(series, i))) return true;
    return false;
}

std::string legend(const ChartedSeries& series, const OutputContext& context) {
    const auto& language = context.language;
    const bool mdc = context.request.making_data_count;
    std::string out = "● " + language("value");
    if (any_point(series, [](const DrawnPoint& point) { return point.signal; }))
        out += "   ◆ " + (mdc ? language("special cause") : language("outside the limits"));
    if (any_point(series, [](const DrawnPoint& point) { return !point.include; }))
        out += "   ○ " + language("left out");
    out += "   ─ " + language("level");
    if (any_point(series, [](const DrawnPoint& point) { return std::isfinite(point.upper); }))
        out += "   ┄ " + language("limits");
    if (context.request.target) out += "   ═ " + language("target");
    if (series.x.size() > widest)
        out += "   (" +
               language("{count} of {all} points are shown",
                        {{"count", language.integer(static_cast<std::int64_t>(widest))},
                         {"all", language.integer(static_cast<std::int64_t>(series.x.size()))}}) +
               ")";
    return out;
}

} // namespace

void append_text(std::string& out, const ChartedSeries& series, const OutputContext& context) {
    out += title_of(series, context) + '\n';
    Picture(series, context).append_to(out);
    out += legend(series, context) + "\n\n" + sentence(series, context) + '\n';
}

} // namespace maerkbar::app_chart
