#include <boost/json/serialize.hpp>

#include "base/translatable.hpp"
#include "measurement/json_reading.hpp"
#include "sources/surveys/kiosk/kiosk.hpp"

namespace maerkbar::surveys::kiosk {

namespace {

Error unreadable() {
    return {ErrorKind::invalid,
            "kiosk.presses",
            translatable("Send “presses” as a list of at most {most} answers."),
            {{"most", std::to_string(most_presses)}},
            "presses"};
}

Result<Press> read_press(const boost::json::value& value) {
    if (!value.is_object()) return unreadable();
    measurement::MemberReader reader(value.get_object(), "presses");
    Press press;
    std::int64_t age = 0;
    std::int64_t held = 0;
    reader.text("id", press.id);
    reader.whole("version", press.version);
    reader.text("language", press.language);
    reader.whole("age", age);
    reader.whole("run", press.pressing.run);
    reader.whole("held", held);
    const auto* answers = reader.find("answers");
    TRY(reader.finish());
    if (answers == nullptr || !answers->is_object()) return unreadable();
    const auto waited = std::chrono::seconds(std::max<std::int64_t>(age, 0));
    press.age = waited > longest_wait ? std::chrono::seconds(0) : waited;
    press.pressing.held = std::chrono::milliseconds(std::clamp<std::int64_t>(held, 0, 3'600'000));
    press.answers = TRY(read_answers(boost::json::serialize(*answers)));
    return press;
}

} // namespace

Result<std::vector<Press>> read_presses(std::string_view json) {
    const auto object = TRY(measurement::parse_object(json));
    measurement::MemberReader reader(object, "");
    const auto* list = reader.find("presses");
    TRY(reader.finish());
    if (list == nullptr || !list->is_array() || list->get_array().size() > most_presses) return unreadable();
    std::vector<Press> presses;
    for (const auto& value : list->get_array())
        presses.push_back(TRY(read_press(value)));
    return presses;
}

} // namespace maerkbar::surveys::kiosk
