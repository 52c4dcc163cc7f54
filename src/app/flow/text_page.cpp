#include "app/flow/text_page.hpp"

namespace maerkbar::app_flow {

std::string text_page(Analysis& analysis, const web::Language& language) {
    const auto& summary = analysis.summary();
    return language("{events} events in {cases} cases.",
                    {{"events", language.integer(static_cast<std::int64_t>(summary.events))},
                     {"cases", language.integer(static_cast<std::int64_t>(summary.cases))}}) +
           "\n";
}

} // namespace maerkbar::app_flow
