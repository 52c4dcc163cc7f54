#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

// A mail server and an SMS service for tests, on a free port of 127.0.0.1.
namespace maerkbar::messages::testing {

// The text of a mail as mail_text() makes it.
[[nodiscard]] std::string decoded_mail(std::string_view mail);

// Takes one connection after the other until it goes.
class LocalServer {
  public:
    explicit LocalServer(std::function<void(int descriptor)> serve);
    ~LocalServer();
    LocalServer(const LocalServer&) = delete;
    LocalServer& operator=(const LocalServer&) = delete;
    [[nodiscard]] std::uint16_t port() const { return port_; }

  private:
    void accept_all();

    std::function<void(int)> serve_;
    int listening_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

// Speaks SMTP; refuses addresses with "refused" in them (550), asks to come again for those with "later"
// (451).
class MailServer {
  public:
    [[nodiscard]] std::string url() const { return "smtp://127.0.0.1:" + std::to_string(server_.port()); }
    [[nodiscard]] std::vector<std::string> received(); // whole mails

  private:
    void converse(int descriptor);
    std::mutex mutex_;
    std::vector<std::string> mails_;
    LocalServer server_{[this](int descriptor) { converse(descriptor); }};
};

// Takes POST requests; answers 400 where the body has "refused", 503 where it has "later", else 200.
class SmsServer {
  public:
    [[nodiscard]] std::string url() const {
        return "http://127.0.0.1:" + std::to_string(server_.port()) + "/send";
    }
    [[nodiscard]] std::vector<std::string> received(); // head and body

  private:
    void converse(int descriptor);
    std::mutex mutex_;
    std::vector<std::string> requests_;
    LocalServer server_{[this](int descriptor) { converse(descriptor); }};
};

} // namespace maerkbar::messages::testing
