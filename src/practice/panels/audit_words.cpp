#include "base/translatable.hpp"
#include "practice/panels/routes.hpp"

namespace maerkbar::panels {
namespace {

constexpr organisation::AuditWord words[] = {
    {"panel", translatable("Meeting with users")},
    {"panel.changed", translatable("Changed what users said")},
    {"panel.created", translatable("Wrote down what users said")},
    {"panel.published", translatable("Put on the public page what was done")},
    {"panel.withdrawn", translatable("Took off the public page what was done")},
};

} // namespace

std::span<const organisation::AuditWord> audit_words() {
    return words;
}

} // namespace maerkbar::panels
