#include "measurement/sentence_target.hpp"

#include "measurement/value_text.hpp"

namespace maerkbar::measurement {

namespace {

using web::Arguments;
using web::Language;

std::string kept(const Language& language, Capability capability, const Arguments& target) {
    switch (capability) {
        case Capability::will_keep:
            return language("The target of {target} is kept, and steadily so.", target);
        case Capability::varies:
            return language(
                "The target of {target} is kept, but the usual variation means that it will not be every "
                "time.",
                target);
        case Capability::will_miss:
            return language(
                "The target of {target} is kept this time, but at the present level it normally is not.",
                target);
        default:
            return language("The target of {target} is kept. It is too early to say whether that will last.",
                            target);
    }
}

std::string not_kept(const Language& language, Capability capability, const Arguments& target) {
    switch (capability) {
        case Capability::will_keep:
            return language(
                "The target of {target} is not kept this time, but at the present level it normally is.",
                target);
        case Capability::varies:
            return language(
                "The target of {target} is not kept. At the present level it is kept some of the time.",
                target);
        case Capability::will_miss:
            return language("The target of {target} is not kept, and will not be at the present level.",
                            target);
        default:
            return language("The target of {target} is not kept.", target);
    }
}

// Of a period long ago nothing is said about what is to come.
std::string then(const Language& language, bool kept, const Arguments& target) {
    return kept ? language("The target of {target} was kept then.", target)
                : language("The target of {target} was not kept then.", target);
}

} // namespace

std::string target_sentence(const Language& language, const Definition& definition, const Verdict& verdict) {
    if (!verdict.target) return {};
    const Arguments target{{"target", target_text(language, definition, *verdict.target)}};
    const auto status = verdict.target_status;
    if (verdict.tag == Tag::old && status != TargetStatus::undecided)
        return then(language, status == TargetStatus::kept || status == TargetStatus::met, target);
    switch (status) {
        case TargetStatus::none:
            return {};
        case TargetStatus::kept:
            return kept(language, verdict.capability, target);
        case TargetStatus::not_kept:
            return not_kept(language, verdict.capability, target);
        case TargetStatus::met:
            return language(
                "The target of {target} is met, also when the uncertainty of the sample is taken into "
                "account.",
                target);
        case TargetStatus::not_met:
            return language(
                "The target of {target} is not met, even when the uncertainty of the sample is taken into "
                "account.",
                target);
        case TargetStatus::undecided:
            break;
    }
    if (verdict.latest)
        return language("The sample is too small to tell whether the target of {target} is met.", target);
    return language("Whether the target of {target} is kept can be said when the first period is complete.",
                    target);
}

} // namespace maerkbar::measurement
