#include "app/application.hpp"

#include "app/assessment_evidence.hpp"
#include "app/audit_words.hpp"
#include "app/indicator_names.hpp"
#include "app/secret_key.hpp"
#include "app/system_routes.hpp"
#include "base/local_time.hpp"
#include "base/translatable.hpp"
#include "measurement/editor/routes.hpp"
#include "measurement/recompute_jobs.hpp"
#include "measurement/turn.hpp"
#include "organisation/routes.hpp"
#include "practice/assessment/editor/routes.hpp"
#include "practice/assessment/rounds/contact_store.hpp"
#include "practice/panels/routes.hpp"
#include "sources/contacts/contacts.hpp"
#include "sources/figures/figures.hpp"
#include "sources/import/check_job.hpp"
#include "sources/surveys/answering/routes.hpp"
#include "sources/surveys/answering/speech_route.hpp"
#include "sources/surveys/api.hpp"
#include "sources/surveys/asking/routes.hpp"
#include "sources/surveys/editor/routes.hpp"
#include "sources/surveys/keeping/routes.hpp"
#include "sources/surveys/kiosk/routes.hpp"
#include "sources/surveys/open_text/pages/routes.hpp"
#include "storage/migrations.hpp"
#include "web/assets.hpp"
#include "web/openapi.hpp"

namespace maerkbar::app {

namespace {

Error no_data_folder(const std::filesystem::path& folder) {
    return {ErrorKind::unavailable,
            "app.data_folder",
            translatable("The data folder {folder} cannot be made or written to. Make it, and give it to the "
                         "account that runs "
                         "the program."),
            {{"folder", folder.string()}}};
}

storage::Settings storage_settings_of(const Settings& settings) {
    storage::Settings storage;
    storage.url = settings.database_url();
    return storage;
}

} // namespace

Result<std::unique_ptr<Application>> Application::create(const Settings& settings) {
    return create(settings, storage_settings_of(settings));
}

Result<std::unique_ptr<Application>> Application::create(const Settings& settings,
                                                         storage::Settings storage_settings) {
    std::error_code failed;
    std::filesystem::create_directories(settings.data, failed);
    if (failed) return no_data_folder(settings.data);
    const auto key = TRY(load_secret_key(settings.data));
    auto application = std::unique_ptr<Application>(new Application);
    application->database_ = TRY(storage::Database::open(std::move(storage_settings)));
    TRY(storage::migrate(*application->database_));
    application->wire_sources(settings, key);
    application->wire_web(settings, key);
    return application;
}

Result<void> Application::start() {
    // Discards what a stopped server left pending; a program that imports just now does so itself.
    const auto turn = measurement::take_turn(*database_, storage::Actor{{}, {}, "job", "start"});
    if (!turn.ok() && !measurement::is_in_line(turn.error())) return turn.error();
    jobs_->start();
    return {};
}

Result<void> Application::compute_waiting_definitions(const storage::Actor& actor) {
    const auto all = TRY(database_->read(
        [&](storage::Connection& connection) { return measurement::indicators(connection, actor.tenant); }));
    for (const auto& indicator : all)
        if (indicator.edition == 0 || indicator.computing)
            TRY(measurement::when_its_turn_comes(
                [&] {
                    return measurement::recompute_definition(*database_, actor, source_list_, indicator.id,
                                                             [](std::int64_t, std::int64_t) {});
                },
                [] {}));
    return {};
}

Date Application::today() const {
    return local_day(database_->now());
}

void Application::wire_sources(const Settings& settings, const sources::SecretKey& key) {
    trees_ = std::make_unique<organisation::UnitTreeCache>(*database_);
    fact_tables_.push_back(std::make_unique<sources::FactTable>(sources::contacts_source()));
    fact_tables_.push_back(std::make_unique<sources::FactTable>(sources::figures_source()));
    std::vector<const sources::FactTable*> tables;
    for (const auto& table : fact_tables_)
        tables.push_back(table.get());
    importer_ = std::make_unique<sources::Importer>(
        *database_, tables, key, [this](TenantId tenant) { return trees_->get(tenant); },
        [this] { return today(); });
    drafts_ = std::make_unique<sources::Drafts>(*database_, settings.data / "uploads");
    import_queue_ = std::make_unique<sources::JobImportQueue>(*database_, *importer_, *drafts_,
                                                              settings.data / "import.lock");
    opening_hours_ = std::make_unique<sources::OpeningHoursSource>([this] { return today(); });
    std::vector<const measurement::FactSource*> all(tables.begin(), tables.end());
    all.push_back(opening_hours_.get());
    survey_answers_ = std::make_unique<surveys::results::AnswersSource>();
    all.push_back(survey_answers_.get());
    feedback_source_ = std::make_unique<feedback::FeedbackSource>([this] { return today(); });
    all.push_back(feedback_source_.get());
    source_list_ = measurement::SourceList(std::move(all));
    verdicts_ = std::make_unique<measurement::Verdicts>(*database_, *trees_, source_list_);
    upkeep_ = std::make_unique<Upkeep>(*database_, source_list_);
    releases_ = std::make_unique<surveys::results::ReleaseJobs>(*database_, *trees_);
    deliverer_ = std::make_unique<surveys::invitations::Deliverer>(
        *database_, messages::Seal(key), messages::make_mail_gateway(settings.gateways.mail),
        messages::make_sms_gateway(settings.gateways.sms));
    outbox_ = std::make_unique<messages::Outbox>(*database_, messages::Seal(key),
                                                 messages::make_mail_gateway(settings.gateways.mail));
    for (const auto topic : {assessment::invitation_topic, assessment::reminder_topic})
        outbox_->ask_before(std::string(topic), assessment::still_wanted);
    auto handlers = import_queue_->handlers();
    handlers.emplace(sources::check_kind,
                     [this](storage::LongJob& job) { return sources::check_handler(*imports_)(job); });
    handlers.merge(deliverer_->handlers());
    handlers.merge(outbox_->handlers());
    handlers.merge(upkeep_->handlers());
    handlers.merge(releases_->handlers());
    follow_ups_ = std::make_unique<surveys::follow_ups::FollowUpJobs>(*database_, *trees_, languages_);
    handlers.merge(follow_ups_->handlers());
    keeping_ = std::make_unique<surveys::Keeping>(*database_);
    handlers.merge(keeping_->handlers());
    feedback_jobs_ = std::make_unique<feedback::FeedbackJobs>(*database_, *feedback_source_);
    handlers.merge(feedback_jobs_->handlers());
    feedback_teller_ = std::make_unique<feedback::Teller>(*database_, *trees_, languages_, *outbox_);
    codes_ = std::make_unique<surveys::CodeUpkeep>(*database_);
    handlers.merge(measurement::job_handlers(*database_, source_list_));
    jobs_ = std::make_unique<storage::JobRunner>(*database_, storage::JobHandlers{}, std::move(handlers));
    jobs_->set_idle([this]() -> Result<bool> {
        TRY(import_queue_->look());
        return TRY(upkeep_->look()) || TRY(releases_->look()) || TRY(keeping_->look()) ||
               TRY(follow_ups_->look()) || TRY(feedback_jobs_->look()) || TRY(feedback_teller_->look()) ||
               TRY(codes_->look()) || TRY(deliverer_->look()) || TRY(outbox_->look()) ||
               TRY(verdicts_->warm(today()));
    });
    import_queue_->set_runner(*jobs_);
}

void Application::wire_web(const Settings& settings, const sources::SecretKey& key) {
    const auto cost =
        settings.cheap_passwords ? organisation::PasswordCost::least() : organisation::PasswordCost{};
    sign_in_ = std::make_unique<organisation::SignIn>(*database_, cost);
    frame_ = std::make_unique<AppFrame>(*database_);
    organisation_ = std::make_unique<organisation::Services>(
        organisation::Services{*database_, *sign_in_, *trees_, *frame_, audit_words()});
    actions_ =
        std::make_unique<actions::ActionServices>(actions::ActionServices{*organisation_, indicator_names});
    assessments_ = std::make_unique<assessment::AssessmentServices>(assessment::AssessmentServices{
        *organisation_, *actions_, *outbox_, languages_,
        [this](storage::Connection& connection, const assessment::EvidenceQuestion& question) {
            return evidence_from(*verdicts_, connection, question);
        }});
    measurement_ = std::make_unique<measurement::Services>(
        measurement::Services{*organisation_, *verdicts_, languages_, jobs_.get()});
    site_ = std::make_unique<SiteServices>(SiteServices{*organisation_, *verdicts_});
    pages_ = std::make_unique<measurement::PageServices>(measurement::PageServices{
        *organisation_, *verdicts_, feedback::waiting_notice, panels::public_page_link});
    const auto scope = [this](const web::Identity& who, std::string_view permission) {
        return database_->read([&](storage::Connection& connection) -> Result<organisation::UnitScope> {
            return TRY(sign_in_->access(connection, who)).scope(permission);
        });
    };
    imports_ = std::make_unique<sources::ImportServices>(
        sources::ImportServices{*importer_, *drafts_, *import_queue_, *frame_,
                                [this](TenantId tenant) { return trees_->get(tenant); }, scope,
                                [this] { return today(); }, checks_, settings.check_at_once_bytes});
    figures_ =
        std::make_unique<sources::FiguresServices>(sources::FiguresServices{*organisation_, *imports_});
    surveys_ = std::unique_ptr<surveys::Services>(new surveys::Services{*organisation_, languages_});
    surveys_->pairing_secret.assign(key.begin(), key.end());
    taking_out_ = std::unique_ptr<surveys::TakingOut>(new surveys::TakingOut{*surveys_});
    invitations_ = std::unique_ptr<surveys::InvitationServices>(
        new surveys::InvitationServices{*surveys_, *deliverer_, *jobs_});
    follow_up_services_ = std::unique_ptr<surveys::follow_ups::FollowUpServices>(
        new surveys::follow_ups::FollowUpServices{*surveys_, outbox_->seal()});
    results_ = std::make_unique<surveys::results::ResultServices>(
        surveys::results::ResultServices{*surveys_, *measurement_});
    feedback_ = std::unique_ptr<feedback::FeedbackServices>(
        new feedback::FeedbackServices{*organisation_, *surveys_, *outbox_});
    web::RouterSettings router_settings;
    router_settings.https = settings.https;
    router_settings.upload_bytes = settings.upload_megabytes << 20;
    auto routes = all_routes();
    routes.push_back(surveys::speech_route(*surveys_, settings.data / "speech"));
    router_ =
        std::make_unique<web::Router>(std::move(routes), *sign_in_, languages_, error_page_, router_settings);
}

std::vector<web::Route> Application::all_routes() {
    std::vector<web::Route> all;
    const auto add = [&](std::vector<web::Route> more) {
        for (auto& route : more)
            all.push_back(std::move(route));
    };
    all.push_back(web::asset_route());
    all.push_back(web::parts::preferences_route());
    add(system_routes(*database_,
                      [this] { return web::openapi_document(router_->routes(), MAERKBAR_VERSION); }));
    add(organisation::routes(*organisation_));
    add(actions::routes(*actions_));
    add(assessment::routes(*assessments_));
    add(assessment::editor_routes(*assessments_));
    add(site_routes(*site_));
    add(sources::routes(*imports_));
    add(sources::routes(*figures_));
    add(surveys::answering_routes(*surveys_));
    add(surveys::kiosk_routes(*surveys_));
    add(surveys::api_routes(*surveys_));
    add(surveys::editor_routes(*surveys_));
    add(surveys::results::result_routes(*results_));
    add(surveys::open_text::open_text_routes(*organisation_));
    add(surveys::follow_ups::follow_up_routes(*follow_up_services_));
    add(surveys::asking_routes(*surveys_));
    add(surveys::taking_out_routes(*taking_out_));
    add(surveys::keeping_routes(*surveys_));
    add(panels::routes(*organisation_));
    add(feedback::routes(*feedback_));
    add(surveys::invitation_routes(*invitations_));
    add(measurement::routes(*pages_));
    add(measurement::editor_routes(*measurement_));
    add(measurement::api_routes(*measurement_));
    return all;
}

} // namespace maerkbar::app
