#include "cases/site.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>

#include "app/application.hpp"
#include "app/audit_words.hpp"
#include "messages/testing.hpp"
#include "organisation/audit_words.hpp"

namespace maerkbar::cases {
namespace {

using messages::testing::MailServer;
using DaysPassed = std::shared_ptr<std::atomic<int>>; // the clock asks, from any thread

class ApplicationSite : public Site {
  public:
    ApplicationSite(std::unique_ptr<app::Application> application, std::unique_ptr<MailServer> mail_server,
                    DaysPassed days_passed)
        : mail_server_(std::move(mail_server)),
          days_passed_(std::move(days_passed)),
          application_(std::move(application)) {}

    std::vector<Mail> mails() override {
        std::vector<Mail> mails;
        if (!mail_server_) return mails;
        constexpr std::string_view before = "\r\nTo: <";
        for (const auto& mail : mail_server_->received()) {
            const auto start = mail.find(before) + before.size();
            mails.push_back(
                {mail.substr(start, mail.find('>', start) - start), messages::testing::decoded_mail(mail)});
        }
        return mails;
    }

    web::Router& router() override { return application_->router(); }

    Result<void> settle() override {
        while (TRY(application_->jobs().run_next())) {
        }
        application_->checks().wait();
        application_->answer_files().wait();
        return {};
    }

    Result<void> pass_days(int days) override {
        *days_passed_ += days;
        return settle();
    }

    Result<std::vector<std::string>> unworded_audit_codes() override {
        auto words = app::audit_words();
        const auto own = organisation::audit_words();
        words.insert(words.end(), own.begin(), own.end());
        auto codes = TRY(application_->database().read([](storage::Connection& connection) {
            return connection.all("select action from audit_entry union select object_type from audit_entry",
                                  {}, [](const storage::Row& row) { return row.string(0); });
        }));
        std::erase_if(codes, [&](const std::string& code) {
            return std::ranges::find(words, code, &organisation::AuditWord::code) != words.end();
        });
        return codes;
    }

  private:
    std::unique_ptr<MailServer> mail_server_;
    DaysPassed days_passed_;
    std::unique_ptr<app::Application> application_;
};

} // namespace

Result<std::unique_ptr<Site>> Site::open(const storage::Settings& settings,
                                         const std::filesystem::path& folder, bool mail_server) {
    app::Settings wanted;
    wanted.data = folder;
    wanted.cheap_passwords = true;
    wanted.check_at_once_bytes = 1'000; // so that a case needs no huge file for the other way
    auto server = mail_server ? std::make_unique<MailServer>() : nullptr;
    if (server) wanted.gateways.mail = {server->url(), "kvalitet@testby.example", {}, {}, false};
    const auto days_passed = std::make_shared<std::atomic<int>>(0);
    auto moving = settings;
    moving.clock = [days_passed, start = settings.clock] {
        return start() + std::chrono::days(days_passed->load());
    };
    auto application = TRY(app::Application::create(wanted, moving));
    return std::unique_ptr<Site>(
        std::make_unique<ApplicationSite>(std::move(application), std::move(server), days_passed));
}

} // namespace maerkbar::cases
