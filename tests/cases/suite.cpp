#include "cases/suite.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "cases/fixture.hpp"
#include "cases/run.hpp"
#include "cases/site.hpp"
#include "cases/stage.hpp"

namespace maerkbar::cases {
namespace {

namespace fs = std::filesystem;

// A folder that goes with this object.
class TemporaryFolder {
  public:
    TemporaryFolder() : path_(fs::temp_directory_path() / ("maerkbar-cases-" + std::to_string(getpid()))) {
        fs::create_directories(path_);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

// Plays cases on copies of the one database that holds the fixture.
class Player {
  public:
    static Result<std::unique_ptr<Player>> create(storage::Dialect dialect, const fs::path& folder) {
        Fixture fixture;
        auto stage = TRY(Stage::create(dialect, folder, [&](storage::Database& database) -> Result<void> {
            fixture = TRY(make_fixture(database));
            return {};
        }));
        return std::make_unique<Player>(std::move(stage), std::move(fixture), folder);
    }

    Player(std::unique_ptr<Stage> stage, Fixture fixture, fs::path folder)
        : stage_(std::move(stage)), fixture_(std::move(fixture)), folder_(std::move(folder)) {}

    // What is wrong with the case; an error when it could not be played at all.
    Result<std::vector<std::string>> play(const fs::path& path) {
        const auto text = TRY(parse_case(text_of(path)));
        if (!text.only_reads() || text.mail_server) {
            const auto own = TRY(new_site(text.mail_server));
            return play_on(*own, text);
        }
        if (!shared_) shared_ = TRY(new_site());
        return play_on(*shared_, text);
    }

  private:
    Result<std::unique_ptr<Site>> new_site(bool mail_server = false) {
        return Site::open(TRY(stage_->copy()), folder_, mail_server);
    }

    std::vector<std::string> play_on(Site& site, const Case& text) {
        Client client(site.router(), fixture_.actors, folder_, fs::current_path());
        auto faults = run_case(text, client, fixture_.variables, site);
        const auto unworded = site.unworded_audit_codes();
        if (!unworded.ok())
            faults.push_back(unworded.error().english());
        else
            for (const auto& code : *unworded)
                faults.push_back("the audit code " + code + " has no word in any audit_words.cpp");
        return faults;
    }

    std::unique_ptr<Stage> stage_;
    Fixture fixture_;
    fs::path folder_;
    std::unique_ptr<Site> shared_; // goes before the stage
};

} // namespace

std::vector<fs::path> case_files(const fs::path& folder, std::string_view part) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".case" && entry.path().string().find(part) != std::string::npos)
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

Result<Tally> play(const SuiteOptions& options) {
    const TemporaryFolder folder;
    const auto player = TRY(Player::create(options.dialect, folder.path()));
    Tally tally;
    for (const auto& file : options.files) {
        const auto faults = player->play(file);
        const bool good = faults.ok() && faults->empty();
        ++(good ? tally.passed : tally.failed);
        if (good) continue;
        std::printf("FAILED %s\n", file.c_str());
        for (const auto& fault : faults.ok() ? *faults : std::vector{faults.error().english()})
            std::printf("    %s\n", fault.c_str());
    }
    return tally;
}

} // namespace maerkbar::cases
