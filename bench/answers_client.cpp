// Sends answers to a survey over keep-alive connections, from one thread that waits in epoll, so that the
// client is not what is measured. usage: answers_client PORT PATH CLIENTS ANSWERS SEED
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Wanted {
    int port = 0;
    std::string path;
    std::size_t clients = 0;
    std::size_t answers = 0;
    std::string seed;
};

[[noreturn]] void fail(const char* what) {
    std::perror(what);
    std::exit(1);
}

std::string request_of(const Wanted& wanted, std::size_t number) {
    const auto id = "bench-" + wanted.seed + "-" + std::to_string(100'000'000 + number);
    const auto body = R"({"id":")" + id + R"(","language":"da","answers":{"satisfied":)" +
                      std::to_string(1 + number % 5) + R"(,"better":"Svar )" + std::to_string(number) +
                      "\"}}";
    return "POST " + wanted.path +
           " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

// The whole length of a response that begins like this; 0 while its head is not there.
std::size_t length_of(const std::string& received) {
    const auto head = received.find("\r\n\r\n");
    if (head == std::string::npos) return 0;
    const auto at = received.find("Content-Length: ");
    if (at > head) return head + 4;
    return head + 4 + std::strtoul(received.c_str() + at + 16, nullptr, 10);
}

struct Connection {
    int socket = -1;
    Clock::time_point sent;
    std::string received;
};

class Run {
  public:
    explicit Run(const Wanted& wanted) : wanted_(wanted), connections_(wanted.clients) {
        taken_.reserve(wanted.answers);
    }

    void go() {
        const auto start = Clock::now();
        for (auto& one : connections_)
            connect(one);
        while (taken_.size() < wanted_.answers)
            wait();
        report(std::chrono::duration<double>(Clock::now() - start).count());
    }

  private:
    void connect(Connection& one) {
        one.socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(wanted_.port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(one.socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            fail("connect");
        const int at_once = 1;
        setsockopt(one.socket, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
        epoll_event event{EPOLLIN, {.ptr = &one}};
        if (epoll_ctl(epoll_, EPOLL_CTL_ADD, one.socket, &event) != 0) fail("epoll_ctl");
        send_next(one);
    }

    void send_next(Connection& one) {
        if (next_ == wanted_.answers) return;
        const auto request = request_of(wanted_, next_++);
        one.received.clear();
        one.sent = Clock::now();
        if (::send(one.socket, request.data(), request.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(request.size()))
            fail("send");
    }

    void wait() {
        epoll_event events[64];
        const int ready = epoll_wait(epoll_, events, 64, 10'000);
        if (ready <= 0) fail("no answer for ten seconds");
        for (int i = 0; i < ready; ++i)
            receive(*static_cast<Connection*>(events[i].data.ptr));
    }

    void receive(Connection& one) {
        char buffer[16 * 1024];
        const auto length = ::recv(one.socket, buffer, sizeof buffer, 0);
        if (length <= 0) fail("the server went away");
        one.received.append(buffer, static_cast<std::size_t>(length));
        const auto whole = length_of(one.received);
        if (whole == 0 || one.received.size() < whole) return;
        taken_.push_back(std::chrono::duration<double, std::milli>(Clock::now() - one.sent).count());
        if (!one.received.starts_with("HTTP/1.1 201 ") && refused_++ == 0)
            std::fprintf(stderr, "%s\n", one.received.c_str());
        send_next(one);
    }

    void report(double seconds) {
        std::sort(taken_.begin(), taken_.end());
        const auto at = [&](std::size_t percent) { return taken_[(taken_.size() - 1) * percent / 100]; };
        const auto count = static_cast<double>(taken_.size());
        std::printf(
            "%zu answers, %zu clients: %.0f/s, p50 %.1f ms, p99 %.1f ms, most %.1f ms; not stored: %zu\n",
            taken_.size(), wanted_.clients, count / seconds, at(50), at(99), taken_.back(), refused_);
        std::printf("the client itself: %.1f s of %.1f s wall\n",
                    static_cast<double>(std::clock()) / CLOCKS_PER_SEC, seconds);
        std::exit(refused_ == 0 ? 0 : 1);
    }

    const Wanted& wanted_;
    int epoll_ = epoll_create1(0);
    std::vector<Connection> connections_;
    std::vector<double> taken_; // milliseconds
    std::size_t next_ = 0;
    std::size_t refused_ = 0;
};

} // namespace

int main(int count, char** arguments) {
    if (count != 6) {
        std::fprintf(stderr, "usage: answers_client PORT PATH CLIENTS ANSWERS SEED\n");
        return 2;
    }
    const Wanted wanted{std::atoi(arguments[1]), arguments[2], std::strtoul(arguments[3], nullptr, 10),
                        std::strtoul(arguments[4], nullptr, 10), arguments[5]};
    Run(wanted).go();
}
