#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "app/data_commands.hpp"
#include "app/data_options.hpp"
#include "base/translatable.hpp"
#include "measurement/turn.hpp"
#include "organisation/tenants.hpp"

namespace maerkbar::app {

namespace {

using sources::ImportOrder;

Result<TenantId> only_tenant(Application& application) {
    const auto tenant = TRY(application.database().read(
        [](storage::Connection& connection) { return organisation::tenant_at_host(connection, ""); }));
    if (!tenant)
        return Error{ErrorKind::not_found, "import.no_tenant",
                     translatable("There is no municipality yet. Run “maerkbar init” first.")};
    return tenant->id;
}

// A bar on the terminal; nothing where the output goes to a file.
void show_progress(std::int64_t done, std::int64_t total) {
    if (isatty(STDERR_FILENO) == 0 || total <= 0) return;
    std::fprintf(stderr, "\r%3lld %%", static_cast<long long>(100 * done / total));
    if (done >= total) std::fputs("\r      \r", stderr);
}

// Imports a file as the browser does: check, confirm, store, publish.
class ImportCommand : public Command {
  public:
    [[nodiscard]] std::string_view name() const override { return "import"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Import a CSV or XLSX file into an installation";
    }
    void describe(Options& options) override {
        options.argument("FILE", file_, "The file");
        data_.describe(options);
        options.choice("--source", source_, {"contacts", "figures"}, "What the file holds", true);
        options.option("--feed", feed_,
                       "Name of this kind of file; its column mapping is remembered under it");
        options.option("--mapping", mapping_,
                       "File with the column mapping as JSON (see docs/admin/import.md)");
        options.choice("--mode", mode_, {"replace", "merge"},
                       "What happens to rows that are there (default replace)");
        options.flag("--leave-out-bad-rows", leave_out_, "Import the good rows although some cannot be used");
        options.flag("--dry-run", dry_run_, "Only say what importing would do");
    }
    Exit run() override {
        return with_application(data_, [this](Application& application) { return import(application); });
    }

  private:
    Result<sources::Mapping> mapping(Application& application, TenantId tenant,
                                     const std::string& feed) const {
        if (!mapping_.empty()) {
            std::ifstream stream(mapping_);
            std::stringstream text;
            text << stream.rdbuf();
            return sources::Mapping::from_json(text.str());
        }
        if (auto remembered = TRY(application.importer().feed_mapping(tenant, source_, feed)))
            return *remembered;
        const auto opened = TRY(tables::TableFile::open(file_));
        return guess_mapping(application.importer().source(source_)->source(), opened);
    }

    Result<void> import(Application& application) {
        const auto tenant = TRY(only_tenant(application));
        const auto lock = TRY(application.import_queue().import_without_jobs());
        const auto feed = feed_.empty() ? source_ : feed_;
        ImportOrder order{source_,
                          feed,
                          std::filesystem::path(file_).filename().string(),
                          file_,
                          TRY(sources::digest_of_file(file_)),
                          TRY(mapping(application, tenant, feed)),
                          sources::import_mode(mode_).value_or(sources::ImportMode::replace),
                          leave_out_ ? sources::BadRows::leave_out : sources::BadRows::reject};
        const auto report = TRY(application.importer().dry_run(tenant, source_, file_, order.mapping));
        print(application, report);
        if (dry_run_) return {};
        const storage::Actor actor{tenant, {}, "cli", "import"};
        const auto id = TRY(application.importer().confirm(actor, order, report));
        const auto& language = application.languages().get(terminal_language());
        TRY(measurement::when_its_turn_comes(
            [&] { return application.importer().run(actor, id, file_, show_progress); },
            [&] {
                std::fprintf(
                    stderr, "%s\n",
                    language("Other results are being computed. This waits for its turn and goes on by "
                             "itself.")
                        .c_str());
            }));
        std::printf(
            "%s\n",
            language("Import {import} is done and counts.", {{"import", std::to_string(id.value)}}).c_str());
        return {};
    }

    void print(Application& application, const sources::CheckReport& report) const {
        const auto& language = application.languages().get(terminal_language());
        std::printf("%s\n", language("{rows} rows read, {good} can be used, {bad} cannot.",
                                     {{"rows", language.integer(static_cast<std::int64_t>(report.rows))},
                                      {"good", language.integer(static_cast<std::int64_t>(report.good))},
                                      {"bad", language.integer(static_cast<std::int64_t>(report.bad))}})
                                .c_str());
        constexpr std::size_t shown = 20;
        for (std::size_t i = 0; i < std::min(shown, report.errors.size()); ++i) {
            const auto& row = report.errors[i];
            std::fprintf(stderr, "%s:%zu: %s: %s\n", file_.c_str(), row.line, row.column.c_str(),
                         language.error(row.error).c_str());
        }
        if (report.error_count > shown)
            std::fprintf(
                stderr, "%s\n",
                language("… and {count} more errors.",
                         {{"count", language.integer(static_cast<std::int64_t>(report.error_count - shown))}})
                    .c_str());
    }

    DataOptions data_;
    std::string file_;
    std::string source_;
    std::string feed_;
    std::string mapping_;
    std::string mode_ = "replace";
    bool leave_out_ = false;
    bool dry_run_ = false;
};

} // namespace

std::unique_ptr<Command> import_command() {
    return std::make_unique<ImportCommand>();
}

} // namespace maerkbar::app
