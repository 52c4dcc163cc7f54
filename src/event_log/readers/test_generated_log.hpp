#pragma once

// For tests only: random logs as rows, and the same as CSV and XES.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "event_log/zone.hpp"

namespace maerkbar::event_log::testing {

struct Row {
    std::string of_case;
    std::string activity;
    Milliseconds time = 0;
    std::string resource; // may be empty
};

// Few moments, so that many are tied; names that are hard to quote and to order; rows out of order.
class LogGenerator {
  public:
    explicit LogGenerator(unsigned seed) : random_(seed) {}

    std::vector<Row> rows() {
        std::vector<Row> rows;
        const auto cases = 1 + below(40);
        for (unsigned i = 0; i < cases; ++i)
            add_case(case_name(i), rows);
        // Sometimes whole cases in order, sometimes neighbours exchanged, sometimes everything mixed.
        const auto disorder = below(3);
        if (disorder == 1)
            for (std::size_t i = 1; i < rows.size(); i += 3)
                std::swap(rows[i], rows[i - 1]);
        if (disorder == 2) std::ranges::shuffle(rows, random_);
        return rows;
    }

    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  private:
    std::string case_name(unsigned number) {
        if (number == 3) return "NA";
        if (number == 4) return "a case, \"quoted\"";
        return (number % 2 == 0 ? "sag " : "a-case-with-a-long-name-") + std::to_string(number);
    }

    void add_case(const std::string& name, std::vector<Row>& rows) {
        static const std::array<std::string, 8> activities{
            "A", "A|B", "A B", "Åbn, læs", "z \"q\"", "two\nlines", "Svar; 1", "<end> & 'more'"};
        static const std::array<std::string, 4> people{"", "Bo", "Åse", "team-with-a-very-long-name"};
        const auto events = 1 + below(12);
        // Half an hour before the clocks are set back in 2025, in steps of 10 minutes.
        const Milliseconds first = 1'761'435'000'000 + below(200) * 6 * hour_ms;
        for (unsigned i = 0; i < events; ++i)
            rows.push_back({name, activities.at(below(8)), first + below(30) * 10 * minute_ms + below(2) * 7,
                            people.at(below(4))});
    }

    std::mt19937 random_;
};

// The moment with some offset, in one of several spellings.
inline std::string moment_text(Milliseconds time, unsigned style) {
    constexpr std::array<std::pair<const char*, Milliseconds>, 4> offsets{
        {{"Z", 0}, {"+01:00", hour_ms}, {"-0530", -(5 * hour_ms + 30 * minute_ms)}, {"+02", 2 * hour_ms}}};
    const auto& [offset, ahead] = offsets.at(style % 4);
    using namespace std::chrono;
    const sys_time<milliseconds> wall{milliseconds{time + ahead}};
    const auto midnight = floor<days>(wall);
    const year_month_day date{midnight};
    const auto rest = (wall - midnight).count();
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u%c%02d:%02d:%02d.%03d%s",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), style % 2 == 0 ? 'T' : ' ',
                  static_cast<int>(rest / 3'600'000), static_cast<int>(rest / 60'000 % 60),
                  static_cast<int>(rest / 1000 % 60), static_cast<int>(rest % 1000), offset);
    return text.data();
}

inline std::string as_csv(const std::vector<Row>& rows, unsigned seed) {
    std::mt19937 random(seed);
    const char separator = std::array{',', ';', '\t'}.at(seed % 3);
    const std::string line_end = seed % 2 == 0 ? "\n" : "\r\n";
    const auto quoted = [&](const std::string& text) {
        std::string out = "\"";
        for (const char c : text)
            out += c == '"' ? std::string("\"\"") : std::string(1, c);
        return out + '"';
    };
    const auto cell = [&](const std::string& text) {
        const bool needed = text.find_first_of("\",;\t\n") != text.npos;
        return needed || random() % 8 == 0 ? quoted(text) : text;
    };
    std::string csv = std::string("remark") + separator + "timestamp" + separator + "case_id" + separator +
                      "resource" + separator + "activity" + line_end;
    const std::string over_several_parts = std::string(300, 'x') + "\n,\";\n" + std::string(300, 'y');
    for (const auto& row : rows) {
        if (random() % 16 == 0)
            csv += cell(over_several_parts) + separator;
        else
            csv += cell(random() % 4 == 0 ? "several words, and\na line" : "x") + separator;
        csv += moment_text(row.time, static_cast<unsigned>(random())) + separator;
        csv += cell(row.of_case) + separator + cell(row.resource) + separator + cell(row.activity) + line_end;
    }
    return csv;
}

inline std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\n')
            out += "&#10;";
        else
            out += c;
    }
    return out;
}

// Traces in the order of their first row; `with_doctype` makes it a file for libxml2.
inline std::string as_xes(const std::vector<Row>& rows, bool with_doctype) {
    std::vector<std::string> order;
    std::map<std::string, std::string> traces;
    unsigned style = 0;
    const auto attribute = [](const char* kind, const char* key, const std::string& value) {
        return "\t<" + std::string(kind) + " key=\"" + key + "\" value=\"" + escaped(value) + "\"/>\n";
    };
    for (const auto& row : rows) {
        auto& trace = traces[row.of_case];
        if (trace.empty()) order.push_back(row.of_case);
        trace += "<event>\n" + attribute("string", "concept:name", row.activity) +
                 attribute("date", "time:timestamp", moment_text(row.time, style++));
        trace +=
            "\t<list key=\"meta\"><values><string key=\"concept:name\" value=\"nested\"/></values></list>\n";
        if (!row.resource.empty()) trace += attribute("string", "org:resource", row.resource);
        trace += "</event>\n";
    }
    std::string xes = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a > b -->\n";
    if (with_doctype) xes += "<!DOCTYPE log>\n";
    xes += "<log xes.version=\"1.0\">\n<extension name=\"Time\" prefix=\"time\" uri=\"http://x/\"/>\n";
    for (const auto& name : order)
        xes += "<trace>\n" + attribute("string", "concept:name", name) + traces[name] + "</trace>\n";
    return xes + "</log>\n";
}

} // namespace maerkbar::event_log::testing
