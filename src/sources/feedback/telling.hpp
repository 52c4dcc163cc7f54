#pragma once

#include "messages/outbox.hpp"
#include "organisation/unit_tree_cache.hpp"
#include "web/language.hpp"

// Mails to staff who wish to hear that something new has come: never what, and at most one a person and day.
namespace maerkbar::feedback {

inline constexpr std::string_view news_topic = "feedback.news";

[[nodiscard]] Result<bool> wants_mail(storage::Connection& connection, TenantId tenant, PersonId person);
// From here on, or not any more. `origin` is where they reach the server: links in the mails begin with it.
[[nodiscard]] Result<void> wish_for_mail(storage::Transaction& transaction, PersonId person, bool wanted,
                                         std::string_view origin);

// Looks for those who have something to hear. What it posts and that it did lie in one transaction.
class Teller {
  public:
    Teller(storage::Database& database, organisation::UnitTreeCache& trees, const web::Languages& languages,
           messages::Outbox& outbox)
        : database_(database), trees_(trees), languages_(languages), outbox_(outbox) {
        outbox.ask_before(std::string(news_topic), [](storage::Connection& connection, TenantId tenant,
                                                      const messages::Reason& reason) {
            return wants_mail(connection, tenant, PersonId{reason.recipient});
        });
    }

    // Called when no job waits; true when somebody was looked after.
    Result<bool> look();

  private:
    struct Listener;
    Result<std::optional<Listener>> next_listener();
    Result<void> tell(const Listener& listener);
    Result<std::int64_t> news_for(storage::Connection& connection, const Listener& listener);

    storage::Database& database_;
    organisation::UnitTreeCache& trees_;
    const web::Languages& languages_;
    messages::Outbox& outbox_;
};

} // namespace maerkbar::feedback
