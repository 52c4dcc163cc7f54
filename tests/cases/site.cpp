#include "cases/site.hpp"

#include "app/application.hpp"

namespace maerkbar::cases {
namespace {

class ApplicationSite : public Site {
  public:
    explicit ApplicationSite(std::unique_ptr<app::Application> application)
        : application_(std::move(application)) {}

    web::Router& router() override { return application_->router(); }

    Result<void> settle() override {
        while (TRY(application_->jobs().run_next())) {
        }
        return {};
    }

  private:
    std::unique_ptr<app::Application> application_;
};

} // namespace

Result<std::unique_ptr<Site>> Site::open(const storage::Settings& settings,
                                         const std::filesystem::path& folder) {
    app::Settings wanted;
    wanted.data = folder;
    wanted.cheap_passwords = true;
    auto application = TRY(app::Application::create(wanted, settings));
    return std::unique_ptr<Site>(std::make_unique<ApplicationSite>(std::move(application)));
}

} // namespace maerkbar::cases
