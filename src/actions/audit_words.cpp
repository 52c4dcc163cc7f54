#include "actions/audit_words.hpp"

#include "base/translatable.hpp"

namespace maerkbar::actions {
namespace {

constexpr organisation::AuditWord words[] = {
    {"action", translatable("Action of a plan"), organisation::named_in_table<"action", "title">},
    {"action.changed", translatable("Changed an action")},
    {"action.created", translatable("Wrote an action")},
};

} // namespace

std::span<const organisation::AuditWord> audit_words() {
    return words;
}

} // namespace maerkbar::actions
