#pragma once

// For tests only: the reports of the engine, written down as plainly as possible from their definitions.

#include <cmath>
#include <optional>
#include <set>

#include "event_log/readers/test_generated_log.hpp"

namespace maerkbar::event_log::testing {

using Times = std::vector<Milliseconds>;

inline double quantile(Times values, double share) {
    std::ranges::sort(values);
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const auto above = std::min(below + 1, values.size() - 1);
    return static_cast<double>(values[below]) +
           (place - std::floor(place)) * static_cast<double>(values[above] - values[below]);
}

struct PlainCase {
    std::string name;
    std::vector<Row> rows; // in order
    Milliseconds arrived() const { return rows.front().time; }
    Milliseconds completed() const { return rows.back().time; }
    Milliseconds duration() const { return completed() - arrived(); }
    std::string way() const {
        std::string text = rows.front().activity;
        for (std::size_t i = 1; i < rows.size(); ++i)
            text += "|" + rows[i].activity;
        return text;
    }
};

struct PlainEdge {
    Times gaps;
    std::set<std::string> cases;
};

struct PlainActivity {
    std::size_t events = 0;
    std::map<std::string, std::size_t> cases; // how often in each
    std::size_t starts = 0;
    std::size_t ends = 0;
    Times waits;
};

class BruteForce {
  public:
    explicit BruteForce(const std::vector<Row>& rows) {
        std::map<std::string, std::vector<Row>> by_case;
        for (const auto& row : rows)
            by_case[row.of_case].push_back(row);
        for (auto& [name, mine] : by_case) {
            for (std::size_t i = 1; i < mine.size(); ++i)
                out_of_order += mine[i].time < mine[i - 1].time ? 1 : 0;
            std::ranges::stable_sort(mine, {}, &Row::time);
            cases.push_back({name, mine});
        }
    }

    std::vector<PlainCase> cases; // by name
    std::size_t out_of_order = 0;

    std::map<std::pair<std::string, std::string>, PlainEdge> edges() const {
        std::map<std::pair<std::string, std::string>, PlainEdge> out;
        for (const auto& one : cases)
            for (std::size_t i = 1; i < one.rows.size(); ++i) {
                auto& edge = out[{one.rows[i - 1].activity, one.rows[i].activity}];
                edge.gaps.push_back(one.rows[i].time - one.rows[i - 1].time);
                edge.cases.insert(one.name);
            }
        return out;
    }

    std::map<std::string, PlainActivity> activities() const {
        std::map<std::string, PlainActivity> out;
        for (const auto& one : cases) {
            ++out[one.rows.front().activity].starts;
            ++out[one.rows.back().activity].ends;
            for (std::size_t i = 0; i < one.rows.size(); ++i) {
                auto& activity = out[one.rows[i].activity];
                ++activity.events;
                ++activity.cases[one.name];
                if (i > 0) activity.waits.push_back(one.rows[i].time - one.rows[i - 1].time);
            }
        }
        return out;
    }

    // Text of the way → its cases' durations, and the texts by rank.
    std::map<std::string, Times> ways() const {
        std::map<std::string, Times> out;
        for (const auto& one : cases)
            out[one.way()].push_back(one.duration());
        return out;
    }
    std::vector<std::string> ranked_ways() const {
        const auto all = ways();
        std::vector<std::string> texts;
        for (const auto& [text, durations] : all)
            texts.push_back(text);
        std::ranges::stable_sort(
            texts, [&all](const auto& a, const auto& b) { return all.at(a).size() > all.at(b).size(); });
        return texts;
    }

    std::size_t tied() const {
        std::size_t count = 0;
        for (const auto& one : cases)
            for (std::size_t i = 1; i < one.rows.size(); ++i)
                count += one.rows[i].time == one.rows[i - 1].time ? 1 : 0;
        return count;
    }

    std::map<std::pair<std::string, std::string>, std::size_t> handovers() const {
        std::map<std::pair<std::string, std::string>, std::size_t> out;
        for (const auto& one : cases)
            for (std::size_t i = 1; i < one.rows.size(); ++i)
                if (!one.rows[i - 1].resource.empty() && !one.rows[i].resource.empty())
                    ++out[{one.rows[i - 1].resource, one.rows[i].resource}];
        return out;
    }

    std::size_t open_at(Milliseconds moment) const { return ages_at(moment).size(); }
    Times ages_at(Milliseconds moment) const {
        Times ages;
        for (const auto& one : cases)
            if (one.arrived() < moment && one.completed() >= moment) ages.push_back(moment - one.arrived());
        return ages;
    }
    Times arrived_in(Milliseconds from, Milliseconds to) const {
        Times out;
        for (const auto& one : cases)
            if (one.arrived() >= from && one.arrived() < to) out.push_back(one.duration());
        return out;
    }
    Times completed_in(Milliseconds from, Milliseconds to) const {
        Times out;
        for (const auto& one : cases)
            if (one.completed() >= from && one.completed() < to) out.push_back(one.duration());
        return out;
    }
    double mean_open(Milliseconds from, Milliseconds to) const {
        Milliseconds sum = 0;
        for (const auto& one : cases)
            sum += std::max<Milliseconds>(0, std::min(one.completed(), to) - std::max(one.arrived(), from));
        return static_cast<double>(sum) / static_cast<double>(to - from);
    }
};

} // namespace maerkbar::event_log::testing
