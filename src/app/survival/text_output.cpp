// Waiting times in the terminal: a table, the curves, how cases ended, and the statement.
#include <algorithm>
#include <cmath>

#include "app/survival/output.hpp"
#include "app/survival/text_table.hpp"

namespace maerkbar::app_survival {

namespace {

constexpr std::size_t columns = 72;
constexpr std::size_t rows = 12;
constexpr std::array<const char*, most_curves> marks{"●", "○", "▲", "△"};

std::string quantile_text(const statistics::TimeQuantile& quantile, const Report& report) {
    const auto& language = report.language;
    if (statistics::is_missing(quantile.time)) return language("not reached");
    const auto limit = [&](double value) {
        return statistics::is_missing(value) ? std::string("…") : number_text(value, language);
    };
    return number_text(quantile.time, language) + " (" + limit(quantile.limits.lower) + "–" +
           limit(quantile.limits.upper) + ")";
}

std::string count_text(std::size_t count, const Report& report) {
    return report.language.integer(static_cast<std::int64_t>(count));
}

std::string figures_table(const Report& report) {
    const auto& language = report.language;
    TextTable table({"", language("cases"), language("open"), language("half within"),
                     language("3 of 4 within"), language("9 of 10 within")});
    const auto add = [&](const GroupResult& group) {
        const auto& curve = group.curve;
        table.add({group_text(group.name, report), count_text(curve.cases, report),
                   count_text(curve.cases - curve.ended, report), quantile_text(group.quantiles[0], report),
                   quantile_text(group.quantiles[1], report), quantile_text(group.quantiles[2], report)});
    };
    for (const auto& group : report.analysis.groups)
        add(group);
    add(report.analysis.all);
    return table.text();
}

double share_open_at(const statistics::SurvivalCurve& curve, double time) {
    const auto after = std::upper_bound(
        curve.points.begin(), curve.points.end(), time,
        [](double value, const statistics::SurvivalPoint& point) { return value < point.time; });
    return after == curve.points.begin() ? 1 : std::prev(after)->share_open;
}

// The time by which nearly all that will be seen has been seen.
double last_shown(const std::vector<const GroupResult*>& drawn) {
    double last = 0;
    for (const auto* group : drawn) {
        const double late = statistics::time_quantile(group->curve, 0.98).time;
        const double seen = group->curve.points.empty() ? 0 : group->curve.points.back().time;
        last = std::max(last, statistics::is_missing(late) ? seen : late);
    }
    return last;
}

std::string picture(const Report& report) {
    const auto drawn = drawn_curves(report.analysis);
    const double last = last_shown(drawn);
    if (!(last > 0)) return {};
    std::vector<std::vector<const char*>> cells(rows + 1, std::vector<const char*>(columns, " "));
    for (std::size_t k = drawn.size(); k-- > 0;) {
        const auto& curve = drawn[k]->curve;
        for (std::size_t column = 0; column < columns; ++column) {
            const double time = last * static_cast<double>(column) / (columns - 1);
            if (time > curve.points.back().time) break;
            const auto row = static_cast<std::size_t>(std::lround((1 - share_open_at(curve, time)) * rows));
            cells[row][column] = marks[k];
        }
    }
    std::string out;
    for (std::size_t row = 0; row <= rows; ++row) {
        out += row % 3 == 0
                   ? right_aligned(report.language.percent(1 - static_cast<double>(row) / rows), 6) + " ┤"
                   : std::string(7, ' ') + "│";
        for (const char* cell : cells[row])
            out += cell;
        out += '\n';
    }
    out += std::string(7, ' ') + "└";
    for (std::size_t column = 0; column < columns; ++column)
        out += "─";
    const auto end = time_text(std::round(last), report);
    out += "\n        0" + right_aligned(end, columns - 1) + "\n        ";
    for (std::size_t k = 0; k < drawn.size(); ++k)
        out += std::string(k == 0 ? "" : "   ") + marks[k] + " " + group_text(drawn[k]->name, report);
    return out + "   (" + report.language("share still open") + ")\n";
}

// Round times within what was observed.
std::vector<double> shown_times(const statistics::SurvivalCurve& curve) {
    std::vector<double> times;
    for (const double time : {1, 3, 7, 14, 30, 60, 90, 180, 365, 730, 1825})
        if (!curve.points.empty() && time <= curve.points.back().time) times.push_back(time);
    if (times.size() > 5) times.erase(times.begin(), times.end() - 5);
    return times;
}

const statistics::EndingPoint* ending_at(const GroupResult& group, double time) {
    const statistics::EndingPoint* found = nullptr;
    for (const auto& point : group.endings)
        if (point.time <= time) found = &point;
    return found;
}

std::string endings_table(const GroupResult& group, const Report& report) {
    const auto& language = report.language;
    const auto times = shown_times(group.curve);
    std::vector<std::string> header{group_text(group.name, report)};
    for (const double time : times)
        header.push_back(number_text(time, language));
    TextTable table(header);
    const auto add = [&](const std::string& name, auto share_of) {
        std::vector<std::string> cells{name};
        for (const double time : times) {
            const auto* point = ending_at(group, time);
            cells.push_back(language.percent(point != nullptr ? share_of(*point) : share_of({}), 0));
        }
        table.add(cells);
    };
    for (std::size_t way = 0; way < report.file.endings.size(); ++way)
        add(report.file.endings[way], [way](const statistics::EndingPoint& point) {
            return way < point.endings.size() ? point.endings[way].share : 0;
        });
    add(language("still open"), [](const statistics::EndingPoint& point) { return point.share_open; });
    return table.text();
}

std::string endings_text(const Report& report) {
    if (report.file.endings.empty()) return {};
    std::string out =
        "\n" + report.language("How cases have ended after so long ({unit})", {{"unit", unit_text(report)}}) +
        "\n\n";
    for (const auto* group : drawn_curves(report.analysis))
        out += endings_table(*group, report) + "\n";
    return out;
}

std::string heading(const Report& report) {
    const auto& language = report.language;
    std::string out = title_text(report) + ": " + language("open cases counted");
    if (report.file.as_of)
        out += ", " +
               language("as it stood at the start of {date}", {{"date", language.date(*report.file.as_of)}});
    return out + " (" + unit_text(report) + ")\n\n";
}

std::string tests_text(const Report& report) {
    const auto& analysis = report.analysis;
    if (!analysis.log_rank || analysis.comparison || statistics::is_missing(analysis.log_rank->p)) return {};
    return "\n" +
           report.language("Do the groups differ? Log-rank test {p}, Peto's test {q}.",
                           {{"p", p_text(analysis.log_rank->p, report.language)},
                            {"q", p_text(analysis.peto->p, report.language)}}) +
           "\n";
}

} // namespace

std::vector<const GroupResult*> drawn_curves(const Analysis& analysis) {
    std::vector<const GroupResult*> drawn;
    for (const auto& group : analysis.groups) {
        const bool compared = analysis.comparison && (group.name == analysis.comparison->before ||
                                                      group.name == analysis.comparison->after);
        if ((!analysis.comparison || compared) && drawn.size() < most_curves && group.curve.cases > 0)
            drawn.push_back(&group);
    }
    if (drawn.empty()) drawn.push_back(&analysis.all);
    return drawn;
}

std::string text_output(const Report& report) {
    std::string out = heading(report) + figures_table(report);
    out += report.language("In brackets: 95 % limits; … where the observation does not reach that far.") +
           "\n\n";
    out += picture(report) + endings_text(report) + tests_text(report);
    for (const auto& sentence : statement(report))
        out += "\n" + wrapped(sentence);
    const auto remarks = notes(report);
    if (!remarks.empty()) out += "\n";
    for (const auto& note : remarks)
        out += wrapped(note);
    return out;
}

} // namespace maerkbar::app_survival
