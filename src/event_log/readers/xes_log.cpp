#include "event_log/readers/xes_log.hpp"

#include <algorithm>

#include "event_log/readers/find_columns.hpp"

namespace maerkbar::event_log {

namespace {

constexpr std::string_view of_trace = "case:";
constexpr std::size_t case_slot = 0;
constexpr std::size_t time_slot = 2;

void set_if_empty(std::string& name, std::string_view usual) {
    if (name.empty()) name = usual;
}

} // namespace

// Asked twice for every element of a file, so the first letter and the size choose the one name to compare
// with.
XesElement xes_element(std::string_view name) {
    const auto is = [name](std::string_view known, XesElement element) {
        return name == known ? element : XesElement::other;
    };
    if (name.empty()) return XesElement::other;
    switch (name.front()) {
        case 's':
            return is("string", XesElement::attribute);
        case 'd':
            return is("date", XesElement::attribute);
        case 'e':
            return is("event", XesElement::event);
        case 'i':
            return is(name.size() == 2 ? "id" : "int", XesElement::attribute);
        case 'f':
            return is("float", XesElement::attribute);
        case 'b':
            return is("boolean", XesElement::attribute);
        case 't':
            return is("trace", XesElement::trace);
        case 'c':
            return is("container", XesElement::attribute);
        case 'v':
            return is("values", XesElement::values);
        case 'g':
            return is("global", XesElement::global);
        case 'l':
            return name == "list" ? XesElement::attribute : is("log", XesElement::log);
        default:
            return XesElement::other;
    }
}

LogColumns xes_columns(const LogColumns& wanted) {
    auto columns = wanted;
    set_if_empty(columns.case_id, "case:concept:name");
    set_if_empty(columns.activity, "concept:name");
    set_if_empty(columns.time, "time:timestamp");
    set_if_empty(columns.resource, "org:resource");
    set_if_empty(columns.lifecycle, "lifecycle:transition");
    set_if_empty(columns.instance, "concept:instance");
    return columns;
}

XesLog::XesLog(const LogColumns& columns, const Zone& zone)
    : builder_(row_shape(columns), zone, tables::DateOrder::year_month_day) {
    const auto names = slot_names(columns);
    for (std::size_t slot = 0; slot < names.size(); ++slot) {
        std::string_view name = names[slot];
        const bool trace = name.starts_with(of_trace);
        if (trace) name.remove_prefix(of_trace.size());
        (trace ? trace_side_ : event_side_).wanted.push_back({std::string(name), slot});
    }
    for (auto* const cells : {&trace_cells_, &event_cells_})
        cells->resize(names.size());
    cells_.resize(names.size());
    for (auto* const side : {&trace_side_, &event_side_})
        side->defaults.resize(names.size());
}

void XesLog::open(const XesTag& tag) {
    if (skipped_ > 0) {
        ++skipped_;
        return;
    }
    switch (tag.element) {
        case XesElement::log:
            is_log_ = true;
            level_ = Level::log;
            return;
        case XesElement::trace:
            level_ = Level::trace;
            std::ranges::fill(trace_cells_, std::string());
            return;
        case XesElement::event:
            return open_event();
        case XesElement::global:
            level_ = tag.scope == "trace" ? Level::trace_defaults : Level::event_defaults;
            return;
        case XesElement::attribute:
            return attribute(tag.key, tag.value);
        case XesElement::values: // of a list: its members are nested in it
            return;
        case XesElement::other:
            skipped_ = 1;
    }
}

void XesLog::open_event() {
    level_ = Level::event;
    ++number_;
    for (const auto& wanted : event_side_.wanted)
        event_cells_[wanted.slot].clear();
}

void XesLog::attribute(std::string_view key, std::string_view value) {
    path_sizes_.push_back(path_.size());
    if (nesting_++ > 0) path_ += '/';
    path_ += key;
    if (level_ == Level::trace) keep_value(trace_side_, value, trace_cells_);
    if (level_ == Level::event) keep_value(event_side_, value, event_cells_);
    if (level_ != Level::trace_defaults && level_ != Level::event_defaults) return;
    auto& defaults = level_ == Level::trace_defaults ? trace_side_ : event_side_;
    for (const auto& wanted : defaults.wanted)
        if (wanted.key == path_ && wanted.slot != time_slot) defaults.defaults[wanted.slot] = value;
}

void XesLog::keep_value(const Side& side, std::string_view value, std::vector<std::string>& cells) {
    for (const auto& wanted : side.wanted)
        if (wanted.key == path_) cells[wanted.slot] = value;
}

void XesLog::close(XesElement element) {
    if (skipped_ > 0) {
        --skipped_;
        return;
    }
    if (element == XesElement::attribute && nesting_ > 0) {
        --nesting_;
        path_.resize(path_sizes_.back());
        path_sizes_.pop_back();
    }
    if (element == XesElement::event) finish_event();
    if (element == XesElement::trace) finish_trace();
    if (element == XesElement::event) level_ = Level::trace;
    if (element == XesElement::trace || element == XesElement::global) level_ = Level::log;
}

// Attributes of a trace stand in front of its events. Where the number of the case does not, the events wait
// for it.
void XesLog::finish_event() {
    const bool known = event_cells_[case_slot].size() + trace_cells_[case_slot].size() > 0;
    if (known)
        give(number_, event_cells_);
    else
        waiting_.push_back({number_, event_cells_});
}

void XesLog::finish_trace() {
    for (const auto& event : waiting_)
        give(event.number, event.cells);
    waiting_.clear();
}

void XesLog::give(std::size_t number, const std::vector<std::string>& cells) {
    const auto fill = [&](const Side& side, const std::vector<std::string>& from) {
        for (const auto& wanted : side.wanted) {
            cells_[wanted.slot] = from[wanted.slot];
            const auto& usual = side.defaults[wanted.slot];
            if (!from[wanted.slot].empty() || !usual) continue;
            cells_[wanted.slot] = *usual;
            builder_.note(Oddity::default_value, number, wanted.key);
        }
    };
    fill(trace_side_, trace_cells_);
    fill(event_side_, cells);
    builder_.add(number, cells_);
}

RawLog XesLog::take() {
    return builder_.take();
}

} // namespace maerkbar::event_log
