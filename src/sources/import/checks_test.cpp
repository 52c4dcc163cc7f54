#include "sources/import/checks.hpp"

#include <doctest/doctest.h>

#include <future>

namespace maerkbar::sources {
namespace {

CheckState finished(Checks& checks, const CheckQuestion& question, const Checks::Work& work) {
    checks.ask(question, work);
    checks.wait();
    auto state = checks.ask(question, work);
    REQUIRE(state.outcome);
    return state;
}

Checks::Work report_of(std::size_t rows) {
    return [rows](const RowsRead&) -> Result<CheckReport> {
        CheckReport report;
        report.rows = rows;
        return report;
    };
}

TEST_CASE("a check says how far it is while it reads, others wait, and its report stays") {
    std::promise<void> go_on;
    std::promise<void> reading;
    Checks checks;
    const CheckQuestion question{TenantId{1}, DraftId{1}, 1};
    const auto slow = [&](const RowsRead& progress) -> Result<CheckReport> {
        progress(20'000);
        reading.set_value();
        go_on.get_future().wait();
        return CheckReport{};
    };
    CHECK_FALSE(checks.ask(question, slow).outcome);
    reading.get_future().wait();
    const auto halfway = checks.ask(question, slow);
    CHECK(halfway.alone);
    CHECK(halfway.rows == 20'000);
    CHECK_FALSE(checks.ask({TenantId{1}, DraftId{2}, 1}, report_of(2)).alone);
    go_on.set_value();
    CHECK(finished(checks, question, slow).outcome->ok()); // `slow` would throw if it ran again
    CHECK(finished(checks, {TenantId{1}, DraftId{2}, 1}, report_of(3)).outcome->value().rows == 2);
}

TEST_CASE("another mapping or another tree of units is checked anew") {
    Checks checks;
    const auto rows = [&](std::int64_t version, std::shared_ptr<const organisation::UnitTree> tree,
                          std::size_t answer) {
        return finished(checks, {TenantId{1}, DraftId{1}, version, std::move(tree)}, report_of(answer))
            .outcome->value()
            .rows;
    };
    const auto tree = std::make_shared<const organisation::UnitTree>();
    CHECK(rows(1, nullptr, 10) == 10);
    CHECK(rows(1, nullptr, 11) == 10);
    CHECK(rows(2, nullptr, 12) == 12);
    CHECK(rows(2, tree, 13) == 13);
}

TEST_CASE("a check that throws ends with an error, and the next one is made") {
    Checks checks;
    const auto failed = finished(checks, {TenantId{1}, DraftId{1}, 1},
                                 [](const RowsRead&) -> Result<CheckReport> { throw std::bad_alloc(); });
    CHECK(failed.outcome->error().code == "import.check_failed");
    CHECK(finished(checks, {TenantId{1}, DraftId{2}, 1}, report_of(1)).outcome->ok());
}

TEST_CASE("only the latest reports are kept") {
    Checks checks;
    for (std::int64_t draft = 1; draft <= 22; ++draft)
        finished(checks, {TenantId{1}, DraftId{draft}, 1}, report_of(1));
    CHECK(finished(checks, {TenantId{1}, DraftId{22}, 1}, report_of(2)).outcome->value().rows == 1);
    CHECK(finished(checks, {TenantId{1}, DraftId{1}, 1}, report_of(2)).outcome->value().rows == 2);
}

} // namespace
} // namespace maerkbar::sources
