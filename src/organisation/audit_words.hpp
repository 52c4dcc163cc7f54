#pragma once

#include <span>
#include <string>
#include <string_view>

#include "organisation/form_page.hpp"

// What the codes of the audit trail are called: every module has such a table for the actions and the types
// of objects that it records, put together in app/audit_words.hpp. tools/lint/audit.py and the text cases
// find a code without a word.
namespace maerkbar::organisation {

// Of this module and those beneath it.
[[nodiscard]] std::span<const AuditWord> audit_words();

// "Moved a unit" for "unit.moved", "Unit" for "unit"; the code itself where no module knows it.
[[nodiscard]] std::string audit_text(const Visit& visit, std::string_view code);
// "Place: Rådhuset" for "place" and "3"; the number where the object has no name or is gone.
[[nodiscard]] Result<std::string> audit_object_text(const Visit& visit, storage::Connection& connection,
                                                    const std::string& type, const std::string& id);
// "In the browser" for "web".
[[nodiscard]] std::string audit_way_text(std::string_view via, const web::Language& language);
// "From: 1 February 2026; Lies beneath: Sundhed" of the details, a JSON object.
[[nodiscard]] std::string audit_details_text(const Visit& visit, std::string_view details);

} // namespace maerkbar::organisation
