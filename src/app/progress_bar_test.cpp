#include "app/progress_bar.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

using maerkbar::app::ProgressBar;

namespace {

constexpr std::uint64_t large = std::uint64_t{100} << 20;

// Turns what is written to stderr to another place as long as it lives.
class ErrorsTo {
  public:
    explicit ErrorsTo(int place) : before_((std::fflush(stderr), dup(STDERR_FILENO))) {
        dup2(place, STDERR_FILENO);
    }
    ~ErrorsTo() {
        std::fflush(stderr);
        dup2(before_, STDERR_FILENO);
        close(before_);
    }
    ErrorsTo(const ErrorsTo&) = delete;
    ErrorsTo& operator=(const ErrorsTo&) = delete;

  private:
    int before_;
};

// Two ends, of a pipe or of a terminal; what goes in at one comes out at the other.
class Ends {
  public:
    Ends(int writing, int reading) : in(writing), out(reading) {}
    Ends(const Ends&) = delete;
    Ends& operator=(const Ends&) = delete;
    ~Ends() {
        if (in >= 0) close(in);
        close(out);
    }

    int in;
    int out;
};

Ends terminal() {
    const int out = posix_openpt(O_RDWR | O_NOCTTY);
    REQUIRE(out >= 0);
    REQUIRE(grantpt(out) == 0);
    REQUIRE(unlockpt(out) == 0);
    const int in = open(ptsname(out), O_RDWR | O_NOCTTY);
    REQUIRE(in >= 0);
    return {in, out};
}

Ends plain_pipe() {
    int both[2] = {};
    REQUIRE(pipe(both) == 0);
    return {both[1], both[0]};
}

// All of it: the end that was written to is closed first, so that reading comes to an end.
std::string written_to(Ends& ends) {
    close(std::exchange(ends.in, -1));
    std::string all;
    char some[512];
    for (ssize_t got = 0; (got = read(ends.out, some, sizeof some)) > 0;)
        all.append(some, static_cast<std::size_t>(got));
    return all;
}

std::string shown(Ends ends, std::uint64_t expected, std::initializer_list<std::uint64_t> steps) {
    {
        const ErrorsTo errors(ends.in);
        ProgressBar bar;
        bar.expect(expected);
        for (const auto step : steps)
            bar.advance(step);
    }
    return written_to(ends);
}

std::string bar_of(int full, int empty) {
    std::string bar = "\r";
    for (int i = 0; i < full + empty; ++i)
        bar += i < full ? "█" : "░";
    return bar;
}

const std::string gone = "\r\033[K";

} // namespace

TEST_CASE("long work is shown on a terminal and leaves nothing behind") {
    CHECK(shown(terminal(), large, {large / 4, large / 4, large / 2}) ==
          bar_of(10, 30) + "  25 %" + bar_of(20, 20) + "  50 %" + gone);
}

TEST_CASE("work that is broken off takes its bar away") {
    CHECK(shown(terminal(), large, {large / 4}) == bar_of(10, 30) + "  25 %" + gone);
}

TEST_CASE("a bar is drawn anew only when it has moved a per cent") {
    CHECK(shown(terminal(), large, {large / 4, 1, 1, 1}) == bar_of(10, 30) + "  25 %" + gone);
}

TEST_CASE("short work shows no bar, and neither does work whose complaints go elsewhere") {
    CHECK(shown(terminal(), large / 4, {large / 8, large / 8}).empty());
    CHECK(shown(plain_pipe(), large, {large / 4, large / 4, large / 2}).empty());
}
