#include <charconv>
#include <string>

#include "web/headers.hpp"
#include "web/language.hpp"
#include "web/text.hpp"

namespace maerkbar::web {

namespace {

// The weight after ";q="; 1 without one, 0 for one that cannot be read.
double weight(std::string_view parameters) {
    const auto q = parameters.find("q=");
    if (q == std::string_view::npos) return 1;
    double value = 0;
    const auto digits = parameters.substr(q + 2);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// no and nn readers are served in Bokmål.
std::string code_of(std::string_view range) {
    const auto primary = range.substr(0, range.find('-'));
    for (const auto* norwegian : {"no", "nn", "nb"})
        if (equal_ignoring_case(primary, norwegian)) return "nb";
    if (equal_ignoring_case(primary, "da")) return "da";
    return equal_ignoring_case(primary, "en") ? "en" : "";
}

// The known language of the greatest weight in an Accept-Language line; empty for none.
std::string preferred(std::string_view accept_language) {
    std::string best;
    double best_weight = 0;
    while (!accept_language.empty()) {
        const auto range = take_until(accept_language, ',');
        const auto semicolon = std::min(range.find(';'), range.size());
        const auto code = code_of(trimmed(range.substr(0, semicolon)));
        const auto how_much = weight(range.substr(semicolon));
        if (code.empty() || how_much <= best_weight) continue;
        best = code;
        best_weight = how_much;
    }
    return best;
}

} // namespace

const Language& Languages::choose(std::string_view person, std::string_view cookie,
                                  std::string_view accept_language) const {
    if (has(person)) return get(person);
    if (has(cookie)) return get(cookie);
    return get(preferred(accept_language));
}

} // namespace maerkbar::web
