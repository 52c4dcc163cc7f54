#include "practice/assessment/rounds/pdf_text.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

#include "base/child_process.hpp"

namespace maerkbar::assessment {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds patience{10};
constexpr std::size_t longest_text = std::size_t{16} << 20; // bytes
constexpr const char* memory_limit = "--as=536870912";      // bytes

// A file in memory, without a name anywhere.
bool fill(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::lseek(descriptor, 0, SEEK_SET) == 0;
}

// What it writes until it ends; no value after too much or too long.
std::optional<std::string> written_by(int pipe) {
    const auto deadline = Clock::now() + patience;
    std::string text;
    std::array<char, 65536> buffer{};
    while (text.size() <= longest_text) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        pollfd ready{pipe, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) <= 0) return std::nullopt;
        const auto got = ::read(pipe, buffer.data(), buffer.size());
        if (got < 0) return std::nullopt;
        if (got == 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return std::nullopt;
}

bool has_letters(std::string_view text) {
    return std::ranges::any_of(text, [](char letter) { return static_cast<unsigned char>(letter) > ' '; });
}

} // namespace

std::optional<std::string> pdf_text(const std::string& bytes) {
    const Descriptor file(::memfd_create("pdf", MFD_CLOEXEC));
    std::array<int, 2> ends{-1, -1};
    if (file.number() < 0 || !fill(file.number(), bytes) || ::pipe2(ends.data(), O_CLOEXEC) != 0)
        return std::nullopt;
    const Descriptor reading(ends[0]);
    Descriptor writing(ends[1]);
    const auto process = start_program(
        {"prlimit", memory_limit, "--core=0", "pdftotext", "-q", "-enc", "UTF-8", "-", "-"}, file, writing);
    writing.close();
    if (process == 0) return std::nullopt;
    auto text = written_by(reading.number());
    const bool whole = ends_well(process, text ? std::chrono::seconds(1) : std::chrono::seconds(0)) && text &&
                       has_letters(*text);
    return whole ? std::move(text) : std::nullopt;
}

} // namespace maerkbar::assessment
