#include <algorithm>

#include "app/flow/tables.hpp"

namespace maerkbar::app_flow {

namespace {

using event_log::Event;

Error knows_no_open_cases() {
    return {ErrorKind::invalid, "flow.no_closing",
            "The log does not tell which cases are still open. Say with --closing which activities close a "
            "case, or with --closed which column holds the closing date."};
}

// Where a case begins and ends for the analysis of waiting times: in a case table at its own dates, whatever
// their order, so that a case closed before it was opened is seen and not turned around.
class Ends {
  public:
    explicit Ends(const Analysis& analysis)
        : log_(analysis.log()),
          closing_(analysis.file().raw.closing),
          opening_(log_.activity_number(analysis.file().columns.opened)) {}

    [[nodiscard]] const Event& opening(std::size_t index) const {
        const auto events = log_.case_events(index);
        const auto found = std::ranges::find_if(
            events, [this](const Event& event) { return opening_ && event.activity == *opening_; });
        return found == events.end() ? events.front() : *found;
    }
    // The last event that closes the case; null while it is open.
    [[nodiscard]] const Event* closing(std::size_t index) const {
        const Event* last = nullptr;
        for (const auto& event : log_.case_events(index))
            if (std::ranges::find(closing_, event.activity) != closing_.end()) last = &event;
        return last;
    }

  private:
    const event_log::EventLog& log_;
    const std::vector<event_log::TextNumber>& closing_;
    std::optional<event_log::TextNumber> opening_;
};

} // namespace

Result<void> write_survival(Analysis& analysis, ReportSink& sink) {
    const auto& log = analysis.log();
    if (!log.knows_open_cases())
        return analysis.request().asks_for_all() ? Result<void>() : knows_no_open_cases();
    TRY(sink.begin("survival", {"case_id", "opened", "closed", "days", "ended", "ending", "group"}));
    const Ends ends(analysis);
    const auto& by = analysis.request().by;
    const auto* const groups = by.empty() ? nullptr : analysis.column(by.front());
    for (const auto index : event_log::cases_by_name(log)) {
        const auto& opening = ends.opening(index);
        const auto* const closing = ends.closing(index);
        const auto until = closing == nullptr ? log.last_time() : closing->time;
        sink.text(log.case_name(index));
        sink.moment(opening.time);
        closing == nullptr ? sink.nothing() : sink.moment(closing->time);
        sink.fixed(static_cast<double>(until - opening.time) / event_log::day_ms, 6);
        sink.count(closing == nullptr ? 0 : 1);
        closing == nullptr ? sink.nothing() : sink.text(log.activity_name(closing->activity));
        groups == nullptr ? sink.nothing() : sink.text(groups->at(log.case_events(index).front().row));
        sink.end_row();
    }
    return sink.end();
}

} // namespace maerkbar::app_flow
