#pragma once

#include <string>
#include <vector>

#include "sources/feedback/entry.hpp"
#include "storage/transaction.hpp"

// What is said about an entry after it came: by staff, and by the citizen who has the code.
namespace maerkbar::feedback {

struct Message {
    Date written_on;
    bool from_citizen = false;
    std::string text;
};
// Oldest first.
[[nodiscard]] Result<std::vector<Message>> messages_of(storage::Connection& connection, TenantId tenant,
                                                       EntryId entry);

// Of store.cpp: adds the words of an answer.
[[nodiscard]] Result<void> add_message(storage::Transaction& transaction, EntryId entry,
                                       const Message& message);

// The citizen writes again; masked, and the staff concerned see that somebody waits. Errors: feedback.text,
// feedback.too_many (after ten in a day), feedback.personal_number.
[[nodiscard]] Result<void> citizen_writes(storage::Transaction& transaction, const Entry& entry,
                                          const std::string& text);

struct Contact {
    std::string sealed; // encrypted phone number or address
    Date asked_on;
};
// The citizen asks to be reached; a second time replaces the first.
[[nodiscard]] Result<void> ask_for_contact(storage::Transaction& transaction, const Entry& entry,
                                           const std::string& sealed);
[[nodiscard]] Result<std::optional<Contact>> contact_of(storage::Connection& connection, TenantId tenant,
                                                        EntryId entry);
// Somebody has looked after what the citizen asked for: the way to reach them is deleted.
[[nodiscard]] Result<void> looked_after(storage::Transaction& transaction, const Entry& entry);

} // namespace maerkbar::feedback
