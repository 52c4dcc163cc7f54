#include "event_log/oddities.hpp"

namespace maerkbar::event_log {

namespace {

constexpr std::size_t longest_text = 60; // bytes of a cell that are quoted

constexpr std::array<std::string_view, oddity_count> names{
    "no_case",       "no_activity",      "no_time",           "unreadable_time",  "no_step",
    "too_few_cells", "too_many_cells",   "date_only",         "no_offset",        "time_twice",
    "time_never",    "implausible_time", "missing_like_case", "steps_disordered", "repeated_case",
    "default_value", "mended_text",      "status_disagrees"};

// Cut between two characters of UTF-8.
std::string_view shortened(std::string_view text) {
    if (text.size() <= longest_text) return text;
    auto size = longest_text;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
        --size;
    return text.substr(0, size);
}

} // namespace

std::string_view name_of(Oddity oddity) {
    return names.at(static_cast<std::size_t>(oddity));
}

void Oddities::add(Oddity oddity, std::size_t line, std::string_view text) {
    auto& tally = tallies_.at(index(oddity));
    if (tally.count++ < kept) tally.first.push_back({line, std::string(shortened(text))});
}

void Oddities::append(const Oddities& following, std::size_t lines_before) {
    for (std::size_t i = 0; i < oddity_count; ++i) {
        auto& tally = tallies_.at(i);
        const auto& more = following.tallies_.at(i);
        tally.count += more.count;
        for (const auto& finding : more.first)
            if (tally.first.size() < kept) tally.first.push_back({finding.line + lines_before, finding.text});
    }
}

void Oddities::rewrite(FunctionRef<std::string(std::string_view)> rewritten) {
    for (auto& tally : tallies_)
        for (auto& finding : tally.first)
            finding.text = rewritten(finding.text);
}

std::size_t Oddities::left_out() const {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < oddity_count; ++i)
        if (leaves_out(static_cast<Oddity>(i))) sum += tallies_.at(i).count;
    return sum;
}

} // namespace maerkbar::event_log
