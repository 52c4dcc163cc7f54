#include "messages/testing.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>

#include "messages/base64.hpp"

namespace maerkbar::messages::testing {

namespace {

void say(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto sent = ::send(descriptor, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
}

// Reads until `text` ends with `ending`, or the other side goes.
bool read_until(int descriptor, std::string& text, std::string_view ending) {
    char c = 0;
    while (!text.ends_with(ending)) {
        if (::recv(descriptor, &c, 1, 0) != 1) return false;
        text += c;
    }
    return true;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

std::string decoded_mail(std::string_view mail) {
    std::string body(mail.substr(mail.find("\r\n\r\n") + 4));
    body = body.substr(0, body.find("\r\n.\r\n"));
    std::erase_if(body, [](char c) { return c == '\r' || c == '\n'; });
    return base64_bytes(body).value_or("");
}

LocalServer::LocalServer(std::function<void(int)> serve) : serve_(std::move(serve)) {
    listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* const raw = reinterpret_cast<sockaddr*>(&address);
    ::bind(listening_, raw, length);
    ::listen(listening_, 16);
    ::getsockname(listening_, raw, &length);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { accept_all(); });
}

LocalServer::~LocalServer() {
    stopping_ = true;
    thread_.join();
    ::close(listening_);
}

void LocalServer::accept_all() {
    while (!stopping_) {
        pollfd ready{listening_, POLLIN, 0};
        constexpr int patience = 20; // milliseconds until it looks whether it shall stop
        if (::poll(&ready, 1, patience) <= 0) continue;
        const int descriptor = ::accept(listening_, nullptr, nullptr);
        if (descriptor < 0) continue;
        serve_(descriptor);
        ::close(descriptor);
    }
}

void MailServer::converse(int descriptor) {
    say(descriptor, "220 test\r\n");
    for (std::string line; read_until(descriptor, line, "\r\n"); line.clear()) {
        if (line.starts_with("RCPT") && has(line, "refused"))
            say(descriptor, "550 no such user\r\n");
        else if (line.starts_with("RCPT") && has(line, "later"))
            say(descriptor, "451 come again\r\n");
        else if (line.starts_with("DATA")) {
            say(descriptor, "354 go on\r\n");
            std::string mail;
            if (!read_until(descriptor, mail, "\r\n.\r\n")) return;
            const std::lock_guard lock(mutex_);
            mails_.push_back(mail);
            say(descriptor, "250 taken\r\n");
        } else if (line.starts_with("QUIT")) {
            say(descriptor, "221 bye\r\n");
            return;
        } else {
            say(descriptor, "250 test\r\n");
        }
    }
}

std::vector<std::string> MailServer::received() {
    const std::lock_guard lock(mutex_);
    return mails_;
}

void SmsServer::converse(int descriptor) {
    std::string request;
    if (!read_until(descriptor, request, "\r\n\r\n")) return;
    constexpr std::string_view header = "Content-Length: ";
    std::size_t length = 0;
    if (const auto at = request.find(header); at != std::string::npos)
        std::from_chars(request.data() + at + header.size(), request.data() + request.size(), length);
    const auto head = request.size();
    char c = 0;
    while (request.size() < head + length && ::recv(descriptor, &c, 1, 0) == 1)
        request += c;
    const std::string_view status = has(request, "refused") ? "400 Bad Request"
                                    : has(request, "later") ? "503 Busy"
                                                            : "200 OK";
    {
        // Before the answer: whoever has it may ask for what was received.
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
    }
    say(descriptor, "HTTP/1.1 " + std::string(status) + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

std::vector<std::string> SmsServer::received() {
    const std::lock_guard lock(mutex_);
    return requests_;
}

} // namespace maerkbar::messages::testing
