#pragma once

#include <string>

#include "app/survival/analysis.hpp"
#include "app/survival/cases.hpp"
#include "web/language.hpp"

namespace maerkbar::app_survival {

// Everything an output is made from.
struct Report {
    const Request& request;
    const CaseFile& file;
    const Analysis& analysis;
    const web::Language& language;
};

// A time with as many decimals as its size asks for: 22, 8.5, 0.024.
[[nodiscard]] std::string number_text(double value, const web::Language& language);
// The same with the unit: "22 days"; "not reached" where it is missing.
[[nodiscard]] std::string time_text(double value, const Report& report);
// "p = 0.012", "p < 0.001".
[[nodiscard]] std::string p_text(double p, const web::Language& language);
// The name of a group as people read it: "before 2024-01-01" with --change.
[[nodiscard]] std::string group_text(const std::string& name, const Report& report);
[[nodiscard]] std::string unit_text(const Report& report);
// "from applied to issued", or the name of the column of durations.
[[nodiscard]] std::string title_text(const Report& report);

// Whether cases take shorter or longer, open cases counted, and what finished cases alone would have claimed.
// One sentence a text. Empty where no two groups were compared.
[[nodiscard]] std::vector<std::string> statement(const Report& report);

// What was left out or counted differently, one sentence each.
[[nodiscard]] std::vector<std::string> notes(const Report& report);

} // namespace maerkbar::app_survival
