#pragma once

#include <string_view>

namespace maerkbar::organisation {

// A code of the audit trail and what people call it: an action with a dot ("unit.moved"), or the type of an
// object ("unit"). `text` is an English gettext key.
struct AuditWord {
    std::string_view code;
    const char* text;
};

} // namespace maerkbar::organisation
