#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cases/check.hpp"
#include "storage/settings.hpp"
#include "web/router.hpp"

namespace maerkbar::cases {

// The whole application on one database, without a server.
class Site {
  public:
    virtual ~Site() = default;
    [[nodiscard]] virtual web::Router& router() = 0;
    // Does the background work that waits, such as an import, so that a case need not wait for it.
    [[nodiscard]] virtual Result<void> settle() = 0;

    // The clock goes on by so many days, and what the days bring is done.
    [[nodiscard]] virtual Result<void> pass_days(int days) = 0;

    // Codes in the audit trail that no module has a word for; there must be none.
    [[nodiscard]] virtual Result<std::vector<std::string>> unworded_audit_codes() = 0;

    // What the mail server received, where there is one.
    [[nodiscard]] virtual std::vector<Mail> mails() = 0;

    // Uploads and other files go to `folder`.
    static Result<std::unique_ptr<Site>> open(const storage::Settings& settings,
                                              const std::filesystem::path& folder, bool mail_server = false);
};

} // namespace maerkbar::cases
