#include "base/child_process.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace maerkbar {
namespace {

using namespace std::chrono_literals;

std::string content(const Descriptor& file) {
    std::string text(100, '\0');
    text.resize(static_cast<std::size_t>(::pread(file.number(), text.data(), text.size(), 0)));
    return text;
}

TEST_CASE("a program works on the files it is given, with a plain path as its whole environment") {
    const Descriptor none(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const Descriptor said(::memfd_create("said", MFD_CLOEXEC));
    const auto process = start_program({"env"}, none, said);
    REQUIRE(process > 0);
    CHECK(ends_well(process, 10s));
    CHECK(content(said) == "PATH=/usr/local/bin:/usr/bin:/bin\n");
}

TEST_CASE("who fails, never ends or is not there has not ended well") {
    const Descriptor none(::open("/dev/null", O_RDWR | O_CLOEXEC));
    CHECK_FALSE(ends_well(start_program({"false"}, none, none), 10s));
    CHECK_FALSE(ends_well(start_program({"sleep", "600"}, none, none), 20ms));
    CHECK(start_program({"no-program-of-this-name"}, none, none) == 0);
}

} // namespace
} // namespace maerkbar
