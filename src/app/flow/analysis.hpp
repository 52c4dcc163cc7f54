#pragma once

#include <memory>
#include <optional>

#include "app/flow/request.hpp"
#include "event_log/event_log.hpp"
#include "event_log/flow_graph.hpp"
#include "event_log/lifecycle.hpp"
#include "event_log/summary.hpp"

namespace maerkbar::app_flow {

// A log that was read, and what reports have in common; each part is computed when first asked for.
class Analysis {
  public:
    // Reads the file of the request. invalid, not_found, too_large: see event_log::read_log.
    [[nodiscard]] static Result<Analysis> of(const Request& request);

    [[nodiscard]] const Request& request() const { return *request_; }
    [[nodiscard]] const event_log::LogFile& file() const { return *file_; }
    // The events of flow: where rows tell start and complete apart, only the complete ones.
    [[nodiscard]] const event_log::EventLog& log() const { return *log_; }
    // How many cases the file holds, and filters left out some of.
    [[nodiscard]] std::size_t cases_in_file() const { return cases_in_file_; }
    // For months and days. UTC where the log holds dates only, which belong to no zone.
    [[nodiscard]] const event_log::Zone& zone() const { return zone_; }
    // Columns of the log; null where it has none.
    [[nodiscard]] const event_log::TextColumn* resource() const { return column(file_->columns.resource); }
    [[nodiscard]] const event_log::TextColumn* transition() const { return column(file_->columns.lifecycle); }
    [[nodiscard]] const event_log::TextColumn* column(const std::string& name) const;

    // Computes the graph beside variants and summary where two threads are allowed; the results are the same.
    void compute();
    [[nodiscard]] const event_log::Variants& variants();
    [[nodiscard]] const event_log::Summary& summary();
    // In working time where office hours are given.
    [[nodiscard]] const event_log::FlowGraph& graph();
    // None where rows do not tell start and complete apart.
    [[nodiscard]] const std::optional<event_log::Lifecycle>& lifecycle();

    // Working time without days off, and with them where some are given. Null without office hours.
    [[nodiscard]] const event_log::WorkCalendar* plain_calendar() const { return plain_calendar_.get(); }
    [[nodiscard]] const event_log::WorkCalendar* calendar_with_days_off() const {
        return full_calendar_.get();
    }

  private:
    Analysis() = default;
    Result<void> arrange();
    Result<void> make_calendars();
    [[nodiscard]] bool tells_transitions() const;
    [[nodiscard]] bool passes(std::size_t row) const;

    const Request* request_ = nullptr;
    std::unique_ptr<event_log::LogFile> file_;
    std::unique_ptr<event_log::EventLog> log_;
    std::vector<bool> passing_; // by number of the case; empty where nothing is filtered
    std::size_t cases_in_file_ = 0;
    event_log::Zone zone_;
    std::unique_ptr<event_log::WorkCalendar> plain_calendar_;
    std::unique_ptr<event_log::WorkCalendar> full_calendar_;
    std::optional<event_log::Variants> variants_;
    std::optional<event_log::Summary> summary_;
    std::optional<event_log::FlowGraph> graph_;
    std::optional<std::optional<event_log::Lifecycle>> lifecycle_;
};

} // namespace maerkbar::app_flow
