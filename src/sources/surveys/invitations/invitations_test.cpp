#include <doctest/doctest.h>

#include "messages/patience.hpp"
#include "messages/testing.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/invitations/delivery.hpp"
#include "sources/surveys/sample_town.hpp"
#include "sources/surveys/submission.hpp"
#include "sources/surveys/survey_codes.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;
using namespace maerkbar::surveys::invitations;
using messages::make_mail_gateway;
using messages::make_sms_gateway;
using messages::Seal;
using messages::testing::decoded_mail;
using organisation::Country;
using storage::Connection;
using storage::Database;
using storage::Transaction;

namespace {

constexpr std::array<unsigned char, 32> secret{1, 2, 3};

std::string code_in(const std::string& text) {
    const auto at = text.find("code=");
    return at == std::string::npos ? "" : text.substr(at + 5, one_time_length);
}

// A municipality that asks the sample survey anonymously, by code.
struct Town : surveys::testing::SampleTown {
    LinkId link;

    explicit Town(Database& the_database) : SampleTown(the_database) {
        SurveyLink wanted;
        wanted.code = "brev";
        wanted.by_code = true;
        link = add(wanted);
    }

    Sending sending(Channel channel, int reminders) const {
        Sending wanted;
        wanted.link = link;
        wanted.channel = channel;
        wanted.subject = "Hvordan gik det? Æblegrød";
        wanted.words = "Kære borger\n\nSvar her: {link}\n";
        wanted.reminder = "Du har ikke svaret endnu: {link}";
        wanted.remind_days = 0;
        wanted.remind_times = reminders;
        wanted.address = "https://fjordby.example/s/brev";
        return wanted;
    }
    SendingId start(const Deliverer& deliverer, const Sending& wanted, const std::vector<std::string>& to) {
        return write([&](Transaction& t) { return start_sending(t, deliverer.seal(), wanted, to); }).value();
    }
    Progressed progress(SendingId id) {
        return database.read([&](Connection& c) { return progress_of(c, actor.tenant, id); }).value();
    }
    // Answers with a code, as the person does.
    void answer(const std::string& code, const std::string& id) {
        Submission submission{id, code_hash(code), "da", "web", read_answers(R"({"satisfied":5})").value()};
        CHECK(submit(database, open(link), submission).ok());
    }
    // The pause is over.
    void wait() {
        CHECK(write([&](Transaction& t) -> Result<void> {
                  t.without_audit("test");
                  TRY(t.connection().execute("update survey_sending set paused_until = 0"));
                  return {};
              }).ok());
    }
};

Deliverer mailing(Database& database, const std::string& server) {
    return {database, Seal(secret), make_mail_gateway({server, "kvalitet@fjordby.example", {}, {}, false}),
            nullptr};
}

} // namespace

TEST_CASE("addresses are read one a line, and a personal number refuses the whole list") {
    const auto mails = read_addresses(Channel::email, " a@x.dk\r\n\nb.c+d@y.no\na@x.dk\n", Country::denmark);
    CHECK(mails.value() == std::vector<std::string>{"a@x.dk", "b.c+d@y.no"});
    const auto phones =
        read_addresses(Channel::sms, "20 30 40 50\n+47 412 34 567\n0046701234567", Country::denmark);
    CHECK(phones.value() == std::vector<std::string>{"+4520304050", "+4741234567", "+46701234567"});
    CHECK(read_addresses(Channel::sms, "41234567", Country::norway).value().front() == "+4741234567");
    const auto code = [](Channel channel, std::string_view text) {
        const auto read = read_addresses(channel, text, Country::denmark);
        return read.ok() ? "" : read.error().code;
    };
    for (const auto* text : {"a@x.dk\n010190-1234", "010190-1234@x.dk", "0101901234 a@x.dk"})
        CHECK(code(Channel::email, text) == "invitations.personal_number");
    CHECK(code(Channel::sms, "010190-1234") == "invitations.personal_number");
    for (const auto* text :
         {"a", "a@", "@x.dk", "a@x", "a@x.dk\rBcc: b@y.dk", "a b@x.dk", "Å@x.dk", "<a@x.dk>"})
        CHECK(code(Channel::email, text) == "invitations.address");
    for (const auto* text : {"12", "phone", "+4512345678901234"})
        CHECK(code(Channel::sms, text) == "invitations.address");
    CHECK(code(Channel::email, " \n ") == "invitations.no_address");
    const auto wrong = read_addresses(Channel::email, "a@x.dk\n\nJens Hansen", Country::denmark);
    CHECK(wrong.error().arguments.front().second == "3");
}

TEST_CASE("invitations go out once, reminders to those who have not answered, and then no address is left") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        messages::testing::MailServer server;
        auto deliverer = mailing(database, server.url());
        const auto id =
            town.start(deliverer, town.sending(Channel::email, 1), {"a@x.dk", "refused@x.dk", "b@x.dk"});
        CHECK(town.number("select count(*) from survey_contact where sealed like '%x.dk%'") == 0);
        CHECK(town.number("select count(*) from survey_code") == 3);
        // The invitations, then (no day is waited for in this test) the reminders of whoever has not
        // answered.
        REQUIRE(deliverer.deliver(town.actor.tenant, id).ok());
        const auto mails = server.received();
        REQUIRE(mails.size() == 4); // two invitations, two reminders
        CHECK(mails[0].find("To: <a@x.dk>") != std::string::npos);
        CHECK(decoded_mail(mails[0]).find(
                  "Kære borger\r\n\r\nSvar her: https://fjordby.example/s/brev?code=") == 0);
        CHECK(code_in(decoded_mail(mails[0])).size() == one_time_length);
        const auto done = town.progress(id);
        CHECK(done.states.at("invited") == 2);
        CHECK(done.states.at("refused") == 1);
        CHECK(done.refused == std::vector<std::pair<std::int64_t, std::string>>{{2, "550"}});
        CHECK(done.reminders == 2);
        CHECK(done.addresses_kept == 0);
    });
}

TEST_CASE("whoever has answered anonymously is not reminded, and nothing joins the answer to the address") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        messages::testing::MailServer server;
        auto deliverer = mailing(database, server.url());
        auto wanted = town.sending(Channel::email, 1);
        wanted.remind_days = 7;
        const auto id = town.start(deliverer, wanted, {"a@x.dk", "b@x.dk"});
        REQUIRE(deliverer.deliver(town.actor.tenant, id).ok());
        REQUIRE(server.received().size() == 2);
        CHECK(town.progress(id).addresses_kept == 2);
        town.answer(code_in(decoded_mail(server.received()[0])), "0123456789abcdef");
        CHECK(town.number("select count(*) from survey_answer where respondent is not null or received_at is "
                          "not null or pair is not null") == 0);
        CHECK(town.write([&](Transaction& t) -> Result<void> {
                      t.without_audit("a week passes");
                      TRY(t.connection().execute("update survey_contact set due = 0"));
                      return {};
                  })
                  .ok());
        REQUIRE(deliverer.deliver(town.actor.tenant, id).ok());
        const auto mails = server.received();
        REQUIRE(mails.size() == 3);
        CHECK(mails[2].find("To: <b@x.dk>") != std::string::npos);
        CHECK(decoded_mail(mails[2]).find("Du har ikke svaret endnu") == 0);
        CHECK(code_in(decoded_mail(mails[2])) == code_in(decoded_mail(mails[1])));
        CHECK(town.progress(id).addresses_kept == 0);
    });
}

TEST_CASE("while the gateway is away everything waits, and goes out when it is back") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        std::string url;
        { url = messages::testing::MailServer().url(); } // a port where nobody listens any more
        auto deliverer = mailing(database, url);
        const auto id = town.start(deliverer, town.sending(Channel::email, 0), {"a@x.dk", "b@x.dk"});
        CHECK(deliverer.look().value());
        REQUIRE(deliverer.deliver(town.actor.tenant, id).ok());
        const auto sending =
            database.read([&](Connection& c) { return read_sending(c, town.actor.tenant, id); }).value();
        CHECK(sending.failures == 1);
        CHECK(sending.problem == "no connection");
        CHECK(sending.paused_until == database.now() + std::chrono::minutes(1));
        CHECK(town.progress(id).states.at("waiting") == 2);
        town.wait();
        messages::testing::MailServer server;
        auto mended = mailing(database, server.url());
        REQUIRE(mended.deliver(town.actor.tenant, id).ok());
        CHECK(server.received().size() == 2);
        CHECK(town.progress(id).addresses_kept == 0);
        CHECK(town.number("select failures from survey_sending") == 0);
    });
}

TEST_CASE("an address that the gateway puts off again and again is given up in the end") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        messages::testing::MailServer server;
        auto deliverer = mailing(database, server.url());
        const auto id = town.start(deliverer, town.sending(Channel::email, 0), {"later@x.dk"});
        for (std::int64_t attempt = 0; attempt < messages::most_attempts; ++attempt) {
            town.wait();
            REQUIRE(deliverer.deliver(town.actor.tenant, id).ok());
        }
        CHECK(town.progress(id).states.at("failed") == 1);
        CHECK(town.progress(id).refused.front().second == "451");
        CHECK(town.progress(id).addresses_kept == 0);
    });
}

TEST_CASE("an SMS goes through an HTTP service with its header, refused and busy told apart") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        messages::testing::SmsServer server;
        messages::SmsSettings settings{server.url()};
        settings.header = "Authorization: Bearer hemmelig";
        Deliverer deliverer(database, Seal(secret), nullptr, make_sms_gateway(settings));
        CHECK(deliverer.can_send(Channel::sms));
        CHECK_FALSE(deliverer.can_send(Channel::email));
        const auto id = town.start(deliverer, town.sending(Channel::sms, 0), {"+4520304050"});
        REQUIRE(deliverer.deliver(town.actor.tenant, id).ok());
        const auto requests = server.received();
        REQUIRE(requests.size() == 1);
        CHECK(requests[0].find("Authorization: Bearer hemmelig\r\n") != std::string::npos);
        CHECK(requests[0].find(R"({"to":"+4520304050","text":"Kære borger\n\nSvar her: https:)") !=
              std::string::npos);
        const auto gateway = make_sms_gateway(settings);
        CHECK(gateway->send({"1", "", "refused"}).delivery == messages::Delivery::refused);
        CHECK(gateway->send({"1", "", "later"}).delivery == messages::Delivery::later);
        CHECK(gateway->send({"1", "", "later"}).reason == "HTTP 503");
        const auto away = make_sms_gateway({"http://127.0.0.1:1/send"});
        CHECK(away->send({"1", "", "text"}).reason == "no connection");
        CHECK(make_mail_gateway({}) == nullptr);
        CHECK(make_sms_gateway({}) == nullptr);
    });
}

TEST_CASE("when the survey ends or somebody ends the sending, every address is deleted") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        auto deliverer = mailing(database, "smtp://127.0.0.1:1");
        const auto first = town.start(deliverer, town.sending(Channel::email, 0), {"a@x.dk"});
        CHECK(town.write([&](Transaction& t) { return end_sending(t, first); }).ok());
        CHECK(town.progress(first).addresses_kept == 0);
        const auto second = town.start(deliverer, town.sending(Channel::email, 0), {"a@x.dk"});
        CHECK(town.progress(second).addresses_kept == 1);
        CHECK(town.write([&](Transaction& t) { return end_link(t, town.link); }).ok());
        CHECK_FALSE(deliverer.look().value());
        CHECK(town.progress(second).addresses_kept == 0);
        CHECK(town.number("select count(*) from audit_entry where details like '%@%'") == 0);
    });
}

TEST_CASE("invitations need a link by code, and words with the link") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        auto deliverer = mailing(database, "smtp://127.0.0.1:1");
        const auto start = [&](const Sending& wanted) {
            const auto made = town.write(
                [&](Transaction& t) { return start_sending(t, deliverer.seal(), wanted, {"a@x.dk"}); });
            return made.ok() ? "" : made.error().code;
        };
        auto wanted = town.sending(Channel::email, 1);
        wanted.words = "Svar nu";
        CHECK(start(wanted) == "invitations.words");
        wanted = town.sending(Channel::email, 1);
        wanted.reminder = "Svar nu";
        CHECK(start(wanted) == "invitations.words");
        wanted.remind_times = 0;
        CHECK(start(wanted).empty());
        CHECK(town.write([&](Transaction& t) -> Result<void> {
                      t.without_audit("test");
                      TRY(t.connection().execute("update survey_link set by_code = 0"));
                      return {};
                  })
                  .ok());
        CHECK(start(wanted) == "invitations.by_code");
        CHECK(town.number("select count(*) from survey_contact") == 1);
    });
}
