#include "sources/feedback/telling.hpp"

#include <doctest/doctest.h>

#include "base/local_time.hpp"
#include "messages/testing.hpp"
#include "organisation/testing.hpp"
#include "sources/feedback/store.hpp"

namespace maerkbar::feedback {
namespace {

using messages::testing::decoded_mail;
using organisation::Role;
using organisation::testing::Site;
using storage::Transaction;

constexpr std::array<unsigned char, 32> secret{7, 8, 9};
constexpr std::string_view origin = "https://maerkbar.fjordby.example";

// Fjordby with its mail server; what the jobs do is done by hand.
struct Town {
    Site site;
    messages::testing::MailServer mails;
    web::Languages languages;
    organisation::UnitTreeCache trees{site.database()};
    messages::Outbox outbox{site.database(), messages::Seal(secret),
                            messages::make_mail_gateway({mails.url(), "k@fjordby.example", {}, {}, false})};
    Teller teller{site.database(), trees, languages, outbox};

    explicit Town(storage::Dialect dialect) : site(dialect) {}

    template <typename F>
    auto write(F work) {
        return site.database().write(site.actor(),
                                     [&](Transaction& transaction) { return work(transaction); });
    }
    // Somebody who wishes to hear of it.
    PersonId listener(const std::string& login, UnitId unit, const std::string& language) {
        return write([&](Transaction& t) -> Result<PersonId> {
                   const auto id = TRY(organisation::add_person(
                       t, site.actor().tenant, {login, "Navn " + login, login + "@x.dk", language}));
                   TRY(organisation::give_role(t, site.actor().tenant, id, {unit, Role::employee}));
                   TRY(wish_for_mail(t, id, true, origin));
                   return id;
               })
            .value();
    }
    void said(UnitId unit) {
        EntryFields fields;
        fields.kind = Kind::complaint;
        fields.received_on = local_day(site.database().now());
        fields.place.unit = unit;
        fields.text = "Der var lang kø";
        CHECK(write([&](Transaction& t) {
                  return add_entry(t, fields, {"KODE" + std::to_string(++codes), true});
              }).ok());
    }
    std::vector<std::string> received() {
        while (teller.look().value()) {
        }
        CHECK(outbox.deliver(site.actor().tenant).ok());
        return mails.received();
    }
    void change(std::string_view sql) {
        CHECK(write([&](Transaction& t) -> Result<void> {
                  t.without_audit("test");
                  TRY(t.connection().execute(sql, {}));
                  return {};
              }).ok());
    }
    int codes = 0;
};

void on_each(FunctionRef<void(Town&)> test) {
    for (const auto dialect : storage::testing::dialects()) {
        Town town(dialect);
        test(town);
    }
}

TEST_CASE("whoever wishes hears that something new has come on their units, and never what") {
    on_each([](Town& town) {
        town.said(town.site.library); // before they wished
        town.listener("nina", town.site.culture, "nb");
        town.listener("ole", town.site.care, "");
        CHECK(town.received().empty());
        town.said(town.site.library); // beneath Kultur
        const auto mails = town.received();
        REQUIRE(mails.size() == 1);
        CHECK(mails[0].find("To: <nina@x.dk>") != std::string::npos);
        const auto text = decoded_mail(mails[0]);
        CHECK(text.find("Det er kommet 1 ny henvendelse") == 0);
        CHECK(text.find("https://maerkbar.fjordby.example/feedback\r\n") != std::string::npos);
        CHECK(text.find("kø") == std::string::npos);
        CHECK_FALSE(town.teller.look().value()); // nobody is asked about again
    });
}

TEST_CASE("one mail a day: what came meanwhile is told the day after") {
    on_each([](Town& town) {
        town.listener("ole", town.site.library, "da");
        town.said(town.site.library);
        CHECK(town.received().size() == 1);
        town.said(town.site.library);
        town.said(town.site.library);
        CHECK(town.received().size() == 1);
        town.change("update feedback_wish set told_on = '2026-02-24'");
        const auto mails = town.received();
        REQUIRE(mails.size() == 2);
        CHECK(decoded_mail(mails[1]).find("Der er kommet 2 nye henvendelser") == 0);
    });
}

TEST_CASE("nobody is written to who is locked out, has no address, or does not wish it any more") {
    on_each([](Town& town) {
        const auto ole = town.listener("ole", town.site.library, "da");
        const auto eva = town.listener("eva", town.site.library, "da");
        town.listener("ida", town.site.library, "da");
        CHECK(town.write([&](Transaction& t) { return organisation::set_locked(t, ole, true); }).ok());
        CHECK(town.write([&](Transaction& t) { return wish_for_mail(t, eva, false, origin); }).ok());
        town.change("update person set email = '' where login = 'ida'");
        town.said(town.site.library);
        CHECK(town.received().empty());
    });
}

} // namespace
} // namespace maerkbar::feedback
