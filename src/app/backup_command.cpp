#include "app/backup_command.hpp"

#include <cstdio>
#include <string>

#include "app/data_options.hpp"
#include "storage/backup.hpp"
#include "web/language.hpp"

namespace maerkbar::app {

namespace {

using storage::BackupReport;

// What the two commands share: a file, a database, and a report at the end.
class FileCommand : public Command {
  public:
    void describe(Options& options) override {
        options.argument("FILE", file_, "the backup file");
        data_.describe(options);
    }

    Exit run() override {
        const auto report = run_on_database();
        if (!report.ok()) {
            print_error(report.error());
            return Exit::bad_data;
        }
        const web::Languages languages;
        std::puts(sentence(languages.get(terminal_language()), *report).c_str());
        return Exit::done;
    }

  protected:
    [[nodiscard]] virtual Result<BackupReport> work(const storage::Settings& settings) const = 0;
    [[nodiscard]] virtual std::string sentence(const web::Language& language,
                                               const BackupReport& report) const = 0;
    [[nodiscard]] const std::string& file() const { return file_; }

  private:
    [[nodiscard]] Result<BackupReport> run_on_database() const {
        storage::Settings settings;
        settings.url = TRY(data_.settings()).database_url();
        return work(settings);
    }

    std::string file_;
    DataOptions data_;
};

class BackupCommand final : public FileCommand {
  public:
    [[nodiscard]] std::string_view name() const override { return "backup"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Write a verified backup of the database to one file, while the server runs";
    }

  protected:
    [[nodiscard]] Result<BackupReport> work(const storage::Settings& settings) const override {
        const auto database = TRY(storage::Database::open_existing(settings));
        return storage::backup(*database, file());
    }

    [[nodiscard]] std::string sentence(const web::Language& language,
                                       const BackupReport& report) const override {
        return language.plural("Backup written to {file} and checked: {count} row.",
                               "Backup written to {file} and checked: {count} rows.", report.rows,
                               {{"file", file()}});
    }
};

class RestoreCommand final : public FileCommand {
  public:
    [[nodiscard]] std::string_view name() const override { return "restore"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Fill an empty database from a backup file";
    }

  protected:
    [[nodiscard]] Result<BackupReport> work(const storage::Settings& settings) const override {
        return storage::restore(file(), settings);
    }

    [[nodiscard]] std::string sentence(const web::Language& language,
                                       const BackupReport& report) const override {
        return language.plural("Restored from {file} and checked: {count} row.",
                               "Restored from {file} and checked: {count} rows.", report.rows,
                               {{"file", file()}});
    }
};

} // namespace

std::unique_ptr<Command> backup_command() {
    return std::make_unique<BackupCommand>();
}

std::unique_ptr<Command> restore_command() {
    return std::make_unique<RestoreCommand>();
}

} // namespace maerkbar::app
