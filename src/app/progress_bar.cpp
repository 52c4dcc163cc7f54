#include "app/progress_bar.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace maerkbar::app {

namespace {

constexpr std::uint64_t worth_showing = std::uint64_t{50} << 20; // bytes; less is read before one looks
constexpr int places = 40;
constexpr const char* clear_line = "\r\033[K";

} // namespace

ProgressBar::ProgressBar() : shown_(isatty(STDERR_FILENO) != 0) {}

ProgressBar::~ProgressBar() {
    if (drawn_ >= 0 && drawn_ < 100) std::fputs(clear_line, stderr);
}

void ProgressBar::expect(std::uint64_t bytes) {
    const std::lock_guard lock(drawing_);
    expected_ = bytes;
    done_ = 0;
    drawn_ = -1;
}

void ProgressBar::advance(std::uint64_t bytes) {
    const auto done = done_.fetch_add(bytes) + bytes;
    const auto expected = expected_.load();
    if (shown_ && expected >= worth_showing)
        draw(static_cast<int>(std::min(done, expected) * 100 / expected));
}

void ProgressBar::draw(int percent) {
    const std::lock_guard lock(drawing_);
    if (percent <= drawn_) return;
    drawn_ = percent;
    // Results follow.
    if (percent == 100) {
        std::fputs(clear_line, stderr);
        return;
    }
    std::string bar;
    for (int i = 0; i < places; ++i)
        bar += i < percent * places / 100 ? "█" : "░";
    std::fprintf(stderr, "\r%s %3d %%", bar.c_str(), percent);
    std::fflush(stderr);
}

} // namespace maerkbar::app
