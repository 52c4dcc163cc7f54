#include "app/queue/answer.hpp"

#include <algorithm>
#include <cmath>

#include "app/chart/fields.hpp"
#include "app/survival/text_table.hpp"
#include "base/json_writer.hpp"

namespace maerkbar::app_queue {

namespace {

using app_survival::TextTable;

// Three figures or so: 0.012, 1.25, 12.3, 123.
std::string short_number(double value, const web::Language& language) {
    const double size = std::fabs(value);
    if (std::fabs(value - std::round(value)) < 1e-9) return language.number(std::round(value), 0);
    return language.number(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 || size == 0 ? 2 : 3);
}

std::string time_text(double hours, const web::Language& language) {
    const double size = std::fabs(hours);
    if (size < 1.0 / 60) return language("{number} s", {{"number", short_number(hours * 3600, language)}});
    if (size < 1) return language("{number} min", {{"number", short_number(hours * 60, language)}});
    if (size < 48) return language("{number} h", {{"number", short_number(hours, language)}});
    return language("{number} d", {{"number", short_number(hours / 24, language)}});
}

std::string cell_text(const Line& line, const web::Language& language) {
    if (statistics::is_missing(line.value)) return "–";
    auto text = value_text(line.kind, line.value, language);
    if (!statistics::is_missing(line.half_width))
        text += " ± " +
                value_text(line.kind == Kind::whole ? Kind::number : line.kind, line.half_width, language);
    return text;
}

std::vector<std::string> groups_of(const Answer& answer) {
    std::vector<std::string> groups;
    for (const auto& line : answer.lines)
        if (std::find(groups.begin(), groups.end(), line.group) == groups.end()) groups.push_back(line.group);
    return groups;
}

std::vector<const Line*> lines_of(const Answer& answer, const std::string& group) {
    std::vector<const Line*> lines;
    for (const auto& line : answer.lines)
        if (line.group == group) lines.push_back(&line);
    return lines;
}

bool same_keys(const std::vector<const Line*>& a, const std::vector<const Line*>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Line* x, const Line* y) { return x->key == y->key; });
}

// Groups with the same figures stand below each other as one table; a single group as a list.
std::string figures_text(const Answer& answer, const web::Language& language) {
    std::string out;
    const auto groups = groups_of(answer);
    if (groups.size() == 1) {
        TextTable table({"", ""});
        for (const auto& line : answer.lines)
            table.add({line.label, cell_text(line, language)});
        return table.text().substr(1); // without the empty header
    }
    for (std::size_t i = 0; i < groups.size();) {
        const auto first = lines_of(answer, groups[i]);
        std::vector<std::string> header{""};
        for (const auto* line : first)
            header.push_back(line->label);
        TextTable table(header);
        for (; i < groups.size() && same_keys(first, lines_of(answer, groups[i])); ++i) {
            std::vector<std::string> cells{groups[i]};
            for (const auto* line : lines_of(answer, groups[i]))
                cells.push_back(cell_text(*line, language));
            table.add(cells);
        }
        out += (out.empty() ? "" : "\n") + table.text();
    }
    return out;
}

} // namespace

std::string value_text(Kind kind, double value, const web::Language& language) {
    switch (kind) {
        case Kind::number:
            return short_number(value, language);
        case Kind::whole:
            return language.number(value, value == std::round(value) || std::fabs(value) >= 100 ? 0 : 1);
        case Kind::share:
            return language.percent(value, 1);
        case Kind::time:
            return time_text(value, language);
    }
    return {};
}

std::string text_of(const Answer& answer, const web::Language& language) {
    std::string out = answer.title + "\n\n";
    if (!answer.lines.empty()) out += figures_text(answer, language) + "\n";
    for (const auto& sentence : answer.sentences)
        out += app_survival::wrapped(sentence);
    return out;
}

std::string csv_of(const Answer& answer) {
    std::string out = "group,key,value,half_width\n";
    if (answer.overload) {
        app_chart::Fields(out).text("").text("overload").integer(1).nothing().end();
        return out;
    }
    for (const auto& line : answer.lines) {
        app_chart::Fields fields(out);
        fields.text(line.group).text(line.key).number(line.value).number(line.half_width).end();
    }
    return out;
}

std::string json_of(const Answer& answer) {
    JsonWriter json;
    json.begin_object().member("title", answer.title).member("overload", answer.overload);
    json.key("figures").begin_array();
    for (const auto& line : answer.lines) {
        json.begin_object().member("group", line.group).member("key", line.key).member("value", line.value);
        if (!statistics::is_missing(line.half_width)) json.member("half_width", line.half_width);
        json.end_object();
    }
    json.end_array().key("sentences").begin_array();
    for (const auto& sentence : answer.sentences)
        json.value(sentence);
    json.end_array().end_object();
    return json.text() + "\n";
}

} // namespace maerkbar::app_queue
