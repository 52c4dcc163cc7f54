#include "messages/outbox.hpp"

#include <doctest/doctest.h>

#include "messages/patience.hpp"
#include "messages/testing.hpp"
#include "storage/testing.hpp"

namespace maerkbar::messages {
namespace {

using storage::Connection;
using storage::Database;
using storage::Transaction;

constexpr std::array<unsigned char, 32> secret{4, 5, 6};

Outbox outbox_at(Database& database, const std::string& server) {
    return {database, Seal(secret), make_mail_gateway({server, "kvalitet@fjordby.example", {}, {}, false})};
}

void post_one(Database& database, const Reason& reason, const std::string& to,
              std::optional<Instant> due = {}) {
    const auto done =
        database.write(storage::testing::some_actor(), [&](Transaction& transaction) -> Result<void> {
            transaction.without_audit("test");
            return post(transaction, Seal(secret), {reason, {to, "Æble", "Linje 1\nLinje 2"}, due});
        });
    REQUIRE(done.ok());
}

std::vector<Posted> all(Database& database, std::string_view topic) {
    return database
        .read([&](Connection& connection) {
            return posted(connection, storage::testing::some_actor().tenant, topic, 1);
        })
        .value();
}

std::int64_t number(Database& database, std::string_view sql) {
    return database.read([&](Connection& connection) { return connection.number(sql, {}); }).value();
}

void change(Database& database, std::string_view sql) {
    REQUIRE(database
                .write(storage::testing::some_actor(),
                       [&](Transaction& transaction) -> Result<void> {
                           transaction.without_audit("test");
                           TRY(transaction.connection().execute(sql, {}));
                           return {};
                       })
                .ok());
}

const auto tenant = storage::testing::some_actor().tenant;

TEST_CASE("what is posted goes out once, sealed until then and gone afterwards") {
    storage::testing::for_each_database([](Database& database) {
        testing::MailServer server;
        auto outbox = outbox_at(database, server.url());
        post_one(database, {"t", 1, 7}, "a@x.dk");
        post_one(database, {"t", 1, 8}, "refused@x.dk");
        CHECK(number(database, "select count(*) from outbox_message where sealed like '%x.dk%'") == 0);
        CHECK(number(database, "select count(*) from job where kind = 'messages.deliver'") == 1);
        REQUIRE(outbox.deliver(tenant).ok());
        REQUIRE(outbox.deliver(tenant).ok()); // the job is repeated after a crash
        const auto mails = server.received();
        REQUIRE(mails.size() == 1);
        CHECK(testing::decoded_mail(mails[0]) == "Linje 1\r\nLinje 2\r\n");
        const auto posts = all(database, "t");
        CHECK(posts[0].state == LetterState::sent);
        CHECK(posts[0].ended == database.now());
        CHECK(posts[1].state == LetterState::refused);
        CHECK(posts[1].problem == "550");
        CHECK(number(database, "select count(*) from outbox_message where sealed is not null") == 0);
    });
}

TEST_CASE("while the gateway is away everything waits, and one that is put off holds up nobody for long") {
    storage::testing::for_each_database([](Database& database) {
        std::string nowhere;
        { nowhere = testing::MailServer().url(); }
        post_one(database, {"t", 1, 7}, "later@x.dk");
        post_one(database, {"t", 1, 8}, "a@x.dk");
        REQUIRE(outbox_at(database, nowhere).deliver(tenant).ok());
        CHECK(all(database, "t")[0].problem == "no connection");
        CHECK(all(database, "t")[0].attempts == 1);
        CHECK(all(database, "t")[1].attempts == 0);
        testing::MailServer server;
        auto outbox = outbox_at(database, server.url());
        REQUIRE(outbox.deliver(tenant).ok());
        CHECK(server.received().empty()); // the pause is not over
        for (std::int64_t i = 1; i < most_attempts; ++i) {
            change(database, "update outbox_message set due = 0 where state = 'waiting'");
            REQUIRE(outbox.deliver(tenant).ok());
        }
        CHECK(server.received().size() == 1);
        CHECK(all(database, "t")[1].state == LetterState::sent);
        CHECK(all(database, "t")[0].state == LetterState::failed);
        CHECK(all(database, "t")[0].problem == "451");
    });
}

TEST_CASE("a mail for later waits for its day, and is dropped when it is not wanted any more") {
    storage::testing::for_each_database([](Database& database) {
        testing::MailServer server;
        auto outbox = outbox_at(database, server.url());
        outbox.ask_before("t", [](Connection&, TenantId, const Reason& reason) -> Result<bool> {
            return reason.recipient == 8;
        });
        const auto tomorrow = database.now() + std::chrono::hours(24);
        post_one(database, {"t", 1, 7}, "a@x.dk", tomorrow);
        post_one(database, {"t", 1, 8}, "b@x.dk", tomorrow);
        CHECK_FALSE(outbox.look().value());
        REQUIRE(outbox.deliver(tenant).ok());
        CHECK(server.received().empty());
        change(database, "update outbox_message set due = 0");
        CHECK(outbox.look().value());
        CHECK_FALSE(outbox.look().value()); // the job is on its way
        REQUIRE(outbox.deliver(tenant).ok());
        CHECK(server.received().size() == 1);
        CHECK(all(database, "t")[0].state == LetterState::dropped);
        CHECK(all(database, "t")[1].state == LetterState::sent);
    });
}

TEST_CASE("what was taken back is not sent; without a gateway everything waits") {
    storage::testing::for_each_database([](Database& database) {
        for (const std::int64_t recipient : {7, 8})
            post_one(database, {"t", 1, recipient}, "a@x.dk");
        post_one(database, {"other", 1, 7}, "a@x.dk");
        REQUIRE(database
                    .write(storage::testing::some_actor(),
                           [](Transaction& transaction) -> Result<void> {
                               transaction.without_audit("test");
                               return take_back(transaction, {"t", 1, 7});
                           })
                    .ok());
        CHECK(all(database, "t")[0].state == LetterState::dropped);
        Outbox outbox(database, Seal(secret), nullptr);
        CHECK_FALSE(outbox.can_send());
        REQUIRE(outbox.deliver(tenant).ok());
        CHECK(all(database, "t")[1].problem == "not configured");
        CHECK(all(database, "t")[1].state == LetterState::waiting);
        CHECK(all(database, "other")[0].state == LetterState::waiting);
    });
}

} // namespace
} // namespace maerkbar::messages
