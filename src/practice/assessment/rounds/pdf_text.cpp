#include "practice/assessment/rounds/pdf_text.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <string_view>
#include <thread>

namespace maerkbar::assessment {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds patience{10};
constexpr std::size_t longest_text = std::size_t{16} << 20; // bytes
constexpr const char* memory_limit = "--as=536870912";      // bytes

// A descriptor that is closed with this object.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    [[nodiscard]] int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

  private:
    int number_;
};

// A file in memory, without a name anywhere.
bool fill(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::lseek(descriptor, 0, SEEK_SET) == 0;
}

// No shell, and nothing of our environment. 0 where it could not be started.
pid_t start(int file, int pipe) {
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, pipe, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::array<std::string, 8> arguments = {"prlimit", memory_limit, "--core=0", "pdftotext",
                                            "-q",      "-enc",       "UTF-8",    "-"};
    std::array<char*, arguments.size() + 2> argv{};
    std::ranges::transform(arguments, argv.begin(), [](std::string& text) { return text.data(); });
    argv[arguments.size()] = arguments.back().data(); // from standard input to standard output
    std::string path = "PATH=/usr/local/bin:/usr/bin:/bin";
    std::array<char*, 2> environment = {path.data(), nullptr};
    pid_t process = 0;
    const int failed =
        ::posix_spawnp(&process, "prlimit", &actions, nullptr, argv.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? process : 0;
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

// Whether it ends by itself and well within this time; it is stopped otherwise.
bool ended_well(pid_t process, std::chrono::milliseconds time) {
    const auto deadline = Clock::now() + time;
    int status = 0;
    while (Clock::now() < deadline) {
        if (::waitpid(process, &status, WNOHANG) == process)
            return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    ::kill(process, SIGKILL);
    ::waitpid(process, &status, 0);
    return false;
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
    const auto process = start(file.number(), writing.number());
    writing.close();
    if (process == 0) return std::nullopt;
    auto text = written_by(reading.number());
    const bool whole = ended_well(process, text ? std::chrono::seconds(1) : std::chrono::seconds(0)) &&
                       text && has_letters(*text);
    return whole ? std::move(text) : std::nullopt;
}

} // namespace maerkbar::assessment
