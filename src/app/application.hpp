#pragma once

#include <memory>

#include "actions/routes.hpp"
#include "app/frame.hpp"
#include "app/settings.hpp"
#include "app/site_pages.hpp"
#include "app/upkeep.hpp"
#include "measurement/api.hpp"
#include "measurement/pages/routes.hpp"
#include "measurement/verdicts.hpp"
#include "messages/outbox.hpp"
#include "organisation/services.hpp"
#include "organisation/sign_in.hpp"
#include "organisation/unit_tree_cache.hpp"
#include "practice/assessment/pages/routes.hpp"
#include "sources/feedback/feedback_source.hpp"
#include "sources/feedback/pages/routes.hpp"
#include "sources/feedback/recount.hpp"
#include "sources/feedback/telling.hpp"
#include "sources/figures/routes.hpp"
#include "sources/import/checks.hpp"
#include "sources/import/import_queue.hpp"
#include "sources/opening_hours/opening_hours.hpp"
#include "sources/surveys/code_upkeep.hpp"
#include "sources/surveys/follow_ups/follow_up_jobs.hpp"
#include "sources/surveys/follow_ups/pages/routes.hpp"
#include "sources/surveys/invitations/routes.hpp"
#include "sources/surveys/keeping/keeping_job.hpp"
#include "sources/surveys/results/answers_source.hpp"
#include "sources/surveys/results/pages/routes.hpp"
#include "sources/surveys/results/release_jobs.hpp"
#include "sources/surveys/services.hpp"
#include "sources/surveys/taking_out/routes.hpp"
#include "storage/job_runner.hpp"
#include "web/parts/shell.hpp"
#include "web/router.hpp"

namespace maerkbar::app {

// All modules put together over one database, without sockets: the server, the command line and the tests
// each make one.
class Application {
  public:
    // Opens the database (and creates what is missing in the data folder), applies pending migrations, and
    // wires the modules. `storage_settings` overrides the database, for tests.
    static Result<std::unique_ptr<Application>> create(const Settings& settings);
    static Result<std::unique_ptr<Application>> create(const Settings& settings,
                                                       storage::Settings storage_settings);

    [[nodiscard]] storage::Database& database() { return *database_; }
    [[nodiscard]] web::Router& router() { return *router_; }
    [[nodiscard]] organisation::SignIn& sign_in() { return *sign_in_; }
    [[nodiscard]] organisation::UnitTreeCache& trees() { return *trees_; }
    [[nodiscard]] sources::Importer& importer() { return *importer_; }
    [[nodiscard]] sources::JobImportQueue& import_queue() { return *import_queue_; }
    [[nodiscard]] sources::Checks& checks() { return checks_; }
    [[nodiscard]] surveys::FileMaker& answer_files() { return taking_out_->files; }
    [[nodiscard]] storage::JobRunner& jobs() { return *jobs_; }
    [[nodiscard]] measurement::Verdicts& verdicts() { return *verdicts_; }
    [[nodiscard]] const web::Languages& languages() const { return languages_; }
    [[nodiscard]] Date today() const;
    // Computes the cells of every new or changed definition of the actor's tenant and puts it to use.
    Result<void> compute_waiting_definitions(const storage::Actor& actor);
    // Tidies what a stopped program left and starts the background work; for the server.
    Result<void> start();

  private:
    Application() = default;
    void wire_sources(const Settings& settings, const sources::SecretKey& key);
    void wire_web(const Settings& settings, const sources::SecretKey& key);
    [[nodiscard]] std::vector<web::Route> all_routes();

    // In the order in which they are made; the last goes first.
    web::Languages languages_;
    std::unique_ptr<storage::Database> database_;
    std::unique_ptr<organisation::UnitTreeCache> trees_;
    std::unique_ptr<organisation::SignIn> sign_in_;
    std::unique_ptr<AppFrame> frame_;
    std::vector<std::unique_ptr<sources::FactTable>> fact_tables_;
    std::unique_ptr<sources::OpeningHoursSource> opening_hours_;
    std::unique_ptr<surveys::results::AnswersSource> survey_answers_;
    std::unique_ptr<feedback::FeedbackSource> feedback_source_;
    measurement::SourceList source_list_;
    std::unique_ptr<measurement::Verdicts> verdicts_;
    std::unique_ptr<sources::Importer> importer_;
    std::unique_ptr<sources::Drafts> drafts_;
    std::unique_ptr<sources::JobImportQueue> import_queue_;
    sources::Checks checks_;
    std::unique_ptr<Upkeep> upkeep_;
    std::unique_ptr<surveys::results::ReleaseJobs> releases_;
    std::unique_ptr<surveys::Keeping> keeping_;
    std::unique_ptr<feedback::FeedbackJobs> feedback_jobs_;
    std::unique_ptr<feedback::Teller> feedback_teller_;
    std::unique_ptr<surveys::CodeUpkeep> codes_;
    std::unique_ptr<surveys::follow_ups::FollowUpJobs> follow_ups_;
    std::unique_ptr<surveys::invitations::Deliverer> deliverer_;
    std::unique_ptr<messages::Outbox> outbox_;
    std::unique_ptr<organisation::Services> organisation_;
    std::unique_ptr<actions::ActionServices> actions_;
    std::unique_ptr<assessment::AssessmentServices> assessments_;
    std::unique_ptr<sources::ImportServices> imports_;
    std::unique_ptr<sources::FiguresServices> figures_;
    std::unique_ptr<measurement::Services> measurement_;
    std::unique_ptr<SiteServices> site_;
    std::unique_ptr<surveys::Services> surveys_;
    std::unique_ptr<surveys::TakingOut> taking_out_;
    std::unique_ptr<surveys::InvitationServices> invitations_;
    std::unique_ptr<surveys::follow_ups::FollowUpServices> follow_up_services_;
    std::unique_ptr<surveys::results::ResultServices> results_;
    std::unique_ptr<feedback::FeedbackServices> feedback_;
    std::unique_ptr<measurement::PageServices> pages_;
    web::parts::PlainErrorPage error_page_;
    std::unique_ptr<web::Router> router_;
    std::unique_ptr<storage::JobRunner> jobs_; // uses what stands above
};

} // namespace maerkbar::app
