#pragma once

#include <optional>
#include <string>

#include "actions/action.hpp"
#include "practice/assessment/model/comparison.hpp"
#include "practice/assessment/model/priority.hpp"
#include "practice/assessment/model/spread.hpp"
#include "practice/assessment/rounds/round.hpp"
#include "web/html.hpp"
#include "web/language.hpp"

// What things are called on the pages.
namespace maerkbar::assessment {

[[nodiscard]] std::string state_text(State state, const web::Language& language);
[[nodiscard]] std::string side_text(Side side, const web::Language& language);
[[nodiscard]] std::string agreement_text(Agreement agreement, const web::Language& language);
[[nodiscard]] std::string place_text(Place place, const web::Language& language);
[[nodiscard]] std::string action_status_text(actions::Status status, const web::Language& language);
[[nodiscard]] std::string change_text(Change change, const web::Language& language);

// As tags with a shape of their own.
[[nodiscard]] web::Html agreement_tag(Agreement agreement, const web::Language& language);
[[nodiscard]] web::Html change_tag(Change change, const web::Language& language);
[[nodiscard]] web::Html place_tag(Place place, const web::Language& language);

// "3" or "43,5": one decimal where there is one.
[[nodiscard]] std::string value_text(double value, const web::Language& language);
[[nodiscard]] std::string value_text(const std::optional<double>& value,
                                     const web::Language& language); // or –
// "3 · Følges op"
[[nodiscard]] std::string value_with_band(double value, const Scale& scale, const web::Language& language);
// What the group builds the value on; of items accepted together without a reason of their own that the
// answers lie close, in the language of whoever reads it.
[[nodiscard]] std::string reason_text(const RoundItem& item, const web::Language& language);
// "1.2 Opfølgning"
[[nodiscard]] std::string title_of(const Node& node, const web::Language& language);
// "2 timer 48 minutter" would be long: 2 t 48 min.
[[nodiscard]] std::string minutes_text(double minutes, const web::Language& language);

} // namespace maerkbar::assessment
