#pragma once

#include <string>

#include "measurement/definition.hpp"
#include "measurement/target.hpp"
#include "measurement/verdict.hpp"
#include "web/language.hpp"

namespace maerkbar::measurement {

// Values and periods as people read them, in one place for sentence, card, table and chart.

// 87 % · 1.204 opkald · 3,5 minutter; `more` decimals than the definition asks for.
[[nodiscard]] std::string value_text(const web::Language& language, const Definition& definition,
                                     double value, int more = 0);
// How many decimals more a value needs beside its target, so that rounding does not hide on which side it
// lies (85.5 % is not 86 % where 86 % is the target).
[[nodiscard]] int decimals_to_judge(const Definition& definition, const std::optional<Target>& target,
                                    double value);
// A numerator or denominator: whole, where it is.
[[nodiscard]] std::string amount_text(const web::Language& language, double amount);
// 80 % · højst 5 dage · mindst 3 · 80 % til 90 %; "at least" is only said where higher is not better.
[[nodiscard]] std::string target_text(const web::Language& language, const Definition& definition,
                                      const Target& target);
// oktober · oktober 2025 (when that is not the year of `today`) · uge 18 · 3. oktober
[[nodiscard]] std::string period_text(const web::Language& language, Period period, Date today);
// i oktober · den 3. oktober
[[nodiscard]] std::string when_text(const web::Language& language, Period period, Date today);
// "ved udgangen af oktober": when a state held.
[[nodiscard]] std::string end_text(const web::Language& language, Period period, Date today);
// 9 måneder · 1 uge
[[nodiscard]] std::string periods_text(const web::Language& language, PeriodKind kind, std::int64_t count);
// Several periods: oktober, november og 3 perioder mere
[[nodiscard]] std::string periods_text(const web::Language& language, const std::vector<Period>& periods,
                                       Date today);

} // namespace maerkbar::measurement
