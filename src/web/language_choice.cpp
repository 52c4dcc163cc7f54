#include <charconv>
#include <string>

#include "web/headers.hpp"
#include "web/language.hpp"

namespace maerkbar::web {

namespace {

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

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
        const auto end = std::min(accept_language.find(','), accept_language.size());
        const auto range = accept_language.substr(0, end);
        accept_language.remove_prefix(std::min(end + 1, accept_language.size()));
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
