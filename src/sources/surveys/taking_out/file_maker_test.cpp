#include "sources/surveys/taking_out/file_maker.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace maerkbar;
using namespace maerkbar::surveys;

namespace {

const FileMaker::Owner anna{TenantId{1}, PersonId{1}, 7};

FileMaker::Work writes(std::string bytes) {
    return [bytes = std::move(bytes)] { return AnswerFile{"svar.csv", "text/csv", bytes}; };
}

} // namespace

TEST_CASE("a file is for the one who ordered it, for that survey alone") {
    FileMaker maker;
    const auto id = maker.order(anna, writes("a;b")).value();
    maker.wait();
    CHECK((*maker.find(anna, id).value())->bytes == "a;b");
    CHECK_FALSE(maker.find({TenantId{1}, PersonId{2}, 7}, id));
    CHECK_FALSE(maker.find({TenantId{1}, PersonId{1}, 8}, id));
    CHECK_FALSE(maker.find({TenantId{2}, PersonId{1}, 7}, id));
    CHECK_FALSE(maker.find(anna, "another"));
}

TEST_CASE("only the latest files are kept, and a file that fails stops no other") {
    FileMaker maker;
    const auto first = maker.order(anna, writes("first")).value();
    maker.wait();
    const auto broken =
        maker.order(anna, []() -> Result<AnswerFile> { throw std::runtime_error("full"); }).value();
    maker.wait();
    CHECK((*maker.find(anna, broken).value()).error().code == "survey.file_failed");
    std::string last;
    for (int i = 0; i < 8; ++i) {
        last = maker.order(anna, writes(std::to_string(i))).value();
        maker.wait();
    }
    CHECK((*maker.find(anna, last).value())->bytes == "7");
    CHECK_FALSE(maker.find(anna, first));
}

TEST_CASE("files are made one at a time, and too many orders are refused") {
    FileMaker maker;
    std::mutex gate;
    std::unique_lock closed(gate);
    const auto waits = [&]() -> Result<AnswerFile> {
        const std::lock_guard opened(gate);
        return AnswerFile{};
    };
    const auto first = maker.order(anna, waits).value();
    CHECK(maker.find(anna, first).value() == nullptr); // being made
    for (int i = 1; i < 8; ++i)
        CHECK(maker.order(anna, waits).ok());
    CHECK(maker.order(anna, waits).error().code == "survey.files_wait");
    closed.unlock();
    maker.wait();
    CHECK(maker.order(anna, waits).ok());
    maker.wait();
}
