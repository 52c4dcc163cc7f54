#pragma once

#include "organisation/form_page.hpp"

namespace maerkbar::organisation {

// Places of service, opening and phone hours, and closing days, as pages and JSON.
[[nodiscard]] std::vector<Reading> place_readings();
[[nodiscard]] std::vector<Change> place_changes();

// The name of an ISO weekday, 1 Monday to 7 Sunday, in the reader's language.
[[nodiscard]] std::string weekday_name(int weekday, const web::Language& language);
[[nodiscard]] std::string clock_text(int minute); // 09:30
// Minutes since midnight of 9, 9:30, 9.30, 0930 or 09:30; 24:00 is 1440.
[[nodiscard]] std::optional<int> minute_of(std::string_view text);

} // namespace maerkbar::organisation
