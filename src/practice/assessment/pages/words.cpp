#include "practice/assessment/pages/words.hpp"

#include <cmath>

#include "base/translatable.hpp"
#include "practice/assessment/model/model.hpp"
#include "web/parts/tags.hpp"

namespace maerkbar::assessment {

using web::parts::TagKind;

namespace {

constexpr const char* states[] = {translatable("Being prepared"), translatable("Scoring"),
                                  translatable("Consensus meeting"), translatable("Choosing what to do"),
                                  translatable("Closed")};
constexpr const char* sides[] = {translatable("Leadership"), translatable("Staff")};
constexpr const char* agreements[] = {translatable("No answers"),
                                      translatable("One answer only"),
                                      translatable("Agree"),
                                      translatable("Agree, at the border of two steps"),
                                      translatable("Close to each other"),
                                      translatable("Talk first"),
                                      translatable("Two camps")};
constexpr TagKind agreement_kinds[] = {TagKind::no_data, TagKind::few_data,  TagKind::met,    TagKind::met,
                                       TagKind::met,     TagKind::undecided, TagKind::not_met};
constexpr const char* places[] = {translatable("Nobody has voted"), translatable("Quick win"),
                                  translatable("Large project"), translatable("Fill-in"),
                                  translatable("Leave it")};
constexpr TagKind place_kinds[] = {TagKind::no_data, TagKind::met, TagKind::information, TagKind::undecided,
                                   TagKind::unchanged};
constexpr const char* action_statuses[] = {translatable("Not begun"), translatable("Under way"),
                                           translatable("Done"), translatable("Dropped")};
constexpr const char* changes[] = {translatable("Up"), translatable("Down"), translatable("No clear change"),
                                   translatable("Cannot be compared")};
constexpr TagKind change_kinds[] = {TagKind::better, TagKind::worse, TagKind::unchanged, TagKind::no_data};

template <typename Enum>
std::size_t at(Enum value) {
    return static_cast<std::size_t>(value);
}

} // namespace

std::string state_text(State state, const web::Language& language) {
    return language(states[at(state)]);
}
std::string side_text(Side side, const web::Language& language) {
    return language(sides[at(side)]);
}
std::string agreement_text(Agreement agreement, const web::Language& language) {
    return language(agreements[at(agreement)]);
}
std::string place_text(Place place, const web::Language& language) {
    return language(places[at(place)]);
}
std::string action_status_text(actions::Status status, const web::Language& language) {
    return language(action_statuses[at(status)]);
}
std::string change_text(Change change, const web::Language& language) {
    return language(changes[at(change)]);
}

web::Html agreement_tag(Agreement agreement, const web::Language& language) {
    return web::parts::tag(agreement_kinds[at(agreement)], agreement_text(agreement, language));
}
web::Html change_tag(Change change, const web::Language& language) {
    return web::parts::tag(change_kinds[at(change)], change_text(change, language));
}
web::Html place_tag(Place place, const web::Language& language) {
    return web::parts::tag(place_kinds[at(place)], place_text(place, language));
}

std::string value_text(double value, const web::Language& language) {
    return language.number(value, value == std::floor(value) ? 0 : 1);
}

std::string value_text(const std::optional<double>& value, const web::Language& language) {
    return value ? value_text(*value, language) : "–";
}

std::string value_with_band(double value, const Scale& scale, const web::Language& language) {
    auto text = value_text(value, language);
    if (!scale.ladder().empty())
        text += " · " + scale.ladder()[band_of(scale, value)].label.in(language.code());
    return text;
}

std::string reason_text(const RoundItem& item, const web::Language& language) {
    if (!item.reason.empty() || !item.decided_together) return item.reason;
    return language("The answers lie close to each other.");
}

std::string title_of(const Node& node, const web::Language& language) {
    return node.id + " " + node.names.in(language.code());
}

std::string minutes_text(double minutes, const web::Language& language) {
    const auto whole = static_cast<std::int64_t>(std::lround(minutes));
    if (whole < 60) return language("{minutes} min", {{"minutes", language.integer(whole)}});
    return language("{hours} h {minutes} min",
                    {{"hours", language.integer(whole / 60)}, {"minutes", language.integer(whole % 60)}});
}

} // namespace maerkbar::assessment
