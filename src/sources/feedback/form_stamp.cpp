#include "sources/feedback/form_stamp.hpp"

#include <charconv>

#include "sources/surveys/secrets.hpp"

namespace maerkbar::feedback {

namespace {

constexpr char opened_mark = 'o';
constexpr char again_mark = 'a';

std::string signed_text(std::string_view secret, std::string_view id, std::string_view text) {
    return std::string(text) + '.' +
           surveys::keyed_one_way(secret, "feedback form", std::string(id) + '/' + std::string(text));
}

} // namespace

std::string form_stamp(std::string_view secret, std::string_view id, Instant now, Stamped why) {
    const auto mark = why == Stamped::opened ? opened_mark : again_mark;
    return signed_text(secret, id, mark + std::to_string(now.time_since_epoch().count()));
}

bool stamp_holds(std::string_view secret, std::string_view id, std::string_view stamp, Instant now) {
    const auto text = stamp.substr(0, stamp.find('.'));
    if (text.size() < 2 || signed_text(secret, id, text) != stamp) return false;
    Instant::rep count = 0;
    if (std::from_chars(text.data() + 1, text.data() + text.size(), count).ec != std::errc()) return false;
    const auto age = now - Instant(Instant::duration(count));
    return age <= longest_writing && (text.front() == again_mark || age >= fastest_writing);
}

} // namespace maerkbar::feedback
