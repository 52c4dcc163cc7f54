#pragma once

#include <string>

#include "organisation/routes.hpp"
#include "organisation/setup.hpp"
#include "organisation/store_units.hpp"
#include "storage/testing.hpp"
#include "web/parts/shell.hpp"
#include "web/testing.hpp"

// For tests of pages: a small town with its router, and somebody signed in.
namespace maerkbar::organisation::testing {

class PlainFrame : public web::parts::Frame {
  public:
    web::parts::PageInfo info(web::Context& context, std::string title) override {
        return web::parts::page_info(context, std::move(title));
    }
};

// Fjordby with the units Kultur, Omsorg and Bibliotek (beneath Kultur), and one administrator, `admin`.
class Site {
  public:
    static constexpr auto* password = "tre blå heste løber";

    explicit Site(storage::Dialect dialect)
        : database_(dialect),
          sign_in(*database_, PasswordCost::least()),
          trees_(*database_),
          services{*database_, sign_in, trees_, frame_},
          router(routes(services), sign_in, languages_, error_page_) {
        const FirstAdministrator first{{"Fjordby Kommune", Country::denmark}, "admin", "Administrator"};
        installed = initialise(*database_, first, sign_in.settings()).value();
        cookie = sign_in.redeem({installed.tenant.id, "admin", installed.code}, password).value().cookie;
        culture = add("Kultur", installed.root, "KUL");
        care = add("Omsorg", installed.root, "OMS");
        library = add("Bibliotek", culture, "BIB");
    }

    UnitId add(std::string name, UnitId parent, std::string code) {
        const NewUnit wanted{{},     LevelId{2}, std::move(name),
                             parent, beginning,  {{CodeKind::own, std::move(code)}}};
        return database_
            ->write(actor(), [&](storage::Transaction& t) { return add_unit(t, actor().tenant, wanted); })
            .value();
    }
    storage::Actor actor() const { return {installed.tenant.id, installed.administrator, "web"}; }
    storage::Database& database() { return *database_; }

    // Somebody with that role; the cookie of their session.
    std::string person(const std::string& login, RoleOnUnit role) {
        const auto code = database_->write(actor(), [&](storage::Transaction& t) -> Result<std::string> {
            const auto id = TRY(add_person(t, actor().tenant, {login, "Navn " + login}));
            TRY(give_role(t, actor().tenant, id, role));
            return issue_code(t, actor().tenant, id, sign_in.settings());
        });
        return sign_in.redeem({actor().tenant, login, code.value()}, password).value().cookie;
    }

    web::Response get(std::string_view target) { return ask(web::testing::get(target)); }
    web::Response post(std::string_view target, web::Fields form) {
        const auto who = sign_in.identify(signed_in(web::testing::get("/"))).value();
        if (who) form.add("csrf", who->csrf_token);
        return ask(web::testing::post(target, form));
    }
    web::Response ask(web::Request request) { return router.handle(signed_in(std::move(request))); }
    web::Response json(web::Method method, std::string_view target, std::string body,
                       const std::string& token) {
        auto request = web::testing::request(method, target);
        request.headers.set("Authorization", "Bearer " + token);
        request.headers.set("Content-Type", "application/json");
        request.body = std::move(body);
        return router.handle(std::move(request));
    }

    web::Request signed_in(web::Request request) const {
        if (!cookie.empty()) request.headers.set("Cookie", "language=en; session=" + cookie);
        return request;
    }

  private:
    storage::testing::TestDatabase database_;
    PlainFrame frame_;
    web::Languages languages_;
    web::testing::PlainErrorPage error_page_;

  public:
    SignIn sign_in;

  private:
    UnitTreeCache trees_;

  public:
    Services services;
    web::Router router;
    Installed installed;
    UnitId culture, care, library;
    std::string cookie; // who asks; empty: nobody
};

inline bool has(const web::Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

} // namespace maerkbar::organisation::testing
