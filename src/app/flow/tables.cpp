#include "app/flow/tables.hpp"

#include <array>

namespace maerkbar::app_flow {

namespace {

using Writer = Result<void> (*)(Analysis&, ReportSink&);

constexpr std::array<std::pair<std::string_view, Writer>, 17> writers{{{"summary", write_summary},
                                                                       {"activities", write_activities},
                                                                       {"dfg", write_edges},
                                                                       {"variants", write_variants},
                                                                       {"cases", write_cases},
                                                                       {"longest", write_longest},
                                                                       {"months", write_months},
                                                                       {"daily_flow", write_daily_flow},
                                                                       {"ageing", write_ageing},
                                                                       {"littles_law", write_littles_law},
                                                                       {"resources", write_resources},
                                                                       {"handover", write_handover},
                                                                       {"by", write_by_attribute},
                                                                       {"worktime", write_worktime},
                                                                       {"lifecycle", write_lifecycle},
                                                                       {"survival", write_survival},
                                                                       {"oddities", write_oddities}}};

} // namespace

Result<void> write_tables(Analysis& analysis, ReportSink& sink) {
    for (const auto& [name, write] : writers)
        if (analysis.request().asks_for(name)) TRY(write(analysis, sink));
    return sink.finish();
}

} // namespace maerkbar::app_flow
