#include "messages/gateway.hpp"

#include <curl/curl.h>

#include <chrono>
#include <cstring>

#include "base/translatable.hpp"
#include "messages/mail_text.hpp"
#include "web/random.hpp"

namespace maerkbar::messages {

namespace {

constexpr const char* no_connection = translatable("no connection");
constexpr const char* no_memory = translatable("no memory");

constexpr long connect_seconds = 10;
constexpr long whole_seconds = 30;

struct CurlDeleter {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, CurlDeleter>;
using List = std::unique_ptr<curl_slist, CurlDeleter>;

// What is left to send of a mail.
struct Unsent {
    std::string_view text;
};

std::size_t read_some(char* into, std::size_t size, std::size_t count, void* user) {
    auto& unsent = *static_cast<Unsent*>(user);
    const auto length = std::min(size * count, unsent.text.size());
    std::memcpy(into, unsent.text.data(), length);
    unsent.text.remove_prefix(length);
    return length;
}

std::size_t ignore(char*, std::size_t size, std::size_t count, void*) {
    return size * count;
}

Curl begin(const std::string& url, const char* protocols) {
    Curl curl(curl_easy_init());
    if (!curl) return curl;
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, protocols);
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, whole_seconds);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, ignore);
    return curl;
}

class MailGateway : public Gateway {
  public:
    explicit MailGateway(const MailSettings& settings) : settings_(settings) {}

    Outcome send(const Message& message) override {
        const auto now =
            std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
        const auto text = mail_text(message, settings_.from, now, web::random_hex(16));
        Unsent unsent{text};
        const List recipients(curl_slist_append(nullptr, message.to.c_str()));
        const auto curl = prepare(unsent, recipients.get());
        if (!curl) return {Delivery::later, no_memory};
        return outcome(curl.get(), curl_easy_perform(curl.get()));
    }

  private:
    Curl prepare(Unsent& unsent, curl_slist* recipients) {
        auto curl = begin(settings_.server, "smtp,smtps");
        if (!curl) return curl;
        curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, settings_.from.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients);
        curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, read_some);
        curl_easy_setopt(curl.get(), CURLOPT_READDATA, &unsent);
        curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, settings_.starttls ? CURLUSESSL_ALL : CURLUSESSL_NONE);
        if (!settings_.user.empty()) {
            curl_easy_setopt(curl.get(), CURLOPT_USERNAME, settings_.user.c_str());
            curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, settings_.password.c_str());
        }
        return curl;
    }

    // 5xx is for ever, unless it is about us (not signed in, not encrypted) rather than about the address.
    static Outcome outcome(CURL* curl, CURLcode result) {
        if (result == CURLE_OK) return {Delivery::accepted};
        long code = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
        const bool about_us = result == CURLE_LOGIN_DENIED || result == CURLE_USE_SSL_FAILED || code == 530 ||
                              code == 534 || code == 535 || code == 538;
        const auto reason = code > 0 ? std::to_string(code) : std::string(no_connection);
        return {code >= 500 && code < 600 && !about_us ? Delivery::refused : Delivery::later, reason};
    }

    MailSettings settings_;
};

class SmsGateway : public Gateway {
  public:
    explicit SmsGateway(const SmsSettings& settings) : settings_(settings) {}

    Outcome send(const Message& message) override {
        const auto curl = begin(settings_.url, "http,https");
        if (!curl) return {Delivery::later, no_memory};
        const auto body = sms_body(settings_.body, message);
        List headers(curl_slist_append(nullptr, "Content-Type: application/json"));
        if (!settings_.header.empty()) curl_slist_append(headers.get(), settings_.header.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
        return outcome(curl.get(), curl_easy_perform(curl.get()));
    }

  private:
    static Outcome outcome(CURL* curl, CURLcode result) {
        long code = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
        if (result != CURLE_OK || code == 0) return {Delivery::later, no_connection};
        if (code >= 200 && code < 300) return {Delivery::accepted};
        const bool wrong_number = code == 400 || code == 404 || code == 410 || code == 422;
        return {wrong_number ? Delivery::refused : Delivery::later, "HTTP " + std::to_string(code)};
    }

    SmsSettings settings_;
};

} // namespace

std::unique_ptr<Gateway> make_mail_gateway(const MailSettings& settings) {
    if (settings.server.empty()) return nullptr;
    return std::make_unique<MailGateway>(settings);
}

std::unique_ptr<Gateway> make_sms_gateway(const SmsSettings& settings) {
    if (settings.url.empty()) return nullptr;
    return std::make_unique<SmsGateway>(settings);
}

} // namespace maerkbar::messages
