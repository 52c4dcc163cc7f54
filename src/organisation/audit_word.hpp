#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "storage/connection.hpp"

namespace maerkbar::organisation {

// What the object with this id is called today, for a reader of `language` ("da"); empty where it is gone or
// has no name.
using NameOfObject = Result<std::string> (*)(storage::Connection&, TenantId, std::string_view id,
                                             std::string_view language);

// A code of the audit trail and what people call it: an action with a dot ("unit.moved"), the type of an
// object ("unit"), or a kind of background work ("import.run"). `text` is an English gettext key.
struct AuditWord {
    std::string_view code;
    const char* text;
    NameOfObject name = nullptr; // of objects that have one
};

// The text in `column` of the row with this id.
Result<std::string> name_in_table(storage::Connection& connection, TenantId tenant, std::string_view id,
                                  std::string_view table, std::string_view column);

// A word of SQL as part of a type.
template <std::size_t length>
struct SqlWord {
    constexpr SqlWord(const char (&word)[length]) { std::copy_n(word, length, text); }
    char text[length] = {};
};

// NameOfObject for tables with tenant_id and id: named_in_table<"place">, named_in_table<"action", "title">.
template <SqlWord table, SqlWord column = "name">
Result<std::string> named_in_table(storage::Connection& connection, TenantId tenant, std::string_view id,
                                   std::string_view) {
    return name_in_table(connection, tenant, id, table.text, column.text);
}

// NameOfObject for rows that go by the name of what they belong to: named_by<"target", "indicator_id", name>.
template <SqlWord table, SqlWord reference, NameOfObject name>
Result<std::string> named_by(storage::Connection& connection, TenantId tenant, std::string_view id,
                             std::string_view language) {
    const auto column = "cast(" + std::string{reference.text} + " as text)";
    const auto above = TRY(name_in_table(connection, tenant, id, table.text, column));
    return name(connection, tenant, above, language);
}

} // namespace maerkbar::organisation
