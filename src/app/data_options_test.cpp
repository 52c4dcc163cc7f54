#include "app/data_options.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace maerkbar::app {
namespace {

TEST_CASE("the installed settings hold where no file is named, and options go before them") {
    const auto file =
        std::filesystem::temp_directory_path() / ("maerkbar-" + std::to_string(getpid()) + ".toml");
    std::ofstream(file) << "port = 4711\ndatabase = \"postgresql:///one\"\n";
    DataOptions options;
    options.installed_config = file.string();
    CHECK(options.settings().value().port == 4711);
    CHECK(options.settings().value().database == "postgresql:///one");
    options.database = "postgresql:///other";
    CHECK(options.settings().value().database == "postgresql:///other");
    std::filesystem::remove(file);
    CHECK(options.settings().value().port == Settings{}.port);
    options.config = file.string();
    CHECK(options.settings().error().code == "settings.no_file");
}

} // namespace
} // namespace maerkbar::app
