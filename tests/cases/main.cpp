// maerkbar_cases [PART]: plays the text cases whose path contains PART, on every database there is, and
// closes with one line for each.
#include <cstdio>

#include "cases/suite.hpp"
#include "storage/testing.hpp"

namespace {

using namespace maerkbar;

// Plays and reports; the number of cases that failed.
int play_on(storage::Dialect dialect, std::string_view part) {
    const char* name = dialect == storage::Dialect::sqlite ? "sqlite" : "postgresql";
    const auto tally = cases::play({dialect, cases::case_files("tests/cases", part)});
    if (!tally) {
        std::printf("%s\n%s: 0 passed, 1 failed\n", tally.error().english().c_str(), name);
        return 1;
    }
    std::printf("%s: %d passed, %d failed\n", name, tally->passed, tally->failed);
    return tally->failed;
}

} // namespace

int main(int count, char** arguments) {
    int failed = 0;
    for (const auto dialect : storage::testing::dialects())
        failed += play_on(dialect, count > 1 ? arguments[1] : "");
    return failed == 0 ? 0 : 1;
}
