#pragma once

#include "app/flow/analysis.hpp"
#include "app/flow/report_sink.hpp"

namespace maerkbar::app_flow {

// Writes the tables that the request asks for and the log can give, in the order of report_names().
[[nodiscard]] Result<void> write_tables(Analysis& analysis, ReportSink& sink);

// One function a table, or a small family of them. Columns and units as docs/develop/event-log.md says.
Result<void> write_summary(Analysis& analysis, ReportSink& sink);
Result<void> write_activities(Analysis& analysis, ReportSink& sink);
Result<void> write_edges(Analysis& analysis, ReportSink& sink);
Result<void> write_variants(Analysis& analysis, ReportSink& sink);
Result<void> write_cases(Analysis& analysis, ReportSink& sink);
Result<void> write_longest(Analysis& analysis, ReportSink& sink);
Result<void> write_months(Analysis& analysis, ReportSink& sink);
Result<void> write_daily_flow(Analysis& analysis, ReportSink& sink);
Result<void> write_ageing(Analysis& analysis, ReportSink& sink);
Result<void> write_littles_law(Analysis& analysis, ReportSink& sink);
Result<void> write_resources(Analysis& analysis, ReportSink& sink);
Result<void> write_handover(Analysis& analysis, ReportSink& sink);
Result<void> write_by_attribute(Analysis& analysis, ReportSink& sink);
Result<void> write_worktime(Analysis& analysis, ReportSink& sink);
Result<void> write_lifecycle(Analysis& analysis, ReportSink& sink);
// For `maerkbar survival`: --opened opened --closed closed, or --time days --event ended.
Result<void> write_survival(Analysis& analysis, ReportSink& sink);
Result<void> write_oddities(Analysis& analysis, ReportSink& sink);

} // namespace maerkbar::app_flow
