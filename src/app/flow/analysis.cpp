#include "app/flow/analysis.hpp"

#include <algorithm>
#include <thread>

#include "app/flow/days_off.hpp"

namespace maerkbar::app_flow {

using event_log::EventLog;
using event_log::TextNumber;
using event_log::Transition;

namespace {

Error nothing_read(const event_log::RawLog& raw) {
    return {ErrorKind::invalid,
            "flow.no_events",
            "Not one event could be read from {rows} rows. Check which columns hold case, activity and time.",
            {{"rows", std::to_string(raw.rows)}}};
}

Error nothing_passes() {
    return {ErrorKind::invalid, "flow.nothing_passes",
            "Not one case passes the filters. Try with fewer of them."};
}

std::vector<bool> completes(const event_log::TextColumn& column) {
    std::vector<bool> out;
    for (TextNumber i = 0; i < column.texts.size(); ++i)
        out.push_back(event_log::transition_named(column.texts[i]) == Transition::complete);
    return out;
}

} // namespace

const event_log::TextColumn* Analysis::column(const std::string& name) const {
    return name.empty() ? nullptr : file_->raw.texts->column(name);
}

// A lifecycle column without a single "complete" tells nothing.
bool Analysis::tells_transitions() const {
    return transition() != nullptr && std::ranges::count(completes(*transition()), true) > 0;
}

Result<Analysis> Analysis::of(const Request& request) {
    Analysis out;
    out.request_ = &request;
    out.file_ = std::make_unique<event_log::LogFile>(TRY(event_log::read_log(request.file, request.log)));
    const auto& raw = out.file_->raw;
    if (raw.events.empty()) return nothing_read(raw);
    if (!raw.dates_only) out.zone_ = request.log.zone;
    TRY(out.arrange());
    TRY(out.make_calendars());
    return out;
}

bool Analysis::passes(std::size_t row) const {
    return passing_.empty() || passing_[file_->raw.events[row].of_case];
}

// Filters look at the whole log in order; what passes them is put in order anew.
Result<void> Analysis::arrange() {
    std::vector<bool> complete;
    if (tells_transitions()) complete = completes(*transition());
    const auto in_flow = [&](std::size_t row) {
        if (complete.empty()) return true;
        const auto number = transition()->values[row];
        return number != event_log::no_text && complete[number];
    };
    std::function<bool(std::size_t)> keep;
    if (!complete.empty()) keep = in_flow;
    log_ = std::make_unique<EventLog>(EventLog::arrange(file_->raw, keep));
    cases_in_file_ = log_->case_count();
    if (request_->filters.empty()) return {};
    const auto passing = TRY(event_log::passing_cases(*log_, request_->filters, zone_));
    passing_.resize(file_->raw.texts->cases.size());
    for (std::size_t i = 0; i < passing.size(); ++i)
        passing_[log_->case_number(i)] = passing[i];
    const auto keep_passing = [&](std::size_t row) { return passes(row) && in_flow(row); };
    log_ = std::make_unique<EventLog>(EventLog::arrange(file_->raw, keep_passing));
    return log_->case_count() > 0 ? Result<void>() : nothing_passes();
}

Result<void> Analysis::make_calendars() {
    if (!request_->hours) return {};
    const auto first = log_->first_time();
    const auto last = log_->last_time();
    const auto make = [&](std::span<const Date> off) {
        return std::make_unique<event_log::WorkCalendar>(*request_->hours, zone_, off, first, last);
    };
    plain_calendar_ = make({});
    if (!request_->days_off.any()) return {};
    const auto off = TRY(days_off_between(request_->days_off, zone_.local_day(first), zone_.local_day(last)));
    full_calendar_ = make(off);
    return {};
}

void Analysis::compute() {
    constexpr std::size_t worth_a_thread = 100'000;
    if (request_->log.threads < 2 || log_->events().size() < worth_a_thread) return;
    const std::jthread beside([this] { (void)graph(); });
    (void)summary();
}

const event_log::Variants& Analysis::variants() {
    if (!variants_) variants_ = event_log::variants(*log_);
    return *variants_;
}

const event_log::Summary& Analysis::summary() {
    if (!summary_) summary_ = event_log::summarise(*log_, variants(), resource());
    return *summary_;
}

const event_log::FlowGraph& Analysis::graph() {
    if (!graph_)
        graph_ = event_log::flow_graph(*log_, full_calendar_ ? full_calendar_.get() : plain_calendar_.get());
    return *graph_;
}

const std::optional<event_log::Lifecycle>& Analysis::lifecycle() {
    if (!lifecycle_) {
        lifecycle_.emplace();
        if (tells_transitions()) {
            const auto all = EventLog::arrange(file_->raw, [this](std::size_t row) { return passes(row); });
            *lifecycle_ = event_log::lifecycle(all, *transition(), column(file_->columns.instance));
        }
    }
    return *lifecycle_;
}

} // namespace maerkbar::app_flow
