#include "sources/surveys/taking_out/protection.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace maerkbar::surveys {

namespace {

using Rows = std::vector<std::size_t>;

// Splits one group by a column; rows of rare values end up together as withheld.
std::vector<Rows> split(Background& background, const Rows& group, std::size_t column, std::size_t minimum) {
    std::map<std::string, Rows> by_value;
    for (const auto row : group)
        by_value[background[row][column]].push_back(row);
    std::vector<Rows> kept;
    Rows rare;
    for (auto& [value, rows] : by_value)
        if (value == withheld || rows.size() < minimum)
            rare.insert(rare.end(), rows.begin(), rows.end());
        else
            kept.push_back(std::move(rows));
    std::ranges::stable_sort(kept, {}, &Rows::size);
    // Who knows the total of a group could else work out the few that are hidden.
    while (!rare.empty() && rare.size() < minimum && !kept.empty()) {
        rare.insert(rare.end(), kept.front().begin(), kept.front().end());
        kept.erase(kept.begin());
    }
    for (const auto row : rare)
        background[row][column] = withheld;
    if (!rare.empty()) kept.push_back(std::move(rare));
    return kept;
}

std::string number_text(double number) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    return std::string(buffer, end);
}

// The narrowest of 1, 2, 5, 10, 20, … that covers the range with ten bands.
double band_width(double range) {
    double width = 1;
    for (const double step : {2.0, 2.5, 2.0, 2.0, 2.5, 2.0, 2.0, 2.5, 2.0, 2.0, 2.5, 2.0}) {
        if (width * 10 >= range) break;
        width *= step;
    }
    return width;
}

} // namespace

std::vector<std::optional<WeekSpan>> closed_spans(std::span<const Candidate> candidates, Date running,
                                                  std::int64_t minimum) {
    std::map<std::int64_t, std::map<Date, Rows>> places;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (candidates[i].week < running) places[candidates[i].place][candidates[i].week].push_back(i);
    std::vector<std::optional<WeekSpan>> spans(candidates.size());
    for (const auto& [place, weeks] : places) {
        Rows waiting;
        Date first;
        for (const auto& [week, rows] : weeks) {
            if (waiting.empty()) first = week;
            waiting.insert(waiting.end(), rows.begin(), rows.end());
            if (static_cast<std::int64_t>(waiting.size()) < minimum) continue;
            for (const auto row : waiting)
                spans[row] = WeekSpan{first, week};
            waiting.clear();
        }
    }
    return spans;
}

void withhold_rare(Background& rows, std::span<const std::int64_t> groups, std::int64_t minimum) {
    if (rows.empty()) return;
    std::map<std::int64_t, Rows> by_group;
    for (std::size_t row = 0; row < rows.size(); ++row)
        by_group[groups[row]].push_back(row);
    std::vector<Rows> classes;
    for (auto& [group, members] : by_group)
        classes.push_back(std::move(members));
    for (std::size_t column = 0; column < rows.front().size(); ++column) {
        std::vector<Rows> finer;
        for (const auto& members : classes)
            for (auto& part : split(rows, members, column, static_cast<std::size_t>(minimum)))
                finer.push_back(std::move(part));
        classes = std::move(finer);
    }
}

std::string band_of(double number, std::optional<double> least, std::optional<double> most) {
    const double width = least && most ? band_width(*most - *least) : 10;
    const double from = std::floor(number / width) * width;
    if (width == 1) return number_text(from);
    return number_text(from) + "–" + number_text(from + width - 1);
}

} // namespace maerkbar::surveys
